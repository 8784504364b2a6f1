import type { TypePiece } from '../../../src/domain/type-piece.ts'
import type { PageTexts } from '../../../src/sorting/type-features.ts'

/** A text with its type, as the training sees it. */
export interface Example {
  readonly type: TypePiece
  /** What it was made from: a template, a list of words, a person's correction. Layouts are held out by this. */
  readonly source: string
  readonly pages: readonly PageTexts[]
}

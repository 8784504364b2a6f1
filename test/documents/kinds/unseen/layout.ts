import type { TypePiece } from '../../../../src/domain/type-piece.ts'

/** A document as someone else than the samples prints it: the page as drawn words, and what must be read on it. */
export interface Layout {
  readonly name: string
  readonly type: TypePiece
  readonly page: string
  /** Fields that must be read so; `null`: the page does not say it, and no value may be made up. */
  readonly reads: Readonly<Record<string, string | number | boolean | null>>
  /** End of validity; `null`: none. Absent: not asked. */
  readonly until?: string | null
}

import type { Champs } from '../domain/champs.ts'
import type { DocumentKind } from '../documents/kind.ts'
import { PieceText } from '../documents/piece-text.ts'
import { kindOf } from '../documents/registry.ts'
import type { PieceRange } from '../sorting/split-bundle.ts'
import type { ReadPage } from './read-pages.ts'

/** A piece as sorted, with its pages and its fields, before masking and checks. */
export interface Draft {
  readonly range: PieceRange
  readonly kind: DocumentKind
  readonly pages: readonly ReadPage[]
  readonly champs: Champs
  /** A stage failed on this piece: its name, for the operator; the piece goes to a person. */
  readonly failed: string | null
}

/** Takes the pages of a range and reads the fields of its type. */
export function draftPiece(range: PieceRange, all: readonly ReadPage[], jourDepot: string): Draft {
  const pages = all.filter(p => range.pages.includes(p.reading.page))
  const kind = kindOf(range.type)
  try {
    const champs = kind.readFields(new PieceText(pages.map(p => p.reading)), jourDepot)
    return { range, kind, pages, champs, failed: null }
  } catch (error) {
    // A bug in one kind of document costs that piece its index, never the deposit.
    return { range, kind, pages, champs: {}, failed: error instanceof Error ? error.name : 'unknown' }
  }
}

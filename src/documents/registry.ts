import type { TypePiece } from '../domain/type-piece.ts'
import type { DocumentKind } from './kind.ts'

/** Every kind of document, one line each. */
export const KINDS: readonly DocumentKind[] = []

/** The kind of a type code. */
export function kindOf(type: TypePiece): DocumentKind {
  const kind = KINDS.find(k => k.type === type)
  if (!kind) throw new Error(`No kind of document for type ${type}`)
  return kind
}

import type { TypePiece } from '../domain/type-piece.ts'

/** Documents that may bear a machine readable zone. */
export const IDENTITY_TYPES: ReadonlySet<TypePiece> = new Set([
  'carte-nationale-identite',
  'passeport',
  'titre-de-sejour',
  'recepisse-titre-de-sejour',
])

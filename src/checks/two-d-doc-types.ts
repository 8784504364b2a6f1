import type { TypePiece } from '../domain/type-piece.ts'

/** Documents that may carry a 2D-Doc of their own. */
export const TWO_D_DOC_TYPES: ReadonlySet<TypePiece> = new Set([
  'avis-imposition',
  'bulletin-de-paie',
  'carte-nationale-identite',
  'titre-de-sejour',
  'recepisse-titre-de-sejour',
  'contrat-de-travail',
  'carte-invalidite',
  'autre-justificatif-ressources',
  'autre-piece-reglementaire',
])

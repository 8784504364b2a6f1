import type { CheckContext } from '../domain/check.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { twoDDocsOf } from './two-d-docs.ts'

/** Documents that may carry a 2D-Doc of their own. */
const TWO_D_DOC_TYPES: ReadonlySet<TypePiece> = new Set([
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

/**
 * Whether the 2D-Doc checks concern a piece. Bills and other papers that the regulation does not list are looked at when
 * they bear a code: a false one says something of who deposits it.
 */
export const concernsTwoDDoc = (context: CheckContext): boolean =>
  TWO_D_DOC_TYPES.has(context.type) || (context.type === 'hors-perimetre' && twoDDocsOf(context).own.length > 0)

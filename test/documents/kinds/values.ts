import type { Champs } from '../../../src/domain/champs.ts'
import type { DocumentKind, Validity } from '../../../src/documents/kind.ts'
import { DEFAULT_PROFILE, type RegionalProfile } from '../../../src/documents/regional-profile.ts'
import type { PieceText } from '../../../src/documents/piece-text.ts'

export const JOUR_DEPOT = '2025-03-10'

/** What a kind reads on a piece, without the evidence. */
const valuesOf = (champs: Champs): Record<string, unknown> =>
  Object.fromEntries(Object.entries(champs).map(([name, champ]) => [name, champ.valeur]))

export const read = (kind: DocumentKind, text: PieceText): Record<string, unknown> =>
  valuesOf(kind.readFields(text, JOUR_DEPOT))

/** Fields and end of validity of a piece. */
export function validityOf(
  kind: DocumentKind,
  text: PieceText,
  jourDepot = JOUR_DEPOT,
  profil: RegionalProfile = DEFAULT_PROFILE,
): Validity & { readonly remarks: readonly string[] } {
  const context = { champs: kind.readFields(text, jourDepot), text, jourDepot, profil }
  return { ...kind.validity(context), remarks: kind.remarks?.(context) ?? [] }
}

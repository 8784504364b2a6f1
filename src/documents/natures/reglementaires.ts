import { NATURES_IDENTITE_ET_FAMILLE } from './reglementaires/famille.ts'
import { NATURES_LOGEMENT_ACTUEL } from './reglementaires/logement.ts'
import { NATURES_MOTIF } from './reglementaires/motif.ts'
import type { NatureReglementaire } from './reglementaires/nature.ts'
import { NATURES_SITUATION_PROFESSIONNELLE } from './reglementaires/situation.ts'

/**
 * Documents listed by the annex of the arrêté du 22 décembre 2020 (modified by the arrêté du 19 avril 2022) without a
 * type code of their own. Balance sheets and accountants' attestations are `autre-justificatif-ressources`; judgments
 * of the juge aux affaires familiales are `jugement-de-divorce`.
 */
export const NATURES_REGLEMENTAIRES: readonly NatureReglementaire[] = [
  ...NATURES_IDENTITE_ET_FAMILLE,
  ...NATURES_SITUATION_PROFESSIONNELLE,
  ...NATURES_LOGEMENT_ACTUEL,
  ...NATURES_MOTIF,
]

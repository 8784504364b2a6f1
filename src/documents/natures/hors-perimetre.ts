import type { Nature } from '../kind.ts'
import { NATURES_ARGENT } from './hors-perimetre/argent.ts'
import { NATURES_LOGEMENT } from './hors-perimetre/logement.ts'
import { NATURES_SANTE } from './hors-perimetre/sante.ts'
import { NATURES_TRAVAIL_ECOLE } from './hors-perimetre/travail-ecole.ts'
import { NATURES_VIE_COURANTE } from './hors-perimetre/vie-courante.ts'

/**
 * Documents that applicants often join and that the regulation does not list. Some are wrongly asked for (carte
 * Vitale, bank statements, casier judiciaire: Fédération des acteurs de la solidarité, 2018).
 */
export const NATURES_HORS_PERIMETRE: readonly Nature[] = [
  ...NATURES_SANTE,
  ...NATURES_ARGENT,
  ...NATURES_VIE_COURANTE,
  ...NATURES_TRAVAIL_ECOLE,
  ...NATURES_LOGEMENT,
]

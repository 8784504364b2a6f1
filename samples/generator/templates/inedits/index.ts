import type { Template } from '../../template.ts'
import { INEDITS_FAMILLE } from './famille.ts'
import { INEDITS_FISCAL } from './fiscal.ts'
import { INEDITS_HORS_IMAGES } from './hors-images.ts'
import { INEDITS_HORS_PAPIERS } from './hors-papiers.ts'
import { INEDITS_SEJOUR } from './identite-sejour.ts'
import { INEDITS_SOCIAL } from './identite-social.ts'
import { INEDITS_UE } from './identite-ue.ts'
import { INEDITS_LOGEMENT } from './logement.ts'
import { INEDITS_MOTIF } from './motif.ts'
import { INEDITS_RESSOURCES } from './ressources.ts'
import { INEDITS_TRAVAIL } from './travail.ts'

/** The layouts that are kept out of the normal draw and of all training: `--held-out` draws them. */
export const INEDITS: readonly Template[] = [
  ...INEDITS_UE,
  ...INEDITS_SEJOUR,
  ...INEDITS_SOCIAL,
  ...INEDITS_FAMILLE,
  ...INEDITS_FISCAL,
  ...INEDITS_TRAVAIL,
  ...INEDITS_RESSOURCES,
  ...INEDITS_LOGEMENT,
  ...INEDITS_MOTIF,
  ...INEDITS_HORS_PAPIERS,
  ...INEDITS_HORS_IMAGES,
]

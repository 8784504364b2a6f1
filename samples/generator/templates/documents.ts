import type { Template } from '../template.ts'
import { AUTRES_AVIS } from './fiscal-autres-modeles.ts'
import { AVIS } from './fiscal-avis.ts'
import { BULLETIN_ANCIEN } from './paie-ancien.ts'
import { BULLETIN_CLARIFIE } from './paie-clarifie.ts'
import { BULLETIN_PUBLIC } from './paie-public.ts'
import { AUTRES_RESSOURCES } from './ressources-autres.ts'
import { CAF } from './ressources-caf.ts'
import { FRANCE_TRAVAIL } from './ressources-france-travail.ts'
import { PENSION } from './ressources-pension.ts'

/** All documents that are not identity cards. */
export const DOCUMENTS: readonly Template[] = [
  ...AVIS,
  ...AUTRES_AVIS,
  ...BULLETIN_CLARIFIE,
  ...BULLETIN_ANCIEN,
  ...BULLETIN_PUBLIC,
  ...CAF,
  ...FRANCE_TRAVAIL,
  ...PENSION,
  ...AUTRES_RESSOURCES,
]

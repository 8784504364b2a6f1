import type { Template } from '../template.ts'
import { AUTRES_AVIS } from './fiscal-autres-modeles.ts'
import { AVIS } from './fiscal-avis.ts'
import { ACTES } from './famille-actes.ts'
import { DIVORCE } from './famille-divorce.ts'
import { GROSSESSE } from './famille-grossesse.ts'
import { LIVRET } from './famille-livret.ts'
import { HORS_ARGENT } from './hors-perimetre-argent.ts'
import { HORS_SANTE } from './hors-perimetre-sante.ts'
import { HORS_VIE } from './hors-perimetre-vie.ts'
import { BAIL } from './logement-bail.ts'
import { HEBERGEMENT } from './logement-hebergement.ts'
import { HOTEL } from './logement-hotel.ts'
import { QUITTANCE } from './logement-quittance.ts'
import { MOTIF_LOGEMENT } from './motif-logement.ts'
import { PERSONNE } from './motif-personne.ts'
import { PLAINTE } from './motif-plainte.ts'
import { SITUATION } from './motif-situation.ts'
import { BULLETIN_ANCIEN } from './paie-ancien.ts'
import { BULLETIN_CLARIFIE } from './paie-clarifie.ts'
import { APPRENTISSAGE } from './paie-apprentissage.ts'
import { CONTRAT } from './paie-contrat.ts'
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
  ...QUITTANCE,
  ...HOTEL,
  ...BAIL,
  ...HEBERGEMENT,
  ...LIVRET,
  ...ACTES,
  ...GROSSESSE,
  ...DIVORCE,
  ...CONTRAT,
  ...APPRENTISSAGE,
  ...PLAINTE,
  ...SITUATION,
  ...MOTIF_LOGEMENT,
  ...PERSONNE,
  ...HORS_ARGENT,
  ...HORS_VIE,
  ...HORS_SANTE,
]

import type { Template } from '../template.ts'
import { DOCUMENTS } from './documents.ts'
import { CNI } from './identite-cni.ts'
import { ETUDIANTS } from './identite-etudiant.ts'
import { CARTES_HORS_PERIMETRE } from './identite-hors-perimetre.ts'
import { INVALIDITE } from './identite-invalidite.ts'
import { CARTES_UE } from './identite-italie.ts'
import { PASSEPORTS } from './identite-passeport.ts'
import { RECEPISSES } from './identite-recepisse.ts'
import { TITRES_SEJOUR } from './identite-sejour.ts'

/** Every template, in the order in which the generator draws them. */
export const TEMPLATES: readonly Template[] = [
  ...CNI,
  ...CARTES_UE,
  ...PASSEPORTS,
  ...TITRES_SEJOUR,
  ...RECEPISSES,
  ...ETUDIANTS,
  ...INVALIDITE,
  ...CARTES_HORS_PERIMETRE,
  ...DOCUMENTS,
]

import { rng } from '../rng.ts'
import type { Drawn, Template } from '../template.ts'
import { DOCUMENTS } from './documents.ts'
import { CNI } from './identite-cni.ts'
import { ETUDIANTS } from './identite-etudiant.ts'
import { CARTES_HORS_PERIMETRE } from './identite-hors-perimetre.ts'
import { INVALIDITE } from './identite-invalidite.ts'
import { CARTES_UE } from './identite-italie.ts'
import { PASSEPORTS } from './identite-passeport.ts'
import { RECEPISSES } from './identite-recepisse.ts'
import { TITRES_SEJOUR } from './identite-sejour.ts'
import { bulletinsSuccessifs } from './paie-clarifie.ts'

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

/** Payslips of three consecutive months of one job: their cumuls follow each other. For bundles. */
export const SERIES: readonly Template[] = [0, 1, 2].map(i => ({
  id: `bulletin-de-paie/successif-${i + 1}`,
  type: 'bulletin-de-paie',
  draw: context => {
    const slips = bulletinsSuccessifs({ ...context, rng: rng('successifs', context.person.nir) }, 3)
    return slips[i] as Drawn
  },
}))

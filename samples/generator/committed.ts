import type { HouseholdSpec } from './draw.ts'

/** What is committed under `samples/`: which document, in which condition, for whom. */

interface CommittedDocument {
  /** Name of the file without its extension. */
  readonly name: string
  readonly template: string
  /** Conditions, composed (`stamp+scan-200-grey`). */
  readonly condition: string
}

const doc = (template: string, condition: string, name = template.replace('/', '-')): CommittedDocument => ({
  name,
  template,
  condition,
})

export const COMMITTED_DOCUMENTS: readonly CommittedDocument[] = [
  doc('carte-nationale-identite/plastifiee-2013', 'scan-200-color'),
  doc('carte-nationale-identite/plastifiee-2016', 'skew'),
  doc('carte-nationale-identite/cnie-2021', 'scan-300-color'),
  doc('carte-nationale-identite/cnie-2021-deux-pages', 'scan-300-color'),
  doc('carte-nationale-identite/italie-cie', 'scan-200-grey'),
  doc('passeport/france-2006', 'tiff-jpeg'),
  doc('passeport/allemagne', 'rotated-90'),
  doc('titre-de-sejour/carte-2011', 'scan-200-grey'),
  doc('titre-de-sejour/carte-2020', 'scan-200-color'),
  doc('titre-de-sejour/carte-2020-perimee', 'scan-300-grey'),
  doc('titre-de-sejour/carte-2020-recto', 'photo'),
  doc('titre-de-sejour/visa-long-sejour', 'scan-200-color'),
  doc('recepisse-titre-de-sejour/papier-renouvellement', 'scan-200-grey'),
  doc('recepisse-titre-de-sejour/anef-prolongation', 'pdf'),
  doc('carte-etudiant/carte-europeenne', 'scan-200-color'),
  doc('carte-etudiant/certificat-de-scolarite', 'pdf'),
  doc('carte-invalidite/cmi', 'scan-300-color'),
  doc('carte-invalidite/carte-orange', 'scan-200-color'),
  doc('hors-perimetre/carte-vitale', 'scan-200-color'),
  doc('hors-perimetre/permis-de-conduire', 'scan-200-grey'),
]

export interface CommittedBundle {
  readonly name: string
  readonly household: HouseholdSpec
  readonly format: 'tiff' | 'pdf'
  /** Template and condition of each document; `null` for a blank page. */
  readonly parts: readonly (readonly [template: string, condition: string] | null)[]
}

export const COMMITTED_BUNDLES: readonly CommittedBundle[] = []

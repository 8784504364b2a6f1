import { describe, expect, it } from 'vitest'
import type { DocumentKind } from '../../../src/documents/kind.ts'
import { acteDeNaissance } from '../../../src/documents/kinds/acte-de-naissance.ts'
import { certificatDeGrossesse } from '../../../src/documents/kinds/certificat-de-grossesse.ts'
import { jugementDeDivorce } from '../../../src/documents/kinds/jugement-de-divorce.ts'
import { livretDeFamille } from '../../../src/documents/kinds/livret-de-famille.ts'
import { page, piece } from '../page-builder.ts'
import {
  CERFA_GROSSESSE,
  CERTIFICAT_GROSSESSE,
  CONVENTION_DIVORCE,
  COPIE_INTEGRALE,
  EXTRAIT_NAISSANCE,
  EXTRAIT_PLURILINGUE,
  JUGEMENT,
  LIVRET_ENFANTS,
  LIVRET_MARIAGE,
  ONC,
} from './drawings/famille.ts'

const values = (kind: DocumentKind, ...drawings: string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(kind.readFields(piece(...drawings.map(d => page(d))), '2025-04-01')).map(([nom, champ]) => [
      nom,
      champ.valeur,
    ]),
  )

describe('acte de naissance', () => {
  it('reads an extract with its labels', () => {
    expect(values(acteDeNaissance, EXTRAIT_NAISSANCE)).toMatchObject({
      nom: 'MARCHAND',
      prenoms: 'Élodie Claire',
      dateNaissance: '1989-02-17',
      dateDelivrance: '2025-01-09',
      numeroActe: '1274',
    })
  })

  it('reads a full copy, its birth written in letters', () => {
    expect(values(acteDeNaissance, COPIE_INTEGRALE)).toMatchObject({
      nom: 'DUPONT',
      prenoms: 'Jean Paul',
      dateNaissance: '1990-03-02',
      dateDelivrance: '2025-02-20',
    })
  })

  it('reads a multilingual extract', () => {
    expect(values(acteDeNaissance, EXTRAIT_PLURILINGUE)).toMatchObject({
      nom: 'DA SILVA',
      dateNaissance: '1994-11-05',
      dateDelivrance: '2024-12-03',
    })
  })
})

describe('livret de famille', () => {
  it('reads the couple, the wedding and the children that are filled in', () => {
    expect(values(livretDeFamille, LIVRET_MARIAGE, LIVRET_ENFANTS)).toMatchObject({
      nom: 'LEFEBVRE',
      prenoms: 'Thomas Louis',
      dateNaissance: '1984-01-02',
      nomConjoint: 'OUEDRAOGO',
      dateMariage: '2010-06-12',
      nombreEnfants: 2,
    })
  })

  it('does not take the notice of the cover for the page of a spouse or of a child', () => {
    const cover = `
LIVRET DE FAMILLE
Le livret est remis aux époux lors du mariage, ou aux parents lors de la naissance du premier enfant.
Nom : les officiers de l'état civil y portent les actes
`
    expect(values(livretDeFamille, cover, LIVRET_MARIAGE, LIVRET_ENFANTS)).toMatchObject({
      nom: 'LEFEBVRE',
      nomConjoint: 'OUEDRAOGO',
      nombreEnfants: 2,
    })
  })

  it('counts no child on a booklet without children', () => {
    expect(values(livretDeFamille, LIVRET_MARIAGE)).not.toHaveProperty('nombreEnfants')
  })
})

describe('certificat de grossesse', () => {
  it('reads the letter of a doctor', () => {
    expect(values(certificatDeGrossesse, CERTIFICAT_GROSSESSE)).toMatchObject({
      nom: 'RINALDI',
      prenoms: 'Chloé',
      dateNaissance: '1995-10-30',
      dateAccouchementPrevue: '2025-08-12',
      dateDebutGrossesse: '2024-11-12',
      dateDocument: '2025-02-14',
    })
  })

  it('reads the form of the first examination', () => {
    expect(values(certificatDeGrossesse, CERFA_GROSSESSE)).toMatchObject({
      nom: 'HAMDI',
      prenoms: 'Sarra',
      dateAccouchementPrevue: '2025-10-03',
    })
  })
})

describe('jugement de divorce', () => {
  it('reads the register number, the day and the first party', () => {
    expect(values(jugementDeDivorce, JUGEMENT)).toMatchObject({
      numeroRg: '21/04567',
      dateJugement: '2022-05-03',
      nom: 'KERVELLA',
      prenoms: 'Yann',
    })
  })

  it('reads an order of non-conciliation', () => {
    expect(values(jugementDeDivorce, ONC)).toMatchObject({ numeroRg: '17/01234', dateJugement: '2017-11-16' })
  })

  it('reads the day of an agreement by lawyers, which has no register number', () => {
    const read = values(jugementDeDivorce, CONVENTION_DIVORCE)
    expect(read).toMatchObject({ dateDocument: '2023-07-04', nom: 'PERRIN' })
    expect(read).not.toHaveProperty('numeroRg')
  })
})

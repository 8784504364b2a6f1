import { describe, expect, it } from 'vitest'
import { parseTwoDDoc } from '../../../src/formats/two-d-doc/parse.ts'
import { twoDDocChamps } from '../../../src/formats/two-d-doc/two-d-doc-champs.ts'
import { contentOf, vector } from './vectors.ts'

const champs = (id: string): Record<string, string | number> => {
  const parsed = parseTwoDDoc(contentOf(vector(id)))
  if (parsed.kind !== 'read') throw new Error(id)
  return Object.fromEntries(twoDDocChamps(parsed.reading).map(c => [c.nom, c.valeur]))
}

describe('fields of the result that a 2D-Doc gives', () => {
  it('a tax notice', () => {
    expect(champs('ref-28readme')).toEqual({
      revenuFiscalReference: 63198,
      nombreParts: 2.75,
      referenceAvis: '2278012345678',
      anneeRevenus: 2021,
      declarant1: 'RETI PATRICK',
      numeroFiscal: '3001123456789',
      declarant2: 'RETI SOPHIE',
      numeroFiscal2: '0701987765432',
      dateMiseEnRecouvrement: '2022-07-31',
      montantImpot: 3542,
      resteAPayer: -182,
      retenueALaSource: 3724,
      adresse: '145 RUE JULLIARD ZA SPECIMEN 78320 LEVIS ST NOM',
    })
  })

  it('a payslip', () => {
    expect(champs('syn-06-payslip')).toEqual({
      siret: '12345678900012',
      periodeDebut: '2025-07-01',
      periodeFin: '2025-07-31',
      netImposable: 1800.5,
      cumulNetImposable: 12603.5,
      salaireBrut: 2310,
      netAPayer: 1850.1,
      salarie: 'MME/ROUX/ALICE',
    })
  })

  it('an identity card and an attestation of the foreigners service', () => {
    expect(champs('syn-07-cnie-like')).toEqual({
      nom: 'DUPONT',
      prenoms: 'CAMILLE LOUISE',
      numeroDocument: 'X4RTBPFW4',
      nationalite: 'FRA',
      sexe: 'F',
    })
    expect(champs('syn-13-anef')).toMatchObject({
      nom: 'DIALLO',
      nationalite: 'SEN',
      dateNaissance: '1990-05-12',
      numeroDocument: '7500000000000000001',
      numeroEtranger: '9912345678',
      dateDebutValidite: '2025-06-03',
      dateExpiration: '2025-09-02',
    })
  })

  it('an empty field is not given, nor an unsigned one, nor the fields of an unlisted type', () => {
    expect(champs('syn-empty-fields')).not.toHaveProperty('declarant2')
    expect(champs('syn-01-annexe')).toEqual({})
  })
})

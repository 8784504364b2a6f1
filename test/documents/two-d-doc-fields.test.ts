import { describe, expect, it } from 'vitest'
import { avisImposition } from '../../src/documents/kinds/avis-imposition.ts'
import { bulletinDePaie } from '../../src/documents/kinds/bulletin-de-paie.ts'
import { recepisseTitreDeSejour } from '../../src/documents/kinds/recepisse-titre-de-sejour.ts'
import { read, validityOf, JOUR_DEPOT } from './kinds/values.ts'
import { page, piece } from './page-builder.ts'

// Contents with a made-up signature: what is tried here is the reading of the fields, the signature has its own check.
const SIGNATURE = 'A'.repeat(103)
const AVIS = `DC04FR00T256FFFF24802801FR432,5\u001d442544A7812345645202446DUPONT CAMILLE\u001d4A310720254Y12 RUE DES LILAS/75019 PARIS\u001d4730012345678904118243\u001d4V612\u001d4X598\u001d\u001f${SIGNATURE}`
const BULLETIN = `DC04FR00T256247E24800601FR10MME/ROUX/ALICE\u001d501234567890001253246154247F5515052018581800,50\u001d5912603,50\u001d5A2310,00\u001d5C1850,10\u001d5T1\u001f${SIGNATURE}`
const ANEF = `DC04FR00T256244524451301FR60AMINA\u001d62DIALLO\u001d63DIALLO\u001d67SN68F69120519906ADAKAR\u001d6CSN6J26K75000000000000000016L030320256PTRAVAIL AUTORISE\u001d6Q99123456786U12 RUE DE LA REPUBLIQUE\u001d6W750116XPARIS\u001d6N030620256O02092025\u001f${SIGNATURE}`

describe('fields of the 2D-Doc', () => {
  it('fill what was not read on a tax notice, and say where they come from', () => {
    const text = piece(page("Avis d'impôt\nRevenu fiscal de référence   18 243", { barcodes: [AVIS] }))
    const champs = avisImposition.readFields(text, JOUR_DEPOT)
    expect(champs['revenuFiscalReference']).toMatchObject({ valeur: 18243, source: 'ocr' })
    expect(champs['referenceAvis']).toMatchObject({ valeur: '2544A78123456', source: '2d-doc', page: 1 })
    expect(read(avisImposition, text)).toMatchObject({
      nom: 'DUPONT',
      prenoms: 'CAMILLE',
      declarant1: 'DUPONT CAMILLE',
      nombreParts: 2.5,
      anneeRevenus: 2024,
      numeroFiscal: '3001234567890',
      dateMiseEnRecouvrement: '2025-07-31',
    })
    expect(validityOf(avisImposition, text).dateFinValidite).toBe('2026-12-31')
  })

  it('outrank the print for the end of validity, while the print stays the field', () => {
    const text = piece(page('Impôt sur les revenus de 2025', { barcodes: [AVIS] }))
    expect(avisImposition.readFields(text, JOUR_DEPOT)['anneeRevenus']).toMatchObject({ valeur: 2025, source: 'ocr' })
    expect(validityOf(avisImposition, text).dateFinValidite).toBe('2026-12-31')
  })

  it('give the holder, the employer and the period of a payslip', () => {
    const text = piece(page('BULLETIN DE PAYE', { barcodes: [BULLETIN] }))
    expect(read(bulletinDePaie, text)).toMatchObject({
      nom: 'ROUX',
      prenoms: 'ALICE',
      siret: '12345678900012',
      netImposable: 1800.5,
      salaireBrut: 2310,
    })
    expect(validityOf(bulletinDePaie, text).regleValidite).toBe('bulletin-paie-3-mois')
  })

  it('say what an attestation of the foreigners service is, and when it ends', () => {
    const text = piece(page("MINISTERE DE L'INTERIEUR\nAttestation", { barcodes: [ANEF] }))
    expect(read(recepisseTitreDeSejour, text)).toMatchObject({
      nom: 'DIALLO',
      prenoms: 'AMINA',
      dateNaissance: '1990-05-12',
      dateExpiration: '2025-09-02',
      numeroEtranger: '9912345678',
      natureDocument: 'prolongation-instruction',
    })
    expect(validityOf(recepisseTitreDeSejour, text).dateFinValidite).toBe('2025-09-02')
  })

  it('of another type of document are not used', () => {
    const text = piece(page('BULLETIN DE PAIE', { barcodes: [AVIS] }))
    expect(read(bulletinDePaie, text)).toEqual({})
  })
})

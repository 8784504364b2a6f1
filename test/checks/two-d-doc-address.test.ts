import { beforeAll, describe, expect, it } from 'vitest'
import { twoDDocText } from '../../samples/generator/two-d-doc.ts'
import { addressDifference } from '../../src/checks/address-difference.ts'
import { twoDDocCoherenceCheck } from '../../src/checks/two-d-doc-coherence.ts'
import { twoDDocSignatureCheck } from '../../src/checks/two-d-doc-signature.ts'
import type { Check, CheckResult } from '../../src/domain/check.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import { context, pageWith } from './context.ts'

const bill = (...fields: [string, string][]): string =>
  twoDDocText({ type: '01', issueDate: '2026-05-04', signatureDate: '2026-05-04', fields })
const BILL = bill(
  ['10', 'MME/DURAND/ANAIS'],
  ['1D', '84,12'],
  ['22', '12 BD MAL JOFFRE'],
  ['24', '69003'],
  ['25', 'LYON'],
)
const NOTICE = twoDDocText({
  type: '28',
  issueDate: null,
  signatureDate: '2025-08-01',
  fields: [
    ['43', '1'],
    ['46', 'DURAND ANAIS'],
    ['4W', '-182'],
    ['4X', '1240'],
    ['4Y', '12 BOULEVARD DU MARECHAL JOFFRE/69003 LYON'],
  ],
})
const BLOCK = 'Mme ANAÏS DURAND\n12 BOULEVARD DU MARÉCHAL JOFFRE\n69003 LYON'

let coherence: Check
let signature: Check
beforeAll(async () => {
  const store = await loadTrustStore('samples/2d-doc-trust-store.json')
  coherence = twoDDocCoherenceCheck(store)
  signature = twoDDocSignatureCheck(store)
})
const judge = async (type: TypePiece, text: string, code: string): Promise<CheckResult> =>
  coherence.run(context(type, [pageWith({ text, codes: [code] })]))

describe('2d-doc-coherence: a proof of address', () => {
  it('the address and the person are those of the code, whatever the postal abbreviations: conforme, with zones', async () => {
    const result = await judge('hors-perimetre', `${BLOCK}\nMontant TTC à payer      84,12 €`, BILL)
    expect(result.statut).toBe('conforme')
    const preuves = 'preuves' in result ? (result.preuves ?? []) : []
    expect(preuves.map(p => p.source)).toContain('2d-doc')
    expect(preuves.every(p => p.zone !== null)).toBe(true)
  })

  it('another town, another number or another person than signed may be the address of the letter: non-realise', async () => {
    for (const changed of [
      BLOCK.replace('69003 LYON', '38000 GRENOBLE'),
      BLOCK.replace('12 BOU', '41 BOU'),
      BLOCK.replace('ANAÏS DURAND', 'LOUIS GARNIER'),
    ])
      expect([changed, (await judge('hors-perimetre', changed, BILL)).statut]).toEqual([changed, 'non-realise'])
  })

  it('the address that the letter itself is signed for leaves no doubt: anomalie', async () => {
    const sent = bill(
      ['10', 'DURAND ANAIS'],
      ['14', 'DURAND ANAIS'],
      ['22', ''],
      ['24', '69003'],
      ['29', '12 BD MAL JOFFRE'],
    )
    expect((await judge('hors-perimetre', BLOCK, sent)).statut).toBe('conforme')
    expect(await judge('hors-perimetre', BLOCK.replace('12 BOU', '47 BOU'), sent)).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('adresse du destinataire') as string,
    })
  })

  it('another amount than signed is a doubt, the signed one anywhere is none', async () => {
    const amount = async (text: string): Promise<string> =>
      (await judge('hors-perimetre', `${BLOCK}\n${text}`, BILL)).statut
    expect(await amount('Montant TTC à payer      51,90 €')).toBe('non-realise')
    expect(await amount('Montant TTC à payer      51,90 €\nNouveau solde      84,12 €')).toBe('conforme')
  })

  it('a paper out of scope without code is not looked at; with one its signature is', () => {
    const ctx = (codes: string[]) => context('hors-perimetre', [pageWith({ text: BLOCK, codes })])
    expect(coherence.appliesTo(ctx([]))).toBe(false)
    expect(signature.appliesTo(ctx([BILL]))).toBe(true)
    expect((signature.run(ctx([BILL.replace('DURAND', 'GERARD')])) as CheckResult).statut).toBe('anomalie')
  })
})

describe('2d-doc-coherence: address and amounts of a notice', () => {
  const notice = (text: string): Promise<CheckResult> => judge('avis-imposition', text, NOTICE)

  it('agrees: conforme', async () => {
    const text = `${BLOCK}\nPrélèvement à la source déjà payé      - 1 240 €\nMontant qui vous sera restitué      182 €`
    const result = await notice(text)
    expect(result.statut).toBe('conforme')
    expect('preuves' in result ? result.preuves?.map(p => p.libelle) : []).toEqual(
      expect.arrayContaining(['Imprimé, adresse', 'Imprimé, reste à payer', 'Imprimé, prélèvement à la source']),
    )
  })

  it('another address of the same person: anomalie', async () => {
    expect(await notice(BLOCK.replace('69003 LYON', '38000 GRENOBLE'))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('adresse (2D-Doc : 12 BOULEVARD') as string,
    })
  })

  it('the address of the tax office is not that of the person', async () => {
    expect((await notice(`${BLOCK}\n\n\nCENTRE DES FINANCES PUBLIQUES\n5 RUE DE LA CHARITÉ\n69002 LYON`)).statut).toBe(
      'conforme',
    )
  })

  it('other amounts are a doubt: notices print several by the same name', async () => {
    expect((await notice(`${BLOCK}\nMontant qui vous sera restitué      950 €`)).statut).toBe('non-realise')
  })
})

describe('two addresses', () => {
  it.each([
    ['12 BOULEVARD DU MARECHAL JOFFRE 69003 LYON', '12 BD MAL JOFFRE 69003 LYON', 'aucune'],
    ['12 RUE VICTOR HUGO BAT C 69003 LYON', '12 R VICTOR HUGO LYON', 'aucune'],
    ['12 RUE VICTOR HUGO 69003 LYON', '46 RUE VICTOR HUGO 69003 LYON', 'nette'],
    ['13 RUE VICTOR HUGO 69003 LYON', '18 RUE VICTOR HUGO 69003 LYON', 'confusion'],
    ['APPT 4 12 RUE VICTOR HUGO 69003 LYON', '17 RUE VICTOR HUGO 69003 LYON', 'partie'],
    ['12 RUE VICTOR HUGO 69003 LYON', '12 RUE VICTOR HUGO 13003 MARSEILLE', 'nette'],
    ['12 RUE VICTOR HUGO 69003 LYON', '12 RUE JEAN JAURES 69003 LYON', 'partie'],
    ['12 RUE VICTOR HUGO 69003 LYON', '12 RUE VICTOR HUGO 69003 VILLEURBANNE', 'partie'],
    ['', '12 RUE VICTOR HUGO 69003 LYON', 'nette'],
  ])('%s / %s: %s', (printed, signed, difference) => {
    expect(addressDifference(printed, signed)).toBe(difference)
  })
})

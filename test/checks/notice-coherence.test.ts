import { describe, expect, it } from 'vitest'
import { noticeCoherenceCheck } from '../../src/checks/notice-coherence.ts'
import type { Champs } from '../../src/domain/champs.ts'
import type { CheckResult } from '../../src/domain/check.ts'
import { champ, context, pageWith, printed } from './context.ts'

const exact = { source: 'texte-pdf', confiance: 1 } as const
const GENUINE = {
  numeroFiscal: '3023217600053',
  referenceAvis: '2578012345678',
  anneeRevenus: 2024,
  dateMiseEnRecouvrement: '2025-07-31',
  dateEtablissement: '2025-07-10',
  revenuFiscalReference: 21600,
  revenuImposable: 21600,
}
const run = (champs: Champs, text = "AVIS D'IMPÔT", source: 'ocr' | 'texte-pdf' = 'texte-pdf'): CheckResult =>
  noticeCoherenceCheck().run(context('avis-imposition', [pageWith({ text, source })], champs)) as CheckResult

describe('avis-coherence', () => {
  it('a genuine notice agrees with itself', () => {
    expect(run(printed(GENUINE, exact))).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining('5 comparaisons') as string,
    })
  })

  it('a numéro fiscal whose key is wrong: an anomalie in the text of a PDF, a doubt by OCR', () => {
    const values = { ...GENUINE, numeroFiscal: '3023217600054' }
    expect(run(printed(values, exact))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining("la clé de 3023217600054 est fausse, ce numéro n'existe pas") as string,
    })
    expect(run(printed(values)).statut).toBe('non-realise')
  })

  it('the second declarant has a key too', () => {
    expect(run(printed({ ...GENUINE, numeroFiscal2: '1234567890067' }, exact)).statut).toBe('anomalie')
    expect(run(printed({ ...GENUINE, numeroFiscal2: '1234567890066' }, exact)).statut).toBe('conforme')
  })

  it('income of a year after the notice was issued', () => {
    expect(run(printed({ ...GENUINE, anneeRevenus: 2025 }, exact))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining(
        "L'avis porte sur les revenus de 2025, mais la référence de l'avis dit qu'il a été émis en 2025.",
      ) as string,
    })
    expect(run(printed({ ...GENUINE, anneeRevenus: 2025 })).statut).toBe('non-realise')
  })

  it('a notice issued years later is not odd, and a year that was only deduced proves nothing', () => {
    expect(run(printed({ ...GENUINE, anneeRevenus: 2021 }, exact)).statut).toBe('conforme')
    const deduced = { ...printed(GENUINE, exact), anneeRevenus: champ(2026, { source: 'calcul', page: null }) }
    expect(run(deduced).statut).toBe('conforme')
  })

  it('another reference income on the detail than on the first page', () => {
    const text = (other: string): string => `
AVIS D'IMPÔT ÉTABLI EN 2025
Revenu fiscal de référence          21 600
Plafond du revenu fiscal de référence   15 000
Revenu fiscal de référence 2023         19 000

Revenu fiscal de référence          ${other}`
    const champs = printed(GENUINE, exact)
    expect(run(champs, text('21 600')).statut).toBe('conforme')
    expect(run(champs, text('11 600'))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('21600 € et 11600 €') as string,
    })
    expect(run(champs, text('11 600'), 'ocr').statut).toBe('non-realise')
  })

  it('a reference income under the taxable income is said, and does not accuse alone', () => {
    expect(run(printed({ ...GENUINE, revenuFiscalReference: 20000 }, exact))).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining('inférieur au revenu imposable') as string,
    })
  })

  it('nothing read: not carried out', () => {
    expect(run({}).statut).toBe('non-realise')
  })
})

import { describe, expect, it } from 'vitest'
import { payslipPlausibilityCheck } from '../../src/checks/payslip-plausibility.ts'
import type { CheckResult } from '../../src/domain/check.ts'
import { hourlySmic } from '../../src/checks/payslip/smic.ts'
import { champ, context, pageWith, printed } from './context.ts'

interface Reading {
  readonly source: 'ocr' | 'texte-pdf'
  readonly confiance: number
}

const DEPOT = '2026-08-20'
const exact: Reading = { source: 'texte-pdf', confiance: 1 }

/** July 2026, as payroll programs print it. */
const GENUINE = {
  periodeDebut: '2026-07-01',
  periodeFin: '2026-07-31',
  datePaiement: '2026-07-31',
  salaireBrut: 2000,
  netAPayerAvantImpot: 1583.2,
  montantNetSocial: 1583.2,
  tauxHoraire: 13.187,
}

const run = (
  values: Partial<typeof GENUINE>,
  { text = 'ATELIERS DU VAL', other = exact, jour = DEPOT } = {},
): CheckResult => {
  const source = other.source === 'texte-pdf' ? 'texte-pdf' : 'ocr'
  const pages = [pageWith({ text: `${text}\nBULLETIN DE PAIE`, source })]
  return payslipPlausibilityCheck().run(context('bulletin-de-paie', pages, printed(values, other), jour)) as CheckResult
}
const without = (...names: (keyof typeof GENUINE)[]): Partial<typeof GENUINE> =>
  Object.fromEntries(Object.entries(GENUINE).filter(([n]) => !names.includes(n as keyof typeof GENUINE)))
const ocr: Reading = { source: 'ocr', confiance: 0.97 }

describe('bulletin-vraisemblance', () => {
  it('an ordinary slip, with what was compared', () => {
    expect(run(GENUINE)).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining('Le net est 79 % du brut.') as string,
    })
  })

  it('one unusual figure alone is said and accuses nobody', () => {
    expect(run({ ...GENUINE, montantNetSocial: 1900 })).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining('95 % du brut') as string,
    })
  })

  it('two unusual figures surely read are an anomalie', () => {
    expect(run({ ...GENUINE, montantNetSocial: 1900, tauxHoraire: 9.5 })).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('inférieur au SMIC') as string,
    })
  })

  it('two unusual figures that were poorly read are not', () => {
    const other: Reading = { source: 'ocr', confiance: 0.7 }
    expect(run({ ...GENUINE, montantNetSocial: 1900, tauxHoraire: 9.5 }, { other }).statut).toBe('conforme')
  })

  it.each(['APPRENTI', 'ASSISTANTE MATERNELLE', 'ESAT', 'ACTIVITÉ PARTIELLE', 'STAGIAIRE'])(
    'people paid by other rules (%s) are not measured against the SMIC nor the ordinary net',
    text => {
      expect(run({ ...GENUINE, montantNetSocial: 1990, tauxHoraire: 6 }, { text }).statut).toBe('conforme')
    },
  )

  it('a montant net social before it existed is an anachronism', () => {
    const values = { ...GENUINE, periodeDebut: '2022-03-01', periodeFin: '2022-03-31', datePaiement: '2022-03-31' }
    expect(run(values, { other: ocr })).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining("qui n'existe que depuis juillet 2023") as string,
    })
  })

  it('a year that OCR may have misread is not: the day of payment says otherwise', () => {
    const values = { ...GENUINE, periodeDebut: '2020-07-01', periodeFin: '2020-07-31' }
    expect(run(values, { other: ocr }).statut).toBe('non-realise')
  })

  it('a month of tolerance: the slip of June 2023 may carry it', () => {
    const values = { ...GENUINE, periodeDebut: '2023-06-01', periodeFin: '2023-06-30', datePaiement: '2023-07-02' }
    expect(run(values).statut).toBe('conforme')
  })

  it('a net before tax before the withholding existed', () => {
    const values = {
      ...without('montantNetSocial'),
      periodeDebut: '2018-05-01',
      periodeFin: '2018-05-31',
      datePaiement: '2018-05-31',
    }
    expect(run(values)).toMatchObject({ statut: 'anomalie', motif: expect.stringContaining('janvier 2019') as string })
  })

  it('without the montant net social: a weak sign in the text of a PDF, none when OCR may have missed it', () => {
    const values = without('montantNetSocial')
    expect(run(values)).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining("n'y figure pas") as string,
    })
    expect(run(values, { other: ocr })).toMatchObject({
      statut: 'conforme',
      motif: expect.not.stringContaining("n'y figure pas") as string,
    })
  })

  it('a period that has not begun at the deposit', () => {
    const values = { ...GENUINE, periodeDebut: '2026-10-01', periodeFin: '2026-10-31', datePaiement: '2026-10-31' }
    expect(run(values).statut).toBe('anomalie')
    expect(run(values, { jour: '2026-09-25' }).statut).toBe('conforme')
  })

  it('paid before being hired: an anomalie in the text of a PDF, a doubt by OCR', () => {
    const text = "ATELIERS DU VAL\nDate d'entrée : 01/09/2026"
    expect(run(GENUINE, { text })).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining("entré dans l'entreprise le 01/09/2026") as string,
    })
    expect(run(GENUINE, { text, other: ocr }).statut).toBe('non-realise')
  })

  it('nothing read: not carried out', () => {
    const nothing = context('bulletin-de-paie', [pageWith({})], { employeur: champ('ATELIERS DU VAL') })
    expect(payslipPlausibilityCheck().run(nothing)).toMatchObject({ statut: 'non-realise' })
  })
})

describe('hourly SMIC', () => {
  it.each([
    ['2024-10-31', 11.65],
    ['2024-11-01', 11.88],
    ['2026-05-31', 12.02],
    ['2026-06-01', 12.31],
  ])('on %s: %d €', (day, smic) => {
    expect(hourlySmic(day)).toBe(smic)
  })

  it('is lower in Mayotte, unknown before 2018', () => {
    expect(hourlySmic('2026-07-01', true)).toBe(9.56)
    expect(hourlySmic('2017-12-31')).toBeNull()
  })
})

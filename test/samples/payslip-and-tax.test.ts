import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { calculer, nombreDeParts } from '../../samples/generator/templates/fiscal-bareme.ts'
import { smic } from '../../samples/generator/templates/paie-bareme.ts'
import { calculerBulletin, cumuler, tirerEmploi, type Emploi } from '../../samples/generator/templates/paie-calcul.ts'
import { dateEnLettres, enLettres } from '../../samples/generator/templates/kit-nombres.ts'
import { rng } from '../../samples/generator/rng.ts'

const cents = (n: number): number => Math.round(n * 100)

/** A plain employee: no mutuelle, no overtime. */
const job = (brut: number): Emploi => ({
  intitule: 'Employé',
  cadre: false,
  classification: '',
  tauxHoraire: brut / 151.67,
  heures: 151.67,
  heuresSup: [],
  anciennete: 0,
  mutuelle: [0, 0],
  prevoyance: [0, 0],
  transport: 0,
  titres: null,
  tauxPas: 0,
  tauxAt: 1,
  entree: '2020-01-01',
  matricule: '1',
})

describe('figures of the payslips', () => {
  it.each([
    [2000, 1583.2, 1640.18],
    [2500, 1978.99, 2050.23],
    [3000, 2374.79, 2460.27],
    [4500, 3562.73, 3690.95],
  ])('a gross wage of %d gives the net of the social rules, to the cent', (brut, net, imposable) => {
    const slip = calculerBulletin(job(brut), '2025-06-01')
    expect(slip.brut).toBe(brut)
    expect(Math.abs(cents(slip.netAvantImpot) - cents(net))).toBeLessThanOrEqual(1)
    expect(Math.abs(cents(slip.netImposable) - cents(imposable))).toBeLessThanOrEqual(1)
  })

  const slips = fc.record({ seed: fc.integer({ min: 1, max: 100_000 }), month: fc.integer({ min: 1, max: 12 }) })
  const debut = (month: number): string => `2026-${String(month).padStart(2, '0')}-01`

  it('adds up: gross, contributions, net and withholding tax', () => {
    fc.assert(
      fc.property(slips, ({ seed, month }) => {
        const emploi = tirerEmploi(rng('test', seed), debut(month))
        const s = calculerBulletin(emploi, debut(month))
        const sum = (values: readonly number[]): number => cents(values.reduce((a, b) => a + b, 0))
        expect(sum(s.gains.map(g => g.montant))).toBe(cents(s.brut))
        expect(sum(s.cotisations.map(c => c.salarie))).toBe(cents(s.totalSalarie))
        for (const c of s.cotisations)
          if (c.base !== null && c.tauxSalarie !== null)
            expect(Math.abs(c.salarie - (c.base * c.tauxSalarie) / 100)).toBeLessThanOrEqual(0.0051)
        expect(cents(s.netSocial)).toBe(cents(s.brut - s.totalSalarie))
        expect(sum([s.netSocial, ...s.divers.map(d => d.montant)])).toBe(cents(s.netAvantImpot))
        expect(cents(s.netPaye)).toBe(cents(s.netAvantImpot - s.pas))
        expect(s.tauxHoraire).toBeGreaterThanOrEqual(smic(debut(month)))
      }),
      { numRuns: 60 },
    )
  })

  it('carries its cumuls from one month to the next', () => {
    fc.assert(
      fc.property(slips, ({ seed, month }) => {
        const emploi = { ...tirerEmploi(rng('test', seed), debut(month)), entree: '2019-03-01' }
        const slip = calculerBulletin(emploi, debut(month))
        const now = cumuler(emploi, debut(month))
        const before = month === 1 ? null : cumuler(emploi, debut(month - 1))
        expect(cents(now.brut)).toBe(cents((before?.brut ?? 0) + slip.brut))
        expect(cents(now.netImposable)).toBe(cents((before?.netImposable ?? 0) + slip.netImposable))
      }),
      { numRuns: 30 },
    )
  })
})

describe('figures of the tax notices', () => {
  it('a salary of 24 000 in 2023 pays 774 euros after the décote', () => {
    expect(calculer({ revenusDe: 2023, salaires: [24_000], enfants: 0 })).toMatchObject({
      deductions: [2400],
      imposable: 21_600,
      rfr: 21_600,
      parts: 1,
      droits: 1134,
      decote: 360,
      impot: 774,
      tmi: 11,
    })
  })

  it('counts the parts of the household', () => {
    expect(nombreDeParts(1, 0)).toBe(1)
    expect(nombreDeParts(1, 1)).toBe(2)
    expect(nombreDeParts(2, 2)).toBe(3)
    expect(nombreDeParts(2, 3)).toBe(4)
  })

  it('never lets children lower the tax by more than the cap of the half parts', () => {
    const without = calculer({ revenusDe: 2024, salaires: [60_000, 60_000], enfants: 0 })
    const withTwo = calculer({ revenusDe: 2024, salaires: [60_000, 60_000], enfants: 2 })
    expect(without.droits - withTwo.droits).toBe(2 * 1791)
  })
})

describe('numbers in words', () => {
  it.each([
    [71, 'soixante et onze'],
    [80, 'quatre-vingts'],
    [91, 'quatre-vingt-onze'],
    [200, 'deux cents'],
    [599, 'cinq cent quatre-vingt-dix-neuf'],
    [1021, 'mille vingt et un'],
  ])('%d is %s', (n, words) => expect(enLettres(n)).toBe(words))

  it('writes a date as a civil-status record does', () => {
    expect(dateEnLettres('1990-03-02')).toBe('deux mars mil neuf cent quatre-vingt-dix')
    expect(dateEnLettres('2026-08-01')).toBe('premier août deux mille vingt-six')
  })
})

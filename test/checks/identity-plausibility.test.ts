import { describe, expect, it } from 'vitest'
import { identityPlausibilityCheck } from '../../src/checks/identity-plausibility.ts'
import type { Champs } from '../../src/domain/champs.ts'
import type { CheckResult } from '../../src/domain/check.ts'
import { champ, context, pageWith, printed } from './context.ts'

const DAY = '2026-07-01'
const GENUINE = { dateNaissance: '1985-02-14', dateDelivrance: '2023-01-06', dateExpiration: '2033-01-05' }
const run = (champs: Champs): CheckResult =>
  identityPlausibilityCheck().run(context('carte-nationale-identite', [pageWith({})], champs, DAY)) as CheckResult
const exact = { source: 'texte-pdf', confiance: 1 } as const

describe('identite-vraisemblance', () => {
  it('birth, issue and expiry in their order, of a person alive', () => {
    expect(run(printed(GENUINE))).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining('Le titulaire a 41 ans.') as string,
    })
  })

  it.each([
    [{ ...GENUINE, dateDelivrance: '1984-01-06' }, 'date de naissance 14/02/1985, date de délivrance 06/01/1984'],
    [{ ...GENUINE, dateExpiration: '2022-01-05' }, 'date de délivrance 06/01/2023, date d'],
    [{ ...GENUINE, dateDelivrance: '2026-11-06' }, 'le 06/11/2026 est après le dépôt du 01/07/2026'],
    [{ ...GENUINE, dateNaissance: '1885-02-14' }, 'Le titulaire aurait 141 ans'],
  ])('dates that cannot be: an anomalie where they are exact, a doubt by OCR', (values, words) => {
    expect(run(printed(values, exact))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining(words) as string,
    })
    expect(run(printed(values)).statut).toBe('non-realise')
  })

  it('the dates of the MRZ are sure', () => {
    const mrz = { source: 'mrz', confiance: 0.99 } as const
    const champs = { dateNaissance: champ('2031-02-14', mrz), dateExpiration: champ('2030-01-05', mrz) }
    expect(run(champs).statut).toBe('anomalie')
  })

  it('no date read: not carried out', () => {
    expect(run({}).statut).toBe('non-realise')
  })
})

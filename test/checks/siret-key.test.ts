import { describe, expect, it } from 'vitest'
import { siretKeyCheck } from '../../src/checks/siret-key.ts'
import type { Champs } from '../../src/domain/champs.ts'
import type { CheckResult } from '../../src/domain/check.ts'
import { champ, context, pageWith } from './context.ts'

const check = siretKeyCheck()
const run = (champs: Champs, text = 'BULLETIN DE PAIE', source: 'ocr' | 'texte-pdf' = 'ocr'): CheckResult =>
  check.run(context('bulletin-de-paie', [pageWith({ text, source })], champs)) as CheckResult
const exact = { source: 'texte-pdf', confiance: 1 } as const

describe('siret-cle', () => {
  it.each(['32992501005029', '73282932000074', '35600000000048', '35600000049837', '732 829 320 00074'])(
    '%s: both keys are right',
    siret => {
      expect(run({ siret: champ(siret) }).statut).toBe('conforme')
    },
  )

  it.each(['73282932000075', '35600000012345', '12345678900012'])(
    '%s: a wrong key in the text of a PDF is an anomalie',
    siret => {
      expect(run({ siret: champ(siret, exact) })).toMatchObject({
        statut: 'anomalie',
        motif: expect.stringContaining(siret) as string,
      })
    },
  )

  it('read by OCR once, a wrong key is a doubt', () => {
    expect(run({ siret: champ('73282932000075') }).statut).toBe('non-realise')
  })

  it('read twice on the page, it is sure', () => {
    const text = 'SIRET 732 829 320 00075\nN° SIRET : 73282932000075'
    expect(run({ siret: champ('73282932000075') }, text).statut).toBe('anomalie')
    expect(run({ siret: champ('73282932000075', { confiance: 0.8 }) }, text).statut).toBe('non-realise')
  })

  it('absent from a payslip that is all text, employer included: anomalie', () => {
    const employeur = champ('ATELIERS DU VAL', exact)
    expect(run({ employeur }, 'ATELIERS DU VAL\nBULLETIN DE PAIE', 'texte-pdf').statut).toBe('anomalie')
  })

  it('absent where it may stand in a picture, or be there unread: not carried out', () => {
    const employeur = champ('ATELIERS DU VAL', exact)
    expect(run({}, 'BULLETIN DE PAIE', 'texte-pdf').statut).toBe('non-realise')
    expect(run({ employeur: champ('ATELIERS DU VAL') }, 'BULLETIN DE PAIE').statut).toBe('non-realise')
    expect(run({ employeur }, 'ATELIERS DU VAL\nSIRET', 'texte-pdf').statut).toBe('non-realise')
    expect(run({ employeur }, 'RCS PARIS 732 829 320 00074', 'texte-pdf').statut).toBe('non-realise')
  })

  it.each([
    'CESU',
    'PAJEMPLOI',
    'AMBASSADE DU CANADA',
    'CENTRE HOSPITALIER DE LA CÔTE',
    "RECTORAT DE L'ACADÉMIE",
    'TRAITEMENT BRUT',
  ])('an employer that has none, or need not print it (%s): sans objet', employer => {
    expect(run({ employeur: champ(employer, exact) }, `${employer}\nBULLETIN`, 'texte-pdf').statut).toBe('sans-objet')
  })

  it('is mandatory on payslips only', () => {
    const result = check.run(context('recu-hotel', [pageWith({})])) as CheckResult
    expect(result.statut).toBe('sans-objet')
    expect(check.appliesTo(context('quittance-de-loyer', []))).toBe(false)
  })
})

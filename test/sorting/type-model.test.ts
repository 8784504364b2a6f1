import { describe, expect, it } from 'vitest'
import { CODES_TYPE } from '../../src/domain/type-piece.ts'
import { classifyPage } from '../../src/sorting/classify.ts'
import { textsOf, typeFeatures } from '../../src/sorting/type-features.ts'
import { TYPE_MODEL, TypeModel } from '../../src/sorting/type-model.ts'
import { page } from '../documents/page-builder.ts'

const opinionsOf = (drawing: string) => TYPE_MODEL.opinions(typeFeatures([textsOf(page(drawing))]))

/** Wordings without a title that a table of cues knows. */
const SLIP = `
ENTREPRISE DES DEUX RIVES
Votre rémunération du mois d'août
Heures mensualisées 151,67      Taux horaire 12,40      Brut 1 880,71
Cotisations salariales      Assurance vieillesse plafonnée      Base 1 880,71      129,77
CSG non déductible      Complémentaire santé      Part patronale
Congés restant à prendre 12,5      Cumul annuel imposable 11 902,40
Somme virée sur votre compte 1 488,20
`
const PLEA = `
Monsieur le Maire,
Nous organisons le 12 juin la fête du quartier et aimerions disposer de la salle des fêtes.
Une trentaine de bénévoles tiendront la buvette et un concert aura lieu le soir.
Pourriez-vous nous prêter des tables et des bancs ?
Avec nos remerciements,
Le comité
`

describe('the trained model', () => {
  it('knows all the types of the contract and no other', () => {
    expect(
      opinionsOf(SLIP)
        .map(o => o.type)
        .sort(),
    ).toEqual([...CODES_TYPE].sort())
  })

  it('gives likelihoods that make one together', () => {
    const total = opinionsOf(SLIP).reduce((sum, o) => sum + Math.exp(o.logProbability), 0)
    expect(total).toBeCloseTo(1, 6)
  })

  it('tells a payslip by its vocabulary when no title says what it is', () => {
    expect(opinionsOf(SLIP)[0]?.type).toBe('bulletin-de-paie')
    const vote = classifyPage(page(SLIP))
    expect(vote.type).toBe('bulletin-de-paie')
    expect(vote.evidence.join()).toContain('vocabulaire')
  })

  it('leaves a letter about anything else out of scope', () => {
    expect(opinionsOf(PLEA)[0]?.type).toBe('hors-perimetre')
    expect(classifyPage(page(PLEA)).type).toBe('hors-perimetre')
  })

  it('quotes words of our lists only, never a name that stands on the page', () => {
    const drawing = `${SLIP}\nMADAME ZELIE KERMARREC-DUPONTEL née le 03/02/1981`
    const words = TYPE_MODEL.words(typeFeatures([textsOf(page(drawing))]), 'bulletin-de-paie', 50)
    expect(words.length).toBeGreaterThan(5)
    expect(words.join()).not.toMatch(/kermarrec|dupontel|zelie/)
  })

  it('refuses weights that are cut short', () => {
    const weights = { types: ['bail'], bias: [0], step: 1, features: 'AAAAAA==', weights: '', words: [] }
    expect(() => new TypeModel(weights)).toThrow('damaged')
  })

  it('refuses a type that the contract does not know', () => {
    const weights = { types: ['facture'], bias: [0], step: 1, features: '', weights: '', words: [] }
    expect(() => new TypeModel(weights)).toThrow('facture')
  })
})

describe('what the model sees', () => {
  const seen = (...lines: string[]) => typeFeatures([{ lines, card: false }])

  it('is the same whatever the figures, accents and capitals', () => {
    expect(seen('Période du 01/03/2024 au 31/03/2024')).toEqual(seen('PERIODE DU 15/11/2026 AU 30/11/2026'))
  })

  it('tells a title in the head from the same words at the foot', () => {
    const body = Array.from({ length: 20 }, (_, i) => `ligne ${'abcdefghijklmnopqrst'[i]}x`)
    expect(seen('Contrat de bail', ...body)).not.toEqual(seen(...body, 'Contrat de bail'))
  })

  it('keeps most of what it saw when a letter is misread', () => {
    const [right, noisy] = [seen('attestation d’hébergement'), seen('attestaticn d’hébergement')]
    const shared = [...noisy].filter(f => right.has(f)).length
    expect(shared / right.size).toBeGreaterThan(0.5)
  })
})

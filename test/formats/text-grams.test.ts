import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextGrams } from '../../src/formats/text-grams.ts'
import { findFuzzy, foldWords } from '../../src/formats/text.ts'

const TEXT = foldWords("Avis d'échéance - loyer et charges du mois de septembre 2026, Résidence Les Tilleuls, bât. B")

describe('words looked for among many', () => {
  it('may stand in a text that holds them, and not in one that holds none of their groups of signs', () => {
    const grams = new TextGrams(TEXT)
    expect(grams.mayHold(foldWords("avis d'échéance"))).toBe(true)
    expect(grams.mayHold(foldWords('bulletin de paie'))).toBe(false)
    // Shorter than a group: nothing can be said.
    expect(grams.mayHold('ZZ')).toBe(true)
  })

  it('are found at the same place with the groups as without, misread or not', () => {
    const words = fc.array(fc.constantFrom(...TEXT.split(' '), 'QUITTANCE', 'L0YER', 'ECHEANGE', 'CHARGE5'), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(words, words, (before, cue) => {
        const text = `${before.join(' ')} ${TEXT}`
        const sought = cue.join(' ')
        expect(findFuzzy(text, sought, new TextGrams(text))).toEqual(findFuzzy(text, sought))
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

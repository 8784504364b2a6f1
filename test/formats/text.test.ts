import { distance } from 'fastest-levenshtein'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsAllowed, findFuzzy, fold, foldWords } from '../../src/formats/text.ts'

describe('texts made comparable', () => {
  it('drops accents, case and typographic signs', () => {
    expect(fold("  L’œuvre  d'Été – «no 3» ")).toBe("L'OEUVRE D'ETE - «NO 3»")
    expect(foldWords("N° d'identité : 12-34")).toBe('N D IDENTITE 12 34')
  })
})

/** Every window of words compared, without any shortcut. */
function naive(text: string, cue: string): number | null {
  const words = text.split(' ')
  const count = cue.split(' ').length
  const edits = words.flatMap((_, i) =>
    [count - 1, count, count + 1]
      .filter(n => n > 0 && i + n <= words.length)
      .map(n => words.slice(i, i + n).join(' '))
      .filter(w => Math.abs(w.length - cue.length) <= editsAllowed(cue) + 1)
      .map(w => distance(w, cue)),
  )
  const best = Math.min(...edits)
  return best <= editsAllowed(cue) ? best : null
}

describe('a cue in a noisy text', () => {
  it('is found with one misread letter in six', () => {
    expect(findFuzzy('REPUBLIQUE QUITTANOE DE L0YER MARS', 'QUITTANCE DE LOYER')).toEqual({
      start: 11,
      end: 29,
      edits: 2,
    })
    expect(findFuzzy('QUITTANCEDE LOYER', 'QUITTANCE DE LOYER')).toMatchObject({ edits: 1 })
  })

  it('is not found inside another word, nor when short and misread', () => {
    expect(findFuzzy('CONTRIBUTION', 'RIB')).toBeNull()
    expect(findFuzzy('BAII SIGNE', 'BAIL')).toBeNull()
  })

  it('is found wherever comparing every window of words finds it', () => {
    const word = fc.stringMatching(/^[A-D]{1,6}$/)
    const words = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map(w => w.join(' '))
    fc.assert(
      fc.property(words(14), words(4), (text, cue) => {
        expect(findFuzzy(text, cue)?.edits ?? null).toBe(naive(text, cue))
      }),
      { numRuns: 2000, seed: 3 },
    )
  })
})

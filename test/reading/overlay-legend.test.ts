import { describe, expect, it } from 'vitest'
import type { OcrWord } from '../../src/reading/ocr-engine.ts'
import { legendOf } from '../../src/reading/overlay-legend.ts'

/** A row of words, as wide as their letters; `_` is a wide space, a word after `?` was badly read. */
function row(text: string, confidence = 0.9): OcrWord[] {
  let x = 0
  return text.split(' ').flatMap((word): OcrWord[] => {
    if (word === '_') {
      x += 0.1
      return []
    }
    const zone = [x, 0.4, x + 0.01 * word.length, 0.42] as const
    x = zone[2] + 0.005
    const doubtful = word.startsWith('?')
    return [{ text: word.replace('?', ''), zone, confidence: doubtful ? 0.1 : confidence, source: 'ocr' }]
  })
}

const TIME = 'DEMANDE DE LOGEMENT SOCIAL'

describe('the words of a watermark', () => {
  it('are given once, from its beginning, however often it comes back', () => {
    const found = legendOf([row(`LOGEMENT SOCIAL _ ${TIME} _ ${TIME} _ DEMANDE DE`), row(`SOCIAL _ ${TIME} _ ${TIME}`)])
    expect(found?.texte).toBe(TIME)
    expect(found?.repeats).toBeGreaterThanOrEqual(4)
  })

  it('are those that most times agree on, when print has crossed some', () => {
    const found = legendOf([row(`${TIME} _ DEMANOF DE LOGEMENT SOCAL _ ${TIME} _ ${TIME} _ DEMANDE`)])
    expect(found?.texte).toBe(TIME)
  })

  it('are a legend when they are known ones, though seen once', () => {
    expect(legendOf([row('SPECIMEN')])).toMatchObject({ texte: 'SPECIMEN', repeats: 1 })
  })

  it('that nobody knows are a legend only when they come back', () => {
    expect(legendOf([row('BENSAID KARIM')])).toBeNull()
    expect(legendOf([row('BENSAID KARIM _ BENSAID KARIM _ BENSAID KARIM')])?.texte).toBe('BENSAID KARIM')
  })

  it('are none where the ink is no writing', () => {
    expect(legendOf([row('SPECIMEN', 0.35)])).toBeNull()
    expect(legendOf([row('?SPECIMEN')])).toBeNull()
    expect(legendOf([])).toBeNull()
  })
})

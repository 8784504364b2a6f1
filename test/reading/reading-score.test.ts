import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/domain/reading.ts'
import { meanConfidence, readingScore } from '../../src/reading/reading-score.ts'

const word = (text: string, confidence: number): Word => ({ text, confidence, zone: [0, 0, 1, 1], source: 'ocr' })

describe('how much plausible text was read', () => {
  it('counts the signs of sure words, each by its confidence', () => {
    expect(readingScore([word('Bulletin', 0.9), word('2026', 1)])).toBeCloseTo(8 * 0.9 + 4)
  })

  it('counts neither doubtful words, nor short ones, nor what specks look like', () => {
    expect(readingScore([word('Bulletin', 0.6), word('de', 0.95), word('~|—', 0.95), word('.ab|', 0.95)])).toBe(0)
  })
})

describe('how sure a reading is', () => {
  it('is the mean over words, the longer the heavier', () => {
    expect(meanConfidence([word('attestation', 1), word('ab', 0)])).toBeCloseTo(11 / 13)
  })

  it('is nothing for no words, and lone signs do not change it', () => {
    expect(meanConfidence([])).toBe(0)
    expect(meanConfidence([word('paie', 0.8), word('|', 0), word('a', 0)])).toBeCloseTo(0.8)
  })
})

import type { Raster } from '../domain/raster.ts'
import type { Line, Word } from '../domain/reading.ts'
import { closerLooks } from './closer-look.ts'
import type { OcrEngine } from './ocr-engine.ts'

/** Letters and figures mixed, of about the length of the number of a document. */
const MIXED = /^(?=.*\d)(?=.*[A-Z])[A-Z\d]{8,11}$/
/** Surer than this needs no second look. */
const DOUBT = 0.88
/** A card bears one or two such numbers; a page of them is none. */
const MOST_NUMBERS = 6
/** Height of a sign, in parts of the width of a number. */
const TALLEST = 0.25
/** Least sureness of every sign of a look. */
const SURE_SIGN = 0.9
/** Letters and figures that look alike stand side by side in a number: no look makes it sure enough to accuse anybody. */
const SUREST = 0.85
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/**
 * The lines of an identity document, its numbers of letters and figures looked at again where the page left a doubt: the
 * surest of the looks is taken.
 * @param grey the page, upright; zones are fractions of it
 */
export async function readNumbersClosely(grey: Raster, lines: readonly Line[], engine: OcrEngine): Promise<Line[]> {
  const doubtful = lines.flatMap(l => l.words).filter(isDoubtfulNumber)
  if (doubtful.length > MOST_NUMBERS) return [...lines]
  const read = new Map<Word, Word>()
  for (const word of doubtful) {
    const looks = await closerLooks(grey, [word], engine, { tallest: TALLEST, whitelist: SIGNS })
    const best = looks
      .map(look => ({ text: look.map(c => c.text).join(''), sure: Math.min(...look.map(c => c.confidence)) }))
      .filter(({ text, sure }) => MIXED.test(text) && sure >= SURE_SIGN)
      .reduce<{ text: string; sure: number } | null>((a, b) => (a && a.sure >= b.sure ? a : b), null)
    if (best) read.set(word, { ...word, text: best.text, confidence: Math.max(word.confidence, SUREST) })
  }
  return lines.map(line => ({ ...line, words: line.words.map(word => read.get(word) ?? word) }))
}

const isDoubtfulNumber = ({ text, confidence, source, upright }: Word): boolean =>
  MIXED.test(text) && confidence < DOUBT && source === 'ocr' && upright === undefined

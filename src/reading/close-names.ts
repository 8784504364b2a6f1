import type { Raster } from '../domain/raster.ts'
import type { Line, Word } from '../domain/reading.ts'
import { closerLooks } from './closer-look.ts'
import type { OcrEngine } from './ocr-engine.ts'

const CAPITALS = /^\p{Lu}[\p{Lu}'’-]+\p{Lu}$/u
/** Words surer than this need no second look, words less sure are no words. */
const DOUBT = { from: 0.5, to: 0.92 } as const
/** A card has few words in capitals that are not sure; a page of them is none. */
const MOST_WORDS = 16
/** Height of a capital, in parts of the width of a word of three and more. */
const TALLEST = 0.6
/** Sureness of a word that all three looks confirm, or two of them. */
const ALL_AGREE = 0.96
const TWO_AGREE = 0.93

/**
 * The lines of an identity document, its words in capitals (surnames stand so on every card) looked at again where the page
 * left a doubt. A look that reads the same word makes it surer; no word is changed.
 * @param grey the page, upright; zones are fractions of it
 */
export async function readNamesClosely(grey: Raster, lines: readonly Line[], engine: OcrEngine): Promise<Line[]> {
  const doubtful = lines.flatMap(l => l.words).filter(isDoubtfulName)
  if (doubtful.length > MOST_WORDS) return [...lines]
  const surer = new Map<Word, Word>()
  for (const word of doubtful) {
    const looks = await closerLooks(grey, [word], engine, { tallest: TALLEST })
    const agree = looks.filter(look => look.map(c => c.text).join('') === word.text).length
    if (agree >= 2) surer.set(word, { ...word, confidence: agree === looks.length ? ALL_AGREE : TWO_AGREE })
  }
  return lines.map(line => ({ ...line, words: line.words.map(word => surer.get(word) ?? word) }))
}

const isDoubtfulName = ({ text, confidence, source, upright }: Word): boolean =>
  CAPITALS.test(text) && confidence >= DOUBT.from && confidence < DOUBT.to && source === 'ocr' && upright === undefined

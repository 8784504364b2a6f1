import type { PageReading } from '../domain/reading.ts'
import { lineText } from '../domain/reading.ts'
import { foldWords } from '../formats/text.ts'

/** What is used of one page: its lines, top to bottom, and the size of its paper. */
export interface PageTexts {
  readonly lines: readonly string[]
  /** The paper is no larger than a card. */
  readonly card: boolean
}

/** Words too common to tell anything, left out of pairs so that "contrat de location" and "contrat location" are one. */
const STOP = new Set(
  'DE DU LA LE LES DES ET A AU AUX EN L D UN UNE PAR POUR SUR DANS QUE QUI CE CET CETTE EST OU SE SA SON SES N S C'.split(
    ' ',
  ),
)
/** Lines that count as the head of a page: titles and letterheads stand there. */
const HEAD_SHARE = 0.3
const HEAD_LINES = 7
/** Longer words also count by their groups of letters, which survive a misread letter. */
const GRAM = 4
const LONG_WORD = 6
/** Both sides of a card are below this, in millimetres. */
const CARD_MM = 130
const MM_PER_INCH = 25.4

export const textsOf = (page: PageReading): PageTexts => {
  const mm = Math.max(page.widthPx, page.heightPx) * (MM_PER_INCH / page.dpi)
  return { lines: page.lines.map(lineText), card: mm < CARD_MM }
}

/**
 * What the trained model sees of some pages: hashes (unsigned, 32 bits) of their words, pairs of words and groups of letters. The
 * training (`models/types/train.ts`) and the sorting read texts by this one file, so that a weight means the same to both.
 * @param pages in order; only the first one has a head
 */
export function typeFeatures(pages: readonly PageTexts[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const add = (feature: string): void => {
    seen.add(hash(feature))
  }
  pages.forEach(({ lines, card }, i) => {
    const head = i > 0 ? 0 : Math.max(HEAD_LINES, Math.round(lines.length * HEAD_SHARE))
    let numbers = 0
    let words = 0
    lines.forEach((line, rank) => {
      const { tokens, pairs } = wordsOf(line)
      for (const word of tokens) {
        words++
        if (/\d/.test(word)) numbers++
        if (!tells(word)) continue
        add(`w ${word}`)
        if (rank < head) add(`h ${word}`)
        if (!/\d/.test(word) && word.length >= LONG_WORD) addGrams(word, add)
      }
      for (const pair of pairs) {
        add(`p ${pair}`)
        if (rank < head) add(`q ${pair}`)
      }
      if (/<{2,}/.test(line)) add('l mrz')
    })
    if (card) add('l card')
    if (words > 20) add(`l numbers ${numbersBucket(numbers / words)}`)
  })
  return seen
}

/** The words and pairs of words of an expression, by the hash of the feature that they are. */
export function namedFeatures(expression: string): Map<number, string> {
  const { tokens, pairs } = wordsOf(expression)
  const named = new Map<number, string>()
  for (const word of tokens.filter(w => tells(w) && !STOP.has(w))) named.set(hash(`w ${word}`), word)
  for (const pair of pairs) named.set(hash(`p ${pair}`), pair)
  return named
}

/** Words of a line with their figures masked ("2042" and "F" keep their form only), and the pairs that they make. */
function wordsOf(line: string): { tokens: readonly string[]; pairs: readonly string[] } {
  const tokens = foldWords(line)
    .replace(/\d/g, '0')
    .split(' ')
    .filter(t => t !== '')
  const pairs: string[] = []
  let last: string | null = null
  for (const word of tokens) {
    if (STOP.has(word)) continue
    if (last !== null && tells(word)) pairs.push(`${last} ${word}`)
    last = tells(word) ? word : null
  }
  return { tokens, pairs }
}

/** Numbers differ from one document to the next, and a sign alone may be anything. */
const tells = (word: string): boolean => word.length > 1 && !/^0+$/.test(word)

function addGrams(word: string, add: (feature: string) => void): void {
  const padded = `^${word}$`
  for (let i = 0; i + GRAM <= padded.length; i++) add(`g ${padded.slice(i, i + GRAM)}`)
}

const numbersBucket = (share: number): number => (share < 0.08 ? 0 : share < 0.2 ? 1 : share < 0.35 ? 2 : 3)

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  return h >>> 0
}

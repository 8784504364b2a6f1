import { distance } from 'fastest-levenshtein'
import { editsAllowed, fold } from './text.ts'

/** Month names as printed in French, with their usual abbreviations, and the English ones of bilingual cards. */
const FRENCH: readonly (readonly string[])[] = [
  ['JANVIER', 'JANV', 'JAN'],
  ['FEVRIER', 'FEVR', 'FEV'],
  ['MARS', 'MAR'],
  ['AVRIL', 'AVR'],
  ['MAI'],
  ['JUIN'],
  ['JUILLET', 'JUIL', 'JUILL'],
  ['AOUT', 'AOU'],
  ['SEPTEMBRE', 'SEPT', 'SEP'],
  ['OCTOBRE', 'OCT'],
  ['NOVEMBRE', 'NOV'],
  ['DECEMBRE', 'DEC'],
]
const ENGLISH: readonly (readonly string[])[] = [
  ['JANUARY'],
  ['FEBRUARY', 'FEB'],
  ['MARCH'],
  ['APRIL', 'APR'],
  ['MAY'],
  ['JUNE', 'JUN'],
  ['JULY', 'JUL'],
  ['AUGUST', 'AUG'],
  ['SEPTEMBER'],
  ['OCTOBER'],
  ['NOVEMBER'],
  ['DECEMBER'],
]

/** Signs that OCR exchanges in capitals, brought to one sign on both sides of the comparison. */
const shape = (text: string): string =>
  fold(text)
    .replace(/[0Q]/g, 'O')
    .replace(/[1L|!]/g, 'I')
    .replace(/5/g, 'S')
    .replace(/4/g, 'A')
    .replace(/8/g, 'B')
    .replace(/\.$/, '')

interface MonthName {
  readonly month: number
  readonly name: string
}

const namesOf = (table: readonly (readonly string[])[]): MonthName[] =>
  table.flatMap((names, i) => names.map(name => ({ month: i + 1, name: shape(name) })))

const NAMES: readonly MonthName[] = [...namesOf(FRENCH), ...namesOf(ENGLISH)]

/**
 * Number 1..12 of a month written in letters (French or English, full or short, OCR noise tolerated: "fevrler",
 * "ju1n", "decernbre"), or `null`.
 */
export function monthOf(word: string): number | null {
  const read = shape(word)
  const exact = NAMES.find(n => n.name === read)
  if (exact) return exact.month
  const plain = read.replace(/RN/g, 'M')
  let best: MonthName | null = null
  let bestEdits = Infinity
  for (const n of NAMES) {
    const edits = Math.min(distance(read, n.name), distance(plain, n.name))
    if (edits <= editsAllowed(n.name) && edits < bestEdits) {
      best = n
      bestEdits = edits
    }
  }
  return best?.month ?? null
}

/** One month name in a raw text, as the inside of a regular expression (unicode mode): letters, accents, OCR signs. */
export const MONTH_WORD = '\\p{L}[\\p{L}\\p{M}01458|!]{2,11}'

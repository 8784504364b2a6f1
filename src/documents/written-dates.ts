import { distance } from 'fastest-levenshtein'
import { civilDate } from '../formats/calendar.ts'
import { monthOf } from '../formats/months.ts'
import { fold } from '../formats/text.ts'
import type { Parsed } from './read-value.ts'

/**
 * Dates whose figures are written in letters, as civil status records, police reports and notaries write them:
 * "deux mars mil neuf cent quatre-vingt-dix", "L'an deux mille vingt-quatre, le douze mars".
 */

const UNITS = 'ZERO UN DEUX TROIS QUATRE CINQ SIX SEPT HUIT NEUF DIX ONZE DOUZE TREIZE QUATORZE QUINZE SEIZE'.split(' ')
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, i): [string, number] => [word, i]),
  ['UNE', 1],
  ['PREMIER', 1],
  ['VINGT', 20],
  ['VINGTS', 20],
  ['TRENTE', 30],
  ['QUARANTE', 40],
  ['CINQUANTE', 50],
  ['SOIXANTE', 60],
  ['CENT', 100],
  ['CENTS', 100],
  ['MIL', 1000],
  ['MILLE', 1000],
])

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Every date in letters, left to right, as ISO days with their offsets. */
export function findWrittenDates(text: string): Parsed<string>[] {
  const tokens = [...text.matchAll(/\p{L}+/gu)].map(m => ({
    text: fold(m[0]),
    start: m.index,
    end: m.index + m[0].length,
  }))
  const found: Parsed<string>[] = []
  tokens.forEach((token, i) => {
    const month = token.text.length >= 3 ? monthOf(token.text) : null
    if (month === null) return
    const day = numberBefore(tokens, i)
    if (!day) return
    const year = numberAfter(tokens, i + 1) ?? yearOpening(tokens, day.from)
    const iso = year && civilDate(year.value, month, day.value)
    if (!iso) return
    const ends = [tokens[Math.min(day.from, year.from)]?.start ?? 0, tokens[Math.max(i, year.to - 1)]?.end ?? 0]
    const [start, end] = ends as [number, number]
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ value: iso, start, end })
  })
  return found
}

interface NumberRead {
  readonly value: number
  readonly from: number
  readonly to: number
}

/** The day 1..31 that ends just before token `month`, past "du mois de". */
function numberBefore(tokens: readonly Token[], month: number): NumberRead | null {
  let to = month
  while (to > 0 && month - to < 3 && /^(?:DU|MOIS|DE|D)$/.test(tokens[to - 1]?.text ?? '')) to--
  for (let from = Math.max(0, to - 3); from < to; from++) {
    const value = valueOf(tokens.slice(from, to))
    if (value !== null && value >= 1 && value <= 31) return { value, from, to }
  }
  return null
}

/** The year that starts at token `from`. */
function numberAfter(tokens: readonly Token[], from: number): NumberRead | null {
  for (let to = Math.min(tokens.length, from + 8); to > from + 1; to--) {
    const value = valueOf(tokens.slice(from, to))
    if (value !== null && value >= 1900 && value < 2100) return { value, from, to }
  }
  return null
}

/** "L'an deux mille vingt-quatre, le" before the day. */
function yearOpening(tokens: readonly Token[], before: number): NumberRead | null {
  for (let i = before - 1; i >= Math.max(0, before - 12); i--) {
    if (tokens[i]?.text === 'AN') return numberAfter(tokens.slice(0, before), i + 1)
  }
  return null
}

/** Value of a run of number words, all of it, or `null`. */
function valueOf(tokens: readonly Token[]): number | null {
  let total = 0
  let part = 0
  let words = 0
  for (const token of tokens) {
    if (token.text === 'ET' && words > 0) continue
    const value = numberWord(token.text)
    if (value === null) return null
    words++
    if (value === 1000) {
      total += (part || 1) * 1000
      part = 0
    } else if (value === 100) part = (part || 1) * 100
    else if (value === 20 && part % 100 === 4) part += 76
    else part += value
  }
  return words === 0 || tokens[0]?.text === 'ET' || tokens.at(-1)?.text === 'ET' ? null : total + part
}

function numberWord(text: string): number | null {
  const exact = NUMBERS.get(text)
  if (exact !== undefined || text.length < 5) return exact ?? null
  for (const [word, value] of NUMBERS) if (word.length >= 5 && distance(word, text) <= 1) return value
  return null
}

import { civilDate } from './calendar.ts'
import { MONTH_WORD, monthOf } from './months.ts'
import { LOOKALIKE_CLASS, repairDigits } from './ocr-digits.ts'

export interface DateFound {
  /** `YYYY-MM-DD`, a real calendar day of 1900 to 2099. */
  readonly iso: string
  /** Offsets in the text searched. */
  readonly start: number
  readonly end: number
  readonly form: 'numerique' | 'lettres' | 'compacte' | 'iso' | 'bilingue'
}

/** Two-digit years up to this one are 20xx, others 19xx. Birth dates want a lower one: the year of the deposit. */
export const DEFAULT_PIVOT = 49

/** More repaired signs than this and the run is no date. */
const MAX_REPAIRS = 2

const D = `[\\d${LOOKALIKE_CLASS}]`
const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'
/** Between the words of a date in letters. */
const GAP = '[\\s.,\\-/]{0,3}'

interface Pattern {
  readonly form: DateFound['form']
  readonly regexp: RegExp
  /** Day, month and year as read (year of 2 or 4 signs), or `null` when the match is no date after all. */
  readonly read: (match: RegExpExecArray) => { day: string; month: string | number; year: string } | null
}

const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? ''

/** A run of two-figure groups goes on before or after: a telephone number or a list, not a date. */
function insideRun(match: RegExpExecArray, separator: string): boolean {
  const before = match.input.slice(Math.max(0, match.index - 2), match.index)
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 2)
  return (
    (/^\d$/.test(before.charAt(0)) && before.charAt(1) === separator) ||
    (after.charAt(0) === separator && /^\d$/.test(after.charAt(1)))
  )
}

const PATTERNS: readonly Pattern[] = [
  {
    form: 'bilingue',
    regexp: new RegExp(
      `${BEFORE}(?<d>${D}{1,2})${GAP}(?<m1>\\p{L}{3,9})\\.?\\s?/\\s?(?<m2>\\p{L}{3,9})${GAP}(?<y>${D}{4}|${D}{2})${AFTER}`,
      'gu',
    ),
    read: match => {
      const first = monthOf(group(match, 'm1'))
      const second = monthOf(group(match, 'm2'))
      const month = first ?? second
      if (month === null || (second !== null && second !== month)) return null
      return { day: group(match, 'd'), month, year: group(match, 'y') }
    },
  },
  {
    form: 'lettres',
    regexp: new RegExp(
      `${BEFORE}(?<d>[1Il]\\s?(?:er|ER|Er|°|º)|${D}{1,2})${GAP}(?<m>${MONTH_WORD})${GAP}(?<y>${D}{4}|${D}{2})${AFTER}`,
      'gu',
    ),
    read: match => {
      const month = monthOf(group(match, 'm'))
      const day = group(match, 'd')
      // The "S" of "Septembre" looks like a 5: letters glued to the month are its own.
      const glued = !/[\d°º]|er/i.test(day) && /^\p{L}/u.test(match[0].slice(day.length))
      if (month === null || glued) return null
      return { day: day.replace(/\s?(?:er|°|º)$/i, ''), month, year: group(match, 'y') }
    },
  },
  {
    form: 'numerique',
    regexp: new RegExp(
      `${BEFORE}(?<d>${D}{1,2})\\s?[/.\\-|]\\s?(?<m>${D}{1,2})\\s?[/.\\-|]\\s?(?<y>${D}{4})${AFTER}`,
      'gu',
    ),
    read: match => (insideRun(match, '/') || insideRun(match, '.') ? null : triple(match)),
  },
  {
    form: 'numerique',
    regexp: new RegExp(`${BEFORE}(?<d>${D}{2})(?<s>[/.\\-])(?<m>${D}{2})\\k<s>(?<y>${D}{2})${AFTER}`, 'gu'),
    read: match => (insideRun(match, group(match, 's')) ? null : triple(match)),
  },
  {
    form: 'numerique',
    regexp: new RegExp(`${BEFORE}(?<d>${D}{2})\\s(?<m>${D}{2})\\s(?<y>${D}{4})${AFTER}`, 'gu'),
    read: triple,
  },
  {
    form: 'iso',
    regexp: new RegExp(`${BEFORE}(?<y>${D}{4})(?<s>[-./ ])(?<m>${D}{2})\\k<s>(?<d>${D}{2})${AFTER}`, 'gu'),
    read: match => (insideRun(match, group(match, 's')) ? null : triple(match)),
  },
]

function triple(match: RegExpExecArray): { day: string; month: string; year: string } {
  return { day: group(match, 'd'), month: group(match, 'm'), year: group(match, 'y') }
}

/**
 * Every date in a raw text (accents kept, OCR noise in figures and month names tolerated), left to right, none
 * overlapping another. Impossible dates are not dates.
 * @param pivot two-digit years up to it are 20xx, the others 19xx
 */
export function findDates(text: string, pivot: number = DEFAULT_PIVOT): DateFound[] {
  const found: DateFound[] = []
  for (const { form, regexp, read } of PATTERNS) {
    regexp.lastIndex = 0
    for (let match = regexp.exec(text); match; match = regexp.exec(text)) {
      const parts = read(match)
      const iso = parts && toIso(parts.day, parts.month, parts.year, pivot)
      if (!iso) {
        // What is no date here may hide the start of one: "12 rue 14 juin 2022".
        regexp.lastIndex = match.index + 1
        continue
      }
      const compact = form === 'lettres' && /^[\p{L}\p{N}]+$/u.test(match[0]) && match[0].length > 6
      found.push({ iso, start: match.index, end: match.index + match[0].length, form: compact ? 'compacte' : form })
    }
  }
  return withoutOverlaps(found)
}

/** The first date of a text, or `null`. */
export const parseFrenchDate = (text: string, pivot: number = DEFAULT_PIVOT): string | null =>
  findDates(text, pivot)[0]?.iso ?? null

/** `2022-06-14` as people write it: `14/06/2022`. */
export const frenchDate = (iso: string): string => iso.split('-').reverse().join('/')

/** Four-figure year of a year read with two or four figures. */
export const fullYear = (year: number, pivot: number = DEFAULT_PIVOT): number =>
  year > 99 ? year : year + (year <= pivot ? 2000 : 1900)

function toIso(day: string, month: string | number, year: string, pivot: number): string | null {
  const run = repairDigits(day + (typeof month === 'string' ? month : '') + year)
  if (!run || run.repairs > MAX_REPAIRS) return null
  const number = (part: string): number => Number(repairDigits(part)?.digits)
  const y = fullYear(number(year), year.length === 2 ? pivot : -1)
  if (year.length === 4 && (y < 1900 || y > 2099)) return null
  return civilDate(y, typeof month === 'string' ? number(month) : month, number(day))
}

function withoutOverlaps(found: readonly DateFound[]): DateFound[] {
  const kept: DateFound[] = []
  const order = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const date of order) if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date)
  return kept
}

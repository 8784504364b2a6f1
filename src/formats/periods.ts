import { addMonths, civilDate, compareDates, endOfMonth } from './calendar.ts'
import { DEFAULT_PIVOT, findDates, fullYear, type DateFound } from './dates.ts'
import { MONTH_WORD, monthOf } from './months.ts'
import { fold } from './text.ts'

export interface MonthFound {
  /** `YYYY-MM`. */
  readonly mois: string
  /** Offsets in the text searched. */
  readonly start: number
  readonly end: number
}

export interface Period {
  /** First and last day, ISO, `debut` not after `fin`. */
  readonly debut: string
  readonly fin: string
}

const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'

const NAMED_MONTH = new RegExp(
  `${BEFORE}(?<m>${MONTH_WORD})(?:\\.?\\s*[-/]?\\s*(?<y>[0-9OoIl|]{4})|(?:\\.?[-/]|\\.\\s)(?<yy>\\d{2}))${AFTER}`,
  'gu',
)
const NUMBERED_MONTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!\\d[/.-])(?<m>0?[1-9]|1[0-2])\\s?[/-]\\s?(?<y>(?:19|20)\\d{2})${AFTER}(?![/.-]\\d)`,
  'gu',
)
const ISO_MONTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!\\d[/.-])(?<y>(?:19|20)\\d{2})-(?<m>0[1-9]|1[0-2])${AFTER}(?![/.-]\\d)`,
  'gu',
)

/**
 * Every month with its year in a raw text, left to right: "juillet 2024", "JUIL. 2024", "juil-24", "07/2024", "2024-07".
 * The month of a full date is not one: "3 août 2024" gives nothing.
 */
export function findMonths(text: string): MonthFound[] {
  const dates = findDates(text)
  const found: MonthFound[] = []
  for (const pattern of [NAMED_MONTH, NUMBERED_MONTH, ISO_MONTH]) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index
      const end = start + match[0].length
      const mois = dates.some(d => d.start < end && start < d.end) ? null : monthRead(match)
      if (mois) found.push({ mois, start, end })
      else pattern.lastIndex = start + 1
    }
  }
  const order = found.sort((a, b) => a.start - b.start || b.end - a.end)
  return order.filter((m, i) => !order.slice(0, i).some(o => o.end > m.start))
}

function monthRead(match: RegExpExecArray): string | null {
  const { m = '', y, yy } = match.groups ?? {}
  const month = /^\d+$/.test(m) ? Number(m) : monthOf(m)
  const year = y === undefined ? fullYear(Number(yy)) : Number(y.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1'))
  if (month === null || year < 1900 || year > 2099) return null
  return civilDate(year, month, 1)?.slice(0, 7) ?? null
}

const monthPeriod = (mois: string): Period => ({ debut: `${mois}-01`, fin: endOfMonth(`${mois}-01`) })

/** Words between the two ends of a period. */
const LINK = /^\s*(?:(?:INCLUS\s)?(?:AU|A|ET\s(?:LE|AU)|JUSQU'AU|JUSQU'A|TO)|-+|[>→/])\s*(?:LE\s)?$/

/**
 * The first period in a raw text: two dates ("du 01/08/2023 au 31/08/2023", "01/08/23 - 31/08/23"), a date whose month or
 * year is said once ("1er au 31 août 2023", "du 15 décembre au 14 janvier 2024"), two months ("janvier à mars 2024"),
 * a quarter ("2e trimestre 2024") or one month ("période : août 2023"). A single date is no period: `null`.
 * @param pivot see `findDates`
 */
export function parsePeriod(text: string, pivot: number = DEFAULT_PIVOT): Period | null {
  const dates = findDates(text, pivot)
  const candidates = dates.flatMap((date, i) => {
    const previous = dates[i - 1]
    const period = (previous && betweenDates(text, previous, date)) ?? openedBefore(text, date)
    return period ? [{ at: date.start, period }] : []
  })
  const months = monthsPeriod(text)
  if (months) candidates.push(months)
  const first = candidates.sort((a, b) => a.at - b.at)[0]
  return first?.period ?? null
}

function betweenDates(text: string, first: DateFound, last: DateFound): Period | null {
  if (!LINK.test(linkText(text.slice(first.end, last.start)))) return null
  return compareDates(first.iso, last.iso) <= 0 ? { debut: first.iso, fin: last.iso } : null
}

/** Folding trims; the link needs its spaces only around words. */
const linkText = (between: string): string => fold(between)

const OPENING = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?<d>1\\s?er|\\d{1,2})(?:\\s?[/.-]\\s?(?<n>\\d{1,2})|\\s(?<m>${MONTH_WORD})\\.?)?\\s*(?:inclus\\s)?(?:au|[àa–-])\\s*(?:le\\s)?$`,
  'iu',
)

/** "1er au", "du 15 décembre au", "01/08 au" just before a full date. */
function openedBefore(text: string, last: DateFound): Period | null {
  const match = OPENING.exec(text.slice(Math.max(0, last.start - 40), last.start))
  if (!match) return null
  const { d = '', n, m } = match.groups ?? {}
  const [year, month] = last.iso.split('-').map(Number) as [number, number]
  const openingMonth = n !== undefined ? Number(n) : m !== undefined ? monthOf(m) : month
  if (openingMonth === null) return null
  const debut = civilDate(openingMonth > month ? year - 1 : year, openingMonth, Number.parseInt(d, 10))
  return debut !== null && compareDates(debut, last.iso) <= 0 ? { debut, fin: last.iso } : null
}

const QUARTER =
  /(?<![\p{L}\p{N}])(?<q>[1-4])\s?(?:er|e|eme|ème|nd|°)?\s?trim(?:estre)?\.?\s(?<y>(?:19|20)\d{2})(?!\d)/iu
const OPENING_MONTH = new RegExp(`${BEFORE}(?<m>${MONTH_WORD})\\.?\\s*(?:au?|à|-|–)\\s*(?:mois\\sde\\s|fin\\s)?$`, 'iu')

function monthsPeriod(text: string): { at: number; period: Period } | null {
  const quarter = QUARTER.exec(text)
  if (quarter) {
    const debut = `${quarter.groups?.['y']}-${String(Number(quarter.groups?.['q']) * 3 - 2).padStart(2, '0')}-01`
    return { at: quarter.index, period: { debut, fin: endOfMonth(addMonths(debut, 2)) } }
  }
  const [first, second] = findMonths(text)
  if (!first) return null
  const whole = monthPeriod(first.mois)
  if (second && LINK.test(linkText(text.slice(first.end, second.start))) && first.mois < second.mois) {
    return { at: first.start, period: { debut: whole.debut, fin: monthPeriod(second.mois).fin } }
  }
  const opening = OPENING_MONTH.exec(text.slice(Math.max(0, first.start - 30), first.start))
  const month = opening ? monthOf(opening.groups?.['m'] ?? '') : null
  if (month !== null) {
    const [year, last] = first.mois.split('-').map(Number) as [number, number]
    const debut = civilDate(month > last ? year - 1 : year, month, 1)
    if (debut) return { at: first.start, period: { debut, fin: whole.fin } }
  }
  return { at: first.start, period: whole }
}

/**
 * The first academic year in a text ("2024-2025", "2024/2025", "année universitaire 2024 - 25", "2024 2025"): two
 * years that follow each other, or `null`.
 */
export function academicYear(text: string): { debut: number; fin: number } | null {
  const pattern =
    /(?<![\p{L}\p{N}])(?<!\d[-/.])(?<a>(?:19|20)\d{2})(?:\s?[-/–—]\s?|\s)(?<b>(?:19|20)\d{2}|\d{2})(?![\p{L}\p{N}]|[-/.]\d)/gu
  for (const match of text.matchAll(pattern)) {
    const debut = Number(match.groups?.['a'])
    const second = match.groups?.['b'] ?? ''
    const spaced = /^\d{4}\s+\d{2}$/.test(match[0])
    const fin = second.length === 4 ? Number(second) : Math.floor((debut + 1) / 100) * 100 + Number(second)
    if (fin === debut + 1 && !spaced) return { debut, fin }
  }
  return null
}

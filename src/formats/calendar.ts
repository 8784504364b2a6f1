import { Temporal } from 'temporal-polyfill'

/** Civil dates as ISO strings `YYYY-MM-DD`. A string that is no date throws `RangeError`: callers hand dates already read. */

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

/** ISO date of a real calendar day, or `null` (31 April, 29 February of a common year, month 13). */
export function civilDate(year: number, month: number, dayOfMonth: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Last day of the month of a date. */
export function endOfMonth(iso: string): string {
  const date = day(iso)
  return date.with({ day: date.daysInMonth }).toString()
}

/**
 * The same day of the month `n` months later (earlier when negative); where that month has no such day, its last one:
 * 30 November + 3 months is 28 or 29 February (code de procédure civile, art. 641).
 */
export const addMonths = (iso: string, n: number): string => day(iso).add({ months: n }).toString()

/** The same day `n` years later; 29 February becomes 28 February in a common year. */
export const addYears = (iso: string, n: number): string => day(iso).add({ years: n }).toString()

/** Days from `a` to `b`, negative when `b` is before `a`. */
export const daysBetween = (a: string, b: string): number => day(a).until(day(b), { largestUnit: 'days' }).days

/** Negative when `a` is before `b`, 0 when equal, positive when after: usable in `sort`. */
export const compareDates = (a: string, b: string): number => Temporal.PlainDate.compare(day(a), day(b))

/** Whole years of age of a person born on `birth`, on the day `on` (18 on the very birthday); negative before birth. */
export function ageOn(birth: string, on: string): number {
  const born = day(birth)
  const then = day(on)
  const years = then.year - born.year
  const before = then.month < born.month || (then.month === born.month && then.day < born.day)
  return before ? years - 1 : years
}

/**
 * Calendar day in France of an instant.
 * @param instant ISO date-time with its offset (`2024-12-31T23:30:00Z` is 1 January 2025 in Paris)
 */
export const parisDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()

/** The day `n` days later, earlier when negative. */
export const addDays = (iso: string, n: number): string => day(iso).add({ days: n }).toString()

/** ISO date-time, with its offset, at which a day begins in France; throws `RangeError` for what is no `YYYY-MM-DD` day. */
export function startOfParisDay(iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new RangeError('expected YYYY-MM-DD')
  return Temporal.PlainDate.from(iso, { overflow: 'reject' })
    .toZonedDateTime('Europe/Paris')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

import { addYears, civilDate } from '../calendar.ts'

/** Two-digit dates of an MRZ (ICAO Doc 9303 part 3, 4.8). ISO out; `null` for unknown parts or a day that cannot be. */

/**
 * A birth is never in the future: 20YY unless later than `referenceDay`, then 19YY.
 * @param raw YYMMDD
 * @param referenceDay ISO date
 */
export function birthDate(raw: string, referenceDay: string): string | null {
  const parts = split(raw)
  if (!parts) return null
  const iso = `${2000 + parts.year}-${raw.slice(2, 4)}-${raw.slice(4, 6)}`
  return civilDate((iso > referenceDay ? 1900 : 2000) + parts.year, parts.month, parts.day)
}

/** An expiry is 20YY, or 19YY when that is more than 50 years after `referenceDay`. */
export function expiryDate(raw: string, referenceDay: string): string | null {
  const parts = split(raw)
  if (!parts) return null
  const iso = `${2000 + parts.year}-${raw.slice(2, 4)}-${raw.slice(4, 6)}`
  return civilDate((iso > addYears(referenceDay, 50) ? 1900 : 2000) + parts.year, parts.month, parts.day)
}

/**
 * Month of issue that the number of a French laminated card starts with: years 50 to 99 are 19xx (first cards 1987).
 * The month is given as it stands, 13 included: it is for the checks to say that it cannot be.
 */
export function issueMonth(number: string): string | null {
  const match = /^(\d{2})(\d{2})/.exec(number)
  if (!match) return null
  const year = Number(match[1])
  return `${year >= 50 ? 1900 + year : 2000 + year}-${match[2]}`
}

function split(raw: string): { year: number; month: number; day: number } | null {
  if (!/^\d{6}$/.test(raw)) return null
  return { year: Number(raw.slice(0, 2)), month: Number(raw.slice(2, 4)), day: Number(raw.slice(4, 6)) }
}

import { Temporal } from 'temporal-polyfill'

/** Civil dates as ISO strings, for templates. */

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

/** ISO date moved by years and months (end of month kept inside the month), then by days. */
export const shift = (iso: string, by: { days?: number; months?: number; years?: number }): string =>
  day(iso)
    .add({ months: 12 * (by.years ?? 0) + (by.months ?? 0) })
    .add({ days: by.days ?? 0 })
    .toString()

export const firstOfMonth = (iso: string): string => day(iso).with({ day: 1 }).toString()
export const lastOfMonth = (iso: string): string => {
  const d = day(iso)
  return d.with({ day: d.daysInMonth }).toString()
}

/** `JJ/MM/AAAA`, or with another separator. */
export const short = (iso: string, separator = '/'): string => iso.split('-').reverse().join(separator)

/** `3 février 2026`, `1er mars 2026`. */
export function long(iso: string): string {
  const d = day(iso)
  return `${d.day === 1 ? '1er' : d.day} ${monthName(iso)} ${d.year}`
}

/** `février` */
export const monthName = (iso: string): string => MOIS[day(iso).month - 1] as string

/** Whole years between two ISO dates. */
export const yearsBetween = (from: string, to: string): number =>
  day(from).until(day(to), { largestUnit: 'years' }).years

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number => day(from).until(day(to), { largestUnit: 'days' }).days

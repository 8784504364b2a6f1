import type { Rng } from '../template.ts'
import { daysBetween, firstOfMonth, lastOfMonth, long, monthName, shift, short } from '../dates.ts'

/** Date arithmetic and French date writing for the templates. All dates are ISO strings. */

export interface Duree {
  readonly jours?: number
  readonly mois?: number
  readonly ans?: number
}

/** `iso` plus a duration; the last day of the month is kept (30 Nov + 3 months is 28 or 29 Feb). */
export const plus = (iso: string, { jours = 0, mois = 0, ans = 0 }: Duree): string =>
  shift(shift(iso, { years: ans, months: mois }), { days: jours })

export const annee = (iso: string): number => Number(iso.slice(0, 4))

/** 1 to 12. */
export const moisDe = (iso: string): number => Number(iso.slice(5, 7))

/** Last day of the month that comes `mois` months after that of `iso`. */
export const finDeMoisPlus = (iso: string, mois: number): string =>
  lastOfMonth(shift(firstOfMonth(iso), { months: mois }))

/** First day of the month `mois` months before that of `iso`. */
export const moisAvant = (iso: string, mois: number): string => shift(firstOfMonth(iso), { months: -mois })

export const minDate = (a: string, b: string): string => (a < b ? a : b)

/** `2026-10`. */
export const moisIso = (iso: string): string => iso.slice(0, 7)

export type FormeDate = 'num' | 'long' | 'point' | 'tiret' | 'espace'

/** 5 March 2026: `05/03/2026`, `5 mars 2026`, `05.03.2026`, `05-03-2026` or `05 03 2026`. */
export function dateFr(iso: string, forme: FormeDate = 'num'): string {
  switch (forme) {
    case 'num':
      return short(iso)
    case 'point':
      return short(iso, '.')
    case 'tiret':
      return short(iso, '-')
    case 'espace':
      return short(iso, ' ')
    case 'long':
      return long(iso)
  }
}

/** `octobre 2026`. */
export const moisFr = (iso: string): string => `${monthName(iso)} ${annee(iso)}`

/** `05032026`, as the 2D-Doc writes dates of type DDMMYYYY. */
export const ddmmyyyy = (iso: string): string => short(iso, '')

/** Days since 2000-01-01 on four hexadecimal digits (2D-Doc, fields 53 and 54). */
export const jours2000 = (iso: string): string =>
  daysBetween('2000-01-01', iso).toString(16).toUpperCase().padStart(4, '0')

/**
 * First day of a finished month before `today`: mostly one of the last three (still valid with a rule of three months),
 * now and then older.
 */
export const moisRecent = (rng: Rng, today: string, partAncienne = 0.22): string =>
  moisAvant(today, rng.chance(partAncienne) ? rng.int(4, 13) : rng.int(1, 3))

/** A day at most `max` days before `today`, at least `min`. */
export const jourPasse = (rng: Rng, today: string, min: number, max: number): string =>
  plus(today, { jours: -rng.int(min, max) })

/** A date of birth for somebody of `age` years on the day `today`. */
export const naissance = (rng: Rng, today: string, age: number): string =>
  plus(today, { ans: -age, jours: -rng.int(5, 360) })

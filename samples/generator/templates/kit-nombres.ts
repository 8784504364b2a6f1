import { monthName } from '../dates.ts'

/** Numbers and dates in words, as civil-status records and receipts write them. */

const UNITES = [
  '',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const
const DIZAINES = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
] as const

/** 1 to 9999 in French words. */
export function enLettres(n: number): string {
  if (n >= 1000) {
    const m = Math.floor(n / 1000)
    return `${m === 1 ? '' : `${UNITES[m] ?? ''} `}mille${n % 1000 === 0 ? '' : ` ${enLettres(n % 1000)}`}`
  }
  if (n >= 100) {
    const c = Math.floor(n / 100)
    const reste = n % 100
    return `${c === 1 ? 'cent' : `${UNITES[c] ?? ''} cent${reste === 0 ? 's' : ''}`}${reste === 0 ? '' : ` ${enLettres(reste)}`}`
  }
  if (n < 20) return UNITES[n] ?? ''
  const d = Math.floor(n / 10)
  const base = d === 7 || d === 9 ? 10 : 0
  const unite = (n % 10) + base
  if (unite === 0) return d === 8 ? 'quatre-vingts' : (DIZAINES[d] ?? '')
  const lien = (unite === 1 || unite === 11) && d !== 8 && d !== 9 ? ' et ' : '-'
  return `${DIZAINES[d] ?? ''}${lien}${UNITES[unite] ?? ''}`
}

/** `1990`: `mil neuf cent quatre-vingt-dix`; `2026`: `deux mille vingt-six`. */
export const anneeEnLettres = (annee: number): string =>
  annee < 2000 ? `mil ${enLettres(annee - 1000)}` : enLettres(annee)

/** `1990-03-02`: `deux mars mil neuf cent quatre-vingt-dix`. */
export function dateEnLettres(iso: string): string {
  const jour = Number(iso.slice(8, 10))
  return `${jour === 1 ? 'premier' : enLettres(jour)} ${monthName(iso)} ${anneeEnLettres(Number(iso.slice(0, 4)))}`
}

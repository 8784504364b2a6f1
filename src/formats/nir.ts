/**
 * The NIR (numéro d'inscription au répertoire, "numéro de sécurité sociale").
 *
 * | position | holds | values |
 * |---|---|---|
 * | 1 | sexe | 1 man, 2 woman; 3/4 foreigners being registered; 7/8 provisional (NIA) |
 * | 2-3 | year of birth | 00-99, no century |
 * | 4-5 | month of birth | 01-12; 20 unknown; 30-42 and 50-99 incomplete or particular acts |
 * | 6-7 | département | 01-95, 2A, 2B, 96-98, 99 abroad |
 * | 8-10 | commune or country | overseas: the département takes 3 figures (971...), the commune 2 |
 * | 11-13 | order | 001-999 |
 * | 14-15 | key | 97 - (number mod 97), 01-97; for the key 2A counts as 19 and 2B as 18 |
 *
 * Worked example: 2 69 05 49 588 157, key 80 (specimen of the carte Vitale).
 * Source: INSEE, structure of the NIR; legal basis of its use here: décret 2019-341 of 19 April 2019.
 */

/** 13 characters without separators, upper case. The order and commune 000 do not exist. */
const BODY = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|20|3\d|4[0-2]|[5-9]\d)(?:0[1-9]|[1-8]\d|9\d|2[AB])(?!000)\d{3}(?!000)\d{3}$/

export interface Nir {
  /** 13 characters, Corsica as `2A` or `2B`. */
  readonly body: string
  /** Two figures, or `null` when it was not written. */
  readonly key: string | null
  readonly sexe: 'homme' | 'femme'
  readonly statut: 'certifie' | 'en-cours-immatriculation' | 'provisoire'
  /** Last two figures of the year of birth. */
  readonly annee: number
  /** 1..12, or `null` when the act gives none (20, 30-42, 50-99). */
  readonly mois: number | null
  /** Two characters, three overseas (`974`). `99` is abroad. */
  readonly departement: string
  readonly naissance: 'metropole' | 'outre-mer' | 'etranger'
}

/** True when 13 characters have the structure of a NIR. The key is not looked at. */
export const isNirBody = (body: string): boolean => BODY.test(body)

/** The two-figure key of a 13-character NIR. */
export function nirKey(body: string): string {
  const department = body.slice(5, 7)
  const figures = department === '2A' ? '19' : department === '2B' ? '18' : department
  return String(97 - (Number(body.slice(0, 5) + figures + body.slice(7)) % 97)).padStart(2, '0')
}

/**
 * A NIR written with or without separators, 13 or 15 characters. `null` when the structure is wrong or the key,
 * if written, does not hold. No OCR repair.
 */
export function parseNir(text: string): Nir | null {
  const compact = text.replace(/[\s.\-/]/g, '').toUpperCase()
  if (compact.length !== 13 && compact.length !== 15) return null
  const body = compact.slice(0, 13)
  const key = compact.length === 15 ? compact.slice(13) : null
  if (!isNirBody(body) || (key !== null && key !== nirKey(body))) return null
  const [first] = body
  const month = Number(body.slice(3, 5))
  const place = body.slice(5, 7)
  return {
    body,
    key,
    sexe: first === '1' || first === '3' || first === '7' ? 'homme' : 'femme',
    statut:
      first === '1' || first === '2'
        ? 'certifie'
        : first === '3' || first === '4'
          ? 'en-cours-immatriculation'
          : 'provisoire',
    annee: Number(body.slice(1, 3)),
    mois: month >= 1 && month <= 12 ? month : null,
    departement: place === '97' || place === '98' ? body.slice(5, 8) : place,
    naissance: place === '99' ? 'etranger' : place === '97' || place === '98' ? 'outre-mer' : 'metropole',
  }
}

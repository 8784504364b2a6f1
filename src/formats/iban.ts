/**
 * IBAN (ISO 13616): country, two check digits, BBAN; the number made of BBAN + country + check digits, letters as 10-35,
 * leaves 1 modulo 97. A French one has 27 characters. Worked example: FR14 2004 1010 0505 0001 3M02 606.
 */

/** Characters of an IBAN by country, for the countries of the SEPA area whose accounts applicants show. */
// prettier-ignore
const LENGTHS: Readonly<Record<string, number>> = {
  AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27, HR: 21,
  HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24,
  SE: 24, SI: 19, SK: 24, SM: 27,
}

/** True for an IBAN of a listed country without separators, with its length and check digits. */
export function isIban(compact: string): boolean {
  const iban = compact.toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(iban) || iban.length !== LENGTHS[iban.slice(0, 2)]) return false
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const START = /(?<![A-Za-z\d])[A-Za-z]{2} ?\d{2}(?= ?[A-Za-z\d])/g

/** Every IBAN in a text, grouped by spaces or not, left to right. */
export function findIbans(text: string): { readonly iban: string; readonly start: number; readonly end: number }[] {
  const found: { iban: string; start: number; end: number }[] = []
  for (const match of text.matchAll(START)) {
    const length = LENGTHS[match[0].slice(0, 2).toUpperCase()]
    if (length === undefined) continue
    let compact = ''
    let at = match.index
    for (; at < text.length && compact.length < length; at++) {
      const sign = text.charAt(at)
      if (/[A-Za-z\d]/.test(sign)) compact += sign.toUpperCase()
      else if (!/[ .\-\u00a0]/.test(sign)) break
    }
    if (isIban(compact)) found.push({ iban: compact, start: match.index, end: at })
  }
  return found
}

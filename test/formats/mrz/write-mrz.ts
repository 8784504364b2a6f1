import { checkDigit } from '../../../src/formats/mrz/check-digit.ts'
import type { MrzFormat } from '../../../src/formats/mrz/layout.ts'

/** What a test document says; a writer independent of the layouts that the reader uses. */
export interface Written {
  readonly format: MrzFormat
  readonly code: string
  readonly issuer: string
  readonly number: string
  readonly nationality: string
  /** YYMMDD */
  readonly birth: string
  readonly sex: string
  readonly expiry: string
  readonly surname: readonly string[]
  readonly given: readonly string[]
  readonly optional: string
}

const fill = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<')
const digit = (text: string): string => checkDigit(text) ?? ''
const withDigit = (text: string): string => text + digit(text)

/** Lines with right check digits (ICAO Doc 9303 parts 4 to 7; French card and licence as their specimens). */
export function writeMrz(doc: Written): string[] {
  const code = fill(doc.code, 2)
  const issuer = fill(doc.issuer, 3)
  const nationality = fill(doc.nationality, 3)
  const names = `${doc.surname.join('<')}${doc.given.length > 0 ? `<<${doc.given.join('<')}` : ''}`
  const number = withDigit(fill(doc.number, 9))
  const birth = withDigit(doc.birth)
  const expiry = withDigit(doc.expiry)
  switch (doc.format) {
    case 'TD1': {
      const head = number + fill(doc.optional, 15)
      const middle = `${birth}${doc.sex}${expiry}${nationality}${fill('', 11)}`
      return [code + issuer + head, middle + digit(head + birth + expiry + fill('', 11)), fill(names, 30)]
    }
    case 'TD2': {
      const optional = fill(doc.optional, 7)
      const body = `${number}${nationality}${birth}${doc.sex}${expiry}${optional}`
      return [code + issuer + fill(names, 31), body + digit(number + birth + expiry + optional)]
    }
    case 'TD3': {
      const optional = doc.optional === '' ? fill('', 15) : withDigit(fill(doc.optional, 14))
      const body = `${number}${nationality}${birth}${doc.sex}${expiry}${optional}`
      return [code + issuer + fill(names, 39), body + digit(number + birth + expiry + optional)]
    }
    case 'MRV-A':
      return [
        code + issuer + fill(names, 39),
        `${number}${nationality}${birth}${doc.sex}${expiry}${fill(doc.optional, 16)}`,
      ]
    case 'MRV-B':
      return [
        code + issuer + fill(names, 31),
        `${number}${nationality}${birth}${doc.sex}${expiry}${fill(doc.optional, 8)}`,
      ]
    case 'FR-CNI': {
      const first = `IDFRA${fill(doc.surname.join('<'), 25)}${fill(doc.optional, 6)}`
      const second = `${withDigit(doc.number)}${fill(doc.given.join('<<'), 14)}${birth}${doc.sex}`
      return [first, second + digit(first + second)]
    }
    case 'FR-PERMIS': {
      const head = withDigit(`${code}FRA${doc.number}`)
      return [withDigit(head + doc.expiry + fill(doc.surname.join('<'), 8))]
    }
  }
}

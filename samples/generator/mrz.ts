import { icaoDigit } from './numbers.ts'

/** Writes machine readable zones (ICAO 9303 parts 3 to 7, and the French layouts), check digits included. */

export interface MrzHolder {
  readonly nom: string
  readonly prenoms: readonly string[]
  /** ISO. */
  readonly dateNaissance: string
  readonly sexe: 'M' | 'F'
  readonly nationalite: string
}

/** Two ways of issuers: `plat` drops accents (France, Italy), `etendu` writes AE OE UE (Germany). */
type Style = 'plat' | 'etendu'

const EXPANDED: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', Å: 'AA', Ø: 'OE' }

/** A printed name as it stands in a MRZ: letters and `<` between its parts. */
export function mrzName(name: string, style: Style = 'plat'): string {
  const upper = name.normalize('NFC').toUpperCase()
  const spelled = style === 'etendu' ? upper.replace(/[ÄÖÜÅØ]/g, c => EXPANDED[c] ?? c) : upper
  return spelled
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .replaceAll('ß', 'SS')
    .replaceAll('Ø', 'O')
    .replaceAll('Ł', 'L')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘.]/g, '')
    .replace(/[^A-Z]+/g, '<')
    .replace(/^<+|<+$/g, '')
}

const pad = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<')
const yymmdd = (iso: string): string => iso.slice(2, 4) + iso.slice(5, 7) + iso.slice(8, 10)
const withDigit = (text: string): string => text + icaoDigit(text)

function names(holder: MrzHolder, length: number, style: Style): string {
  const given = holder.prenoms.map(p => mrzName(p, style)).join('<')
  // A very long surname leaves room for the beginning of a given name.
  return pad(`${mrzName(holder.nom, style).slice(0, length - 4)}<<${given}`, length)
}

/** Passport: two lines of 44. */
export function td3(
  issuer: string,
  number: string,
  expiry: string,
  holder: MrzHolder,
  style: Style = 'plat',
): string[] {
  const first = withDigit(pad(number, 9))
  const birth = withDigit(yymmdd(holder.dateNaissance))
  const end = withDigit(yymmdd(expiry))
  const optional = `${pad('', 14)}<`
  return [
    `P<${pad(issuer, 3)}${names(holder, 39, style)}`,
    `${first}${pad(holder.nationalite, 3)}${birth}${holder.sexe}${end}${optional}${icaoDigit(first + birth + end + optional)}`,
  ]
}

/**
 * Card: three lines of 30.
 * @param code document code, two characters (`ID`, `IR`, `C<`)
 * @param optional content of the optional zone of line 1
 */
export function td1(
  code: string,
  issuer: string,
  number: string,
  expiry: string,
  holder: MrzHolder,
  { optional = '', style = 'plat' }: { readonly optional?: string; readonly style?: Style } = {},
): string[] {
  const first = withDigit(pad(number, 9)) + pad(optional, 15)
  const birth = withDigit(yymmdd(holder.dateNaissance))
  const end = withDigit(yymmdd(expiry))
  const second = pad('', 11)
  return [
    `${pad(code, 2)}${pad(issuer, 3)}${first}`,
    `${birth}${holder.sexe}${end}${pad(holder.nationalite, 3)}${second}${icaoDigit(first + birth + end + second)}`,
    names(holder, 30, style),
  ]
}

/** Sticker of a French long-stay visa: two lines of 36, no composite digit. */
export function mrvB(number: string, expiry: string, holder: MrzHolder): string[] {
  return [
    `VDFRA${names(holder, 31, 'plat')}`,
    `${withDigit(pad(number, 9))}${pad(holder.nationalite, 3)}${withDigit(yymmdd(holder.dateNaissance))}${holder.sexe}${withDigit(yymmdd(expiry))}${pad('', 8)}`,
  ]
}

/**
 * French laminated card (1988-2021): two lines of 36; the composite digit runs over both lines.
 * @param number twelve characters: year and month of issue, office, serial
 * @param office six characters at the end of line 1, or fillers
 */
export function cniPlastifiee(number: string, office: string, holder: MrzHolder): string[] {
  const given = holder.prenoms.map(p => mrzName(p)).join('<<')
  const line1 = `IDFRA${pad(mrzName(holder.nom), 25)}${pad(office, 6)}`
  const line2 = `${withDigit(number)}${pad(given, 14)}${withDigit(yymmdd(holder.dateNaissance))}${holder.sexe}`
  return [line1, line2 + icaoDigit(line1 + line2)]
}

/** French driving licence: one line of 30. */
export function permisMrz(number: string, expiry: string, nom: string): string {
  const head = withDigit(`D1FRA${number}`)
  const line = head + yymmdd(expiry) + pad(mrzName(nom), 8)
  return line + icaoDigit(line)
}

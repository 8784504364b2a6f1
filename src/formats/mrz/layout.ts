import { parse, type ParseResult } from 'mrz'

/** Formats of machine readable zones: ICAO Doc 9303 parts 4 (TD3), 5 (TD1), 6 (TD2), 7 (visas), and the French ones. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FR-CNI' | 'FR-PERMIS'

export type MrzFieldName =
  | 'documentCode'
  | 'issuingState'
  | 'documentNumber'
  | 'nationality'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'optional1'
  | 'optional2'
  /** Surname and given names in one zone. */
  | 'names'
  | 'surname'
  | 'givenNames'
  /** Positions 31-36 of the French laminated card: département and office of issue. */
  | 'issuingOffice'

export type MrzCheckName = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optional' | 'composite'

/** Characters `start` (included) to `end` (excluded) of a line, both from 0. */
export interface Slice {
  readonly line: number
  readonly start: number
  readonly end: number
}

export interface CheckLayout {
  readonly name: MrzCheckName
  /** The digit itself. */
  readonly at: Slice
  /** What it is computed over, in order. */
  readonly over: readonly Slice[]
}

export interface MrzLayout {
  readonly format: MrzFormat
  readonly lineCount: number
  readonly lineLength: number
  readonly fields: Readonly<Partial<Record<MrzFieldName, Slice>>>
  readonly checks: readonly CheckLayout[]
}

type Details = ParseResult['details'][number]
type PackageField = NonNullable<Details['field']>

const FIELD_OF: Readonly<Partial<Record<PackageField, MrzFieldName>>> = {
  documentCode: 'documentCode',
  issuingState: 'issuingState',
  documentNumber: 'documentNumber',
  nationality: 'nationality',
  birthDate: 'birthDate',
  sex: 'sex',
  expirationDate: 'expiryDate',
  optional: 'optional1',
  optional1: 'optional1',
  optional2: 'optional2',
  personalNumber: 'optional1',
  administrativeCode: 'issuingOffice',
}

const CHECK_OF: Readonly<Partial<Record<PackageField, MrzCheckName>>> = {
  documentNumberCheckDigit: 'documentNumber',
  birthDateCheckDigit: 'birthDate',
  expirationDateCheckDigit: 'expiryDate',
  personalNumberCheckDigit: 'optional',
  compositeCheckDigit: 'composite',
}

/*
 * The positions are those of the `mrz` package: it is asked once per format for the ranges of its fields, on an empty
 * band. Its reading itself falls short of what the checks need, so `parse-lines.ts` reads along these positions:
 * - a field that it finds wrong is given as null: the wrong characters and the place of each digit are lost;
 * - it chooses the French card whenever a digit stands in line 1 (a misread name makes a TD2 a French card), and never
 *   tries the TD2 layout on `IDFRA`, which is how a badly forged French card shows itself;
 * - visas (MRV-A, MRV-B) are taken for TD3 and TD2, whose composite they do not have;
 * - of the French card it gives the serial as the number (the printed number is the 12 characters under the digit);
 * - of a long number it leaves the continuation in the optional field, and keeps no trace of the Belgian filler;
 * - no ISO dates, no names cut in the French card's way, no repair bound to the digits.
 */
const EMPTY_BANDS: Readonly<Record<'TD1' | 'TD2' | 'TD3' | 'FR-CNI' | 'FR-PERMIS', readonly string[]>> = {
  TD1: Array<string>(3).fill('<'.repeat(30)),
  TD2: Array<string>(2).fill('<'.repeat(36)),
  TD3: Array<string>(2).fill('<'.repeat(44)),
  'FR-CNI': ['IDFRA'.padEnd(36, '<'), '<'.repeat(36)],
  'FR-PERMIS': ['<'.repeat(30)],
}

function layoutOf(format: keyof typeof EMPTY_BANDS): MrzLayout {
  const band = EMPTY_BANDS[format]
  const fields: Partial<Record<MrzFieldName, Slice>> = {}
  const checks: CheckLayout[] = []
  for (const detail of parse(band).details) {
    const [own, ...related] = detail.ranges.map(({ line, start, end }) => ({ line, start, end }))
    if (!detail.field || !own) continue
    const check = CHECK_OF[detail.field]
    if (check) {
      // The number's digit also names the optional zone there, where a long number goes on.
      const over = check === 'documentNumber' ? related.slice(0, 1) : related
      checks.push({ name: check, at: own, over })
      continue
    }
    const name = nameField(format, detail.field) ?? FIELD_OF[detail.field]
    if (name) fields[name] = own
  }
  const number = checks.find(c => c.name === 'documentNumber')?.over[0]
  if (format === 'FR-CNI' && number) fields.documentNumber = number
  return { format, lineCount: band.length, lineLength: band[0]?.length ?? 0, fields, checks }
}

/** The French formats keep surname and given names apart; elsewhere both package fields cover one zone. */
function nameField(format: MrzFormat, field: PackageField): MrzFieldName | null {
  const apart = format === 'FR-CNI' || format === 'FR-PERMIS'
  if (field === 'lastName') return apart ? 'surname' : 'names'
  if (field === 'firstName') return apart ? 'givenNames' : null
  return null
}

/** Visas: as the passport or the card up to the expiry, then optional data to the end of the line, no composite. */
function visaLayout(format: 'MRV-A' | 'MRV-B', like: MrzLayout): MrzLayout {
  const checks = like.checks.filter(c => c.name !== 'optional' && c.name !== 'composite')
  const optional1 = { line: 1, start: 28, end: like.lineLength }
  return { ...like, format, fields: { ...like.fields, optional1 }, checks }
}

const TD2 = layoutOf('TD2')
const TD3 = layoutOf('TD3')

export const LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: layoutOf('TD1'),
  TD2,
  TD3,
  'MRV-A': visaLayout('MRV-A', TD3),
  'MRV-B': visaLayout('MRV-B', TD2),
  'FR-CNI': layoutOf('FR-CNI'),
  'FR-PERMIS': layoutOf('FR-PERMIS'),
}

/** The characters of a slice. */
export const sliceOf = (lines: readonly string[], slice: Slice): string =>
  (lines[slice.line] ?? '').slice(slice.start, slice.end)

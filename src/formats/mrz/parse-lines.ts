import { checkDigit } from './check-digit.ts'
import { LAYOUTS, sliceOf, type CheckLayout, type MrzFieldName, type MrzFormat, type MrzLayout } from './layout.ts'
import { birthDate, expiryDate, issueMonth } from './mrz-dates.ts'
import type { MrzCheck, MrzFields, MrzParse } from './mrz-reading.ts'

/** The format of lines of exact length and character set, or `null`. `IDFRA` on 36 is the French card before a TD2. */
export function exactFormat(lines: readonly string[]): MrzFormat | null {
  if (lines.some(l => !/^[A-Z0-9<]+$/.test(l))) return null
  const first = lines[0] ?? ''
  if (lines.some(l => l.length !== first.length)) return null
  switch (`${lines.length}x${first.length}`) {
    case '1x30':
      return 'FR-PERMIS'
    case '3x30':
      return 'TD1'
    case '2x36':
      return first.startsWith('V') ? 'MRV-B' : first.startsWith('IDFRA') ? 'FR-CNI' : 'TD2'
    case '2x44':
      return first.startsWith('V') ? 'MRV-A' : 'TD3'
    default:
      return null
  }
}

/**
 * Reads lines as they stand, without any correction.
 * @param lines of the exact shape of `format` (see {@link exactFormat})
 * @param referenceDay ISO date that two-digit years are read against
 */
export function parseLines(lines: readonly string[], format: MrzFormat, referenceDay: string): MrzParse {
  const layout = LAYOUTS[format]
  const number = readNumber(lines, layout)
  const checks = layout.checks.map((check): MrzCheck => ({
    name: check.name,
    status: check.name === 'documentNumber' ? number.status : checkStatus(lines, check),
    at: check.name === 'documentNumber' ? number.at : check.at,
  }))
  return { format, lines, fields: readFields(lines, layout, number, referenceDay), checks }
}

function readFields(lines: readonly string[], layout: MrzLayout, number: NumberRead, referenceDay: string): MrzFields {
  const raw = (name: MrzFieldName): string | null => {
    const slice = layout.fields[name]
    return slice ? sliceOf(lines, slice) : null
  }
  const birthDateRaw = raw('birthDate')
  const expiryDateRaw = raw('expiryDate')
  const issuingState = plain(raw('issuingState') ?? '')
  // The Spanish card of a holder over 70 says PERMANENTE and runs to the year 9999.
  const permanent = issuingState === 'ESP' && layout.format === 'TD1' && (expiryDateRaw ?? '').startsWith('99')
  return {
    documentCode: plain(raw('documentCode') ?? ''),
    issuingState,
    documentNumber: number.value,
    nationality: plainOrNull(raw('nationality')),
    ...readNames(raw('names'), raw('surname'), raw('givenNames')),
    birthDateRaw,
    birthDate: birthDateRaw === null ? null : birthDate(birthDateRaw, referenceDay),
    sex: raw('sex'),
    expiryDateRaw,
    expiryDate: expiryDateRaw === null || permanent ? null : expiryDate(expiryDateRaw, referenceDay),
    permanent,
    optional1: layout.fields.optional1 ? unfilled(number.optional1 ?? raw('optional1') ?? '') : null,
    optional2: layout.fields.optional2 ? unfilled(raw('optional2') ?? '') : null,
    issueMonth: layout.format === 'FR-CNI' ? issueMonth(number.value) : null,
    issuingOffice: raw('issuingOffice'),
    numberCheckIncludesFiller: number.includesFiller,
  }
}

const unfilled = (text: string): string => text.replace(/<+$/, '')
const plain = (text: string): string => unfilled(text).replace(/</g, ' ')
const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text))

type Names = Pick<MrzFields, 'surname' | 'givenNames' | 'surnameMayBeCut' | 'givenNamesMayBeCut'>

/** One zone with `<<` between surname and given names; or two zones, where `<<` parts given names and `<` is a hyphen. */
function readNames(names: string | null, surname: string | null, givenNames: string | null): Names {
  if (names === null) {
    return {
      surname: plain(surname ?? ''),
      givenNames: unfilled(givenNames ?? '')
        .split('<<')
        .map(hyphenated)
        .join(' '),
      surnameMayBeCut: isFull(surname),
      givenNamesMayBeCut: isFull(givenNames),
    }
  }
  const [before = '', ...after] = names.split('<<')
  const cut = isFull(names)
  return {
    surname: plain(before),
    givenNames: plain(after.join('<<').replace(/^<+/, '')),
    surnameMayBeCut: cut,
    givenNamesMayBeCut: cut,
  }
}

const hyphenated = (name: string): string => name.replace(/</g, '-')
const isFull = (zone: string | null): boolean => zone !== null && zone !== '' && !zone.endsWith('<')

interface NumberRead extends Pick<MrzCheck, 'status' | 'at'> {
  readonly value: string
  readonly includesFiller: boolean
  /** What is left of the optional zone after a long number. */
  readonly optional1?: string
}

/**
 * The number and its digit. A filler in place of the digit with a full number before it: the number goes on in the
 * optional zone, followed by its digit and a filler (ICAO Doc 9303 part 5, 4.2.2). The digit is over the number without
 * that filler; Belgian cards of the 2000s count the filler.
 */
function readNumber(lines: readonly string[], layout: MrzLayout): NumberRead {
  const check = layout.checks.find(c => c.name === 'documentNumber')
  const field = layout.fields.documentNumber
  if (!check || !field) throw new Error(`format ${layout.format} has no number`)
  const head = sliceOf(lines, field)
  const short = { value: plain(head), status: checkStatus(lines, check), at: check.at, includesFiller: false }
  const optional = layout.fields.optional1
  if (!optional || !LONG_NUMBERS.has(layout.format) || sliceOf(lines, check.at) !== '<' || head.endsWith('<'))
    return short
  const zone = sliceOf(lines, optional)
  const end = zone.includes('<') ? zone.indexOf('<') : zone.length
  if (end < 2) return short
  const tail = zone.slice(0, end - 1)
  const digit = zone.charAt(end - 1)
  const plainSum = checkDigit(head + tail) === digit
  const withFiller = !plainSum && checkDigit(`${head}<${tail}`) === digit
  return {
    value: head + tail,
    status: plainSum || withFiller ? 'ok' : 'wrong',
    at: { line: optional.line, start: optional.start + end - 1, end: optional.start + end },
    includesFiller: withFiller,
    optional1: zone.slice(end + 1),
  }
}

const LONG_NUMBERS: ReadonlySet<MrzFormat> = new Set(['TD1', 'TD2'])

function checkStatus(lines: readonly string[], check: CheckLayout): MrzCheck['status'] {
  const text = check.over.map(slice => sliceOf(lines, slice)).join('')
  const digit = sliceOf(lines, check.at)
  if (digit === '<' && /^<*$/.test(text)) return 'absent'
  return checkDigit(text) === digit ? 'ok' : 'wrong'
}

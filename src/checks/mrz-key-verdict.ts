import type { CheckContext } from '../domain/check.ts'
import { checkDigit } from '../formats/mrz/check-digit.ts'
import { lookAlikes, looksLike } from '../formats/mrz/confusions.ts'
import { LAYOUTS, sliceOf, type MrzCheckName, type MrzFieldName, type Slice } from '../formats/mrz/layout.ts'
import type { MrzRead } from '../formats/mrz/mrz-reading.ts'
import { nameAgrees } from '../formats/mrz/names-agree.ts'
import { numberPattern, toPattern } from '../formats/mrz/number-patterns.ts'
import { parseLines } from '../formats/mrz/parse-lines.ts'
import { differenceOf, SURE_GLYPHS } from './comparison.ts'
import type { BandRead } from './mrz-bands.ts'
import { SURE } from './preuves.ts'
import { printedText, printedWord } from './printed.ts'

/** Two readings that agree need not be as sure as one alone. */
const FAIR = 0.75

/**
 * What a wrong check digit means: `fausse` when what was read is surely what stands there, `illisible` when a misreading
 * explains it.
 *
 *     something was corrected already ............................ illisible
 *     printed value equal to the MRZ's, digit surely read ........ fausse   (two readings agree)
 *     printed value fits the digit, and looks like the MRZ's ..... illisible (the MRZ was misread)
 *     a look-alike glyph makes the digits right, and neither the
 *     printed value nor the 2D-Doc surely says another one ....... illisible
 *     every glyph surely read .................................... fausse
 *     otherwise .................................................. illisible
 */
export function wrongKeyVerdict(
  context: CheckContext,
  { reading }: BandRead,
  name: MrzCheckName,
): 'fausse' | 'illisible' {
  if (reading.corrections.length > 0) return 'illisible'
  const sure = name === 'composite' ? reading.confidence : (reading.confidences[fieldOf(name)] ?? 0)
  const printed = printedMrzText(context, reading, name)
  const check = LAYOUTS[reading.format].checks.find(c => c.name === name)
  if (printed && check) {
    const raw = check.over.map(slice => sliceOf(reading.lines, slice)).join('')
    if (printed.text === raw) {
      const digitIsSure = (reading.digitConfidences[name] ?? 0) >= SURE
      return digitIsSure && (sure >= SURE || (sure >= FAIR && printed.confiance >= FAIR)) ? 'fausse' : 'illisible'
    }
    const fits = checkDigit(printed.text) === sliceOf(reading.lines, check.at)
    const alike = differenceOf(printed.text, raw) === 'confusion' && sure < SURE_GLYPHS
    if (fits && (alike || looksLike(printed.text, raw))) return 'illisible'
  }
  if (oneLookAlikeRepairs(context, reading, name, printed)) return 'illisible'
  return sure >= SURE ? 'fausse' : 'illisible'
}

/** The number printed on the piece is the one that the band gives: a second reading of it. */
export function confirmsNumber(context: CheckContext, number: string): boolean {
  const printed = printedText(context, 'numeroDocument')
  return printed !== null && printed.champ.confiance >= FAIR && compact(printed.text) === number
}

const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

const fieldOf = (name: Exclude<MrzCheckName, 'composite'>): MrzFieldName => (name === 'optional' ? 'optional1' : name)

interface PrintedMrz {
  readonly text: string
  readonly confiance: number
}

/** The printed value of a field, written as it would stand in the MRZ. */
function printedMrzText(context: CheckContext, reading: MrzRead, name: MrzCheckName): PrintedMrz | null {
  const asDate = (nom: string): PrintedMrz | null => {
    const found = printedText(context, nom)
    return found && { text: found.text.slice(2).replace(/-/g, ''), confiance: found.champ.confiance }
  }
  switch (name) {
    case 'birthDate':
      return asDate('dateNaissance')
    case 'expiryDate':
      return asDate('dateExpiration')
    case 'documentNumber': {
      const found = printedText(context, 'numeroDocument')
      const slice = LAYOUTS[reading.format].fields.documentNumber
      if (!slice) return null
      const raw = sliceOf(reading.lines, slice)
      const anywhere = printedWord(context, compact(raw))
      if (anywhere !== null) return { text: raw, confiance: anywhere }
      return found && { text: compact(found.text).padEnd(raw.length, '<'), confiance: found.champ.confiance }
    }
    case 'optional':
    case 'composite':
      return null
  }
}

/**
 * One glyph taken for a look-alike that can stand in its place makes every digit right. Dates hold only digits, which
 * look like no other digit here. For the composite alone, what no other digit covers is tried, save names that the
 * printed ones confirm.
 */
function oneLookAlikeRepairs(
  context: CheckContext,
  reading: MrzRead,
  name: MrzCheckName,
  printed: PrintedMrz | null,
): boolean {
  const fields: readonly MrzFieldName[] =
    name === 'composite'
      ? (['surname', 'givenNames', 'optional1', 'optional2'] as const).filter(f => !isConfirmed(context, reading, f))
      : name === 'documentNumber' || name === 'optional'
        ? [fieldOf(name)]
        : []
  const signed = name === 'documentNumber' ? signedNumber(context) : null
  const place = LAYOUTS[reading.format].fields.documentNumber
  const isDenied = (number: string | null, lines: readonly string[]): boolean =>
    number !== null && place !== undefined && !looksLike(number, sliceOf(lines, place).replace(/<+$/, ''))
  return fields.some(field => {
    const slice = LAYOUTS[reading.format].fields[field]
    if (slice === undefined) return false
    return variants(reading, field, slice).some(
      lines => isRight(reading, lines) && !isRefuted(printed, sliceOf(lines, slice)) && !isDenied(signed, lines),
    )
  })
}

const isRight = ({ format }: MrzRead, lines: readonly string[]): boolean =>
  parseLines(lines, format, ANY_DAY).checks.every(c => c.status !== 'wrong')

/** The number that the 2D-Doc of the card gives: a misread band would look like it. */
function signedNumber({ champs }: CheckContext): string | null {
  const champ = champs['numeroDocument']
  const signed = champ && [champ, ...(champ.autresLectures ?? [])].find(l => l.source === '2d-doc')
  return typeof signed?.valeur === 'string' ? compact(signed.valeur) : null
}

/** The printed value was surely read and is clearly another one. */
const isRefuted = (printed: PrintedMrz | null, variant: string): boolean =>
  printed !== null &&
  printed.confiance >= SURE &&
  !looksLike(printed.text, variant) &&
  differenceOf(printed.text, variant) === 'nette'

/** Check digits do not depend on the day that years are read against. */
const ANY_DAY = '2000-01-01'

/** The band with one glyph of a field changed for each look-alike that its place allows. */
function variants(reading: MrzRead, field: MrzFieldName, slice: Slice): (readonly string[])[] {
  const text = sliceOf(reading.lines, slice)
  const pattern = field === 'documentNumber' ? numberPattern(reading) : null
  const allowed = (changed: string): boolean => {
    if (field === 'surname' || field === 'givenNames') return /^[A-Z<]*$/.test(changed)
    if (pattern !== null) return toPattern(changed, pattern) === changed
    // A zone of digits is a number: a letter would not stand there.
    return !/^[\d<]*$/.test(text)
  }
  return [...text].flatMap((character, i) =>
    lookAlikes(character)
      .map(other => text.slice(0, i) + other + text.slice(i + 1))
      .filter(allowed)
      .map(changed =>
        reading.lines.map((line, l) =>
          l === slice.line ? line.slice(0, slice.start) + changed + line.slice(slice.end) : line,
        ),
      ),
  )
}

function isConfirmed(context: CheckContext, { fields }: MrzRead, field: MrzFieldName): boolean {
  const [nom, text, cut] =
    field === 'surname'
      ? ['nom', fields.surname, fields.surnameMayBeCut]
      : field === 'givenNames'
        ? ['prenoms', fields.givenNames, fields.givenNamesMayBeCut]
        : [null, '', false]
  const printed = nom === null ? null : printedText(context, nom)
  return (
    printed !== null &&
    printed.champ.confiance >= FAIR &&
    ['same', 'compatible'].includes(nameAgrees(printed.text, text, cut))
  )
}

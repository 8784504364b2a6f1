import { parse } from 'mrz'
import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../../src/formats/mrz/check-digit.ts'
import { exactFormat, parseLines } from '../../../src/formats/mrz/parse-lines.ts'
import type { MrzParse } from '../../../src/formats/mrz/mrz-reading.ts'
import { MRZ_VECTORS, REFERENCE_DAY } from './vectors.ts'

const FORMAT_OF: Readonly<Record<string, string>> = { MRVA: 'MRV-A', MRVB: 'MRV-B' }

/** The fields as the vectors name them. */
function vectorFields({ fields, format }: MrzParse): Record<string, string | boolean | null> {
  const apart = format === 'FR-CNI' || format === 'FR-PERMIS'
  return {
    ...fields,
    surnamePossiblyTruncated: apart && fields.surnameMayBeCut,
    givenNamesPossiblyTruncated: apart && fields.givenNamesMayBeCut,
    namePossiblyTruncated: !apart && fields.surnameMayBeCut,
  }
}

describe('MRZ lines as a perfect reader gives them', () => {
  it.each(MRZ_VECTORS.checkDigits)('the check digit of %s is %s', (text, digit) => {
    expect(checkDigit(text)).toBe(digit)
  })

  it('a character that cannot stand in an MRZ has no check digit', () => {
    expect(checkDigit('12É4')).toBeNull()
  })

  it.each(MRZ_VECTORS.vectors)('$id: format, fields and each check digit', vector => {
    const format = exactFormat(vector.lines)
    const expected = vector.expected
    if (expected.format === null) {
      expect(format).toBeNull()
      return
    }
    expect(format).toBe(FORMAT_OF[expected.format] ?? expected.format)
    const parsed = parseLines(vector.lines, format as NonNullable<typeof format>, REFERENCE_DAY)
    const fields = vectorFields(parsed)
    for (const [name, value] of Object.entries(expected.fields ?? {}))
      expect([name, fields[name]]).toEqual([name, value])
    for (const flag of ['namePossiblyTruncated', 'surnamePossiblyTruncated', 'givenNamesPossiblyTruncated'])
      expect([flag, fields[flag]]).toEqual([flag, expected.fields?.[flag] ?? false])
    const checks = Object.fromEntries(parsed.checks.map(c => [c.name, c.status !== 'wrong']))
    expect(checks).toEqual(expected.checks)
    expect(parsed.checks.every(c => c.status !== 'wrong')).toBe(expected.valid)
  })

  it.each(MRZ_VECTORS.vectors.filter(v => v.expected.format && !v.expected.format.startsWith('MRV')))(
    '$id: each digit is judged as the mrz package judges it',
    vector => {
      const format = exactFormat(vector.lines)
      const ours = parseLines(vector.lines, format as NonNullable<typeof format>, REFERENCE_DAY).checks
      const theirs = parse(vector.lines).details.filter(d => d.field?.endsWith('CheckDigit'))
      expect(ours.map(c => c.status !== 'wrong')).toEqual(theirs.map(d => d.valid))
    },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../../src/formats/mrz/check-digit.ts'
import { readMrz } from '../../../src/formats/mrz/read-mrz.ts'
import type { MrzRead } from '../../../src/formats/mrz/mrz-reading.ts'
import { band } from './band.ts'
import { REFERENCE_DAY } from './vectors.ts'
import { writeMrz, type Written } from './write-mrz.ts'

/** What documents write in the optional zones: numbers of people, and numbers longer than their field. */

const HOLDER = {
  issuer: 'FRA',
  nationality: 'SEN',
  birth: '850214',
  sex: 'F',
  expiry: '330105',
  surname: ['LEROY'],
  given: ['ANNE'],
} as const

const text = (characters: string, min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: min, maxLength: max })
const FIGURES = '0123456789'
const ANY = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${FIGURES}`

function read(lines: readonly string[]): MrzRead {
  const reading = readMrz(band(lines), REFERENCE_DAY)
  if (reading.status !== 'read') throw new Error(reading.reason)
  expect(reading.lines).toEqual(lines)
  expect(reading.corrections).toEqual([])
  expect(reading.checks.filter(c => c.status === 'wrong')).toEqual([])
  return reading
}

const OPTIONAL: readonly (readonly [Written['format'], string, number])[] = [
  ['TD1', 'IR', 15],
  ['TD2', 'IR', 7],
  ['TD3', 'P', 14],
  ['MRV-A', 'V', 16],
  ['MRV-B', 'V', 8],
]

describe('the optional zone', () => {
  it.each(OPTIONAL)('of a %s is read as it was written, and its digit where it has one', (format, code, length) => {
    fc.assert(
      fc.property(text(ANY, 5, 9), text(FIGURES, 1, length), (number, optional) => {
        const { fields } = read(writeMrz({ ...HOLDER, format, code, number, optional }))
        expect(fields.documentNumber).toBe(number)
        expect(fields.optional1).toBe(optional)
      }),
    )
  })

  it('of a residence card since 2011 holds the number of the foreigner, ten figures', () => {
    fc.assert(
      fc.property(text(ANY, 9, 9), text(FIGURES, 10, 10), (number, foreigner) => {
        const { fields } = read(writeMrz({ ...HOLDER, format: 'TD1', code: 'IR', number, optional: foreigner }))
        expect([fields.documentNumber, fields.optional1]).toEqual([number, foreigner])
      }),
    )
  })
})

describe('a number longer than nine characters goes on in the optional zone', () => {
  const withDigit = (value: string): string => value + (checkDigit(value) ?? '')
  const birth = withDigit(HOLDER.birth)
  const expiry = withDigit(HOLDER.expiry)
  const number = text(ANY, 9, 9)

  it('on cards of three lines, the filler in the sum or not', () => {
    fc.assert(
      fc.property(number, text(FIGURES, 1, 5), fc.boolean(), (head, tail, belgian) => {
        const digit = checkDigit(belgian ? `${head}<${tail}` : head + tail) ?? ''
        const zone = `${head}<${`${tail}${digit}`.padEnd(15, '<')}`
        const filler = '<'.repeat(11)
        const composite = checkDigit(zone + birth + expiry + filler) ?? ''
        const lines = [`IDBEL${zone}`, `${birth}F${expiry}BEL${filler}${composite}`, 'LEROY<<ANNE'.padEnd(30, '<')]
        expect(read(lines).fields.documentNumber).toBe(head + tail)
      }),
    )
  })

  it('on residence cards of two lines, as before 2011', () => {
    fc.assert(
      fc.property(number, text(FIGURES, 1, 4), (head, tail) => {
        const optional = `${tail}${checkDigit(head + tail) ?? ''}`.padEnd(7, '<')
        const composite = checkDigit(`${head}<${birth}${expiry}${optional}`) ?? ''
        const lines = ['IRFRALEROY<<ANNE'.padEnd(36, '<'), `${head}<SEN${birth}F${expiry}${optional}${composite}`]
        const { fields } = read(lines)
        expect([fields.documentNumber, fields.nationality]).toEqual([head + tail, 'SEN'])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMrz } from '../../../src/formats/mrz/read-mrz.ts'
import type { MrzRead } from '../../../src/formats/mrz/mrz-reading.ts'
import type { MrzFormat } from '../../../src/formats/mrz/layout.ts'
import { band } from './band.ts'
import { MRZ_VECTORS, REFERENCE_DAY } from './vectors.ts'
import { writeMrz, type Written } from './write-mrz.ts'

const read = (...args: Parameters<typeof band>): MrzRead => {
  const reading = readMrz(band(...args), REFERENCE_DAY)
  if (reading.status === 'unread') throw new Error(`unread: ${reading.reason}`)
  return reading
}
const wrongChecks = (reading: MrzRead): string[] => reading.checks.filter(c => c.status === 'wrong').map(c => c.name)

describe('a band is read and repaired only as far as one reading explains it', () => {
  it.each(MRZ_VECTORS.vectors.filter(v => v.corrected))('$id: repaired as an expert would', vector => {
    const reading = read(vector.lines)
    expect(reading.lines).toEqual(vector.corrected)
    expect(wrongChecks(reading)).toEqual([])
    expect(reading.raw).toEqual(vector.lines)
  })

  it.each(MRZ_VECTORS.vectors.filter(v => !v.corrected))('$id: left as it stands', vector => {
    const reading = read(vector.lines)
    expect(reading.lines).toEqual(vector.lines)
    expect(reading.corrections).toEqual([])
    expect(wrongChecks(reading).length === 0).toBe(vector.expected.valid)
  })

  it('says which characters were changed and why', () => {
    const reading = read([
      'IDFRAX4RTBPFW46<<<<<<<<<<<<<<<',
      '9O07138F3O02119FRA<<<<<<<<<<<6',
      'MARTIN<<MAELYS<GAELLE<MARIE<<<',
    ])
    expect(reading.corrections).toEqual([
      { line: 1, column: 1, from: 'O', to: '0', reason: 'classe' },
      { line: 1, column: 9, from: 'O', to: '0', reason: 'classe' },
    ])
    expect(reading.confidences.birthDate).toBe(0.776)
    expect(reading.confidences.documentNumber).toBe(0.97)
  })

  const cnie = writeMrz({
    format: 'TD1',
    code: 'ID',
    issuer: 'FRA',
    number: 'F8K2TR7B4',
    nationality: 'FRA',
    birth: '850214',
    sex: 'F',
    expiry: '330105',
    surname: ['LEROY'],
    given: ['ANNE'],
    optional: '',
  })
  const misread = (lines: readonly string[], from: string, to: string): string[] => lines.map(l => l.replace(from, to))

  it('a look-alike is taken in the number when the glyph was unsure and the digits then agree', () => {
    const reading = read(misread(cnie, 'F8K2', 'FBK2'), 0.97, { '0:6': 0.6 })
    expect(reading.fields.documentNumber).toBe('F8K2TR7B4')
    expect(reading.corrections).toEqual([{ line: 0, column: 6, from: 'B', to: '8', reason: 'cle' }])
  })

  it('a number whose glyphs were all sure is never repaired: a wrong digit must show', () => {
    const reading = read(misread(cnie, 'F8K2', 'FBK2'))
    expect(reading.fields.documentNumber).toBe('FBK2TR7B4')
    expect(wrongChecks(reading)).toEqual(['documentNumber', 'composite'])
  })

  it('4 and O, 6 and G are never exchanged in a number: its digit cannot tell them', () => {
    for (const [number, swapped] of [
      ['X4RTBPFW4', 'XORTBPFW4'],
      ['X6RTBPFW4', 'XGRTBPFW4'],
    ] as const) {
      const lines = writeMrz({ ...BASE, number })
      const reading = read(misread(lines, number, swapped), 0.5)
      expect(reading.fields.documentNumber).toBe(swapped)
      expect(wrongChecks(reading)).toEqual([])
    }
  })

  it('a digit is never repaired into another digit', () => {
    const reading = read(misread(cnie, '330105', '390105'), 0.5)
    expect(reading.fields.expiryDateRaw).toBe('390105')
    expect(wrongChecks(reading)).toContain('expiryDate')
  })

  it('when several repairs would do, nothing is read', () => {
    // Q for O or 0 twice: either repair satisfies number and composite.
    const lines = misread(writeMrz({ ...BASE, number: '0AAAAAAA0' }), '0AAAAAAA0', 'OAAAAAAAO')
    const reading = readMrz(band(lines, 0.5), REFERENCE_DAY)
    expect(reading.status === 'unread' ? reading.reason : reading.fields.documentNumber).toBe('plusieurs-lectures')
  })

  it('more than three corrections is no reading', () => {
    const lines = misread(misread(cnie, '850214', 'BS02I4'), '330105', '33OI05')
    expect(readMrz(band(lines), REFERENCE_DAY)).toMatchObject({
      status: 'unread',
      reason: 'trop-de-corrections',
      raw: lines,
    })
  })

  it('a line that is missing is said, not guessed', () => {
    expect(readMrz(band(cnie.slice(0, 2)), REFERENCE_DAY)).toMatchObject({
      status: 'unread',
      reason: 'lignes-incompletes',
    })
    expect(readMrz(band(cnie.slice(0, 1)), REFERENCE_DAY)).toMatchObject({
      status: 'unread',
      reason: 'lignes-incompletes',
    })
    expect(readMrz(band([]), REFERENCE_DAY)).toMatchObject({ status: 'unread', reason: 'format-inconnu' })
    expect(readMrz(band(['ATTESTATION<DE<LOYER']), REFERENCE_DAY)).toMatchObject({ status: 'unread' })
  })

  it('fillers lost or gained inside a run are put back, wherever the run stands', () => {
    const short = [cnie[0]!, cnie[1]!.replace('FRA<<<', 'FRA<'), cnie[2]!.slice(0, -1)]
    expect(read(short).lines).toEqual(cnie)
    const long = [`${cnie[0]!}<`, cnie[1]!.replace('FRA<<<', 'FRA<<<<<'), cnie[2]!]
    expect(read(long).lines).toEqual(cnie)
  })

  it('a given name is not taken for fillers because it is made of K, L, C and E', () => {
    const lines = writeMrz({ ...BASE, surname: ['MUSTERMANN'], given: ['ELKE'] })
    expect(read(lines).fields.givenNames).toBe('ELKE')
  })

  it('fillers read as K, L, C or E at the end of a line are fillers', () => {
    const lines = writeMrz({ ...BASE, surname: ['MUSTERMANN'], given: ['ELKE'] })
    const noisy = [lines[0]!.slice(0, -3) + 'KLC', lines[1]!, lines[2]!.slice(0, -2) + 'EK']
    expect(read(noisy).lines).toEqual(lines)
  })

  it('trailing fillers read with doubt do not make a name doubtful', () => {
    const doubtful = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`2:${20 + i}`, 0.3]))
    expect(read(cnie, 0.97, doubtful).confidences.names).toBe(0.97)
  })
})

const BASE: Written = {
  format: 'TD1',
  code: 'ID',
  issuer: 'FRA',
  number: 'X4RTBPFW4',
  nationality: 'FRA',
  birth: '850214',
  sex: 'F',
  expiry: '330105',
  surname: ['LEROY'],
  given: ['ANNE'],
  optional: '',
}

const letters = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: min, maxLength: max })
const figures = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const anyNumber = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  minLength: 5,
  maxLength: 9,
})
const day = (from: string, to: string): fc.Arbitrary<string> =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map(d => d.toISOString().slice(0, 10))
const yymmdd = (iso: string): string => iso.slice(2).replace(/-/g, '')

const documents = fc
  .record({
    format: fc.constantFrom<MrzFormat>('TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B', 'FR-CNI', 'FR-PERMIS'),
    number: anyNumber,
    laminated: fc.tuple(fc.integer({ min: 88, max: 99 }), fc.integer({ min: 1, max: 12 }), figures(8)),
    licence: fc.tuple(figures(2), letters(2, 2), figures(5)).map(parts => parts.join('')),
    birth: day('1930-01-01', '2026-06-30'),
    expiry: day('2000-01-01', '2070-01-01'),
    sex: fc.constantFrom('M', 'F', '<'),
    surname: fc.array(letters(2, 7), { minLength: 1, maxLength: 2 }),
    given: fc.array(letters(2, 5), { minLength: 1, maxLength: 2 }),
    nationality: fc.constantFrom('FRA', 'D', 'SEN', 'XXA'),
  })
  .map(r => {
    const visa = r.format.startsWith('MRV')
    const code = visa
      ? 'V'
      : r.format === 'TD3'
        ? 'P'
        : r.format === 'FR-PERMIS'
          ? 'B1'
          : r.format === 'TD2'
            ? 'IR'
            : 'ID'
    const [year, month, rest] = r.laminated
    const number =
      r.format === 'FR-CNI'
        ? `${year}${String(month).padStart(2, '0')}${rest}`
        : r.format === 'FR-PERMIS'
          ? r.licence
          : r.number
    return {
      ...r,
      code,
      number,
      birthIso: r.birth,
      expiryIso: r.expiry,
      birth: yymmdd(r.birth),
      expiry: yymmdd(r.expiry),
    }
  })

describe('what is written is what is read', () => {
  it('every format, every field', () => {
    fc.assert(
      fc.property(documents, doc => {
        const lines = writeMrz({ ...doc, issuer: doc.format.startsWith('FR') ? 'FRA' : 'BEL', optional: '' })
        const reading = read(lines)
        expect(reading.lines).toEqual(lines)
        expect(reading.format).toBe(doc.format)
        expect(wrongChecks(reading)).toEqual([])
        expect(reading.fields.documentNumber).toBe(doc.number)
        expect(reading.fields.surname).toBe(
          doc.surname
            .join(' ')
            .slice(0, doc.format === 'FR-PERMIS' ? 8 : undefined)
            .trim(),
        )
        if (doc.format !== 'FR-PERMIS') {
          expect(reading.fields.birthDate).toBe(doc.birthIso)
          expect(reading.fields.sex).toBe(doc.sex)
          expect(reading.fields.givenNames).toBe(doc.given.join(' '))
        }
        if (doc.format !== 'FR-CNI') expect(reading.fields.expiryDate).toBe(doc.expiryIso)
      }),
    )
  })

  it('one digit changed in a sure reading always leaves a wrong check digit', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.integer({ min: 1, max: 9 }), (doc, place, by) => {
        const lines = writeMrz({ ...doc, issuer: doc.format.startsWith('FR') ? 'FRA' : 'BEL', optional: '' })
        const last = lines.length === 3 ? 1 : lines.length - 1
        const target = lines[last] as string
        const spots = [...target].map((c, i) => (/\d/.test(c) ? i : -1)).filter(i => i >= 0)
        const at = spots[place % spots.length] as number
        const changed = target.slice(0, at) + String((Number(target[at]) + by) % 10) + target.slice(at + 1)
        const reading = readMrz(band(lines.map((l, i) => (i === last ? changed : l))), REFERENCE_DAY)
        if (reading.status === 'read' && reading.format === doc.format) expect(wrongChecks(reading)).not.toEqual([])
      }),
    )
  })

  it('letters read for digits in the dates are put right, up to three of them', () => {
    const letterFor: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B' }
    fc.assert(
      fc.property(documents, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (doc, places) => {
        fc.pre(doc.format === 'TD1')
        const lines = writeMrz({ ...doc, issuer: doc.format.startsWith('FR') ? 'FRA' : 'BEL', optional: '' })
        const dates = [0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13].filter(i => letterFor[lines[1]!.charAt(i)])
        fc.pre(dates.length > 0)
        const hit = new Set(places.map(p => dates[p % dates.length]))
        const noisy = [...lines[1]!].map((c, i) => (hit.has(i) ? (letterFor[c] ?? c) : c)).join('')
        const reading = read([lines[0]!, noisy, lines[2]!])
        expect(reading.lines).toEqual(lines)
        expect(reading.corrections).toHaveLength(hit.size)
      }),
    )
  })
})

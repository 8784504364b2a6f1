import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../src/formats/calendar.ts'
import { findDates, frenchDate, fullYear, parseFrenchDate } from '../../src/formats/dates.ts'

const dates = (text: string, pivot?: number): string[] => findDates(text, pivot).map(d => d.iso)

describe('dates as French documents write them', () => {
  it.each([
    ['14/06/2022', '2022-06-14', 'numerique'],
    ['14.06.2022', '2022-06-14', 'numerique'],
    ['14-06-2022', '2022-06-14', 'numerique'],
    ['14-06-22', '2022-06-14', 'numerique'],
    ['4/6/2022', '2022-06-04', 'numerique'],
    ['14 / 06 / 2022', '2022-06-14', 'numerique'],
    ['14|06|2022', '2022-06-14', 'numerique'],
    ['14 06 2022', '2022-06-14', 'numerique'],
    ['1er juin 2022', '2022-06-01', 'lettres'],
    ['1° août 2024', '2024-08-01', 'lettres'],
    ['14 juin 2022', '2022-06-14', 'lettres'],
    ['14-juin-22', '2022-06-14', 'lettres'],
    ['29 févr. 2024', '2024-02-29', 'lettres'],
    ['15 DÉCEMBRE 2023', '2023-12-15', 'lettres'],
    ['14JUIN2022', '2022-06-14', 'compacte'],
    ['2022-06-14', '2022-06-14', 'iso'],
    ['2031.02.03', '2031-02-03', 'iso'],
    ['03 FEB/FEV 2031', '2031-02-03', 'bilingue'],
    ['12 MAI / MAY 30', '2030-05-12', 'bilingue'],
    ['07 LUT/FEB 2031', '2031-02-07', 'bilingue'],
  ])('%s is %s', (text, iso, form) => {
    expect(findDates(text)).toEqual([{ iso, start: 0, end: text.length, form }])
  })

  it.each([
    ['l4/O6/2O22', null],
    ['l4/O6/2022', '2022-06-14'],
    ['3 fevrler 2024', '2024-02-03'],
    ['3 ju1n 2024', '2024-06-03'],
    ['11 decernbre 2023', '2023-12-11'],
    ['I4 avri1 2024', '2024-04-14'],
  ])('OCR noise in %s', (text, iso) => {
    expect(parseFrenchDate(text)).toBe(iso)
  })

  it.each(['31/04/2022', '29/02/2023', '00/06/2022', '14/13/2022', '32 janvier 2024', '14/06/1789', '2023-02-29'])(
    '%s is not a date',
    text => expect(dates(text)).toEqual([]),
  )

  it.each([
    '06 14 06 20 22',
    '06.14.06.20.22',
    '01-02-03-04-05',
    '12,06,22',
    'art. 14.06',
    '130 025 265 00013',
    '1 234,56',
  ])('%s holds no date', text => expect(dates(text)).toEqual([]))

  it('every date of a line is found, with its place', () => {
    const text = 'Délivré le 20.03.2012, valable du 21/03/2012 au 20 mars 2022'
    const found = findDates(text)
    expect(found.map(d => d.iso)).toEqual(['2012-03-20', '2012-03-21', '2022-03-20'])
    expect(found.map(d => text.slice(d.start, d.end))).toEqual(['20.03.2012', '21/03/2012', '20 mars 2022'])
  })

  it('the number of a street does not hide the date that follows', () => {
    expect(dates('12 rue 14 juin 2022')).toEqual(['2022-06-14'])
  })

  it('a bilingual date whose months disagree is not read', () => {
    expect(dates('03 FEB/MARS 2031')).not.toContain('2031-02-03')
  })

  it('the caller says in which century two-digit years fall', () => {
    expect(dates('14/06/48')).toEqual(['2048-06-14'])
    expect(dates('14/06/48', 24)).toEqual(['1948-06-14'])
    expect(dates('14/06/50')).toEqual(['1950-06-14'])
    expect(fullYear(24, 24)).toBe(2024)
    expect(fullYear(1987)).toBe(1987)
  })

  it('takes no first letter of a month for a day: "septembre 2024" is a month', () => {
    for (const text of ['septembre 2024', 'SEPTEMBRE 2024', 'Sept. 2024', 'octobre 2024', 'mois de septembre 2024'])
      expect(findDates(text)).toEqual([])
    expect(parseFrenchDate('l er septembre 2024')).toBe('2024-09-01')
    expect(parseFrenchDate('ler septembre 2024')).toBe('2024-09-01')
    expect(parseFrenchDate('1erseptembre 2024')).toBe('2024-09-01')
    expect(parseFrenchDate('S septembre 2024')).toBe('2024-09-05')
  })

  it('any day between 1900 and 2099 is read back from what frenchDate writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const iso = civilDate(y, m, d)
          const text = `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`
          expect(parseFrenchDate(`le ${text}.`)).toBe(iso)
          if (iso) expect(frenchDate(iso)).toBe(text)
        },
      ),
    )
  })
})

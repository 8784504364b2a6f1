import { describe, expect, it } from 'vitest'
import { academicYear, findMonths, parsePeriod } from '../../src/formats/periods.ts'

describe('months', () => {
  it.each([
    ['juillet 2024', '2024-07'],
    ['07/2024', '2024-07'],
    ['7 / 2024', '2024-07'],
    ['JUIL. 2024', '2024-07'],
    ['mois de juillet 2024', '2024-07'],
    ['juil-24', '2024-07'],
    ['AOÛT 2023', '2023-08'],
    ['ju1llet 2024', '2024-07'],
    ['2024-07', '2024-07'],
    ['juillet/2024', '2024-07'],
  ])('%s is %s', (text, mois) => {
    expect(findMonths(text).map(m => m.mois)).toEqual([mois])
  })

  it('a full date is not a month', () => {
    expect(findMonths('Fait à Lyon, le 3 août 2024, versé le 05/07/2024 (2024-07-05)')).toEqual([])
  })

  it('all months of a line are found with their place', () => {
    const text = 'droits de juin 2024, juillet 2024 et 08/2024'
    const found = findMonths(text)
    expect(found.map(m => text.slice(m.start, m.end))).toEqual(['juin 2024', 'juillet 2024', '08/2024'])
  })
})

describe('periods', () => {
  it.each([
    ['du 01/08/2023 au 31/08/2023', '2023-08-01', '2023-08-31'],
    ['Période du 1er août 2023 au 31 août 2023 inclus', '2023-08-01', '2023-08-31'],
    ['période : août 2023', '2023-08-01', '2023-08-31'],
    ['01/08/23 - 31/08/23', '2023-08-01', '2023-08-31'],
    ['01/08/2023-31/08/2023', '2023-08-01', '2023-08-31'],
    ['1er au 31 août 2023', '2023-08-01', '2023-08-31'],
    ['du 01 au 31/08/2023', '2023-08-01', '2023-08-31'],
    ['du 01/07 au 31/08/2023', '2023-07-01', '2023-08-31'],
    ['du 15 décembre au 14 janvier 2024', '2023-12-15', '2024-01-14'],
    ['de janvier 2024 à mars 2024', '2024-01-01', '2024-03-31'],
    ['janvier à mars 2024', '2024-01-01', '2024-03-31'],
    ['décembre à février 2024', '2023-12-01', '2024-02-29'],
    ['2e trimestre 2024', '2024-04-01', '2024-06-30'],
    ['4ème trimestre 2024', '2024-10-01', '2024-12-31'],
    ['du 01/08/2023 au 04/08/2023 payé le 12/09/2023', '2023-08-01', '2023-08-04'],
  ])('%s', (text, debut, fin) => {
    expect(parsePeriod(text)).toEqual({ debut, fin })
  })

  it.each([
    'Date de paiement : 31/08/2023',
    'édité le 01/08/2023, payé le 31/08/2023',
    'du 31/08/2023 au 01/08/2023',
    '',
    'page 1 à 3',
  ])('%s is no period', text => expect(parsePeriod(text)).toBeNull())
})

describe('academic years', () => {
  it.each(['2024-2025', '2024/2025', 'année universitaire 2024 - 25', 'Année 2024–2025', '2024 2025'])('%s', text => {
    expect(academicYear(text)).toEqual({ debut: 2024, fin: 2025 })
  })

  it('the turn of a century is followed', () => {
    expect(academicYear('1999-00')).toEqual({ debut: 1999, fin: 2000 })
  })

  it.each(['2024-2026', '2011-12-05', '05/2011-12-05', '2024 25', '2025'])('%s is no academic year', text => {
    expect(academicYear(text)).toBeNull()
  })
})

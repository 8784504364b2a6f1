import { describe, expect, it } from 'vitest'
import { findWrittenDates } from '../../src/documents/written-dates.ts'

describe('dates in letters', () => {
  it.each([
    ['Le deux mars mil neuf cent quatre-vingt-dix à dix heures quinze minutes', '1990-03-02'],
    ['le vingt et un septembre deux mille quatre', '2004-09-21'],
    ["L'an deux mille vingt-quatre, le douze mars à quatorze heures", '2024-03-12'],
    ['premier janvier deux mil dix', '2010-01-01'],
    ['le trente-et-un août mil neuf cent soixante et onze', '1971-08-31'],
    ['le dix-sept du mois de juin deux mille vingt-trois', '2023-06-17'],
    ['né le quatre février mil neuf cent quatre vingt quatorze', '1994-02-04'],
    ['le douze déccmbre mil neuf cent soixanle-deux', '1962-12-12'],
  ])('reads "%s"', (text, iso) => {
    expect(findWrittenDates(text).map(d => d.value)).toEqual([iso])
  })

  it.each(['le deux mai', 'mars deux mille', 'trente et un avril deux mille dix', 'cent mars deux mille dix'])(
    'reads no date in "%s"',
    text => {
      expect(findWrittenDates(text)).toEqual([])
    },
  )

  it('says where each date stands', () => {
    const text = 'né le premier mai deux mille, dressé le deux mai deux mille'
    expect(findWrittenDates(text).map(d => text.slice(d.start, d.end))).toEqual([
      'premier mai deux mille',
      'deux mai deux mille',
    ])
  })
})

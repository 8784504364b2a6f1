import { states } from 'mrz'
import { describe, expect, it } from 'vitest'
import { NATIONALITIES } from '../../../src/formats/mrz/nationalities.ts'
import {
  isKnownState,
  isSpecimenState,
  nationalityAgrees,
  statesOfNationality,
  writesInAnotherScript,
} from '../../../src/formats/mrz/states.ts'

describe('states of an MRZ', () => {
  it.each(['FRA', 'D', 'GBD', 'RKS', 'XXA', 'XMP', 'UNK', 'NTZ'])('%s is a state or body of ICAO 9303', code => {
    expect(isKnownState(code)).toBe(true)
  })

  it.each(['FRE', 'UTO', 'YTO', '', 'XYZ'])('%s is not', code => {
    expect(isKnownState(code)).toBe(false)
  })

  it('UTO is for specimens', () => {
    expect(isSpecimenState('UTO')).toBe(true)
    expect(isSpecimenState('FRA')).toBe(false)
  })

  it('every row of the table names an ICAO code, a region and a nationality', () => {
    const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })
    for (const [icao, alpha2, masculine] of NATIONALITIES) {
      expect([icao, icao in states]).toEqual([icao, true])
      if (!alpha2.startsWith('X')) expect([icao, typeof names.of(alpha2)]).toEqual([icao, 'string'])
      expect(masculine).toMatch(/^\p{Ll}[\p{Ll}-]+$/u)
    }
    expect(new Set(NATIONALITIES.map(r => r[0])).size).toBe(NATIONALITIES.length)
    expect(new Set(NATIONALITIES.map(r => r[1])).size).toBe(NATIONALITIES.length)
  })

  it.each([
    ['Française', 'FRA', true],
    ['FRANCAISE', 'FRA', true],
    ['FRA', 'FRA', true],
    ['FR', 'FRA', true],
    ['Sénégal', 'SEN', true],
    ['sénégalaise', 'SEN', true],
    ['Allemande', 'D', true],
    ['Congolaise', 'COD', true],
    ['Congolaise', 'COG', true],
    ['Nationalité : MAR', 'MAR', true],
    ['Française / French', 'FRA', true],
    ['Marocaine', 'FRA', false],
    ['de la personne', 'FRA', null],
    ['FRANÇAISF', 'FRA', null],
  ])('printed %s and MRZ %s: %s', (printed, code, expected) => {
    expect(nationalityAgrees(printed, code)).toBe(expected)
  })

  it('a nationality that nobody has is unknown', () => {
    expect(statesOfNationality('Martienne')).toBeNull()
  })

  it('names from another script are transcriptions', () => {
    expect(writesInAnotherScript('MAR')).toBe(true)
    expect(writesInAnotherScript('FRA')).toBe(false)
  })
})

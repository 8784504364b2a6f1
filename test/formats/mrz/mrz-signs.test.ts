import { describe, expect, it } from 'vitest'
import { mrzSigns } from '../../../src/formats/mrz/mrz-signs.ts'
import { readMrz } from '../../../src/formats/mrz/read-mrz.ts'
import { band } from './band.ts'
import { MRZ_VECTORS, REFERENCE_DAY } from './vectors.ts'

const codes = (lines: readonly string[], day = REFERENCE_DAY): string[] => {
  const reading = readMrz(band(lines), day)
  return reading.status === 'read' ? mrzSigns(reading, day).map(s => s.code) : [reading.reason]
}

/** The signs that each falsified vector must show; those with a wrong digit show it by the digit alone. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'fake-cni-td2-layout': ['mise-en-page'],
  'fake-cnie-code': ['code-document', 'specimen'],
  'fake-passport-number': ['numero-impossible'],
  'fake-passport-country': ['etat-inconnu'],
  'impossible-date': ['date-impossible'],
  'cni-issue-before-birth': ['dates-contradictoires'],
  'cni-issue-month-13': ['date-impossible'],
  'td3-composite-wrong': [],
  'td3-number-edited': [],
  'td3-expiry-edited': [],
}

describe('signs that no issuer would write', () => {
  it.each(MRZ_VECTORS.vectors.filter(v => v.signs))('$id: $signs', vector => {
    expect(codes(vector.lines)).toEqual(EXPECTED[vector.id])
  })

  it.each(MRZ_VECTORS.vectors.filter(v => !v.signs))('$id: nothing but the mark of a specimen', vector => {
    expect(codes(vector.lines).filter(c => c !== 'specimen')).toEqual([])
  })

  it('published specimens are told by their state or their number', () => {
    const specimens = MRZ_VECTORS.vectors.filter(v => codes(v.lines).includes('specimen')).map(v => v.id)
    expect(specimens).toContain('td3-icao-eriksson')
    expect(specimens).toContain('fr-cnie-specimen')
    expect(specimens).toContain('fr-passport-specimen')
    expect(specimens).toContain('fr-cni-berthier-1994')
    expect(specimens).not.toContain('fr-cnie-oconnor')
  })

  it('a laminated card dated after August 2021 is of a model that was no longer issued', () => {
    const lines = ['IDFRALEROY<<<<<<<<<<<<<<<<<<<<750123', '2201753004171JULIE<<CLAIRE<7803141F9']
    const reading = readMrz(band(lines), REFERENCE_DAY)
    expect(reading).toMatchObject({ status: 'read', format: 'FR-CNI' })
    expect(codes(lines)).toContain('modele-retire')
  })

  it('every motif is a French sentence', () => {
    for (const vector of MRZ_VECTORS.vectors) {
      const reading = readMrz(band(vector.lines), REFERENCE_DAY)
      if (reading.status === 'unread') continue
      for (const sign of mrzSigns(reading, REFERENCE_DAY)) expect(sign.motif).toMatch(/^L[ae] .+\.$/)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoiltPlaces } from '../../src/masking/spoilt-numbers.ts'
import { anyNir, cases, groupsOf } from '../formats/nir-samples.ts'

const KNOWN = '2541199326373'
const covered = (text: string): string[] =>
  spoiltPlaces(text, [KNOWN]).map(p => text.slice(p.positions[0], (p.positions.at(-1) ?? 0) + 1))

describe('a known number that OCR spoilt', () => {
  it.each([
    ['impôts. 254 u 99 326 373 27 —', '254 u 99 326 373 27'],
    ['S général 2 54 11 26 373 27—', '2 54 11 26 373 27'],
    ['Assuré : 2541199826373 27.', '2541199826373 27'],
    ['2 5A 11 99 3Z6 373', '2 5A 11 99 3Z6 373'],
    ['Dossier 12 254119932637 3 27 fin', '254119932637 3 27'],
    ['2 54 11 9C 32€ 375 / 2°. 59976', '2 54 11 9C 32€ 375 / 2'],
  ])('is found in %s', (text, number) => {
    expect(covered(text)).toEqual([number])
  })

  it.each([
    'Tél. 01 54 11 99 32',
    'SIRET 732 829 320 00074',
    '1801275123456 42',
    '30 23 217 600 053',
    'du 25/04/2011 au 19/09/2019',
    '254 119',
    '2 18 07 35 912 440',
  ])('is not found in %s', text => expect(covered(text)).toEqual([]))

  it('one figure lost or misread never hides it', () => {
    fc.assert(
      fc.property(anyNir, fc.nat(14), fc.integer({ min: 0, max: 9 }), fc.boolean(), (nir, at, figure, lost) => {
        const spoilt = nir.slice(0, at) + (lost ? '' : String(figure)) + nir.slice(at + 1)
        expect(spoiltPlaces(`x ${groupsOf(spoilt).join(' ')} y`, [nir.slice(0, 13)])).toHaveLength(1)
      }),
      { numRuns: cases(1000) },
    )
  })

  it('a random number of 10 to 16 figures is practically never taken for it', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 16 }).map(d => d.join(''))
    fc.assert(
      fc.property(figures, text => {
        expect(spoiltPlaces(text, [KNOWN])).toEqual([])
      }),
      { numRuns: cases(2000), seed: 3 },
    )
  })
})

import { nir as stdnumNir } from 'stdnum/lib/cjs/fr/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNirBody, nirKey, parseNir } from '../../src/formats/nir.ts'
import { anyNirBody } from './nir-samples.ts'

const WORKED = [
  ['specimen of the carte Vitale', '2 69 05 49 588 157', '80'],
  ['Calvados', '2 55 08 14 168 025', '38'],
  ['abroad', '2 95 10 99 126 111', '93'],
  ['Corse-du-Sud', '2 53 07 2A 073 004', '43'],
  ['Haute-Corse', '2 53 07 2B 073 004', '70'],
  ['Corse-du-Sud, another', '1 86 02 2A 215 325', '23'],
  ['Paris', '1 80 12 75 123 456', '42'],
  ['La Réunion', '1 90 07 974 11 045', '58'],
  ['Morocco', '1 78 05 99 330 108', '17'],
  ['month 31', '2 01 31 75 120 003', '54'],
  ['month 20', '2 85 20 99 324 008', '47'],
  ['former Oran', '1 62 02 92 352 041', '58'],
  ['sexe 7', '7 88 03 99 351 022', '09'],
  ['sexe 8', '8 95 09 99 352 101', '88'],
  ['sexe 3', '3 70 04 99 330 115', '92'],
  ['sexe 4', '4 70 04 99 330 115', '42'],
] as const

describe('structure and key of the NIR', () => {
  it.each(WORKED)('%s: %s has the key %s', (_, body, key) => {
    expect(nirKey(body.replaceAll(' ', ''))).toBe(key)
    expect(parseNir(`${body} ${key}`)).toMatchObject({ body: body.replaceAll(' ', ''), key })
    expect(parseNir(body)).toMatchObject({ key: null })
  })

  it.each(['1 85 05 78 006 084 36', '1 81 09 97 441 611 24'])('%s has a wrong key on purpose', text => {
    expect(parseNir(text)).toBeNull()
    expect(isNirBody(text.replaceAll(' ', '').slice(0, 13))).toBe(true)
  })

  it('sex, birth and place are read', () => {
    expect(parseNir('2.69.05.49.588.157.80')).toEqual({
      body: '2690549588157',
      key: '80',
      sexe: 'femme',
      statut: 'certifie',
      annee: 69,
      mois: 5,
      departement: '49',
      naissance: 'metropole',
    })
    expect(parseNir('1 90 07 974 11 045')).toMatchObject({ sexe: 'homme', departement: '974', naissance: 'outre-mer' })
    expect(parseNir('7 88 03 99 351 022')).toMatchObject({ statut: 'provisoire', naissance: 'etranger', sexe: 'homme' })
    expect(parseNir('4 70 04 99 330 115')).toMatchObject({ statut: 'en-cours-immatriculation', sexe: 'femme' })
    expect(parseNir('253072a07300443')).toMatchObject({ departement: '2A' })
    expect(parseNir('285209932400847')?.mois).toBeNull()
  })

  it.each([
    '0690549588157',
    '5690549588157',
    '2691349588157',
    '2690049588157',
    '2690500588157',
    '2690549000157',
    '2690549588000',
    '269054958815',
    'abc',
  ])('%s is not a NIR', text => expect(parseNir(text)).toBeNull())

  it('the key agrees with a second implementation for any number', () => {
    fc.assert(
      fc.property(anyNirBody, body => {
        expect(isNirBody(body)).toBe(true)
        expect(stdnumNir.validate(body + nirKey(body)).isValid).toBe(true)
      }),
    )
  })
})

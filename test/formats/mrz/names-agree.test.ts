import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameAgrees, namesAgree, type NameAgreement } from '../../../src/formats/mrz/names-agree.ts'
import type { MrzFields } from '../../../src/formats/mrz/mrz-reading.ts'
import { exactFormat, parseLines } from '../../../src/formats/mrz/parse-lines.ts'
import { MRZ_VECTORS, REFERENCE_DAY } from './vectors.ts'

const fieldsOf = (id: string): MrzFields => {
  const lines = MRZ_VECTORS.vectors.find(v => v.id === id)?.lines ?? []
  const format = exactFormat(lines)
  if (!format) throw new Error(id)
  return parseLines(lines, format, REFERENCE_DAY).fields
}

describe('a printed name and its form in the MRZ', () => {
  it.each<[printed: string, mrz: string, expected: NameAgreement]>([
    ['Martin', 'MARTIN', 'same'],
    ["O'Connor", 'OCONNOR', 'same'],
    ["D'Arc", 'D ARC', 'same'],
    ["L'Huillier", "L'HUILLIER", 'same'],
    ["D'Almeida-Roux", "D'ALMEIDA-ROUX", 'same'],
    ['Dupont-Durand', 'DUPONT DURAND', 'same'],
    ['Anne-Sophie', 'ANNE-SOPHIE', 'same'],
    ['Maëlys, Gaëlle, Marie', 'MAELYS GAELLE MARIE', 'same'],
    ['Müller', 'MUELLER', 'same'],
    ['Müller', 'MULLER', 'same'],
    ['Müller', 'MUXXLLER', 'same'],
    ['Groß', 'GROSS', 'same'],
    ['GROBMANN', 'GROSSMANN', 'same'],
    ['BERNARD', 'BERNARD', 'same'],
    ['BERNARD', 'SERNARD', 'close'],
    ['Bœuf', 'BOEUF', 'same'],
    ['Ågård', 'AAGAARD', 'same'],
    ['Núñez', 'NUNEZ', 'same'],
    ['Núñez', 'NUNXXEZ', 'same'],
    ['Łuczak', 'LUCZAK', 'same'],
    ['Þórsson', 'THORSSON', 'same'],
    ['Ijzerman', 'IJZERMAN', 'same'],
    ['Щербаков', 'SHCHERBAKOV', 'same'],
    ['DE LA ROCHE', 'DELAROCHE', 'same'],
    ['van der Berg', 'VANDERBERG', 'same'],
    ['El Idrissi', 'IDRISSI', 'compatible'],
    ['Berg', 'VAN DER BERG', 'compatible'],
    ['Maëlys Gaëlle Marie', 'MAELYS', 'compatible'],
    ['Maëlys', 'MAELYS GAELLE MARIE', 'compatible'],
    ['LEFEBVRE', 'LEFEVRE', 'close'],
    ['MARTlN', 'MARTIN', 'close'],
    ['PET1T', 'PETIT', 'close'],
    ['Martin', 'DURAND', 'different'],
    ['Martin', 'MARTINEZ', 'different'],
    ['Li', 'LE', 'different'],
    ['Gaëlle Maëlys', 'MAELYS', 'different'],
    ['', 'MARTIN', 'different'],
  ])('%s and %s: %s, %s', (printed, mrz, expected) => {
    expect(nameAgrees(printed, mrz, false)).toBe(expected)
  })

  it.each<[printed: string, mrz: string, expected: NameAgreement]>([
    ['VANDENBROUCKE DELAUNAY DE MONTFERRAND', 'VANDENBROUCKE DELAUNAY DE', 'compatible'],
    ['Marie-Charlotte', 'MARIE-CHARLOT', 'compatible'],
    ['Jean-Pierre, Alain, Louis', 'JEAN-PIERRE A', 'compatible'],
    ['Jean-Pierre, Bernard', 'JEAN-PIERRE A', 'different'],
    ['Durand', 'MARTIN', 'different'],
  ])('in a full zone, %s and %s: %s', (printed, mrz, expected) => {
    expect(nameAgrees(printed, mrz, true)).toBe(expected)
  })

  it('the ICAO example of a name shortened component by component', () => {
    expect(nameAgrees('BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL', 'BENNELONG WOOLOOM WARRAND WARNAM', true)).toBe(
      'compatible',
    )
    expect(nameAgrees('DINGO POTOROO', 'DINGO', true)).toBe('compatible')
  })

  it('a truncated name of the laminated card agrees with the whole printed one', () => {
    const names = { nom: 'VANDENBROUCKE-DELAUNAY DE VRIES', nomUsage: null, prenoms: 'Jean-Pierre, André' }
    expect(namesAgree(names, fieldsOf('fr-cni-surname-truncated'))).toEqual({
      surname: 'compatible',
      givenNames: 'compatible',
    })
  })

  it('the usage name may be absent from the MRZ, or be the one that stands there', () => {
    const mrz = fieldsOf('fr-cnie-specimen')
    const surname = (nom: string, nomUsage: string | null): NameAgreement | null =>
      namesAgree({ nom, nomUsage, prenoms: null }, mrz).surname
    expect(surname('MARTIN', 'DURAND')).toBe('same')
    expect(surname('DURAND', 'MARTIN')).toBe('same')
    expect(surname('MARTIN épouse DURAND', null)).toBe('same')
    expect(surname('DURAND née MARTIN', null)).toBe('same')
    expect(surname('MARTIN ép. DURAND', null)).toBe('same')
    expect(surname('DURAND', 'LEROY')).toBe('different')
  })

  it('a name that was not read is not compared', () => {
    expect(namesAgree({ nom: null, nomUsage: 'MARTIN', prenoms: null }, fieldsOf('fr-cnie-specimen'))).toEqual({
      surname: null,
      givenNames: null,
    })
  })

  it('any French name agrees with its transliteration, and cut at any length in a full zone', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÇÉÈÊËÎÏÔÙÛŸ'),
      minLength: 3,
      maxLength: 9,
    })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' ', '-', "'"),
        fc.nat(),
        (words, sign, at) => {
          const printed = words.join(sign)
          const whole = printed.normalize('NFD').replace(/\p{M}/gu, '').replace(/'/g, '').replace(/-/g, ' ')
          expect(nameAgrees(printed, whole, false)).toBe('same')
          const cut = whole.slice(0, 1 + (at % whole.length)).trim()
          expect(['same', 'compatible']).toContain(nameAgrees(printed, cut, true))
        },
      ),
    )
  })
})

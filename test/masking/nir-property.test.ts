import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNirs } from '../../src/masking/find-nirs.ts'
import { lookAlike } from '../formats/nir-look-alikes.ts'
import { anyNir, cases, groupsOf } from '../formats/nir-samples.ts'
import { at, inside, page } from './page-builder.ts'

const LABELS = [
  'N° Sécurité sociale :',
  'N° SS',
  'NIR :',
  'N° de sécurité sociale',
  'Sécurité sociale :',
  'Numéro INSEE',
]
const label = fc.constantFrom(...LABELS)

/** How the words of a number come out of a reader: as printed, joined, or split where no group ends. */
const written = anyNir.chain(nir =>
  fc.constantFrom(
    nir,
    nir.slice(0, 13),
    groupsOf(nir).join(' '),
    groupsOf(nir.slice(0, 13)).join(' '),
    [...nir].join(' '),
    `${nir.slice(0, 5)} ${nir.slice(5, 7)} ${nir.slice(7, 13)} ${nir.slice(13)}`,
    `${nir.slice(0, 9)} ${nir.slice(9)}`,
    `${nir.slice(0, 13)}/${nir.slice(13)}`,
  ),
)

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'OoQD',
  '1': 'Il|!]',
  '2': 'Z',
  '4': 'A',
  '5': 'S',
  '6': 'Gb',
  '8': 'B3',
  '9': 'gq',
  '3': '8',
  '7': '1',
}

/** The text as OCR may read it: at most `most` figures taken for another sign. */
const misread = (text: string, most: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.nat(text.length - 1), fc.nat(9)), { maxLength: most }).map(errors => {
    const signs = text.split('')
    for (const [place, pick] of errors) {
      const options = LOOKALIKES[signs[place] ?? '']
      if (options) signs[place] = options.charAt(pick % options.length)
    }
    return signs.join('')
  })

const noisy = written.chain(text => misread(text, 3))

describe('any NIR on a page', () => {
  it('right of its label, read with up to three errors: every sign is covered, the label and the next column stay', () => {
    fc.assert(
      fc.property(label, noisy, (name, text) => {
        const reading = page().line('Mme ALIX', 'née le 12/05/1969').line(name, text, at(0.8, 'Emploi')).build()
        const masks = findNirs([reading], { type: 'bulletin-de-paie' }).flatMap(f => [...f.zones])
        const words = reading.lines[1]?.words ?? []
        const number = words.slice(name.split(' ').length, -1)
        for (const word of number) expect(inside(word.zone, masks)).toBe(true)
        for (const word of words.filter(w => !number.includes(w))) expect(inside(word.zone, masks)).toBe(false)
      }),
      { numRuns: cases(1500) },
    )
  })

  it('below its label, with other columns around: every sign is covered, the neighbours stay', () => {
    fc.assert(
      fc.property(label, noisy, (name, text) => {
        const reading = page()
          .line(name, at(0.55, 'Matricule'), at(0.8, 'Emploi'))
          .line(text, at(0.55, '00123'), at(0.8, 'Agent'))
          .build()
        const masks = findNirs([reading], { type: 'bulletin-de-paie' }).flatMap(f => [...f.zones])
        const words = reading.lines[1]?.words ?? []
        for (const word of words.slice(0, -2)) expect(inside(word.zone, masks)).toBe(true)
        for (const word of words.slice(-2)) expect(inside(word.zone, masks)).toBe(false)
      }),
      { numRuns: cases(1500) },
    )
  })
})

describe('numbers that only look like a NIR, on a page', () => {
  it.each(Object.entries(lookAlike))('%s', (_, text) => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('bulletin-de-paie' as const, 'avis-imposition' as const, null),
        (line, type) => {
          const reading = page().line('Mme ALIX', 'Lyon').line(line).skip().line('Fait à Lyon').build()
          expect(findNirs([reading], { type })).toEqual([])
        },
      ),
      { numRuns: cases(150) },
    )
  })
})

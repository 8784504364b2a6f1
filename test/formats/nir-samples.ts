import fc from 'fast-check'
import { nirKey } from '../../src/formats/nir.ts'

/** Cases of a property test: a few thousand, more when NUMERISEUR_CASES asks for them. */
export const cases = (usual: number): number => Number(process.env['NUMERISEUR_CASES'] ?? usual)

const two = (n: number): string => String(n).padStart(2, '0')
const three = (n: number): string => String(n).padStart(3, '0')
const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })

const month = fc.oneof(
  { weight: 8, arbitrary: between(1, 12) },
  { weight: 1, arbitrary: fc.constant(20) },
  { weight: 1, arbitrary: between(30, 42) },
  { weight: 1, arbitrary: between(50, 99) },
)
const place = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(between(1, 96), between(1, 990)).map(([d, c]) => two(d) + three(c)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('2A', '2B'), between(1, 990)).map(([d, c]) => d + three(c)) },
  { weight: 1, arbitrary: fc.tuple(between(971, 988), between(1, 90)).map(([d, c]) => three(d) + two(c)) },
  { weight: 1, arbitrary: between(101, 516).map(country => `99${three(country)}`) },
)

/** Any NIR of the structure table, 13 characters. */
export const anyNirBody: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('1', '2') },
      { weight: 1, arbitrary: fc.constantFrom('3', '4', '7', '8') },
    ),
    between(0, 99),
    month,
    place,
    between(1, 999),
  )
  .map(([sex, year, m, p, order]) => sex + two(year) + two(m) + p + three(order))

/** 15 characters with the right key. */
export const anyNir: fc.Arbitrary<string> = anyNirBody.map(body => body + nirKey(body))

/** The groups in which a NIR is printed: 1-2-2-2-3-3 and the key. */
export const groupsOf = (nir: string): string[] =>
  [
    nir.slice(0, 1),
    nir.slice(1, 3),
    nir.slice(3, 5),
    nir.slice(5, 7),
    nir.slice(7, 10),
    nir.slice(10, 13),
    nir.slice(13),
  ].filter(g => g !== '')

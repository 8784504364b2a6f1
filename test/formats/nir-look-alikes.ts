import fc from 'fast-check'
import { isIban } from '../../src/formats/iban.ts'

const digits = (n: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map(d => d.join(''))

const cut = (number: string, ...lengths: number[]): string => {
  const groups: string[] = []
  let at = 0
  for (const length of lengths) groups.push(number.slice(at, (at += length)))
  return groups.join(' ')
}

const luhnEnd = (start: string): string => {
  for (let d = 0; d < 10; d++) {
    const sum = [...`${start}${d}`].reverse().reduce((s, c, i) => {
      const v = Number(c) * (i % 2 === 1 ? 2 : 1)
      return s + (v > 9 ? v - 9 : v)
    }, 0)
    if (sum % 10 === 0) return `${start}${d}`
  }
  throw new Error('no Luhn digit')
}

const siret = fc.tuple(digits(8), digits(4)).map(([a, b]) => luhnEnd(luhnEnd(a) + b))
const numeroFiscal = fc
  .tuple(fc.constantFrom('0', '1', '2', '3'), digits(9))
  .map(([first, rest]) => first + rest + String(Number(first + rest) % 511).padStart(3, '0'))
const reference = fc
  .tuple(fc.integer({ min: 15, max: 26 }), fc.integer({ min: 1, max: 95 }), digits(9))
  .map(([y, d, rest]) => `${y}${String(d).padStart(2, '0')}${rest}`)
const iban = digits(23).map(bban => {
  const check = [...Array(98).keys()].find(k => isIban(`FR${String(k).padStart(2, '0')}${bban}`)) ?? 0
  return `FR${String(check).padStart(2, '0')}${bban}`
})
const amount = fc.integer({ min: 100, max: 999_999 }).map(cents => {
  const [whole = '', decimals = ''] = (cents / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ' ')},${decimals}`
})
const date = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1950, max: 2026 }))
  .map(([d, m, y]) => `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`)
const capitals = fc
  .array(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ'), { minLength: 5, maxLength: 5 })
  .map(l => l.join(''))

/** Lines that hold a number which looks like a NIR and is none, as documents print them (section 5 of the detection rules). */
export const lookAlike: Readonly<Record<string, fc.Arbitrary<string>>> = {
  SIRET: fc
    .tuple(siret, fc.constantFrom('SIRET : ', 'N° SIRET ', 'Agence de Lyon ', ''), fc.boolean())
    .map(([n, label, grouped]) => label + (grouped ? cut(n, 3, 3, 3, 5) : n)),
  SIREN: siret.map(n => `RCS PARIS ${cut(n.slice(0, 9), 3, 3, 3)}`),
  'numéro fiscal': fc
    .tuple(numeroFiscal, fc.boolean())
    .map(([n, grouped]) => `Numéro fiscal : ${grouped ? cut(n, 2, 2, 3, 3, 3) : n}`),
  'numéro fiscal alone': numeroFiscal,
  "référence de l'avis": fc
    .tuple(reference, fc.boolean())
    .map(([n, grouped]) => `Référence de l'avis : ${grouped ? cut(n, 2, 2, 7, 2) : n}`),
  "référence de l'avis alone": reference,
  IBAN: fc.tuple(iban, fc.boolean()).map(([n, grouped]) => (grouped ? `IBAN ${cut(n, 4, 4, 4, 4, 4, 4, 3)}` : n)),
  phone: fc
    .tuple(digits(8), fc.constantFrom('Tél. ', ''), fc.constantFrom('0', '+33 '))
    .map(([n, label, start]) => `${label}${start}6 ${cut(n, 2, 2, 2, 2)}`),
  'numéro allocataire': digits(7).map(n => `N° allocataire : ${n}`),
  'France Travail': fc.tuple(digits(7), fc.constantFrom(...'ABCDEFGH')).map(([n, l]) => `Identifiant : ${n}${l}`),
  'numéro étranger': digits(10).map(n => `Numéro étranger : ${n}`),
  'carte d’identité': digits(12).map(n => `CARTE NATIONALE D'IDENTITE N° : ${n}`),
  MRZ: fc.tuple(digits(12), digits(7), capitals).map(([n, b, name]) => `${n}${name}<<<<<<<<${b}F6`),
  URSSAF: fc
    .tuple(digits(10), fc.boolean())
    .map(([n, short]) => (short ? `URSSAF DE PARIS N° 117 ${n}` : `URSSAF N° 11700000${n}`)),
  'point de livraison': digits(14).map(n => `PDL : ${n}`),
  'numéro unique': fc.tuple(digits(13), capitals).map(([n, l]) => `Demande ${n}${l}`),
  'other registers': fc.oneof(
    digits(9).map(n => `FINESS ${n}`),
    digits(11).map(n => `RPPS : ${n}`),
    digits(9).map(n => `ADELI ${n}`),
  ),
  contract: fc
    .tuple(digits(13), fc.constantFrom('Contrat n° ', 'Facture ', 'N° de dossier : ', 'Référence client '))
    .map(([n, l]) => l + n),
  'dates and amounts': fc
    .tuple(fc.integer({ min: 1, max: 31 }), date, fc.array(amount, { minLength: 2, maxLength: 6 }))
    .map(([n, d, all]) => `${n} ${d} ${all.join(' ')}`),
  'payslip line': fc
    .array(amount, { minLength: 3, maxLength: 7 })
    .map(all => `Sécurité Sociale plafonnée ${all.join(' ')}`),
  'serial number of a carte Vitale': digits(15).map(n => `N° de série 80250${n}`),
  'time of a log': fc
    .integer({ min: 1_600_000_000_000, max: 1_999_999_999_999 })
    .map(n => `{"level":30,"time":${n},"msg":"ok"}`),
}

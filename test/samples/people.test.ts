import { nif, nir, siren, siret as siretRule } from 'stdnum/lib/cjs/fr/index.js'
import { describe, expect, it } from 'vitest'
import { fictionalCompany } from '../../samples/generator/companies.ts'
import { TODAY } from '../../samples/generator/draw.ts'
import { fictionalIban } from '../../samples/generator/numbers.ts'
import { household } from '../../samples/generator/people.ts'
import { rng } from '../../samples/generator/rng.ts'

const households = Array.from({ length: 150 }, (_, i) => household(7, `test ${i}`, TODAY))

describe('the people of the samples', () => {
  const people = households.flatMap(h => [h.person, h.partner, ...h.children])

  it('have NIR and numéros fiscaux whose keys another library accepts', () => {
    for (const p of people) {
      expect(nir.validate(p.nir), p.departementNaissance).toMatchObject({ isValid: true })
      expect(nif.validate(p.numeroFiscal)).toMatchObject({ isValid: true })
    }
  })

  it('have a NIR that agrees with their sex, birth and place', () => {
    for (const p of people) {
      expect(p.nir[0]).toBe(p.sexe === 'M' ? '1' : '2')
      expect(p.nir.slice(1, 5)).toBe(p.dateNaissance.slice(2, 4) + p.dateNaissance.slice(5, 7))
      expect(p.nir.slice(5).startsWith(p.departementNaissance)).toBe(true)
      expect(p.departementNaissance === '99').toBe(p.paysNaissance !== null)
    }
  })

  it('are born everywhere: mainland, Corsica, overseas, abroad', () => {
    const departements = people.map(p => p.departementNaissance)
    for (const where of ['2A', '2B', '974', '99', '69']) expect(departements).toContain(where)
    expect(people.some(p => p.nomUsage !== null)).toBe(true)
  })

  it('live at one address and have children under 18, younger than them', () => {
    for (const { person, partner, children } of households) {
      expect(partner.adresse).toEqual(person.adresse)
      for (const child of children) {
        expect(child.dateNaissance > person.dateNaissance).toBe(true)
        expect(child.dateNaissance > '2008-10-14').toBe(true)
      }
    }
  })

  it('are the same for the same seed and name, others for another seed', () => {
    expect(household(7, 'test 3', TODAY)).toEqual(households[3])
    expect(household(8, 'test 3', TODAY)).not.toEqual(households[3])
  })

  it('are what a document needs', () => {
    for (let i = 0; i < 40; i++) {
      const { person } = household(i, 'student', TODAY, {
        ageMin: 18,
        ageMax: 25,
        sexe: 'F',
        nationalites: ['SEN', 'MAR'],
      })
      expect(person.sexe).toBe('F')
      expect(['SEN', 'MAR']).toContain(person.nationalite)
      expect(person.dateNaissance >= '2000-10-15' && person.dateNaissance <= '2008-10-15').toBe(true)
    }
  })
})

describe('the employers of the samples', () => {
  it('have a SIRET that passes Luhn twice, in a range given to nobody', () => {
    for (let i = 0; i < 100; i++) {
      const { siret } = fictionalCompany(rng('company', i))
      expect(siretRule.validate(siret)).toMatchObject({ isValid: true })
      expect(siren.validate(siret.slice(0, 9))).toMatchObject({ isValid: true })
      expect(siret.startsWith('14')).toBe(true)
    }
  })
})

describe('the bank accounts of the samples', () => {
  it('have an IBAN whose remainder by 97 is 1', () => {
    for (let i = 0; i < 50; i++) {
      const iban = fictionalIban(rng('iban', i))
      const moved = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, c => String(c.charCodeAt(0) - 55))
      expect(BigInt(moved) % 97n).toBe(1n)
    }
  })
})

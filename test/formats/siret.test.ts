import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSirets, isSiren, isSiret } from '../../src/formats/siret.ts'

describe('keys of SIREN and SIRET', () => {
  it.each(['32992501005029', '35600000000048', '35600000049837', '73282932000074'])('%s is valid', siret => {
    expect(isSiret(siret)).toBe(true)
    expect(isSiren(siret.slice(0, 9))).toBe(true)
  })

  it('130 025 265 is the SIREN of a State service', () => {
    expect(isSiren('130025265')).toBe(true)
  })

  it.each(['35600000012345', '73282932000075', '73282932100074', '7328293200007', '', '732829320000741'])(
    '%s is not valid',
    siret => {
      expect(isSiret(siret)).toBe(false)
    },
  )

  it('one wrong figure is always seen, but for La Poste', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('32992501005029', '73282932000074'),
        fc.nat(13),
        fc.integer({ min: 1, max: 9 }),
        (siret, at, shift) => {
          const wrong = siret.slice(0, at) + ((Number(siret[at]) + shift) % 10) + siret.slice(at + 1)
          expect(isSiret(wrong)).toBe(false)
        },
      ),
    )
  })
})

describe('SIRET in a text', () => {
  it.each([
    'SIRET : 73282932000074',
    'N° SIRET 732 829 320 00074 APE 7820Z',
    'Siret employeur : 732829320 00074',
    'Siret 732.829.320.00074',
    'SIRET 732 829 320 00 074',
    'SIRET 73282932000074 75012 PARIS',
  ])('%s', text => {
    expect(findSirets(text)).toMatchObject([{ siret: '73282932000074', valide: true, repare: false, libelle: true }])
  })

  it('without label only a number whose keys hold is one', () => {
    expect(findSirets('Agence 732 829 320 00074 Lyon')).toMatchObject([{ siret: '73282932000074', libelle: false }])
    expect(findSirets('Agence 732 829 320 00075 Lyon')).toEqual([])
    expect(findSirets('PDL 73282932000074')).toEqual([])
  })

  it('with the label a wrong number is reported, with what one confusion of figures would explain', () => {
    const [found] = findSirets('SIRET 732 829 820 00074')
    expect(found).toMatchObject({ siret: '73282982000074', valide: false, libelle: true })
    expect(found?.candidats).toContain('73282932000074')
  })

  it('signs that OCR takes for figures are repaired and said to be', () => {
    expect(findSirets('SIRET 732 829 32O OOO74')).toMatchObject([
      { siret: '73282932000074', valide: true, repare: true },
    ])
    expect(findSirets('Code 732 829 32O OOO74')).toEqual([])
  })

  it('the place of the number is the one in the text', () => {
    const text = 'Société Générale, SIRET : 732 829 320 00074, Lyon'
    const [found] = findSirets(text)
    expect(found && text.slice(found.start, found.end)).toBe('732 829 320 00074')
  })

  it('figures of an IBAN are no SIRET', () => {
    expect(findSirets('FR7630006000011234567890189')).toEqual([])
  })
})

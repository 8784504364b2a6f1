import { describe, expect, it } from 'vitest'
import {
  finCniElectronique,
  finCniPlastifiee,
  identiteFrancaise,
  moisDuNumeroCni,
  type DatesCni,
} from '../../../src/documents/validity/cni.ts'
import { DEFAULT_PROFILE } from '../../../src/documents/regional-profile.ts'
import { estObsolete } from '../../../src/documents/validity/validity.ts'

const DEPOT = '2025-03-10'
const lue = (valeur: string | null, confiance = 0.95) => (valeur === null ? null : { valeur, confiance })
const dates = (
  delivrance: string | null,
  naissance: string | null,
  expiration: string | null,
  numero: string | null = null,
): DatesCni => ({
  delivrance: lue(delivrance),
  naissance: lue(naissance),
  expiration: lue(expiration),
  numero: lue(numero),
})

describe('end of validity of a laminated French identity card', () => {
  it.each([
    // delivered, born, printed, result, rule, why: worked examples of the validity table
    ['2012-06-15', '1980-02-03', '2022-06-14', '2027-06-14', 'cni-prolongation-5-ans', 'an adult, in the window'],
    ['2010-05-10', '1994-08-20', '2020-05-09', '2020-05-09', 'cni-date-imprimee', '15 years old at delivery'],
    ['2010-04-10', '1992-04-10', '2020-04-09', '2025-04-09', 'cni-prolongation-5-ans', '18 on the very day'],
    ['2013-12-31', '1970-01-01', '2023-12-30', '2028-12-30', 'cni-prolongation-5-ans', 'last day of the window'],
    ['2004-01-02', '1970-01-01', '2014-01-01', '2019-01-01', 'cni-prolongation-5-ans', 'first day of the window'],
    ['2004-01-01', '1970-01-01', '2013-12-31', '2013-12-31', 'cni-date-imprimee', 'one day too early'],
    ['2014-03-03', '1990-01-01', '2029-03-02', '2029-03-02', 'cni-date-imprimee', 'already 15 years'],
    ['2019-09-20', '2006-01-01', '2029-09-19', '2029-09-19', 'cni-date-imprimee', 'a minor, 10 years'],
  ])('delivered %s to a person born %s, printed %s: %s (%s), %s', (delivered, born, printed, end, rule) => {
    const validity = finCniPlastifiee(dates(delivered, born, printed), DEPOT)
    expect(validity.dateFinValidite).toBe(end)
    expect(validity.regleValidite).toBe(rule)
    expect(validity.confiance).toBe(0.95)
  })

  it('says in words how the date was found', () => {
    expect(finCniPlastifiee(dates('2012-06-15', '1980-02-03', '2022-06-14'), DEPOT).explication).toBe(
      'Délivrée le 15/06/2012 à un majeur : date imprimée 14/06/2022 prolongée de 5 ans (décret n° 2013-1188).',
    )
  })

  it('takes the month of delivery from the number when the delivery was not read', () => {
    const validity = finCniPlastifiee(dates(null, '1975-05-01', '2022-06-14', '120675123456'), DEPOT)
    expect(validity.dateFinValidite).toBe('2027-06-14')
    expect(validity.regleValidite).toBe('cni-prolongation-5-ans')
    expect(validity.confiance).toBeLessThanOrEqual(0.8)
  })

  it('takes the number over a delivery date that cannot be', () => {
    const validity = finCniPlastifiee(dates('2018-06-15', '1975-05-01', '2022-06-14', '120675123456'), DEPOT)
    expect(validity.dateFinValidite).toBe('2027-06-14')
  })

  it('does not call obsolete a card whose delivery is unknown while the prolongation is possible', () => {
    const validity = finCniPlastifiee(dates(null, '1975-05-01', '2022-06-14'), DEPOT)
    expect(validity).toMatchObject({ dateFinValidite: '2022-06-14', confiance: 0.5, neJamaisObsolete: true })
    expect(estObsolete(validity, DEPOT)).toBe(false)
    expect(validity.explication).toContain('Prolongation de 5 ans possible')
  })

  it('does not call obsolete a card whose holder has no known age while the prolongation is possible', () => {
    const validity = finCniPlastifiee(dates('2012-06-15', null, '2022-06-14'), DEPOT)
    expect(validity).toMatchObject({ dateFinValidite: '2022-06-14', confiance: 0.5, neJamaisObsolete: true })
  })

  it('calls it obsolete once even the prolongation is over', () => {
    const validity = finCniPlastifiee(dates('2007-06-15', null, '2017-06-14'), DEPOT)
    expect(estObsolete(validity, DEPOT)).toBe(true)
  })

  it.each([
    ['120675123456', '1980-01-01', '2027-06-30', 'an adult: 15 years from the end of June 2012'],
    ['120675123456', '1999-01-01', '2022-06-30', 'a minor: 10 years'],
    ['040175123456', '1970-01-01', '2014-01-31', 'January 2004 is a month too early for 15 years'],
    ['940992310285', '1965-12-06', '2004-09-30', 'a card of 1994'],
  ])('without the back, number %s and birth %s give %s: %s', (number, born, end) => {
    const validity = finCniPlastifiee(dates(null, born, null, number), DEPOT)
    expect(validity).toMatchObject({ dateFinValidite: end, regleValidite: 'cni-derivee-du-numero' })
    expect(validity.confiance).toBeLessThanOrEqual(0.5)
  })

  it.each([
    ['2017-04-20', '1989-11-27', '2032-04-19', 'cni-date-imprimee', 'an adult since 2014: 15 years'],
    [
      '2012-06-15',
      '1980-02-03',
      '2027-06-14',
      'cni-prolongation-5-ans',
      'an adult before: 10 years and the prolongation',
    ],
    ['2017-04-20', '2005-01-01', '2027-04-19', 'cni-date-imprimee', 'a minor: 10 years'],
  ])('delivered %s to a person born %s, end not readable: %s (%s), %s', (delivered, born, end, rule) => {
    const validity = finCniPlastifiee(dates(delivered, born, null), DEPOT)
    expect(validity).toMatchObject({ dateFinValidite: end, regleValidite: rule })
    expect(validity.confiance).toBeLessThanOrEqual(0.6)
    expect(validity.explication).toContain('Date de fin illisible')
  })

  it('does not trust a delivery date that the number contradicts', () => {
    const validity = finCniPlastifiee(dates('2019-04-20', '1980-01-01', null, '120675123456'), DEPOT)
    expect(validity).toMatchObject({ dateFinValidite: '2027-06-30', regleValidite: 'cni-derivee-du-numero' })
  })

  it('gives no date without the back when the birth date is unknown', () => {
    expect(finCniPlastifiee(dates(null, null, null, '120675123456'), DEPOT)).toMatchObject({
      dateFinValidite: null,
      regleValidite: 'non-determinee',
    })
  })

  it('reads the month of delivery in a number, also one of a consulate', () => {
    expect(moisDuNumeroCni('1710GVA12345')).toBe('2017-10')
    expect(moisDuNumeroCni('880575300123')).toBe('1988-05')
    expect(moisDuNumeroCni('121375123456')).toBeNull()
    expect(moisDuNumeroCni('X4RTBPFW4')).toBeNull()
  })
})

describe('a French identity document out of date', () => {
  const past = finCniElectronique(dates('2012-01-01', null, '2022-01-01'))
  it('is obsolete by default, and is not where the region accepts it', () => {
    expect(estObsolete(identiteFrancaise(past, DEFAULT_PROFILE), DEPOT)).toBe(true)
    const region = { ...DEFAULT_PROFILE, identiteFrancaisePerimee: 'acceptee' as const }
    expect(estObsolete(identiteFrancaise(past, region), DEPOT)).toBe(false)
  })
})

describe('end of validity of an electronic French identity card', () => {
  it('is the printed one', () => {
    expect(finCniElectronique(dates('2022-10-12', '2010-01-01', '2032-10-11'))).toMatchObject({
      dateFinValidite: '2032-10-11',
      regleValidite: 'cni-date-imprimee',
    })
  })

  it('is ten years after the delivery, less sure, when it was not read', () => {
    const validity = finCniElectronique(dates('2022-10-12', null, null))
    expect(validity.dateFinValidite).toBe('2032-10-11')
    expect(validity.confiance).toBeLessThanOrEqual(0.6)
  })

  it('is not guessed when no date was read', () => {
    expect(finCniElectronique(dates(null, '1990-01-01', null))).toMatchObject({
      dateFinValidite: null,
      regleValidite: 'non-determinee',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { DEFAULT_PROFILE } from '../../../src/documents/regional-profile.ts'
import * as annees from '../../../src/documents/validity/annees.ts'
import { finDesMois, moisDepuis } from '../../../src/documents/validity/durees.ts'
import { finIdentiteEtrangere, finPasseport } from '../../../src/documents/validity/etrangere.ts'
import { finCarteInvalidite } from '../../../src/documents/validity/invalidite.ts'
import { finRecepisse, finTitreSejour } from '../../../src/documents/validity/sejour.ts'
import { EMETTEURS_UE, type CodeRegleDuree } from '../../../src/documents/validity/rules.ts'
import { estObsolete, finLe, finLue, SANS_OBJET } from '../../../src/documents/validity/validity.ts'

const P = DEFAULT_PROFILE
const lue = (valeur: string, confiance = 0.9) => ({ valeur, confiance })
const end = (v: { dateFinValidite: string | null; regleValidite: string }) => [v.dateFinValidite, v.regleValidite]

describe('obsolescence', () => {
  const until = (day: string) => finLe(day, 'x', 1, '')
  it('counts the whole last day as valid', () => {
    expect(estObsolete(until('2025-03-10'), '2025-03-10')).toBe(false)
    expect(estObsolete(until('2025-03-09'), '2025-03-10')).toBe(true)
  })
  it('never calls obsolete what has no end, or an end in doubt', () => {
    expect(estObsolete(SANS_OBJET, '2025-03-10')).toBe(false)
    expect(estObsolete({ ...until('2000-01-01'), neJamaisObsolete: true }, '2025-03-10')).toBe(false)
  })
})

describe('sanity window of printed ends', () => {
  const champs = (valeur: string) => ({
    dateExpiration: { valeur, confiance: 0.9, page: 1, zone: null, source: 'ocr' as const },
  })
  it('takes an end up to 16 years after the deposit and refuses later ones and those before 1990', () => {
    expect(finLue(champs('2041-03-10'), 'dateExpiration', '2025-03-10')?.valeur).toBe('2041-03-10')
    expect(finLue(champs('2041-03-11'), 'dateExpiration', '2025-03-10')).toBeNull()
    expect(finLue(champs('1989-12-31'), 'dateExpiration', '2025-03-10')).toBeNull()
    expect(finLue({}, 'dateExpiration', '2025-03-10')).toBeNull()
  })
})

describe('pieces that last some months', () => {
  const cases: readonly [CodeRegleDuree, string, string, string][] = [
    ['bulletin-paie', '2023-08', '2023-11-30', 'payslip of August 2023'],
    ['bulletin-paie', '2023-11', '2024-02-29', 'payslip of November 2023, a leap year'],
    ['bulletin-paie', '2023-08-04', '2023-11-30', 'interim payslip from 1 to 4 August 2023'],
    ['attestation-caf', '2024-07', '2024-10-31', 'CAF statement for July 2024'],
    ['quittance', '2025-01-31', '2025-04-30', 'rent receipt of January 2025'],
    ['france-travail', '2024-12', '2025-03-31', 'unemployment payment of December 2024'],
    ['pension', '2024-10', '2025-01-31', 'pension of October 2024'],
    ['ressources', '2024-11', '2025-02-28', 'daily allowances of November 2024'],
  ]
  it.each(cases)('%s of %s ends %s: %s', (rule, month, until) => {
    expect(end(finDesMois(rule, lue(month), P))).toEqual([until, `${rule}-3-mois`])
  })

  it('counts from the day where only a day is known', () => {
    expect(end(moisDepuis('recu-hotel', lue('2024-11-30'), P))).toEqual(['2025-02-28', 'recu-hotel-3-mois'])
    expect(end(moisDepuis('attestation-caf', lue('2024-08-03'), P))).toEqual(['2024-11-03', 'attestation-caf-3-mois'])
    expect(end(moisDepuis('pension-notification', lue('2024-02-29'), P))).toEqual([
      '2025-02-28',
      'pension-notification-12-mois',
    ])
  })

  it('ends with the rights when they end before', () => {
    expect(moisDepuis('france-travail', lue('2024-05-10'), P, lue('2024-06-30')).dateFinValidite).toBe('2024-06-30')
    expect(moisDepuis('france-travail', lue('2024-05-10'), P, lue('2026-06-30')).dateFinValidite).toBe('2024-08-10')
  })

  it('follows the region, and the code says how many months it counted', () => {
    const region = { ...P, bulletinPaie: { mois: 2, arrondi: 'fin-de-mois' as const } }
    expect(end(finDesMois('bulletin-paie', lue('2024-01'), region))).toEqual(['2024-03-31', 'bulletin-paie-2-mois'])
  })
})

describe('pieces of a year', () => {
  it.each([2020, 2021, 2022, 2023, 2024])('a tax notice on the income of %i ends two years later', year => {
    expect(end(annees.finAvisImposition(lue(String(year)), P))).toEqual([`${year + 2}-12-31`, 'avis-imposition-n-2'])
  })
  it('a region may count one year only', () => {
    const region = { ...P, avisImposition: { anneesApresRevenus: 1 } }
    expect(end(annees.finAvisImposition(lue('2022'), region))).toEqual(['2023-12-31', 'avis-imposition-n-1'])
  })
  it('a student card ends on 31 August of the academic year', () => {
    expect(end(annees.finAnneeUniversitaire('etudiant-annee-universitaire', lue('2024-2025'), P))).toEqual([
      '2025-08-31',
      'etudiant-annee-universitaire',
    ])
    expect(annees.finAnneeUniversitaire('bourse-annee-universitaire', lue('2023-2024'), P).regleValidite).toBe(
      'bourse-annee-universitaire',
    )
  })
  it.each([
    ['2024-07-01', '2025-08-31'],
    ['2024-09-12', '2025-08-31'],
    ['2025-01-15', '2025-08-31'],
    ['2025-06-30', '2025-08-31'],
  ])('a student card issued on %s ends %s', (day, until) => {
    expect(annees.finAnneeUniversitaireDuJour(lue(day), P).dateFinValidite).toBe(until)
  })
  it('a pension statement of a year and a balance sheet end with the next year', () => {
    expect(end(annees.finPensionAnnuelle(lue('2023')))).toEqual(['2024-12-31', 'pension-annuelle'])
    expect(end(annees.finBilan(lue('2023-06-30')))).toEqual(['2024-12-31', 'bilan-exercice'])
  })
})

describe('foreign identity documents', () => {
  it('know the 31 issuers of the European Union, EEE and Switzerland, Germany as D and no longer the United Kingdom', () => {
    expect(EMETTEURS_UE.size).toBe(31)
    expect(EMETTEURS_UE.has('D')).toBe(true)
    expect(['DEU', 'GBR', 'MCO', 'AND', 'SMR', 'VAT'].filter(c => EMETTEURS_UE.has(c))).toEqual([])
  })
  it('have the printed end when the issuer is one of them', () => {
    expect(end(finIdentiteEtrangere(lue('2030-01-01'), 'BEL', false))).toEqual([
      '2030-01-01',
      'identite-ue-date-imprimee',
    ])
    expect(end(finPasseport(lue('2030-01-01'), 'D', P))).toEqual(['2030-01-01', 'passeport-date-imprimee'])
  })
  it('have none when it is not, unless the region wants it', () => {
    expect(end(finPasseport(lue('2030-01-01'), 'MAR', P))).toEqual([null, 'passeport-hors-ue'])
    expect(end(finIdentiteEtrangere(lue('2030-01-01'), 'TUN', false))).toEqual([null, 'identite-hors-ue'])
    const region = { ...P, passeportHorsUe: 'date-imprimee' as const }
    expect(end(finPasseport(lue('2030-01-01'), 'MAR', region))).toEqual(['2030-01-01', 'passeport-date-imprimee'])
  })
  it('have no limit when the card says so, which is not the same as an unread date', () => {
    expect(end(finIdentiteEtrangere(null, 'ESP', true))).toEqual([null, 'sans-limite'])
    expect(end(finIdentiteEtrangere(null, 'GRC', false))).toEqual([null, 'non-determinee'])
    expect(end(finPasseport(lue('2030-01-01'), null, P))).toEqual([null, 'non-determinee'])
  })
})

describe('titres de séjour and récépissés', () => {
  it('have the printed end, longer where the region keeps the rights open', () => {
    expect(end(finTitreSejour(lue('2026-05-31'), P))).toEqual(['2026-05-31', 'titre-sejour-date-imprimee'])
    const region = { ...P, titreSejour: { ...P.titreSejour, tolerancePostExpirationMois: 3 } }
    expect(finTitreSejour(lue('2026-05-31'), region).dateFinValidite).toBe('2026-08-31')
    expect(finTitreSejour(null, P).regleValidite).toBe('non-determinee')
  })
  it('last three months from the issue when the end of a récépissé was not read', () => {
    expect(end(finRecepisse('recepisse', lue('2025-05-01'), lue('2025-02-01'), P))).toEqual([
      '2025-05-01',
      'recepisse-date-imprimee',
    ])
    expect(end(finRecepisse('recepisse', null, lue('2025-02-01'), P))).toEqual(['2025-05-01', 'recepisse-3-mois'])
    expect(end(finRecepisse('prolongation-instruction', null, lue('2024-11-30'), P))).toEqual([
      '2025-02-28',
      'prolongation-instruction-3-mois',
    ])
    expect(finRecepisse('prolongation-instruction', lue('2025-02-11'), null, P).regleValidite).toBe(
      'prolongation-instruction-3-mois',
    )
  })
  it('do not exist for a mere filing', () => {
    expect(end(finRecepisse('depot', lue('2025-05-01'), lue('2025-02-01'), P))).toEqual([null, 'sans-validite'])
  })
  it('are not guessed', () => {
    expect(end(finRecepisse('recepisse', null, null, P))).toEqual([null, 'non-determinee'])
    expect(end(finRecepisse('decision-favorable', null, lue('2025-02-01'), P))).toEqual([null, 'non-determinee'])
  })
})

describe('disability cards', () => {
  it('end when printed, or never when given for good', () => {
    expect(end(finCarteInvalidite('cmi', lue('2029-04-30'), false, P))).toEqual([
      '2029-04-30',
      'invalidite-date-imprimee',
    ])
    expect(end(finCarteInvalidite('cmi', null, true, P))).toEqual([null, 'sans-limite'])
    expect(end(finCarteInvalidite('cmi', null, false, P))).toEqual([null, 'non-determinee'])
  })
  it('of the old orange model end with 2026 at the latest', () => {
    expect(end(finCarteInvalidite('ancienne', null, true, P))).toEqual(['2026-12-31', 'invalidite-carte-ancienne'])
    expect(end(finCarteInvalidite('ancienne', lue('2030-01-01'), false, P))).toEqual([
      '2026-12-31',
      'invalidite-carte-ancienne',
    ])
    expect(finCarteInvalidite('ancienne', lue('2024-01-01'), false, P).dateFinValidite).toBe('2024-01-01')
  })
})

import { describe, expect, it } from 'vitest'
import { quittanceDeLoyer } from '../../../src/documents/kinds/quittance-de-loyer.ts'
import { DEFAULT_PROFILE } from '../../../src/documents/regional-profile.ts'
import { noisy, page, piece } from '../page-builder.ts'
import {
  ATTESTATION_A_JOUR,
  AVIS_ECHEANCE,
  QUITTANCE_BAILLEUR_SOCIAL,
  QUITTANCE_PARTICULIER,
} from './drawings/logement.ts'

const read = (...drawings: string[]) => {
  const text = piece(...drawings.map(d => page(d)))
  const champs = quittanceDeLoyer.readFields(text, '2024-05-10')
  const context = { champs, text, jourDepot: '2024-05-10', profil: DEFAULT_PROFILE }
  return {
    champs,
    value: (nom: string) => champs[nom]?.valeur,
    validity: quittanceDeLoyer.validity(context),
    remarks: quittanceDeLoyer.remarks?.(context) ?? [],
  }
}

describe('quittance de loyer', () => {
  it('reads the quittance that a private landlord writes', () => {
    const { value, validity, remarks } = read(QUITTANCE_PARTICULIER)
    expect(value('natureQuittance')).toBe('quittance')
    expect(value('periodeDebut')).toBe('2024-03-01')
    expect(value('periodeFin')).toBe('2024-03-31')
    expect(value('loyer')).toBe(540)
    expect(value('charges')).toBe(72)
    expect(value('montantTotal')).toBe(612)
    expect(value('bailleur')).toBe('Odile FERRAND')
    expect(value('nom')).toBe('BENSAÏD')
    expect(value('prenoms')).toBe('Karim')
    expect(value('dateDocument')).toBe('2024-03-06')
    expect(validity).toMatchObject({ dateFinValidite: '2024-06-30', regleValidite: 'quittance-3-mois' })
    expect(remarks).toEqual([])
  })

  it('reads the quittance of a social landlord, its rent subsidy apart', () => {
    const { value, validity } = read(QUITTANCE_BAILLEUR_SOCIAL)
    expect(value('natureQuittance')).toBe('quittance')
    expect(value('periodeFin')).toBe('2024-04-30')
    expect(value('loyer')).toBe(398.42)
    expect(value('charges')).toBe(121.3)
    expect(value('montantTotal')).toBe(273.9)
    expect(value('bailleur')).toMatch(/habitat/iu)
    expect(value('nom')).toBe('DIARRA')
    expect(value('dateDocument')).toBe('2024-05-02')
    expect(validity.dateFinValidite).toBe('2024-07-31')
  })

  it('says that an avis d’échéance proves no payment, and does not take it for a quittance', () => {
    const { value, remarks, validity } = read(AVIS_ECHEANCE)
    expect(value('natureQuittance')).toBe('avis-echeance')
    expect(value('periodeDebut')).toBe('2024-11-01')
    expect(value('periodeFin')).toBe('2024-11-30')
    expect(value('montantTotal')).toBe(694.76)
    expect(validity.dateFinValidite).toBe('2025-02-28')
    expect(remarks[0]).toContain("avis d'échéance")
  })

  it('counts three months from a landlord’s attestation that the rent is paid', () => {
    const { value, validity } = read(ATTESTATION_A_JOUR)
    expect(value('natureQuittance')).toBe('attestation-bailleur')
    expect(value('nom')).toBe('MOREAU')
    expect(validity).toMatchObject({ dateFinValidite: '2025-04-14', regleValidite: 'quittance-3-mois' })
  })

  it('takes the latest of several months and says so', () => {
    const months = ['janvier 2025', 'février 2025', 'décembre 2024']
    const { value, remarks, validity } = read(...months.map(m => QUITTANCE_BAILLEUR_SOCIAL.replace('AVRIL 2024', m)))
    expect(value('periodeFin')).toBe('2025-02-28')
    expect(validity.dateFinValidite).toBe('2025-05-31')
    expect(remarks.join()).toContain('plusieurs périodes')
  })

  it('gives no end of validity when no period can be read', () => {
    const { validity } = read('QUITTANCE DE LOYER\n\nReçu la somme de 400,00 euros\nLe locataire')
    expect(validity).toMatchObject({ dateFinValidite: null, regleValidite: 'non-determinee' })
  })

  it('still reads the period and the total of a poor scan', () => {
    const text = piece(noisy(page(QUITTANCE_PARTICULIER), 25))
    const champs = quittanceDeLoyer.readFields(text, '2024-05-10')
    expect(champs['periodeFin']?.valeur).toBe('2024-03-31')
    expect(champs['montantTotal']?.valeur).toBe(612)
  })
})

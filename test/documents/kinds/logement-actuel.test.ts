import { describe, expect, it } from 'vitest'
import type { DocumentKind } from '../../../src/documents/kind.ts'
import { attestationHebergement } from '../../../src/documents/kinds/attestation-hebergement.ts'
import { bail } from '../../../src/documents/kinds/bail.ts'
import { recuHotel } from '../../../src/documents/kinds/recu-hotel.ts'
import { DEFAULT_PROFILE } from '../../../src/documents/regional-profile.ts'
import { page, piece } from '../page-builder.ts'
import {
  ATTESTATION_CHRS,
  ATTESTATION_HEBERGEMENT,
  BAIL_SOCIAL,
  BAIL_VIDE,
  CONTRAT_RESIDENCE,
  RECU_CAMPING,
  RECU_HOTEL,
} from './drawings/logement.ts'

const JOUR = '2025-04-01'

const read = (kind: DocumentKind, drawing: string) => {
  const text = piece(page(drawing))
  const champs = kind.readFields(text, JOUR)
  const context = { champs, text, jourDepot: JOUR, profil: DEFAULT_PROFILE }
  return {
    values: Object.fromEntries(Object.entries(champs).map(([nom, champ]) => [nom, champ.valeur])),
    validity: kind.validity(context),
    remarks: kind.remarks?.(context) ?? [],
  }
}

describe('reçu d’hôtel', () => {
  it('reads the stay, the total and the SIRET of an invoice', () => {
    const { values, validity } = read(recuHotel, RECU_HOTEL)
    expect(values).toMatchObject({
      dateDebut: '2024-11-01',
      dateFin: '2024-11-30',
      montantTotal: 1498.9,
      siret: '73282932000074',
      nom: 'KONÉ',
      prenoms: 'Idrissa',
      dateDocument: '2024-11-30',
    })
    expect(validity).toMatchObject({ dateFinValidite: '2025-02-28', regleValidite: 'recu-hotel-3-mois' })
  })

  it('reads the receipt of a camping site, written as a sentence', () => {
    const { values, validity } = read(recuHotel, RECU_CAMPING)
    expect(values).toMatchObject({
      dateDebut: '2025-02-01',
      dateFin: '2025-02-28',
      montantTotal: 576.8,
      nom: 'LAGARDE',
    })
    expect(validity.dateFinValidite).toBe('2025-05-28')
  })

  it('says that a booking proves no stay', () => {
    const { remarks } = read(
      recuHotel,
      'HÔTEL BELLEVUE\n\nVotre réservation est confirmée\nArrivée : 12/05/2025\nChambre double',
    )
    expect(remarks[0]).toContain('réservation')
  })

  it('gives no date when none is printed', () => {
    expect(read(recuHotel, 'HÔTEL BELLEVUE\n3 nuitées\nTotal TTC 120,00 €').validity).toMatchObject({
      dateFinValidite: null,
      regleValidite: 'non-determinee',
    })
  })
})

describe('bail', () => {
  it('reads the parties, the start and the rent of the standard contract', () => {
    const { values, validity } = read(bail, BAIL_VIDE)
    expect(values).toMatchObject({
      bailleur: 'LACOSTE Bernard',
      nom: 'CHERIF',
      prenoms: 'Nadia',
      dateEffet: '2022-09-01',
      loyer: 655,
    })
    expect(validity).toMatchObject({ dateFinValidite: null, regleValidite: 'sans-objet' })
  })

  it('reads the lease of a social landlord, written in articles', () => {
    const { values } = read(bail, BAIL_SOCIAL)
    expect(values).toMatchObject({ dateEffet: '2019-06-15', loyer: 341.27, nom: 'PICHON', prenoms: 'Jérôme' })
    expect(values['bailleur']).toMatch(/velay/iu)
  })
})

describe('attestation d’hébergement', () => {
  it('tells the host from the person who is housed', () => {
    const { values } = read(attestationHebergement, ATTESTATION_HEBERGEMENT)
    expect(values).toMatchObject({
      hebergeant: 'Fatoumata SYLLA',
      nom: 'SYLLA',
      prenoms: 'Ousmane',
      dateDebut: '2024-01-12',
      dateDocument: '2025-02-03',
    })
  })

  it('reads the attestation of a centre', () => {
    const { values } = read(attestationHebergement, ATTESTATION_CHRS)
    expect(values).toMatchObject({
      hebergeant: 'Marc DELVAUX',
      nom: 'POPESCU',
      prenoms: 'Irina',
      dateDebut: '2023-10-08',
      dateDocument: '2025-03-12',
    })
  })

  it('reads the contract of a hostel', () => {
    const { values } = read(attestationHebergement, CONTRAT_RESIDENCE)
    expect(values).toMatchObject({ nom: 'BARRY', prenoms: 'Boubacar', dateDebut: '2023-04-01' })
  })
})

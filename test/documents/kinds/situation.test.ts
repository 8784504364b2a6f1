import { describe, expect, it } from 'vitest'
import { carteEtudiant } from '../../../src/documents/kinds/carte-etudiant.ts'
import { carteInvalidite } from '../../../src/documents/kinds/carte-invalidite.ts'
import { contratDeTravail } from '../../../src/documents/kinds/contrat-de-travail.ts'
import { page, piece } from '../page-builder.ts'
import { read, validityOf } from './values.ts'

describe('student cards and certificates', () => {
  it('card', () => {
    const text = piece(
      page(`
        Université Lumière Lyon 2            CROUS
        CARTE D'ÉTUDIANT
        Nom : GARCIA
        Prénom : Lina
        Né(e) le : 14/02/2004
        N° étudiant 22104567      INE 123456789AB
        Année universitaire 2024/2025
      `),
    )
    expect(read(carteEtudiant, text)).toEqual({
      nom: 'GARCIA',
      prenoms: 'Lina',
      dateNaissance: '2004-02-14',
      anneeUniversitaire: '2024-2025',
      etablissement: 'Université Lumière Lyon 2',
      ine: '123456789AB',
    })
    expect(validityOf(carteEtudiant, text)).toMatchObject({
      dateFinValidite: '2025-08-31',
      regleValidite: 'etudiant-annee-universitaire',
    })
  })

  it('certificate: the day it was made when no year is printed', () => {
    const text = piece(
      page(`
        ECOLE SUPERIEURE DE COMMERCE
        CERTIFICAT DE SCOLARITE
        Je soussigné, directeur, certifie que Madame Lina GARCIA est inscrite.
        Fait à Rennes, le 12 septembre 2024
      `),
    )
    expect(read(carteEtudiant, text)).toMatchObject({ nom: 'GARCIA', prenoms: 'Lina', dateDocument: '2024-09-12' })
    expect(validityOf(carteEtudiant, text).dateFinValidite).toBe('2025-08-31')
  })

  it('European card: the printed end', () => {
    const text = piece(page(`EUROPEAN STUDENT CARD\nSurname GARCIA\nValid until 30/09/2026`))
    expect(validityOf(carteEtudiant, text)).toMatchObject({
      dateFinValidite: '2026-09-30',
      regleValidite: 'etudiant-date-imprimee',
    })
  })
})

describe('disability cards', () => {
  it('CMI with an end', () => {
    const text = piece(
      page(`
        CARTE MOBILITÉ INCLUSION
        INVALIDITÉ
        Nom : ROUX
        Prénom(s) : Paul
        Né(e) le : 03/04/1961
        Valable du 01/05/2024 au 30/04/2029
      `),
    )
    expect(read(carteInvalidite, text)).toMatchObject({
      nom: 'ROUX',
      prenoms: 'Paul',
      dateNaissance: '1961-04-03',
      dateExpiration: '2029-04-30',
      mentionCarte: 'invalidite',
    })
    expect(validityOf(carteInvalidite, text)).toMatchObject({
      dateFinValidite: '2029-04-30',
      regleValidite: 'invalidite-date-imprimee',
    })
  })

  it('CMI given for good: no limit', () => {
    const text = piece(page(`CARTE MOBILITÉ INCLUSION\nPRIORITÉ\nMme ROUX Jeanne\nA titre définitif`))
    expect(validityOf(carteInvalidite, text)).toMatchObject({ dateFinValidite: null, regleValidite: 'sans-limite' })
  })

  it('orange card: ends with 2026 at the latest', () => {
    const text = piece(
      page(`RÉPUBLIQUE FRANÇAISE\nCARTE D'INVALIDITÉ\nM. ROUX Paul\nDélivrée le 02/03/2012\nA titre définitif`),
    )
    expect(validityOf(carteInvalidite, text)).toMatchObject({
      dateFinValidite: '2026-12-31',
      regleValidite: 'invalidite-carte-ancienne',
    })
  })

  it('parking card: says that it is about a car', () => {
    const text = piece(page(`CARTE MOBILITÉ INCLUSION\nSTATIONNEMENT\nValable jusqu'au 30/04/2029`))
    expect(validityOf(carteInvalidite, text).remarks[0]).toContain('véhicule')
  })
})

describe('contracts of work', () => {
  it('CDI', () => {
    const text = piece(
      page(`
        CONTRAT DE TRAVAIL A DUREE INDETERMINEE
        Entre les soussignés :
        La société GARAGE MOREAU ET FILS, SARL, SIRET 732 829 320 00074, 12 rue du Port, 35000 Rennes
        et M. Hugo LEROY, demeurant 3 rue des Roses, 35000 Rennes, ci-après dénommé le salarié
        Article 1. Le salarié est engagé à compter du 2 septembre 2024 en qualité de mécanicien.
        Une période d'essai de deux mois est prévue. Ce contrat remplace le contrat à durée déterminée du 01/03/2024.
        Fait à Rennes, le 28 août 2024
      `),
    )
    expect(read(contratDeTravail, text)).toEqual({
      nom: 'LEROY',
      prenoms: 'Hugo',
      employeur: 'GARAGE MOREAU ET FILS',
      siret: '73282932000074',
      typeContrat: 'cdi',
      dateDebut: '2024-09-02',
      dateDocument: '2024-08-28',
    })
    expect(validityOf(contratDeTravail, text)).toMatchObject({ dateFinValidite: null, regleValidite: 'sans-objet' })
  })

  it('CDD', () => {
    const text = piece(
      page(`
        CONTRAT DE TRAVAIL A DUREE DETERMINEE
        Employeur : HOTEL DES VOYAGEURS
        Salarié : Mme NDIAYE Awa
        Ce contrat est conclu du 01/06/2024 au 30/09/2024 inclus.
        Fait à Nice, le 27/05/2024
      `),
    )
    expect(read(contratDeTravail, text)).toMatchObject({
      nom: 'NDIAYE',
      prenoms: 'Awa',
      employeur: 'HOTEL DES VOYAGEURS',
      typeContrat: 'cdd',
      dateDebut: '2024-06-01',
      dateFin: '2024-09-30',
    })
  })

  it('CDI whose parties are named in sentences', () => {
    const text = piece(
      page(`
        CONTRAT DE TRAVAIL A DUREE INDETERMINEE
        La société FOURNIL DE LA TREILLE, représentée par Loïc AMBROSEL, ci-après « l'employeur », d'une part,
        ET Madame Clémence PÉRÈS, née le 15/05/2004 à BORDEAUX, demeurant 162 rue du Port, d'autre part,
        Date d'embauche : 26/08/2026
      `),
    )
    expect(read(contratDeTravail, text)).toMatchObject({ nom: 'PÉRÈS', prenoms: 'Clémence', typeContrat: 'cdi' })
  })

  it('apprenticeship whose figures stand in boxes', () => {
    const text = piece(
      page(`
        CONTRAT D'APPRENTISSAGE
        N° SIRET de l'établissement d'exécution du contrat : 7 3 2    8 2 9    3 2 0    0 0 0 7 4
        Nom de naissance de l'apprenti(e) : AÏT MESBAH     Prénom : Mokrane
        Date de début d'exécution du contrat : 0 2    0 9    2 0 2 6     Date de fin du contrat ou de la période :
        2 4 0 8 2 0 2 7
      `),
    )
    expect(read(contratDeTravail, text)).toMatchObject({
      nom: 'AÏT MESBAH',
      prenoms: 'Mokrane',
      siret: '73282932000074',
      dateDebut: '2026-09-02',
      dateFin: '2027-08-24',
    })
  })

  it('apprenticeship (Cerfa 10103)', () => {
    const text = piece(
      page(`
        CONTRAT D'APPRENTISSAGE                     cerfa 10103*10
        L'EMPLOYEUR
        Dénomination : BOULANGERIE DES TILLEULS     N° SIRET : 732 829 320 00074
        L'APPRENTI(E)
        Nom de naissance : PETIT                    Prénom : Noah
        Date de naissance : 12/05/2006
        LE MAITRE D'APPRENTISSAGE
        Date de début d'exécution du contrat : 01/09/2024
        Date de fin du contrat : 31/08/2026
      `),
    )
    expect(read(contratDeTravail, text)).toMatchObject({
      nom: 'PETIT',
      prenoms: 'Noah',
      siret: '73282932000074',
      typeContrat: 'apprentissage',
      dateDebut: '2024-09-01',
      dateFin: '2026-08-31',
    })
  })
})

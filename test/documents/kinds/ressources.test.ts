import { describe, expect, it } from 'vitest'
import { attestationCaf } from '../../../src/documents/kinds/attestation-caf.ts'
import { attestationFranceTravail } from '../../../src/documents/kinds/attestation-france-travail.ts'
import { attestationPension } from '../../../src/documents/kinds/attestation-pension.ts'
import { autreJustificatifRessources } from '../../../src/documents/kinds/autre-justificatif-ressources.ts'
import { noisy, page, piece } from '../page-builder.ts'
import { read, validityOf } from './values.ts'

describe('statements of the CAF and of the MSA', () => {
  const caf = page(`
    Caisse d'allocations                                    Le 3 août 2024
    familiales du Rhône
    N° allocataire : 1234567 A
                                                            MME DIALLO AMINATA
                                                            12 RUE DES LILAS
                                                            69003 LYON

    ATTESTATION DE PAIEMENT

    Le directeur de la Caf certifie que Madame Aminata DIALLO a perçu au titre de juillet 2024 :
      Aide personnalisée au logement                         231,40 €
      Allocation de soutien familial                         195,86 €
      Prime d'activité                                       102,00 €
      Total                                                  529,26 €
    Quotient familial du mois de juillet 2024 : 512 €
    Cette attestation est valable jusqu'en décembre 2024 sous réserve de changement.
  `)
  it('CAF: payment of a month, with the quotient', () => {
    expect(read(attestationCaf, piece(caf))).toEqual({
      nom: 'DIALLO',
      prenoms: 'Aminata',
      dateDocument: '2024-08-03',
      numeroAllocataire: '1234567',
      mois: '2024-07',
      montantTotal: 529.26,
      quotientFamilial: 512,
    })
    expect(validityOf(attestationCaf, piece(caf))).toMatchObject({
      dateFinValidite: '2024-10-31',
      regleValidite: 'attestation-caf-3-mois',
    })
  })

  it('CAF: still read with noisy letters', () => {
    for (const seed of [1, 2, 3])
      expect(read(attestationCaf, piece(noisy(caf, 45, seed)))).toMatchObject({
        numeroAllocataire: '1234567',
        mois: '2024-07',
        montantTotal: 529.26,
      })
  })

  it('CAF: only the day of edition is known', () => {
    const text = piece(
      page(`CAF DE PARIS\nATTESTATION DE QUOTIENT FAMILIAL\nFait à Paris, le 03/08/2024\nQuotient familial : 612,00 €`),
    )
    expect(read(attestationCaf, text)).toMatchObject({ quotientFamilial: 612, dateDocument: '2024-08-03' })
    expect(validityOf(attestationCaf, text)).toMatchObject({ dateFinValidite: '2024-11-03' })
  })

  it('MSA: the NIR that names the person is no field', () => {
    const text = piece(
      page(`
        MSA Auvergne                              Clermont-Ferrand, le 12 octobre 2024
        N° d'identification : 2 69 05 49 588 157 80
        Attestation de paiement de prestations familiales
        Nous attestons que Mme Jeanne ROUX a perçu au titre du mois de septembre 2024 :
        Allocation de logement    Septembre 2024      210,00
        Total versé                                   210,00
      `),
    )
    const values = read(attestationCaf, text)
    expect(values).toEqual({
      nom: 'ROUX',
      prenoms: 'Jeanne',
      dateDocument: '2024-10-12',
      mois: '2024-09',
      montantTotal: 210,
    })
  })
})

describe('attestations of France Travail and Pôle emploi', () => {
  it('payment of a month', () => {
    const text = piece(
      page(`
        france travail                          Villeurbanne, le 5 février 2025
        Identifiant : 1234567A
        M. MOREAU Karim
        ATTESTATION DE PAIEMENT
        Période du 01/01/2025 au 31/01/2025
        Allocation d'aide au retour à l'emploi
        Montant brut                  1 204,35 €
        Montant net versé             1 168,22 €
      `),
    )
    expect(read(attestationFranceTravail, text)).toEqual({
      nom: 'MOREAU',
      prenoms: 'Karim',
      dateDocument: '2025-02-05',
      identifiant: '1234567A',
      mois: '2025-01',
      montant: 1168.22,
    })
    expect(validityOf(attestationFranceTravail, text).dateFinValidite).toBe('2025-04-30')
  })

  it('a list of months: the latest one and its amount', () => {
    const text = piece(
      page(`
        Pôle emploi                             Lyon, le 04/07/2023
        RELEVE DE SITUATION
        Votre identifiant 7654321B
        Mois             Jours     Montant brut     Montant net
        Avril 2023       30        980,10           951,20
        Mai 2023         31        1 012,77         982,90
        Juin 2023        30        980,10           951,21
      `),
    )
    expect(read(attestationFranceTravail, text)).toMatchObject({
      identifiant: '7654321B',
      mois: '2023-06',
      montant: 951.21,
    })
    expect(validityOf(attestationFranceTravail, text).dateFinValidite).toBe('2023-09-30')
  })

  it('notification of rights: three months from its day, never past the end of the rights', () => {
    const notification = (end: string) =>
      piece(
        page(`
          France Travail                        Nantes, le 12 novembre 2024
          NOTIFICATION DE DROITS
          Allocation d'aide au retour à l'emploi à compter du 2 novembre 2024
          Montant journalier brut de votre allocation      38,12 €
          Fin de droits prévisible                         ${end}
        `),
      )
    expect(read(attestationFranceTravail, notification('03/05/2026'))).toEqual({
      dateDocument: '2024-11-12',
      montantJournalier: 38.12,
      dateFinDroits: '2026-05-03',
    })
    expect(validityOf(attestationFranceTravail, notification('03/05/2026')).dateFinValidite).toBe('2025-02-12')
    expect(validityOf(attestationFranceTravail, notification('15/12/2024')).dateFinValidite).toBe('2024-12-15')
  })
})

describe('pensions', () => {
  it('CARSAT: monthly payment', () => {
    const text = piece(
      page(`
        L'Assurance retraite                     CARSAT Rhône-Alpes
        Vos références : 1 53 07 2A 073 004 43
                                                 M. BLANC ANDRE
                                                 4 ALLEE DES PINS
                                                 38000 GRENOBLE
        ATTESTATION DE PAIEMENT
        Grenoble, le 15 janvier 2025
        Retraite personnelle
        Mois               Montant brut      Prélèvements      Montant net
        Novembre 2024      1 012,30          92,11             920,19
        Décembre 2024      1 012,30          92,11             920,19
      `),
    )
    expect(read(attestationPension, text)).toMatchObject({
      nom: 'BLANC',
      prenoms: 'ANDRE',
      mois: '2024-12',
      montantBrut: 1012.3,
      montantNet: 920.19,
      dateDocument: '2025-01-15',
    })
    expect(validityOf(attestationPension, text)).toMatchObject({
      dateFinValidite: '2025-03-31',
      regleValidite: 'pension-3-mois',
    })
    expect(JSON.stringify(read(attestationPension, text))).not.toContain('2A')
  })

  it('AGIRC-ARRCO: statement of a year', () => {
    const text = piece(
      page(`
        AGIRC-ARRCO
        ATTESTATION FISCALE
        Année 2023
        Mme Odile FABRE
        Montant déclaré à l'administration fiscale      8 412,00 €
        Montant brut      8 990,12 €
      `),
    )
    expect(read(attestationPension, text)).toMatchObject({ nom: 'FABRE', annee: 2023, montantBrut: 8990.12 })
    expect(validityOf(attestationPension, text)).toMatchObject({
      dateFinValidite: '2024-12-31',
      regleValidite: 'pension-annuelle',
    })
  })

  it('CPAM: notification of an invalidity pension', () => {
    const text = piece(
      page(`
        CAISSE PRIMAIRE D'ASSURANCE MALADIE           Bobigny, le 10/06/2024
        NOTIFICATION DE PENSION D'INVALIDITE
        Madame Fatima BENALI
        Une pension d'invalidité de catégorie 2 vous est attribuée à compter du 01/05/2024.
        Montant brut mensuel      845,33 €
      `),
    )
    expect(read(attestationPension, text)).toMatchObject({ nom: 'BENALI', montantBrut: 845.33 })
    expect(validityOf(attestationPension, text)).toMatchObject({
      dateFinValidite: '2025-06-10',
      regleValidite: 'pension-notification-12-mois',
    })
  })
})

describe('other proofs of income', () => {
  it('bourse: until the end of the academic year', () => {
    const text = piece(
      page(`
        CROUS de Lyon                      Lyon, le 20 août 2024
        NOTIFICATION DEFINITIVE DE BOURSE SUR CRITERES SOCIAUX
        Année universitaire 2024-2025
        Mme PEREIRA Ines
        INE : 1234567890A
        Echelon 5
        Montant annuel      4 587,00 €
      `),
    )
    expect(read(autreJustificatifRessources, text)).toMatchObject({
      nom: 'PEREIRA',
      prenoms: 'Ines',
      natureDocument: 'notification-bourse',
      anneeUniversitaire: '2024-2025',
      montant: 4587,
      dateDocument: '2024-08-20',
    })
    expect(validityOf(autreJustificatifRessources, text)).toMatchObject({
      dateFinValidite: '2025-08-31',
      regleValidite: 'bourse-annee-universitaire',
      remarks: ['Document reconnu : une notification de bourse.'],
    })
  })

  it('indemnités journalières: three months after the period', () => {
    const text = piece(
      page(`
        l'Assurance Maladie                 CPAM de Loire-Atlantique
        ATTESTATION DE PAIEMENT DES INDEMNITES JOURNALIERES
        Nantes, le 4 décembre 2024
        Monsieur Louis GARNIER
        Période du 28/10/2024 au 26/11/2024
        Nature                         Jours    Montant journalier    Montant
        Indemnités journalières        30       41,22                 1 236,60
        Montant net versé                                             1 153,75
      `),
    )
    expect(read(autreJustificatifRessources, text)).toMatchObject({
      nom: 'GARNIER',
      natureDocument: 'indemnites-journalieres',
      periodeDebut: '2024-10-28',
      periodeFin: '2024-11-26',
      montant: 1153.75,
    })
    expect(validityOf(autreJustificatifRessources, text)).toMatchObject({
      dateFinValidite: '2025-02-28',
      regleValidite: 'ressources-3-mois',
    })
  })

  it('attestation of an accountant: the year closes in a sentence that runs over its line', () => {
    const text = piece(
      page(`
        Odile PONCELIN, expert-comptable                 Saint-Denis, le 28 septembre 2026
        ATTESTATION DE L'EXPERT-COMPTABLE
        Je soussignée, en charge des comptes de M. Ousmane COULIBALY, atteste que, au titre de l'exercice
        clos le 31 décembre 2025, les revenus sont :
        Bénéfice de l'exercice               26 822 €
      `),
    )
    expect(read(autreJustificatifRessources, text)).toMatchObject({
      nom: 'COULIBALY',
      prenoms: 'Ousmane',
      natureDocument: 'attestation-comptable',
      dateDocument: '2026-09-28',
      periodeFin: '2025-12-31',
      montant: 26822,
    })
    expect(validityOf(autreJustificatifRessources, text, '2026-10-01').dateFinValidite).toBe('2026-12-31')
  })

  it('balance sheet: until the end of the year after the closing', () => {
    const text = piece(
      page(`
        COMPTE DE RESULTAT
        M. LAMBERT Yanis, artisan peintre
        Exercice du 01/01/2023 au 31/12/2023
        Exercice clos le 31/12/2023
        Chiffre d'affaires net              48 210
        Charges d'exploitation              27 004
        Résultat de l'exercice              21 206
      `),
    )
    expect(read(autreJustificatifRessources, text)).toMatchObject({
      nom: 'LAMBERT',
      natureDocument: 'bilan',
      periodeDebut: '2023-01-01',
      periodeFin: '2023-12-31',
      montant: 21206,
    })
    expect(validityOf(autreJustificatifRessources, text)).toMatchObject({
      dateFinValidite: '2024-12-31',
      regleValidite: 'bilan-exercice',
    })
  })
})

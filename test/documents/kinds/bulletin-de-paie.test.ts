import { describe, expect, it } from 'vitest'
import { bulletinDePaie } from '../../../src/documents/kinds/bulletin-de-paie.ts'
import { noisy, page, piece } from '../page-builder.ts'
import { read, validityOf } from './values.ts'

const CLARIFIE = page(`
  BOULANGERIE DES TILLEULS SARL                     BULLETIN DE PAIE
  14 rue des Tilleuls                               Période du 01/08/2023 au 31/08/2023
  69003 LYON                                        Paiement le 31/08/2023 par virement
  SIRET : 732 829 320 00074      Code NAF : 10.71C
  Convention collective : Boulangerie pâtisserie (IDCC 843)

  Matricule : 00042                                 Madame Fatou DIALLO
  Emploi : Vendeuse                                 8 allée des Cèdres
  N° SS : 2 69 05 49 588 157 80                     69100 VILLEURBANNE
  Entrée le : 03/02/2020

  Eléments de paie                Base         Taux       A déduire      A payer      Part employeur
  Salaire de base                 151,67       11,5200                   1 747,24
  Heures supplémentaires 25 %     4,00         14,4000                      57,60
  SALAIRE BRUT                                                           1 804,84
  SANTE
  Sécurité sociale maladie        1 804,84                                              126,34
  RETRAITE
  Sécurité sociale plafonnée      1 804,84     6,9000      124,53                       154,31
  CSG déductible                  1 773,25     6,8000      120,58
  TOTAL DES COTISATIONS                                    375,10                       612,40
  MONTANT NET SOCIAL                                                     1 429,74
  NET A PAYER AVANT IMPOT SUR LE REVENU                                  1 429,74
  Impôt sur le revenu             Base         Taux       Montant        Cumul annuel
  Montant net imposable                                   1 481,12       11 848,96
  Impôt prélevé à la source       1 481,12     1,30          19,25         154,04
  NET PAYE                                                1 410,49

  Congés payés      Acquis 2,50     Pris 0,00     Solde 22,50
  Pour faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée.
`)

describe('a payslip of a private employer (bulletin clarifié)', () => {
  it('gives all its fields', () => {
    expect(read(bulletinDePaie, piece(CLARIFIE))).toEqual({
      nom: 'DIALLO',
      prenoms: 'Fatou',
      employeur: 'BOULANGERIE DES TILLEULS SARL',
      siret: '73282932000074',
      codeNaf: '10.71C',
      periodeDebut: '2023-08-01',
      periodeFin: '2023-08-31',
      datePaiement: '2023-08-31',
      dateDocument: '2023-08-31',
      salaireBrut: 1804.84,
      netImposable: 1481.12,
      netAPayer: 1410.49,
      netAPayerAvantImpot: 1429.74,
      montantNetSocial: 1429.74,
      heures: 151.67,
      tauxHoraire: 11.52,
    })
  })

  it('is valid until the end of the third month after its period', () => {
    expect(validityOf(bulletinDePaie, piece(CLARIFIE))).toMatchObject({
      dateFinValidite: '2023-11-30',
      regleValidite: 'bulletin-paie-3-mois',
      remarks: [],
    })
  })

  it('still gives them when letters are misread', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const values = read(bulletinDePaie, piece(noisy(CLARIFIE, 40, seed)))
      expect(values).toMatchObject({
        periodeFin: '2023-08-31',
        salaireBrut: 1804.84,
        netAPayer: 1410.49,
        siret: '73282932000074',
      })
    }
  })

  it('never puts the social security number in a field', () => {
    expect(JSON.stringify(read(bulletinDePaie, piece(CLARIFIE)))).not.toContain('588')
  })
})

describe('an older payslip, its totals in a table at the foot', () => {
  const text = piece(
    page(`
      BULLETIN DE SALAIRE                                        du 01/11/2016 au 30/11/2016
      GARAGE MOREAU ET FILS
      ZA des Peupliers                                           M. PETIT Jean-Luc
      35000 RENNES                                               5 rue du Port
      N° Siret 732 829 320 00074    APE 4520A                    35400 SAINT-MALO

      Désignation               Nombre ou base    Taux sal.      Montant sal.      Montant patr.
      Salaire mensuel           151,67            10,50          1 592,54
      TOTAL BRUT                                                 1 592,54
      Maladie                   1 592,54          0,75           11,94             208,62
      TOTAL COTISATIONS                                          354,20            660,11

      Cumuls      Heures      Brut         Net imposable      Net à payer
      Mois        151,67      1 592,54     1 284,19           1 238,34
      Année       1668,37     17 517,94    14 126,09
      Paiement par virement le 30/11/2016
    `),
  )
  it('takes the row of the month, not that of the year', () => {
    expect(read(bulletinDePaie, text)).toMatchObject({
      nom: 'PETIT',
      prenoms: 'Jean-Luc',
      employeur: 'GARAGE MOREAU ET FILS',
      siret: '73282932000074',
      codeNaf: '45.20A',
      periodeDebut: '2016-11-01',
      periodeFin: '2016-11-30',
      salaireBrut: 1592.54,
      netImposable: 1284.19,
      netAPayer: 1238.34,
      datePaiement: '2016-11-30',
      heures: 151.67,
      tauxHoraire: 10.5,
    })
  })
})

describe('a payslip of the public service', () => {
  const text = piece(
    page(`
      MINISTERE DE L'EDUCATION NATIONALE              BULLETIN DE PAYE
      RECTORAT DE LYON                                MOIS DE  NOVEMBRE 2023

      AFFECTATION GESTION   POSTE                     SIRET 173 800 012 00016
      MME BERNARD CLAIRE                              TEMPS DE TRAVAIL   151,67 H
      GRADE PROFESSEUR      INDICE 0448

      CODE     ELEMENTS                      A PAYER       A DEDUIRE      POUR INFORMATION
      101000   TRAITEMENT BRUT               2 205,47
      101050   RETENUE PC                                  244,81
      102000   INDEMNITE DE RESIDENCE        22,05
      200364   TRANSFERT PRIMES / POINTS                   32,42
      558000   COT SAL RAFP                                4,12
               TOTAUX DU MOIS                2 320,11      610,40
               MONTANT NET SOCIAL            1 733,02
               NET A PAYER AVANT IMPOT SUR LE REVENU       1 709,71
               IMPOT SUR LE REVENU PRELEVE A LA SOURCE     61,20
      MONTANT IMPOSABLE DU MOIS    1 806,30          NET A PAYER      1 648,51 EUR
      MONTANT IMPOSABLE DE L'ANNEE 19 869,30
      MIS EN PAIEMENT LE 28/11/2023
    `),
  )
  it('has its own words', () => {
    expect(read(bulletinDePaie, text)).toMatchObject({
      nom: 'BERNARD',
      prenoms: 'CLAIRE',
      periodeDebut: '2023-11-01',
      periodeFin: '2023-11-30',
      netImposable: 1806.3,
      netAPayer: 1648.51,
      netAPayerAvantImpot: 1709.71,
      montantNetSocial: 1733.02,
    })
    expect(validityOf(bulletinDePaie, text).dateFinValidite).toBe('2024-02-29')
  })
})

describe('payslips of private persons who employ', () => {
  it('CESU: an employer without SIRET', () => {
    const text = piece(
      page(`
        Cesu                             BULLETIN DE SALAIRE
        Centre national du Cesu          Période d'emploi : du 01/05/2024 au 31/05/2024

        Employeur                        Salarié
        Mme Yasmina                      MME SILVA MARIA
        GUÉRANDAIS
        3 RUE DES ROSES                  18 RUE HAUTE
        33000 BORDEAUX                   33700 MERIGNAC
        N° employeur : Z1234567

        Nombre d'heures effectuées       24
        Salaire horaire brut             14,50
        Salaire brut                     348,00
        Total des cotisations            76,20
        Montant net social               271,80
        Net imposable                    281,90
        Net à payer avant impôt          271,80
        Net payé                         271,80
        Date de paiement : 03/06/2024
      `),
    )
    const values = read(bulletinDePaie, text)
    expect(values).toMatchObject({
      nom: 'SILVA',
      prenoms: 'MARIA',
      employeur: 'Mme Yasmina GUÉRANDAIS',
      periodeFin: '2024-05-31',
      datePaiement: '2024-06-03',
      salaireBrut: 348,
      netAPayer: 271.8,
      heures: 24,
      tauxHoraire: 14.5,
    })
    expect(values).not.toHaveProperty('siret')
  })

  it('interim: the month of the end of the period counts, not that of the payment', () => {
    const text = piece(
      page(`
        INTERIM PLUS RENNES                      BULLETIN DE PAIE
        SIRET 732 829 320 00074                  Période : du 01/08/2023 au 04/08/2023
                                                 Payé le 12/09/2023
        Salarié : LEROY Hugo
        Heures normales            27,90      11,657       325,23
        Indemnité de fin de mission                         32,52
        Salaire brut                                       393,51
        Net à payer                                        311,06
      `),
    )
    expect(read(bulletinDePaie, text)).toMatchObject({
      nom: 'LEROY',
      prenoms: 'Hugo',
      periodeFin: '2023-08-04',
      datePaiement: '2023-09-12',
      heures: 27.9,
      tauxHoraire: 11.657,
      netAPayer: 311.06,
    })
    expect(validityOf(bulletinDePaie, text).dateFinValidite).toBe('2023-11-30')
  })
})

describe('a payslip whose period is not readable', () => {
  const text = piece(page(`BULLETIN DE PAIE\nSalaire brut      1 500,00\nEntrée le 12/01/2015`))
  it('has no end of validity rather than a guessed one', () => {
    expect(validityOf(bulletinDePaie, text)).toMatchObject({ dateFinValidite: null, regleValidite: 'non-determinee' })
  })
})

import type { Layout } from './layout.ts'

/** Payslips as other programs than the samples' print them: private, public, CESU, Pajemploi, interim. */
export const PAIE: readonly Layout[] = [
  {
    name: 'totals in a table of columns at the foot of the slip',
    type: 'bulletin-de-paie',
    page: `
      BOULANGERIE DU PORT SARL                                        BULLETIN DE SALAIRE
      12 QUAI DE LA FOSSE                                             Période du 01/01/2025 au 31/01/2025
      44000 NANTES                                                    Paiement le 31/01/2025 par virement
      Siret : 732 829 320 00074    APE : 1071C
      Urssaf : 527000000123
                                                                      Mme BERNARD Chloé
      Emploi : Vendeuse                                               4 RUE DES OLIVETTES
      Date d'entrée : 02/05/2022                                      44000 NANTES

      Rubriques                         Base        Taux salarial     Montant salarial     Montant patronal
      Salaire de base                   151,67      12,5000           1 895,88
      Salaire brut                                                    1 895,88
      Sécurité sociale plafonnée        1 895,88    6,9000            130,82               162,10
      CSG déductible                    1 862,70    6,8000            126,66
      Montant net social                                              1 500,75
      Net à payer avant impôt sur le revenu                           1 500,75
      Impôt sur le revenu prélevé à la source   1 554,77   1,30       20,21

                 Heures      Plafond S.S.     Brut          Charges patronales     Net imposable
      Mensuel    151,67      3 925,00         1 895,88      701,22                 1 554,77
      Annuel     151,67      3 925,00         1 895,88      701,22                 1 554,77
                                                              NET PAYÉ : 1 480,54 euros
    `,
    reads: {
      nom: 'BERNARD',
      prenoms: 'Chloé',
      employeur: 'BOULANGERIE DU PORT SARL',
      siret: '73282932000074',
      codeNaf: '10.71C',
      periodeDebut: '2025-01-01',
      periodeFin: '2025-01-31',
      datePaiement: '2025-01-31',
      salaireBrut: 1895.88,
      netImposable: 1554.77,
      netAPayer: 1480.54,
      montantNetSocial: 1500.75,
      heures: 151.67,
      tauxHoraire: 12.5,
    },
    until: '2025-04-30',
  },
  {
    name: 'month in words beside the title, net to the employee in a box',
    type: 'bulletin-de-paie',
    page: `
      BULLETIN DE PAIE                                Janvier 2025
      Employeur                                       Salarié
      TRANSPORTS LEBRUN ET FILS SAS                   Monsieur Karim BENALI
      8 rue de l'Industrie                            15 avenue Jean Jaurès
      69200 VÉNISSIEUX                                69008 LYON
      SIRET 73282932000074 - Code NAF 49.41A
      Convention collective : transports routiers

      Éléments de paie                        Base      Taux        À payer      À déduire
      Salaire de base                         151,67    13,1400     1 992,94
      Rémunération brute                                            1 992,94
      Total des cotisations et contributions                                     415,23
      Montant net social                                            1 577,71
      NET À PAYER AVANT IMPÔT SUR LE REVENU                         1 577,71
      Impôt sur le revenu prélevé à la source - PAS   1 634,41  2,10 %           34,32
      Net à payer au salarié                                        1 543,39 €
      Cumuls        Brut 1 992,94      Net imposable 1 634,41
      Net fiscal du mois                                            1 634,41
      Versé le 31 janvier 2025
    `,
    reads: {
      nom: 'BENALI',
      prenoms: 'Karim',
      employeur: 'TRANSPORTS LEBRUN ET FILS SAS',
      periodeDebut: '2025-01-01',
      periodeFin: '2025-01-31',
      datePaiement: '2025-01-31',
      salaireBrut: 1992.94,
      netImposable: 1634.41,
      netAPayer: 1543.39,
      montantNetSocial: 1577.71,
    },
    until: '2025-04-30',
  },
  {
    name: 'typed amounts with points, month in figures',
    type: 'bulletin-de-paie',
    page: `
      SARL GARAGE MODERNE                     FICHE DE PAIE
      Siret: 73282932000074                   MOIS : 02/2025
      Salarié : LOPEZ Maria                   Date de paiement : 28.02.2025
      TOTAL BRUT                      2.134,50
      NET IMPOSABLE                   1.750,49
      NET SOCIAL                      1.689,10
      NET A PAYER AVANT IMPOT         1.689,10
      PAS 3,2 %                          56,02
      NET A PAYER                     1.633,08 EUR
    `,
    reads: {
      nom: 'LOPEZ',
      prenoms: 'Maria',
      periodeDebut: '2025-02-01',
      periodeFin: '2025-02-28',
      datePaiement: '2025-02-28',
      salaireBrut: 2134.5,
      netImposable: 1750.49,
      montantNetSocial: 1689.1,
      netAPayer: 1633.08,
    },
    until: '2025-05-31',
  },
  {
    name: 'State employee: month above, taxable amount of the month and of the year',
    type: 'bulletin-de-paie',
    page: `
      MINISTÈRE DE L'ÉDUCATION NATIONALE           BULLETIN DE PAYE
      ACADÉMIE DE LILLE                            MOIS DE : JANVIER 2025
      AFFECTATION : COLLÈGE JEAN MOULIN
      Grade : PROFESSEUR CERTIFIÉ   Échelon 05     Indice 476
      Mme FONTAINE ISABELLE
      CODE   ÉLÉMENTS                              À PAYER        À DÉDUIRE      POUR INFORMATION
      101000 TRAITEMENT BRUT                       2 343,27
      101050 RETENUE PC                                           260,10
      102000 INDEMNITÉ DE RÉSIDENCE                  23,43
      401201 C.S.G. NON DÉDUCTIBLE                                 62,30
             TOTAUX DU MOIS                        2 540,00       560,00         1 890,00
      MONTANT NET SOCIAL                           1 990,11
      NET À PAYER                                  1 980,00 EUR
      MONTANT IMPOSABLE DE L'ANNÉE                 2 071,15
      MONTANT IMPOSABLE DU MOIS                    2 071,15
    `,
    reads: {
      nom: 'FONTAINE',
      prenoms: 'ISABELLE',
      periodeFin: '2025-01-31',
      netImposable: 2071.15,
      netAPayer: 1980,
      montantNetSocial: 1990.11,
    },
    until: '2025-04-30',
  },
  {
    name: 'CESU: the employer is a person, no SIRET',
    type: 'bulletin-de-paie',
    page: `
      Centre national du Cesu                       BULLETIN DE SALAIRE CESU
      EMPLOYEUR                                     SALARIÉ
      Madame DURAND Hélène                          Madame NGUYEN Thi
      N° Cesu : Z1234567                            12 rue Pasteur
      3 place des Halles                            33000 BORDEAUX
      33000 BORDEAUX
      Période d'emploi : du 01/12/2024 au 31/12/2024
      Nombre d'heures effectuées : 24                Salaire horaire net : 12,00 €
      Salaire brut                                   364,95 €
      Net imposable                                  298,65 €
      Montant net social                             288,00 €
      Net à payer avant impôt sur le revenu          288,00 €
      Salaire net payé                               288,00 €
      Payé le 04/01/2025
    `,
    reads: {
      nom: 'NGUYEN',
      prenoms: 'Thi',
      siret: null,
      periodeDebut: '2024-12-01',
      periodeFin: '2024-12-31',
      salaireBrut: 364.95,
      netImposable: 298.65,
      netAPayer: 288,
      datePaiement: '2025-01-04',
    },
    until: '2025-03-31',
  },
  {
    name: 'interim: a week, paid in another month',
    type: 'bulletin-de-paie',
    page: `
      AGENCE INTERIM OUEST                         BULLETIN DE PAIE
      SIRET 73282932000074  NAF 7820Z
      Semaine 3    Période du 13/01/2025 au 17/01/2025
      Nom : HADDAD         Prénom : Yanis
      Mission chez LOGISTIQUE 44
      Total brut           612,30
      Net imposable        498,11
      Montant net social   489,45
      Net payé             489,45
      Payé le 12/02/2025
    `,
    reads: {
      nom: 'HADDAD',
      prenoms: 'Yanis',
      periodeDebut: '2025-01-13',
      periodeFin: '2025-01-17',
      salaireBrut: 612.3,
      netImposable: 498.11,
      netAPayer: 489.45,
    },
    until: '2025-04-30',
  },
]

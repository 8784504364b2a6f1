import type { Layout } from './layout.ts'

/** Statements of bodies that pay: CAF, MSA, France Travail, pensions, sick pay, scholarships, accounts. */
export const RESSOURCES: readonly Layout[] = [
  {
    name: 'CAF: month in figures, rows of benefits, quotient in a sentence',
    type: 'attestation-caf',
    page: `
      CAF DU NORD                                               Lille, le 05 février 2025
      Votre numéro allocataire : 0456123 K
                                                                MONSIEUR OUEDRAOGO ISSA
                                                                7 RUE DE WAZEMMES
                                                                59000 LILLE
      ATTESTATION DE PAIEMENT ET DE QUOTIENT FAMILIAL
      Nous certifions que M. ISSA OUEDRAOGO a bénéficié pour le mois de 01/2025 de :
      Prime d'activité                           187,43 €
      Allocation logement                        255,00 €
      Montant total des prestations              442,43 €
      Votre quotient familial pour ce mois s'élève à 478 €.
    `,
    reads: {
      nom: 'OUEDRAOGO',
      prenoms: 'ISSA',
      numeroAllocataire: '0456123',
      mois: '2025-01',
      montantTotal: 442.43,
      quotientFamilial: 478,
      dateDocument: '2025-02-05',
    },
    until: '2025-04-30',
  },
  {
    name: 'CAF: two months in a table, the most recent counts',
    type: 'attestation-caf',
    page: `
      Caisse d'Allocations familiales                           Le 10/02/2025
      N° Allocataire : 7654321
      Madame Fatou SARR
      ATTESTATION DE PAIEMENT
      Période               Prestation                    Montant
      Décembre 2024         Revenu de solidarité active   559,42
      Janvier 2025          Revenu de solidarité active   559,42
      Total                                               1 118,84
      Les droits seront réexaminés en avril 2025.
    `,
    reads: { nom: 'SARR', prenoms: 'Fatou', mois: '2025-01', numeroAllocataire: '7654321' },
    until: '2025-04-30',
  },
  {
    name: 'MSA: family allowances, no allocataire number',
    type: 'attestation-caf',
    page: `
      MSA LORRAINE                                      Nancy, le 14 janvier 2025
      ATTESTATION DE QUOTIENT FAMILIAL
      Mme CLAUDEL Agnès
      Le quotient familial mensuel du foyer est de 689,00 €
      Document établi pour servir et valoir ce que de droit
    `,
    reads: {
      nom: 'CLAUDEL',
      prenoms: 'Agnès',
      quotientFamilial: 689,
      numeroAllocataire: null,
      dateDocument: '2025-01-14',
    },
  },
  {
    name: 'France Travail: avis de situation with the last payments',
    type: 'attestation-france-travail',
    page: `
      FRANCE TRAVAIL ÎLE-DE-FRANCE                          Créteil, le 03/02/2025
      Identifiant : 4567891B
      M. DOS SANTOS Rui
      RELEVÉ DE SITUATION
      Vous avez perçu au titre de l'allocation d'aide au retour à l'emploi :
      Mois               Jours indemnisés      Montant net versé
      Décembre 2024      31                    1 032,30
      Janvier 2025       31                    1 045,63
      Allocation journalière nette : 33,73 €
    `,
    reads: {
      nom: 'DOS SANTOS',
      prenoms: 'Rui',
      identifiant: '4567891B',
      mois: '2025-01',
      montant: 1045.63,
    },
    until: '2025-04-30',
  },
  {
    name: 'France Travail: rights with a daily amount and an end',
    type: 'attestation-france-travail',
    page: `
      France Travail
      Votre identifiant : 1234567X                           Rennes, le 12 décembre 2024
      MADAME LE GALL MORGANE
      NOTIFICATION D'OUVERTURE DE DROITS
      À L'ALLOCATION D'AIDE AU RETOUR À L'EMPLOI
      Montant journalier brut : 41,20 €
      Vous êtes indemnisable à compter du 02/12/2024 pour 548 jours.
      Fin de droits prévisible : 02/06/2026
    `,
    reads: {
      nom: 'LE GALL',
      prenoms: 'MORGANE',
      identifiant: '1234567X',
      mois: null,
      montantJournalier: 41.2,
      dateFinDroits: '2026-06-02',
      dateDocument: '2024-12-12',
    },
    until: '2025-03-12',
  },
  {
    name: 'pension: payments in a table, gross and net',
    type: 'attestation-pension',
    page: `
      CARSAT BRETAGNE                                     Rennes, le 10/02/2025
      L'Assurance retraite
      Madame Yvonne KERVELLA
      ATTESTATION DE PAIEMENT
      Nous certifions que vous avez perçu :
      Échéance           Montant brut     Prélèvements     Montant net
      Décembre 2024      812,40           60,12            752,28
      Janvier 2025       830,27           61,44            768,83
    `,
    reads: { nom: 'KERVELLA', prenoms: 'Yvonne', mois: '2025-01', montantBrut: 830.27, montantNet: 768.83 },
    until: '2025-04-30',
  },
  {
    name: 'pension: monthly slip of the State',
    type: 'attestation-pension',
    page: `
      DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
      SERVICE DES RETRAITES DE L'ÉTAT
      BULLETIN DE PENSION                               Mois de janvier 2025
      M. GARCIA ANTOINE
      Pension brute                          1 912,45
      CSG                                      157,20
      Net à payer avant impôt                1 735,12
      Prélèvement à la source                   52,05
      Net à payer                            1 683,07
    `,
    reads: { nom: 'GARCIA', prenoms: 'ANTOINE', mois: '2025-01', montantBrut: 1912.45, montantNet: 1683.07 },
    until: '2025-04-30',
  },
  {
    name: 'pension: yearly statement for the taxes',
    type: 'attestation-pension',
    page: `
      AGIRC-ARRCO                                       Paris, le 15 janvier 2025
      Madame PETIT Colette
      ATTESTATION FISCALE
      Montants versés en 2024 au titre de votre retraite complémentaire
      Montant brut           4 210,36 €
      Montant net            3 890,11 €
    `,
    reads: { nom: 'PETIT', prenoms: 'Colette', annee: 2024, mois: null, montantBrut: 4210.36, montantNet: 3890.11 },
    until: '2025-12-31',
  },
  {
    name: 'pension: attribution of a disability pension by the CPAM',
    type: 'attestation-pension',
    page: `
      CPAM DE LA LOIRE                                  Saint-Étienne, le 20 novembre 2024
      Monsieur Ahmed ZIANI
      NOTIFICATION D'ATTRIBUTION D'UNE PENSION D'INVALIDITÉ
      Catégorie 2, à compter du 01/12/2024
      Montant mensuel brut : 985,12 €
    `,
    reads: { nom: 'ZIANI', prenoms: 'Ahmed', mois: null, montantBrut: 985.12, dateDocument: '2024-11-20' },
    until: '2025-11-20',
  },
  {
    name: 'sick pay: several periods, total',
    type: 'autre-justificatif-ressources',
    page: `
      L'ASSURANCE MALADIE                               CPAM du Rhône
      ATTESTATION DE PAIEMENT D'INDEMNITÉS JOURNALIÈRES
      Assuré : ROUSSEAU Damien
      Période du 06/01/2025 au 31/01/2025
      26 indemnités journalières à 38,12 €            991,12 €
      Montant net versé                               930,66 €
      Fait le 05/02/2025
    `,
    reads: {
      nom: 'ROUSSEAU',
      prenoms: 'Damien',
      periodeDebut: '2025-01-06',
      periodeFin: '2025-01-31',
      montant: 930.66,
    },
    until: '2025-04-30',
  },
  {
    name: 'scholarship: academic year with a slash',
    type: 'autre-justificatif-ressources',
    page: `
      CROUS DE TOULOUSE-OCCITANIE                        Toulouse, le 02/09/2024
      DOSSIER SOCIAL ÉTUDIANT 2024/2025
      NOTIFICATION DÉFINITIVE D'ATTRIBUTION DE BOURSE
      Mademoiselle HUBERT Manon
      Une bourse sur critères sociaux échelon 4 vous est attribuée.
      Montant annuel : 4 587,00 € versés en 10 mensualités
    `,
    reads: { nom: 'HUBERT', prenoms: 'Manon', anneeUniversitaire: '2024-2025', montant: 4587 },
    until: '2025-08-31',
  },
  {
    name: 'accounts of a trader',
    type: 'autre-justificatif-ressources',
    page: `
      CABINET FIDUCIA EXPERTISE
      SIMON Patrick - Plomberie chauffage
      BILAN ACTIF                       Exercice du 01/01/2024 au 31/12/2024
      COMPTE DE RÉSULTAT
      Chiffre d'affaires net            84 512
      RÉSULTAT DE L'EXERCICE            21 340
    `,
    reads: { nom: 'SIMON', prenoms: 'Patrick', periodeFin: '2024-12-31', montant: 21340 },
    until: '2025-12-31',
  },
]

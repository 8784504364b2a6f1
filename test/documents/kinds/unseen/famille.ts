import type { Layout } from './layout.ts'

/** Family, work, police and other listed papers in other words than the samples'. */
export const FAMILLE: readonly Layout[] = [
  {
    name: 'extract of a birth record',
    type: 'acte-de-naissance',
    page: `
      MAIRIE DE QUIMPER
      EXTRAIT D'ACTE DE NAISSANCE
      Acte n° 412
      NOM : LE BIHAN
      Prénom(s) : Maël, Yann
      Né le : 3 mars 1998
      à : Quimper (Finistère)
      Extrait délivré le 14/01/2025
    `,
    reads: { nom: 'LE BIHAN', prenoms: 'Maël Yann', dateNaissance: '1998-03-03', dateDelivrance: '2025-01-14' },
  },
  {
    name: 'full copy in letters',
    type: 'acte-de-naissance',
    page: `
      COPIE INTÉGRALE D'ACTE DE NAISSANCE
      Le douze avril mil neuf cent quatre-vingt-onze à huit heures dix minutes est née
      à Mulhouse, Céline, Marie SCHMITT, du sexe féminin, de Paul SCHMITT, né à Thann
      le quatre mai mil neuf cent soixante, et de Anne KELLER.
      Dressé le treize avril mil neuf cent quatre-vingt-onze
      Copie délivrée le 10 février 2025
    `,
    reads: { nom: 'SCHMITT', prenoms: 'Céline Marie', dateNaissance: '1991-04-12', dateDelivrance: '2025-02-10' },
  },
  {
    name: 'certificate of pregnancy in a letter',
    type: 'certificat-de-grossesse',
    page: `
      Docteur Anne MARCHAND                            Brest, le 18/02/2025
      Gynécologue obstétricien
      CERTIFICAT DE GROSSESSE
      Je soussignée certifie que Madame Inès PERRIN, née le 21/08/1996, est enceinte.
      La date présumée d'accouchement est fixée au 25 août 2025.
    `,
    reads: {
      nom: 'PERRIN',
      prenoms: 'Inès',
      dateNaissance: '1996-08-21',
      dateAccouchementPrevue: '2025-08-25',
      dateDocument: '2025-02-18',
    },
  },
  {
    name: 'divorce judgment',
    type: 'jugement-de-divorce',
    page: `
      TRIBUNAL JUDICIAIRE DE METZ
      JUGE AUX AFFAIRES FAMILIALES
      JUGEMENT DE DIVORCE
      N° RG 23/01234
      Jugement rendu le 14 novembre 2024
      DEMANDEUR : Madame Sophie RENARD
      DÉFENDEUR : Monsieur Marc BESSON
      PAR CES MOTIFS, prononce le divorce
    `,
    reads: { nom: 'RENARD', prenoms: 'Sophie', numeroRg: '23/01234', dateJugement: '2024-11-14' },
  },
  {
    name: 'apprenticeship contract with labels',
    type: 'contrat-de-travail',
    page: `
      CONTRAT D'APPRENTISSAGE
      L'employeur
      Nom et prénom ou dénomination : SARL MENUISERIE BLANC
      N° SIRET : 73282932000074
      L'apprenti(e)
      Nom de naissance : FAURE         Prénom : Enzo
      Date de naissance : 02/02/2007
      Date de début d'exécution du contrat : 01/09/2024
      Date de fin du contrat : 31/08/2026
    `,
    reads: {
      nom: 'FAURE',
      prenoms: 'Enzo',
      typeContrat: 'apprentissage',
      siret: '73282932000074',
      dateDebut: '2024-09-01',
      dateFin: '2026-08-31',
    },
  },
  {
    name: 'permanent contract in prose',
    type: 'contrat-de-travail',
    page: `
      CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE
      Entre les soussignés :
      La société NETTOYAGE PRO SAS, SIRET 732 829 320 00074, dont le siège est à Rouen,
      Et Madame Fatiha OUALI, demeurant 6 rue Verte 76000 Rouen, ci-après dénommée la salariée,
      La salariée est engagée à compter du 1er octobre 2024 en qualité d'agent de service.
      Fait à Rouen, le 25/09/2024
    `,
    reads: {
      nom: 'OUALI',
      prenoms: 'Fatiha',
      typeContrat: 'cdi',
      employeur: 'NETTOYAGE PRO SAS',
      dateDebut: '2024-10-01',
      dateFin: null,
      dateDocument: '2024-09-25',
    },
  },
  {
    name: 'fixed-term contract with both days',
    type: 'contrat-de-travail',
    page: `
      CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE
      Employeur : CENTRE HOSPITALIER DE PAU
      Salarié : M. Bruno ETCHEVERRY
      Le présent contrat est conclu du 01/02/2025 au 31/07/2025.
      Fait à Pau, le 28 janvier 2025
    `,
    reads: {
      nom: 'ETCHEVERRY',
      prenoms: 'Bruno',
      typeContrat: 'cdd',
      employeur: 'CENTRE HOSPITALIER DE PAU',
      dateDebut: '2025-02-01',
      dateFin: '2025-07-31',
    },
  },
  {
    name: 'complaint at the gendarmerie',
    type: 'depot-de-plainte',
    page: `
      GENDARMERIE NATIONALE
      BRIGADE DE PROXIMITÉ DE SAVERNE
      RÉCÉPISSÉ DE DÉPÔT DE PLAINTE
      Procès-verbal n° 01234/00567/2025
      Plaignant : MULLER Nadia
      Née le 11/11/1989 à Strasbourg
      Date de dépôt : 22/01/2025
    `,
    reads: {
      nom: 'MULLER',
      prenoms: 'Nadia',
      dateNaissance: '1989-11-11',
      numeroProcedure: '01234/00567/2025',
      dateDocument: '2025-01-22',
    },
  },
  {
    name: 'death record',
    type: 'autre-piece-reglementaire',
    page: `
      VILLE DE LENS
      ACTE DE DÉCÈS
      Le quatorze janvier deux mille vingt-cinq à six heures est décédé
      Michel Jean DUBOIS, né à Arras le deux mars mil neuf cent quarante-huit, retraité,
      époux de Odette Marie LESAGE.
      Copie délivrée le 20/01/2025
    `,
    reads: { nom: 'LESAGE', prenoms: 'Odette Marie', natureDocument: 'acte-de-deces', dateDocument: '2025-01-20' },
  },
  {
    name: 'certificate of an employer',
    type: 'autre-piece-reglementaire',
    page: `
      SAS ATLANTIC SERVICES
      ATTESTATION DE L'EMPLOYEUR
      Je soussigné M. Paul HENRY, gérant, certifie que Madame Léa BOUCHET est employée
      dans notre entreprise en contrat à durée indéterminée depuis le 04/04/2022.
      Sa rémunération mensuelle brute est de 1 950,00 €
      Fait à La Rochelle, le 10/02/2025
    `,
    reads: { nom: 'BOUCHET', prenoms: 'Léa', natureDocument: 'attestation-employeur', dateDocument: '2025-02-10' },
  },
  {
    name: 'tax notice: declarant, references, whole euros',
    type: 'avis-imposition',
    page: `
      DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
      IMPÔT SUR LES REVENUS DE L'ANNÉE 2023
      AVIS D'IMPÔT ÉTABLI EN 2024
      Vos références                                    M MARCHAL CYRIL
      Numéro fiscal : 30 23 217 600 053                 OU MME MARCHAL LAURE
      Référence de l'avis : 24 54 1234567 89            18 RUE DES JARDINS
                                                        54000 NANCY
      Date d'établissement : 10/07/2024
      Date de mise en recouvrement : 31/07/2024
      Revenu brut global                      41 200
      Revenu imposable                        37 080
      Revenu fiscal de référence              37 080
      Nombre de parts                         2,50
      Montant de votre impôt                  612
    `,
    reads: {
      declarant1: 'MARCHAL CYRIL',
      declarant2: 'MARCHAL LAURE',
      anneeRevenus: 2023,
      numeroFiscal: '3023217600053',
      revenuFiscalReference: 37080,
      nombreParts: 2.5,
      montantImpot: 612,
      dateEtablissement: '2024-07-10',
      dateMiseEnRecouvrement: '2024-07-31',
    },
    until: '2025-12-31',
  },
]

import type { Layout } from './layout.ts'

/** Rent papers, leases, hotels, people who house: in words of agencies, private landlords and social landlords. */
export const LOGEMENT: readonly Layout[] = [
  {
    name: 'receipt in letter form',
    type: 'quittance-de-loyer',
    page: `
      QUITTANCE DE LOYER
      Je soussigné Pierre LEROY, propriétaire du logement situé 12 rue Nationale 37000 Tours,
      déclare avoir reçu de Madame Julie CARON la somme de 620,00 euros
      au titre du paiement du loyer et des charges pour la période du 1er au 28 février 2025
      et lui en donne quittance, sous réserve de tous mes droits.
      Détail du règlement :
      Loyer : 560,00 euros
      Provision pour charges : 60,00 euros
      Total : 620,00 euros
      Fait à Tours, le 2 mars 2025
    `,
    reads: {
      nom: 'CARON',
      prenoms: 'Julie',
      bailleur: 'Pierre LEROY',
      periodeDebut: '2025-02-01',
      periodeFin: '2025-02-28',
      loyer: 560,
      charges: 60,
      montantTotal: 620,
      natureQuittance: 'quittance',
      dateDocument: '2025-03-02',
    },
    until: '2025-05-31',
  },
  {
    name: 'agency receipt, couple, table',
    type: 'quittance-de-loyer',
    page: `
      FONCIA GESTION IMMOBILIÈRE                       QUITTANCE
      Bailleur : SCI DES ACACIAS
      Locataire : Monsieur et Madame TRAN VAN MINH
      Adresse du bien : 5 allée des Platanes 31400 TOULOUSE
      Échéance : Janvier 2025
      Libellé                          Montant
      Loyer principal                  710,50
      Provisions sur charges            85,00
      Total quittancé                  795,50 €
      Toulouse, le 05/02/2025
    `,
    reads: {
      nom: 'TRAN VAN MINH',
      prenoms: null,
      bailleur: 'SCI DES ACACIAS',
      periodeFin: '2025-01-31',
      loyer: 710.5,
      charges: 85,
      montantTotal: 795.5,
      natureQuittance: 'quittance',
    },
    until: '2025-04-30',
  },
  {
    name: 'call for rent of a social landlord',
    type: 'quittance-de-loyer',
    page: `
      HABITAT DU LITTORAL                               AVIS D'ÉCHÉANCE
      Office public de l'habitat
      Mme Rachida MANSOURI                              Date d'émission : 25/02/2025
      Référence client : 00123456                       Facturation de la période du 01/02/2025 au 28/02/2025
      Désignation                        Montant
      Loyer logement                     412,36
      Charges locatives                  118,20
      APL                               -231,00
      Total à payer                      299,56
      À payer avant le 10/03/2025
    `,
    reads: {
      nom: 'MANSOURI',
      prenoms: 'Rachida',
      natureQuittance: 'avis-echeance',
      periodeFin: '2025-02-28',
      loyer: 412.36,
      charges: 118.2,
      montantTotal: 299.56,
      dateDocument: '2025-02-25',
    },
    until: '2025-05-31',
  },
  {
    name: 'landlord says that the rent is paid up',
    type: 'quittance-de-loyer',
    page: `
      ATTESTATION DE BON PAIEMENT DES LOYERS
      Je soussignée Madame Catherine VIDAL, bailleur,
      atteste que Monsieur Kevin ROY, locataire du logement 3 rue Haute à Albi,
      est à jour du paiement de ses loyers et charges.
      Fait à Albi, le 20/02/2025
    `,
    reads: {
      nom: 'ROY',
      prenoms: 'Kevin',
      bailleur: 'Catherine VIDAL',
      natureQuittance: 'attestation-bailleur',
      dateDocument: '2025-02-20',
    },
    until: '2025-05-20',
  },
  {
    name: 'hotel invoice with stay and guest',
    type: 'recu-hotel',
    page: `
      HÔTEL DES VOYAGEURS                        FACTURE N° 2025-0113
      14 place de la Gare 72000 LE MANS          Date : 28/02/2025
      SIRET 732 829 320 00074
      Client : M. Abdel HAMIDI
      Chambre 12    Arrivée : 14/02/2025    Départ : 28/02/2025
      14 nuitées à 45,00 €               630,00 €
      Taxe de séjour                      12,60 €
      Total TTC                          642,60 €
    `,
    reads: {
      nom: 'HAMIDI',
      prenoms: 'Abdel',
      dateDebut: '2025-02-14',
      dateFin: '2025-02-28',
      montantTotal: 642.6,
      siret: '73282932000074',
    },
    until: '2025-05-28',
  },
  {
    name: 'camping receipt, period in words',
    type: 'recu-hotel',
    page: `
      CAMPING LES PINS
      REÇU
      Reçu de Mme Sandrine MILLET la somme de 410 euros
      pour la location d'un mobil-home du 1er au 31 janvier 2025
      Taxe de séjour comprise
      Fait à Hyères, le 31 janvier 2025
    `,
    reads: { nom: 'MILLET', prenoms: 'Sandrine', dateFin: '2025-01-31', dateDocument: '2025-01-31' },
    until: '2025-04-30',
  },
  {
    name: 'lease between people',
    type: 'bail',
    page: `
      BAIL D'HABITATION
      ENTRE LES SOUSSIGNÉS
      Monsieur Alain GIRARD, demeurant 2 rue du Lac 74000 Annecy, ci-après dénommé le bailleur,
      ET
      Madame Elodie FABRE, ci-après dénommée le locataire,
      Le présent bail prend effet le 1er mars 2023 pour une durée de trois ans.
      Le loyer mensuel est fixé à 685,00 euros.
      Dépôt de garantie : 685,00 euros
      Fait à Annecy, le 20 février 2023 en deux exemplaires
    `,
    reads: {
      nom: 'FABRE',
      prenoms: 'Elodie',
      bailleur: 'Alain GIRARD',
      dateEffet: '2023-03-01',
      loyer: 685,
      dateDocument: '2023-02-20',
    },
    until: null,
  },
  {
    name: 'host on plain paper',
    type: 'attestation-hebergement',
    page: `
      ATTESTATION D'HÉBERGEMENT
      Je soussigné(e) : BARBIER Monique
      demeurant : 9 rue du Four 87000 Limoges
      certifie héberger à mon domicile Monsieur BARBIER Lucas
      depuis le 3 septembre 2023
      Fait à Limoges, le 12/02/2025
    `,
    reads: {
      nom: 'BARBIER',
      prenoms: 'Lucas',
      hebergeant: 'Monique BARBIER',
      dateDebut: '2023-09-03',
      dateDocument: '2025-02-12',
    },
  },
  {
    name: 'attestation of a centre',
    type: 'attestation-hebergement',
    page: `
      ASSOCIATION LE REFUGE - CHRS LES GLYCINES
      ATTESTATION D'HÉBERGEMENT
      Je soussignée Mme Claire DUPRÉ, directrice, atteste que
      M. Souleymane KONATÉ est hébergé dans notre établissement depuis le 15/06/2024.
      Fait à Dijon, le 4 février 2025
    `,
    reads: { nom: 'KONATÉ', prenoms: 'Souleymane', dateDebut: '2024-06-15', dateDocument: '2025-02-04' },
  },
]

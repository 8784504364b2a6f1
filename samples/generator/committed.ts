import type { HouseholdSpec } from './draw.ts'

/** What is committed under `samples/`: which document, in which condition, for whom. */

interface CommittedDocument {
  /** Name of the file without its extension. */
  readonly name: string
  readonly template: string
  /** Conditions, composed (`stamp+scan-200-grey`). */
  readonly condition: string
}

const doc = (template: string, condition: string, name = template.replace('/', '-')): CommittedDocument => ({
  name,
  template,
  condition,
})

export const COMMITTED_DOCUMENTS: readonly CommittedDocument[] = [
  doc('carte-nationale-identite/plastifiee-2013', 'scan-200-color'),
  doc('carte-nationale-identite/plastifiee-2016', 'skew'),
  doc('carte-nationale-identite/cnie-2021', 'scan-300-color'),
  doc('carte-nationale-identite/cnie-2021-deux-pages', 'scan-300-color'),
  doc('carte-nationale-identite/italie-cie', 'scan-200-grey'),
  doc('passeport/france-2006', 'tiff-jpeg'),
  doc('passeport/allemagne', 'rotated-90'),
  doc('titre-de-sejour/carte-2011', 'scan-200-grey'),
  doc('titre-de-sejour/carte-2020', 'scan-200-color'),
  doc('titre-de-sejour/carte-2020-perimee', 'scan-200-grey'),
  doc('titre-de-sejour/carte-2020-recto', 'photo'),
  doc('titre-de-sejour/visa-long-sejour', 'scan-200-color'),
  doc('recepisse-titre-de-sejour/papier-renouvellement', 'scan-200-grey'),
  doc('recepisse-titre-de-sejour/anef-prolongation', 'pdf'),
  doc('carte-etudiant/carte-europeenne', 'scan-200-color'),
  doc('carte-etudiant/certificat-de-scolarite', 'pdf'),
  doc('carte-invalidite/cmi', 'scan-300-color'),
  doc('carte-invalidite/carte-orange', 'scan-200-color'),
  doc('hors-perimetre/carte-vitale', 'scan-200-color'),
  doc('hors-perimetre/permis-de-conduire', 'scan-200-grey'),
  doc('avis-imposition/modele-2-seul', 'pdf'),
  doc('avis-imposition/modele-2-couple', 'scan-150-grey'),
  doc('avis-imposition/modele-1-2022', 'fax-200'),
  doc('avis-imposition/asdir', 'watermark'),
  doc('bulletin-de-paie/clarifie-1', 'pdf'),
  doc('bulletin-de-paie/clarifie-2', 'scan-200-grey'),
  doc('bulletin-de-paie/clarifie-3', 'photo-exif'),
  doc('bulletin-de-paie/ancien-2022', 'skew'),
  doc('bulletin-de-paie/interim', 'fax-200'),
  doc('bulletin-de-paie/public', 'scan-200-grey'),
  doc('bulletin-de-paie/cesu', 'pdf'),
  doc('attestation-caf/paiement', 'screenshot'),
  doc('attestation-caf/quotient-familial', 'scan-200-grey'),
  doc('attestation-caf/msa-paiement', 'tiff-jpeg'),
  doc('attestation-france-travail/paiement', 'pdf'),
  doc('attestation-france-travail/releve-de-situation', 'scan-150-grey'),
  doc('attestation-pension/carsat-paiement', 'scan-200-grey'),
  doc('attestation-pension/notification-de-retraite', 'rotated-270'),
  doc('autre-justificatif-ressources/bourse-crous', 'pdf'),
  doc('autre-justificatif-ressources/indemnites-journalieres', 'scan-200-grey'),
  doc('quittance-de-loyer/agence', 'scan-200-grey'),
  doc('quittance-de-loyer/particulier', 'noise'),
  doc('quittance-de-loyer/bailleur-social', 'pdf'),
  doc('quittance-de-loyer/avis-echeance', 'scan-150-webp'),
  doc('recu-hotel/facture', 'scan-200-grey'),
  doc('recu-hotel/ticket', 'tiff-lzw'),
  doc('bail/contrat-type', 'fax-200'),
  doc('attestation-hebergement/particulier', 'stamp'),
  doc('attestation-hebergement/chrs', 'scan-200-grey'),
  doc('livret-de-famille/mariage', 'scan-150-grey'),
  doc('acte-de-naissance/copie-integrale', 'scan-200-grey'),
  doc('acte-de-naissance/extrait', 'rotated-180'),
  doc('certificat-de-grossesse/lettre', 'scan-200-grey'),
  doc('certificat-de-grossesse/premier-examen', 'scan-200-grey'),
  doc('jugement-de-divorce/jugement', 'fax-200'),
  doc('contrat-de-travail/cdi', 'pdf'),
  doc('contrat-de-travail/apprentissage', 'scan-200-grey'),
  doc('depot-de-plainte/police-proces-verbal', 'scan-200-grey'),
  doc('depot-de-plainte/recepisse', 'fax-200'),
  doc('depot-de-plainte/gendarmerie', 'pdf'),
  doc('main-courante/police', 'scan-200-grey'),
  doc('main-courante/gendarmerie', 'fax-200'),
  doc('autre-piece-reglementaire/attestation-pacs', 'scan-200-grey'),
  doc('autre-piece-reglementaire/acte-de-deces', 'fax-200'),
  doc('autre-piece-reglementaire/decision-tutelle', 'fax-200'),
  doc('autre-piece-reglementaire/attestation-employeur', 'pdf'),
  doc('autre-piece-reglementaire/certificat-de-domiciliation', 'stamp+fax-200'),
  doc('autre-piece-reglementaire/titre-de-propriete', 'fax-200'),
  doc('autre-piece-reglementaire/lettre-de-conge', 'blur-light'),
  doc('autre-piece-reglementaire/procedure-expulsion', 'fax-200'),
  doc('autre-piece-reglementaire/justificatif-logement-indigne', 'pdf'),
  doc('autre-piece-reglementaire/ordonnance-de-protection', 'fax-200'),
  doc('autre-piece-reglementaire/decision-handicap', 'scan-200-grey'),
  doc('autre-piece-reglementaire/certificat-medical', 'scan-150-grey'),
  doc('autre-piece-reglementaire/plan-de-surendettement', 'pdf'),
  doc('hors-perimetre/rib', 'pdf'),
  doc('hors-perimetre/facture-energie', 'pdf'),
  doc('hors-perimetre/taxe-fonciere', 'fax-200'),
  doc('hors-perimetre/releve-bancaire', 'scan-150-grey'),
  doc('hors-perimetre/attestation-droits-assurance-maladie', 'pdf'),
  doc('hors-perimetre/cv', 'screenshot'),
  // Nothing, or not enough, to read.
  doc('bulletin-de-paie/clarifie-2', 'blurred-unreadable', 'illisible-bulletin-flou'),
  doc('quittance-de-loyer/agence', 'cut', 'illisible-quittance-coupee'),
]

export interface CommittedBundle {
  readonly name: string
  readonly household: HouseholdSpec
  readonly format: 'tiff' | 'pdf'
  /** Template and condition of each document; `null` for a blank page. */
  readonly parts: readonly (readonly [template: string, condition: string] | null)[]
}

export const COMMITTED_BUNDLES: readonly CommittedBundle[] = [
  {
    // A counter's scanner, both sides of a sheet fed by mistake.
    name: 'dossier-couple',
    household: { name: 'couple', holder: { nationalites: ['FRA'], ageMin: 36, ageMax: 44 } },
    format: 'tiff',
    parts: [
      ['carte-nationale-identite/plastifiee-2016', 'scan-200-grey'],
      ['avis-imposition/modele-2-couple', 'scan-200-grey'],
      null,
      ['livret-de-famille/mariage', 'scan-200-grey'],
      ['attestation-caf/paiement', 'scan-200-grey'],
      ['quittance-de-loyer/agence', 'scan-200-grey'],
    ],
  },
  {
    // Everything scanned into one PDF of images, one sheet upside down.
    name: 'dossier-etudiante',
    household: {
      name: 'etudiante',
      holder: { nationalites: ['SEN', 'MAR', 'TUN', 'CIV'], ageMin: 20, ageMax: 24, sexe: 'F' },
    },
    format: 'pdf',
    parts: [
      ['titre-de-sejour/carte-2020', 'scan-200-color'],
      ['carte-etudiant/carte-europeenne', 'scan-200-grey'],
      ['autre-justificatif-ressources/bourse-crous', 'scan-200-grey'],
      ['attestation-hebergement/particulier', 'rotated-180'],
    ],
  },
  {
    // Downloaded documents and a photocopy, put together by the applicant.
    name: 'dossier-salarie-mixte',
    household: { name: 'salarie', holder: { nationalites: ['FRA'], ageMin: 30, ageMax: 45 } },
    format: 'pdf',
    parts: [
      ['carte-nationale-identite/cnie-2021', 'scan-300-color'],
      ['bulletin-de-paie/successif-1', 'pdf'],
      ['bulletin-de-paie/successif-2', 'pdf'],
      ['bulletin-de-paie/successif-3', 'scan-200-grey'],
      ['avis-imposition/modele-2-seul', 'pdf'],
      ['quittance-de-loyer/bailleur-social', 'scan-150-grey'],
    ],
  },
]

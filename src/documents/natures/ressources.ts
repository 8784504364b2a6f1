import { head, mention } from '../cues.ts'
import type { Nature } from '../kind.ts'

/**
 * Proofs of income that have no type of their own: the regulation lists them by situation (arrêté du 22 décembre 2020,
 * annexe, ressources mensuelles).
 */
export const NATURES_RESSOURCES = [
  {
    code: 'notification-bourse',
    label: 'une notification de bourse',
    cues: [
      head('Notification définitive de bourse', 9),
      head('Notification conditionnelle de bourse', 9),
      head('Notification de bourse', 9),
      head("Avis d'attribution de bourse", 9),
      head('Bourse sur critères sociaux', 7),
      head("Bourse d'enseignement supérieur", 7),
      head('Dossier social étudiant', 5),
      head('CROUS', 3),
      mention('Bourse sur critères sociaux', 4),
      mention('Dossier social étudiant', 4),
      mention('Echelon', 2),
      mention('mensualités', 1),
    ],
  },
  {
    code: 'indemnites-journalieres',
    label: "une attestation d'indemnités journalières",
    cues: [
      head('Attestation de paiement des indemnités journalières', 10),
      head("Attestation de paiement d'indemnités journalières", 10),
      head('Indemnités journalières', 7),
      head('Décompte d’indemnités journalières', 8),
      mention('Indemnités journalières', 4),
      mention('Arrêt de travail', 2),
      head("Caisse primaire d'assurance maladie", 2),
      head("l'Assurance Maladie", 2),
    ],
  },
  {
    code: 'bilan',
    label: 'un bilan comptable',
    cues: [
      head('Bilan', 6),
      head('Compte de résultat', 7),
      head('Comptes annuels', 7),
      head('Bilan actif', 7),
      head('Bilan passif', 7),
      head('Liasse fiscale', 5),
      mention('Exercice clos le', 4),
      mention("Résultat de l'exercice", 4),
      mention("Chiffre d'affaires net", 3),
      mention("Produits d'exploitation", 3),
      mention("Charges d'exploitation", 3),
      mention('Capitaux propres', 2),
    ],
  },
  {
    code: 'attestation-comptable',
    label: "une attestation d'expert-comptable",
    cues: [
      head("Attestation de l'expert-comptable", 9),
      head("Attestation d'expert-comptable", 9),
      head('Attestation comptable', 8),
      head('Attestation de revenus', 6),
      head('Attestation de résultat', 8),
      head('Expert-comptable', 4),
      head("Cabinet d'expertise comptable", 5),
      mention('Ordre des experts-comptables', 4),
      mention("en qualité d'expert-comptable", 5),
      mention('bénéfice', 2),
    ],
  },
  {
    code: 'chiffre-affaires',
    label: "une attestation de chiffre d'affaires",
    cues: [
      head('Attestation fiscale micro-entrepreneur', 8),
      head("Déclaration de chiffre d'affaires", 7),
      head("Attestation de chiffre d'affaires", 8),
      head('Auto-entrepreneur', 4),
      head('Micro-entrepreneur', 4),
      mention("Chiffre d'affaires déclaré", 5),
      mention('autoentrepreneur.urssaf.fr', 5),
    ],
  },
  {
    code: 'pension-alimentaire',
    label: 'un justificatif de pension alimentaire',
    cues: [
      head('Pension alimentaire', 6),
      head('ARIPA', 6),
      head("Agence de recouvrement et d'intermédiation des pensions alimentaires", 9),
      head('Attestation de versement de pension alimentaire', 9),
      head('Attestation de pension alimentaire', 9),
      mention("Contribution à l'entretien et à l'éducation", 4),
      mention('Intermédiation financière', 4),
    ],
  },
  {
    code: 'allocation-demandeur-asile',
    label: "une attestation de l'allocation pour demandeur d'asile",
    cues: [
      head("Allocation pour demandeur d'asile", 9),
      head("Office français de l'immigration et de l'intégration", 5),
      mention("Allocation pour demandeur d'asile", 5),
    ],
  },
  {
    code: 'rente',
    label: 'un justificatif de rente',
    cues: [
      head('Notification de rente', 8),
      head('Rente accident du travail', 8),
      head("Rente d'accident du travail", 8),
      head('Attestation de paiement de rente', 8),
      mention("Taux d'incapacité permanente", 2),
    ],
  },
] as const satisfies readonly Nature[]

export type NatureRessources = (typeof NATURES_RESSOURCES)[number]['code']

import { head, mention, not } from '../../cues.ts'
import type { Nature } from '../../kind.ts'

/** Health papers. */
export const NATURES_SANTE: readonly Nature[] = [
  {
    code: 'carte-vitale',
    label: 'une carte Vitale',
    cues: [
      head('Vitale', 6),
      head("carte d'assurance maladie", 5),
      mention('émise le', 2),
      ...not('attestation', 'assurance habitation', 'bulletin de paie', 'cotisations'),
    ],
  },
  {
    code: 'attestation-droits-assurance-maladie',
    label: "une attestation de droits à l'assurance maladie",
    cues: [
      head('attestation de droits', 8),
      head("attestation de droits à l'assurance maladie", 4),
      head('attestation Vitale', 6),
      head("l'Assurance Maladie", 2),
      head("caisse primaire d'assurance maladie", 2),
      mention('organisme de rattachement', 3),
      mention('code régime', 2),
      mention('complémentaire santé solidaire', 3),
      mention('bénéficiaires', 1),
      mention('ouverture de droits', 2),
      { words: 'indemnités journalières', weight: -6 },
      { words: "pension d'invalidité", weight: -5 },
      ...not('CDAPH', 'bulletin de paie', "caisse d'allocations familiales"),
    ],
  },
  {
    code: 'carte-mutuelle',
    label: 'une carte ou une attestation de mutuelle',
    cues: [
      head('carte de tiers payant', 6),
      head('tiers payant', 4),
      head('attestation de tiers payant', 3),
      head('mutuelle', 3),
      mention('complémentaire santé', 2),
      mention('télétransmission', 3),
      mention('AMC', 1),
      ...not('bulletin de paie', 'bulletin de salaire', 'contrat de travail', 'mutualité sociale agricole'),
    ],
  },
  {
    code: 'ordonnance-medicale',
    label: 'une ordonnance médicale',
    cues: [
      head('ordonnance', 4),
      head('ordonnance médicale', 3),
      mention('posologie', 3),
      mention('comprimé', 3),
      mention('matin midi et soir', 2),
      mention('à renouveler', 1),
      ...not('tribunal', 'ordonnance de protection', 'ordonnance de non-conciliation', 'mesures provisoires'),
      ...not('certificat médical', 'certificat de grossesse'),
    ],
  },
  {
    code: 'arret-de-travail',
    label: 'un arrêt de travail',
    cues: [
      head("avis d'arrêt de travail", 9),
      head('arrêt de travail', 4),
      mention('prescription jusqu au', 2),
      ...not('bulletin de paie', 'indemnités journalières', 'contrat de travail'),
    ],
  },
  {
    code: 'attestation-de-salaire-cpam',
    label: "une attestation de salaire destinée à l'assurance maladie",
    cues: [
      head('attestation de salaire', 7),
      head('attestation de salaire pour le paiement des indemnités journalières', 4),
      mention('dernier jour de travail', 2),
      mention('salaires de référence', 2),
      ...not('bulletin de salaire', 'bulletin de paie'),
    ],
  },
  {
    code: 'certificat-vaccination',
    label: 'un certificat de vaccination ou un test médical',
    cues: [
      head('certificat de vaccination', 7),
      head('certificat COVID numérique', 7),
      head('attestation vaccinale', 7),
      head('carnet de santé', 6),
      head('résultat de test', 4),
    ],
  },
]

import { head, mention, not } from '../../cues.ts'
import type { Nature } from '../../kind.ts'

/** Car, insurance, candidate papers. */
export const NATURES_VIE_COURANTE: readonly Nature[] = [
  {
    code: 'permis-de-conduire',
    label: 'un permis de conduire',
    cues: [
      head('permis de conduire', 8),
      head('driving licence', 6),
      head('Führerschein', 7),
      head('patente di guida', 7),
      head('permiso de conduccion', 7),
      head("relevé d'information intégral", 6),
      ...not('contrat de travail', 'curriculum vitae', 'bulletin de paie', 'dépôt de plainte', 'main courante'),
    ],
  },
  {
    code: 'carte-grise',
    label: "un certificat d'immatriculation",
    cues: [
      head("certificat d'immatriculation", 8),
      head('carte grise', 7),
      head('certificat de cession', 6),
      head('contrôle technique', 6),
      mention('date de première immatriculation', 3),
    ],
  },
  {
    code: 'attestation-assurance',
    label: "une attestation d'assurance",
    cues: [
      head("attestation d'assurance", 8),
      head('assurance habitation', 5),
      head('multirisque habitation', 5),
      head("avis d'échéance assurance", 4),
      head("carte internationale d'assurance", 6),
      mention('responsabilité civile', 2),
      mention('risques locatifs', 2),
      mention('sociétaire', 2),
      mention('dégât des eaux', 1),
      ...not('contrat de location', "bail d'habitation", 'bulletin de paie', 'quittance de loyer'),
      ...not('assurance maladie', 'assurance retraite'),
    ],
  },
  {
    code: 'cv',
    label: 'un curriculum vitae',
    cues: [
      head('curriculum vitae', 9),
      head('expériences professionnelles', 4),
      head('expérience professionnelle', 4),
      mention('expériences professionnelles', 2),
      mention('compétences', 2),
      mention("centres d'intérêt", 4),
      mention('loisirs', 2),
      mention('formations', 1),
      mention('langues', 1),
      mention('permis B', 1),
      ...not('contrat de travail', 'bulletin de paie', 'attestation', 'convention de stage'),
    ],
  },
  {
    code: 'lettre-de-motivation',
    label: 'une lettre de candidature',
    cues: [
      head('lettre de motivation', 7),
      head('objet candidature', 6),
      mention('ma candidature', 3),
      mention('lettre de motivation', 2),
    ],
  },
  {
    code: 'casier-judiciaire',
    label: 'un extrait de casier judiciaire',
    cues: [head('casier judiciaire', 9), head('bulletin n 3', 4), mention('casier judiciaire national', 3)],
  },
  {
    code: 'carte-electorale',
    label: 'une carte électorale',
    cues: [head('carte électorale', 8), head("carte d'électeur", 7), mention('bureau de vote', 3)],
  },
  {
    code: 'declaration-de-perte',
    label: 'une déclaration de perte ou de vol de papiers',
    cues: [
      head('déclaration de perte', 8),
      head('déclaration de perte ou de vol', 3),
      head('récépissé de déclaration de perte', 3),
    ],
  },
  {
    code: 'titre-de-transport',
    label: 'un titre de transport',
    cues: [
      head('Navigo', 5),
      head('carte de transport', 5),
      head('billet', 2),
      head('e-billet', 5),
      head("carte d'embarquement", 6),
      head('boarding pass', 6),
      mention('correspondance', 1),
      mention('voyageur', 2),
      ...not('bulletin de paie', 'contrat'),
    ],
  },
  {
    code: 'avis-contravention',
    label: 'un avis de contravention',
    cues: [head('avis de contravention', 8), head('amende forfaitaire', 6), head('permis à points', 6)],
  },
]

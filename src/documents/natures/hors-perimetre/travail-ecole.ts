import { head, mention, not } from '../../cues.ts'
import type { Nature } from '../../kind.ts'

/** Work and school papers. */
export const NATURES_TRAVAIL_ECOLE: readonly Nature[] = [
  {
    code: 'solde-de-tout-compte',
    label: 'un reçu pour solde de tout compte',
    cues: [
      head('solde de tout compte', 8),
      head('reçu pour solde de tout compte', 3),
      { words: 'cotisations', weight: -3 },
    ],
  },
  {
    code: 'attestation-employeur-france-travail',
    label: "une attestation de l'employeur destinée à France Travail",
    cues: [
      head('attestation employeur destinée à France Travail', 9),
      head('attestation destinée à Pôle emploi', 8),
      head("attestation d'employeur", 3),
      mention('motif de la rupture', 5),
      mention('salaires des 12 mois', 3),
      mention('dernier jour travaillé payé', 3),
      mention('R. 1234-9 du code du travail', 4),
    ],
  },
  {
    code: 'releve-de-carriere',
    label: 'un relevé de carrière',
    cues: [
      head('relevé de carrière', 8),
      head('relevé de situation individuelle', 7),
      mention('trimestres retenus', 3),
      mention('trimestres cotisés', 3),
    ],
  },
  {
    code: 'convention-de-stage',
    label: 'une convention de stage',
    cues: [head('convention de stage', 8), mention('tuteur de stage', 3), mention('stagiaire', 2)],
  },
  {
    code: 'certificat-scolarite-enfant',
    label: "un certificat de scolarité d'un enfant",
    cues: [
      head('certificat de scolarité', 4),
      head('école maternelle', 5),
      head('école élémentaire', 5),
      head('école primaire', 5),
      head('groupe scolaire', 4),
      head('collège', 4),
      mention("directrice de l'école", 3),
      mention("directeur de l'école", 3),
      mention('classe de', 1),
      ...not('université', "carte d'étudiant", 'bulletin de paie', 'curriculum vitae', 'facture'),
    ],
  },
  {
    code: 'bulletin-scolaire',
    label: 'un bulletin scolaire',
    cues: [
      head('bulletin scolaire', 7),
      head('bulletin trimestriel', 6),
      head('relevé de notes', 6),
      mention('conseil de classe', 4),
      mention('appréciation', 2),
      mention('moyenne de la classe', 4),
    ],
  },
  {
    code: 'attestation-cvec',
    label: 'une attestation CVEC',
    cues: [head('contribution de vie étudiante', 9), head('vie étudiante et de campus', 5), mention('CVEC', 4)],
  },
]

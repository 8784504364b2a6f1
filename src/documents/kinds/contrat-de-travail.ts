import type { Champ, Champs } from '../../domain/champs.ts'
import { parsePeriod } from '../../formats/periods.ts'
import { fold } from '../../formats/text.ts'
import { head, mention } from '../cues.ts'
import { readBoxedDate } from '../boxed-date.ts'
import { allDates, readDocumentDate } from '../document-date.ts'
import { readEmployer } from '../employer.ts'
import { champs, computed, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { personNames } from '../parsers.ts'
import { personFields, type ChampsPersonne } from '../people.ts'
import { toSpan, wordsAt, type PieceText } from '../piece-text.ts'
import { readField } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'

/** Contracts of work: CDI, CDD, temporary work, apprenticeship (Cerfa 10103), professionalisation; amendments, promises. */
const cues: readonly Cue[] = [
  head('Contrat de travail', 7),
  head('Contrat de travail à durée indéterminée', 9),
  head('Contrat de travail à durée déterminée', 9),
  head('Contrat à durée indéterminée', 8),
  head('Contrat à durée déterminée', 8),
  head("Contrat d'apprentissage", 9),
  head('Contrat de professionnalisation', 9),
  head('Contrat de mission', 9),
  head('Contrat de mission temporaire', 9),
  head('Contrat de mise à disposition', 6),
  head('Avenant au contrat de travail', 9),
  head("Promesse d'embauche", 7),
  head("Promesse unilatérale d'embauche", 7),
  head("Lettre d'engagement", 6),
  head("Contrat d'engagement", 6),
  mention("Période d'essai", 4),
  mention('Entre les soussignés', 2),
  mention('Rémunération brute', 2),
  mention('Convention collective', 2),
  mention('Durée du travail', 2),
  mention('Lien de subordination', 3),
  mention('Le salarié est engagé', 4),
  mention('Est engagé en qualité de', 4),
  mention('Entreprise utilisatrice', 3),
  mention("Maître d'apprentissage", 4),
  mention('Déclaration préalable à l’embauche', 3),
  mention('Congés payés', 1),
  mention('Clause de mobilité', 2),
  { words: 'Bulletin de paie', weight: -8, where: 'head' },
  { words: 'Bulletin de salaire', weight: -8, where: 'head' },
  { words: 'Contrat de location', weight: -10, where: 'head' },
  { words: 'Bail', weight: -5, where: 'head' },
  { words: 'Certificat de travail', weight: -8, where: 'head' },
  { words: "Contrat d'assurance", weight: -8, where: 'head' },
  { words: 'Attestation employeur', weight: -6, where: 'head' },
  { words: "Attestation de l'employeur", weight: -6, where: 'head' },
  { words: 'Rupture conventionnelle', weight: -6, where: 'head' },
  { words: 'Solde de tout compte', weight: -6, where: 'head' },
]

/** Kinds of contract, the most particular words first. */
const TYPES: readonly (readonly [string, readonly string[]])[] = [
  ['apprentissage', ["Contrat d'apprentissage", "Maître d'apprentissage"]],
  ['professionnalisation', ['Contrat de professionnalisation']],
  [
    'interim',
    [
      'Contrat de mission',
      'Contrat de travail temporaire',
      'Entreprise de travail temporaire',
      'Entreprise utilisatrice',
    ],
  ],
  ['promesse', ["Promesse d'embauche", "Promesse unilatérale d'embauche"]],
  ['cdd', ['Contrat de travail à durée déterminée', 'Contrat à durée déterminée', 'CDD']],
  ['cdi', ['Contrat de travail à durée indéterminée', 'Contrat à durée indéterminée', 'CDI']],
]

/** Kind of contract: the first words met on the piece decide, since a CDI may speak of a CDD further down. */
function readType(text: PieceText): Champ | null {
  let best: { type: string; line: number; champ: Champ } | null = null
  for (const [type, labels] of TYPES) {
    for (const label of labels) {
      const hit = text.find(label)
      const span = hit && toSpan(hit.line.page, hit.line.words.slice(hit.from, hit.to))
      // "déterminée" is three letters from "indéterminée": only an exact reading tells them apart.
      if (
        !hit ||
        !span ||
        (type.startsWith('cd') &&
          /DETERMINEE/.test(hit.line.folded) &&
          isIndetermined(hit.line.folded) !== (type === 'cdi'))
      )
        continue
      if (!best || hit.line.index < best.line) best = { type, line: hit.line.index, champ: field(span, type) }
    }
  }
  return best && best.champ
}

const isIndetermined = (folded: string): boolean => /\bIN ?DETERMINEE/.test(folded)

const DEBUT = [
  'à compter du',
  'à partir du',
  'prendra effet le',
  'prend effet le',
  'prenant effet le',
  'Date de début',
  'Date de début du contrat',
  "Date d'embauche",
  "Date d'effet",
  'Date de prise de fonction',
  'débutera le',
  'Date de début d’exécution du contrat',
  'Début de mission',
  'Début du contrat',
  'est engagé le',
]
const FIN = [
  'prendra fin le',
  'prend fin le',
  'Date de fin',
  'Date de fin du contrat',
  'Fin de mission',
  'Fin du contrat',
  'se terminera le',
  'Terme du contrat',
  "jusqu'au",
]

/** "du 01/09/2023 au 31/08/2025 inclus", for a contract that ends. */
function readPeriod(text: PieceText): { debut: Champ; fin: Champ } | null {
  for (const line of text.lines) {
    const match = /\b(?:du|le)\s.{4,30}\s(?:au|jusqu'au)\s/iu.exec(line.text)
    const period = match && parsePeriod(line.text.slice(match.index))
    const span = period && toSpan(line.page, wordsAt(line, match.index, line.text.length))
    if (period && span && period.debut !== period.fin && !/essai|naissance/i.test(fold(line.text)))
      return { debut: field(span, period.debut), fin: field(span, period.fin) }
  }
  return null
}

const EMPLOYEE = {
  labels: [
    'Nom et prénom du salarié',
    'Nom et prénom',
    'Le salarié',
    'La salariée',
    "L'apprenti",
    'Salarié',
    'Intérimaire',
  ],
  apart: true,
  quality: /(?:ci-apr[èe]s|d[ée]nomm[ée]|d[ée]sign[ée]).{0,40}(?:salari[ée]|employ[ée]|apprenti|collaborat)/iu,
}

/** The employee: the second party ("ET Madame Clémence PÉRÈS, née le ..."), else as the words around the name say. */
function readEmployee(text: PieceText): ChampsPersonne {
  for (const line of text.lines) {
    const party =
      /^(?:et|ET|Et)(?:\s+(?::\s+)?|:\s+)(?=(?:M\.|Mr|Mme|MME|Mlle|Madame|Monsieur|MADAME|MONSIEUR)\s)/u.exec(line.text)
    const [name] = party ? personNames('prenoms-nom')(line.text.slice(party[0].length)) : []
    const span = party && name && toSpan(line.page, wordsAt(line, party[0].length, party[0].length + name.end))
    if (span && name && name.value.prenoms !== null) return personFields(span, name.value)
  }
  return readHolder(text, EMPLOYEE)
}

function readFields(text: PieceText): Champs {
  const type = readType(text)
  const endless = type?.valeur === 'cdi'
  const period = endless ? null : readPeriod(text)
  const dated = { maxGap: 0.5, unless: /\b(?:ESSAI|AVENANT|CONVENTION|ACCORD|NAISSANCE)\b/ }
  return champs({
    ...readEmployee(text),
    ...readEmployer(text, [
      'Raison sociale',
      "Dénomination de l'employeur",
      "Nom de l'employeur",
      'Nom et prénom ou dénomination',
      'La société',
      "L'entreprise",
      'La SARL',
      'La SAS',
      'Entreprise de travail temporaire',
      'Employeur',
    ]),
    typeContrat: type,
    dateDebut: readBoxedDate(text, DEBUT) ?? readField(text, DEBUT, allDates, dated) ?? period?.debut,
    dateFin: endless ? null : (readBoxedDate(text, FIN) ?? readField(text, FIN, allDates, dated) ?? period?.fin),
    dateDocument: readDocumentDate(text, ['Date de signature']),
    avenant: text.find('Avenant au contrat de travail') ? computed(true, 0.8) : null,
  })
}

export const contratDeTravail: DocumentKind = {
  type: 'contrat-de-travail',
  cues,
  readFields,
  validity: () => SANS_OBJET,
  checks: [
    'siret-cle',
    'siret-registre',
    '2d-doc-signature',
    '2d-doc-coherence',
    'filigrane',
    'fichier-retouche',
    'demande-coherence',
    'doublon',
  ],
}

import { champTexte, type Champs } from '../../domain/champs.ts'
import { academicYear } from '../../formats/periods.ts'
import { fold } from '../../formats/text.ts'
import { head, mention } from '../cues.ts'
import { readEditionDate } from '../edition-date.ts'
import { champs } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { birthDates, dates, words } from '../parsers.ts'
import { namesAboveBirth, namesApart, type ChampsPersonne } from '../people.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readAnywhere, readField, type Parser } from '../read-value.ts'
import { finAnneeUniversitaire, finAnneeUniversitaireDuJour } from '../validity/annees.ts'
import { finLe, finLue, lue, nonDeterminee } from '../validity/validity.ts'
import { frenchDate } from '../../formats/dates.ts'
import { readHolder } from './holder.ts'

/** Student card, European student card, certificate of enrolment (accepted in practice for the same situation). */
const cues: readonly Cue[] = [
  head("Carte d'étudiant", 9),
  head('Carte étudiante', 8),
  head('Carte étudiante européenne', 9),
  head('European student card', 8),
  head('Student card', 6),
  head('Certificat de scolarité', 8),
  head("Certificat d'inscription", 7),
  head("Attestation d'inscription", 5),
  head('Attestation de scolarité', 7),
  mention('Année universitaire', 4),
  mention('INE', 3),
  mention('N° étudiant', 4),
  mention('Numéro étudiant', 4),
  mention('CROUS', 2),
  mention('Université', 2),
  mention('Izly', 2),
  mention('régulièrement inscrit', 3),
  mention('est inscrit', 2),
  { words: 'Bourse sur critères sociaux', weight: -7 },
  { words: 'Notification de bourse', weight: -9 },
  { words: 'Contribution de vie étudiante', weight: -9 },
  { words: 'CVEC', weight: -5, where: 'head' },
  { words: 'Relevé de notes', weight: -8, where: 'head' },
  { words: 'Diplôme', weight: -5, where: 'head' },
  { words: 'Titre de séjour', weight: -6, where: 'head' },
  { words: "demandeur d'emploi", weight: -5 },
]

/** Identifiant national étudiant: ten figures and a sign, or nine figures and two letters. */
const ines: Parser<string> = matching(/(?<![\p{L}\p{N}])(\d{9}\s?[A-Z]{2}|\d{10}\s?[A-Z0-9])(?![\p{L}\p{N}])/u, raw =>
  raw.replace(/\s/g, ''),
)

/** An INE whose label was not read: no other number of a student card ends with two letters. */
const lettersAtTheEnd: Parser<string> = matching(/(?<![\p{L}\p{N}])(\d{9}[A-Z]{2})(?![\p{L}\p{N}])/u, raw => raw)

const academic: Parser<string> = text => {
  const year = academicYear(text)
  return year === null ? [] : [{ value: `${year.debut}-${year.fin}`, start: 0, end: text.length }]
}

const SCHOOL =
  /\b(?:UNIVERSITE|ECOLE|INSTITUT|INSA|IUT|IAE|LYCEE|FACULTE|CAMPUS|CENTRE DE FORMATION|CFA|CONSERVATOIRE|SCIENCES PO|POLYTECH|CNAM|IFSI|BUSINESS SCHOOL|ACADEMIE)\b/
const schools: Parser<string> = text => {
  const [found] = words(text)
  return found &&
    SCHOOL.test(fold(found.value)) &&
    !/^(?:ANNEE|CERTIFICAT|CARTE|BOURSE)/.test(fold(found.value)) &&
    found.value.length < 90
    ? [found]
    : []
}

/** The student: under labels, above the birth date of a card (surname, then given names), or in the sentence. */
function readStudent(text: PieceText): ChampsPersonne {
  const apart = namesApart(text)
  if (apart.nom && apart.prenoms) return apart
  return (
    namesAboveBirth(text) ??
    readHolder(text, { labels: ['certifie que', 'atteste que', 'Nom et prénom', 'Nom prénom'] })
  )
}

function readFields(text: PieceText): Champs {
  return champs({
    ...readStudent(text),
    dateNaissance: readField(text, ['Date de naissance', 'Né(e) le', 'Née le', 'Né le', 'Date of birth'], birthDates, {
      rows: 2,
      maxGap: 0.4,
    }),
    anneeUniversitaire:
      readField(
        text,
        ['Année universitaire', 'Année académique', 'Année scolaire', 'Academic year', 'Année'],
        academic,
        { rows: 2 },
      ) ?? readAnywhere(text, academic, 0.9),
    etablissement:
      readAnywhere(text, schools, 0.9) ??
      readField(text, ['Etablissement', "Etablissement d'inscription"], words, {
        rows: 1,
        maxGap: 0.4,
        opensCell: true,
      }),
    ine:
      readField(
        text,
        ['INE', 'N° INE', 'Identifiant national étudiant', 'Numéro INE', 'Code INE', 'BEA', 'Identifiant national'],
        ines,
        { rows: 1, maxGap: 0.4 },
      ) ?? readAnywhere(text, lettersAtTheEnd, 0.9),
    dateExpiration: readField(
      text,
      [
        "Valable jusqu'au",
        "Date d'expiration",
        'Expire le',
        'Valid until',
        "Valide jusqu'au",
        'Fin de validité',
        'Validité',
        'Date of expiry',
      ],
      dates,
      { rows: 2 },
    ),
    dateDocument: readEditionDate(text, [
      'Délivré le',
      'Délivrée le',
      'Date de délivrance',
      'Edité le',
      "Date d'édition",
    ]),
  })
}

export const carteEtudiant: DocumentKind = {
  type: 'carte-etudiant',
  cues,
  readFields,
  validity({ champs: read, jourDepot, profil }) {
    const annee = lue(read, 'anneeUniversitaire')
    if (annee) return finAnneeUniversitaire('etudiant-annee-universitaire', annee, profil)
    const printed = finLue(read, 'dateExpiration', jourDepot)
    if (printed)
      return finLe(
        printed.valeur,
        'etudiant-date-imprimee',
        printed.confiance,
        `Date de fin de validité imprimée : ${frenchDate(printed.valeur)}.`,
      )
    const jour = lue(read, 'dateDocument')
    return jour
      ? finAnneeUniversitaireDuJour(jour, profil)
      : nonDeterminee(
          "L'année universitaire ne se lit pas. Déposez la carte ou le certificat de scolarité de l'année en cours.",
        )
  },
  checks: ['2d-doc-signature', '2d-doc-coherence', 'filigrane', 'demande-coherence', 'doublon'],
  remarks: ({ champs: read }) =>
    champTexte(read, 'nom') === null
      ? ["Le nom de l'étudiant ne se lit pas : déposez la face de la carte qui porte son nom."]
      : [],
}

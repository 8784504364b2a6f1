import type { Champs } from '../../domain/champs.ts'
import { foldWords } from '../../formats/text.ts'
import { head, mention } from '../cues.ts'
import { readEditionDate } from '../edition-date.ts'
import { completedWith, champs, computed, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { birthDates, dates, periods } from '../parsers.ts'
import { namesAboveBirth, namesApart, type ChampsPersonne } from '../people.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readField, readNear, type Parser } from '../read-value.ts'
import { finCarteInvalidite } from '../validity/invalidite.ts'
import { finLue } from '../validity/validity.ts'
import { twoDDocFields } from '../two-d-doc-fields.ts'
import { readHolder } from './holder.ts'

/**
 * Carte mobilité inclusion (CMI, since 2017) with the mention invalidité, priorité or stationnement, and the orange
 * carte d'invalidité before it (loi n° 2016-1321 of 7 October 2016, art. 107).
 */
const cues: readonly Cue[] = [
  head('Carte mobilité inclusion', 10),
  head("Carte d'invalidité", 9),
  head('Carte de priorité pour personne handicapée', 9),
  head('Carte européenne de stationnement', 6),
  head('CMI', 3),
  mention('Carte mobilité inclusion', 5),
  mention("Besoin d'accompagnement", 4),
  mention('Besoin d’accompagnement cécité', 3),
  mention('MDPH', 3),
  mention('Maison départementale des personnes handicapées', 3),
  mention('Station debout pénible', 4),
  mention('Invalidité', 2),
  mention('Priorité', 2),
  mention('A titre définitif', 2),
  mention("dont le taux d'incapacité permanente est au moins de 80 %", 4),
  { words: 'Notification de décision', weight: -6, where: 'head' },
  { words: 'Décision de la CDAPH', weight: -6, where: 'head' },
  { words: "Commission des droits et de l'autonomie", weight: -5, where: 'head' },
  { words: 'Permis de conduire', weight: -7, where: 'head' },
  { words: "Carte nationale d'identité", weight: -8, where: 'head' },
]

const MENTIONS = [
  ['invalidite', ['CMI invalidité', 'Invalidité']],
  ['priorite', ['CMI priorité', 'Priorité', 'Station debout pénible']],
  ['stationnement', ['CMI stationnement', 'Stationnement']],
] as const

const isCmi = (text: PieceText): boolean => text.hasAny('Carte mobilité inclusion', 'CMI')
/** "A titre définitif" in words of its own, or "DEFINITIF" alone: texts of law speak of a permanent incapacity too. */
const isForGood = (text: PieceText): boolean =>
  text.hasAny(
    'A titre définitif',
    'A titre permanent',
    'Validité permanente',
    'Durée permanente',
    'Sans limitation de durée',
  ) ||
  text.lines.some(l =>
    l.cells.some(c =>
      /^(?:VALABLE |VALIDITE |DUREE )?(?:DEFINITI(?:F|VE)|PERMANENTE?|ILLIMITEE?)$/.test(foldWords(c.text)),
    ),
  )

const cardNumbers: Parser<string> = matching(
  /(?<![\p{L}\p{N}])(\d{6,14}|\d{2,3}-\d{4,8}|[A-Z]{1,3}\d{6,12}[A-Z]{0,3})(?![\p{L}\p{N}])/u,
  raw => raw,
)

function readCardHolder(text: PieceText): ChampsPersonne {
  const apart = namesApart(text)
  if (apart.nom && apart.prenoms) return apart
  return (
    namesAboveBirth(text) ?? readHolder(text, { labels: ['Titulaire', 'Bénéficiaire', 'Nom et prénom', 'Nom prénom'] })
  )
}

const EXPIRATION = [
  "Valable jusqu'au",
  "Valide jusqu'au",
  "Date d'expiration",
  'Date de fin de validité',
  'Fin de validité',
  'Expire le',
  "Jusqu'au",
  'Validité',
]

function readFields(text: PieceText): Champs {
  // "du 01/05/2024 au 30/04/2029": a single date is no period, it is left to the labels of an end.
  const period = readNear(text, ['Valable du', 'Valide du', 'Validité du', 'Validité'], periods, { rows: 1 })
  const mention_ = MENTIONS.find(([, words]) => text.hasAny(...words))
  const printed = champs({
    ...readCardHolder(text),
    numeroDocument: readField(
      text,
      ['N° de carte', 'Numéro de carte', 'N° de la carte', 'Carte n°', 'N°'],
      cardNumbers,
      { rows: 2, opensCell: true },
    ),
    dateNaissance: readField(text, ['Date de naissance', 'Né(e) le', 'Née le', 'Né le'], birthDates, {
      rows: 2,
      maxGap: 0.4,
    }),
    dateExpiration: period
      ? field(period.span, period.value.fin)
      : readField(text, EXPIRATION, dates, { rows: 2, stop: /\b(?:NEE?|NAISSANCE|DELIVR\w*)\b/ }),
    dateDelivrance: readField(
      text,
      ['Délivrée le', 'Date de délivrance', "Date d'attribution", 'Attribuée le', 'Délivré le'],
      dates,
      { rows: 2, maxGap: 0.4 },
    ),
    dateDocument: readEditionDate(text),
    mentionCarte: mention_ ? computed(mention_[0], 0.85) : null,
    dureeValidite: isForGood(text) ? computed('permanente', 0.85) : null,
  })
  return completedWith(printed, twoDDocFields(text, ['A2']))
}

export const carteInvalidite: DocumentKind = {
  type: 'carte-invalidite',
  cues,
  readFields,
  validity({ champs: read, text, jourDepot, profil }) {
    const expiration = finLue(read, 'dateExpiration', jourDepot)
    return finCarteInvalidite(
      isCmi(text) ? 'cmi' : 'ancienne',
      expiration,
      expiration === null && isForGood(text),
      profil,
    )
  },
  checks: ['2d-doc-signature', '2d-doc-coherence', 'filigrane', 'demande-coherence', 'doublon'],
  remarks({ champs: read }) {
    return read['mentionCarte']?.valeur === 'stationnement'
      ? [
          'Carte de stationnement : elle concerne le véhicule. Demandez la carte mobilité inclusion « invalidité » ou « priorité ».',
        ]
      : []
  },
}

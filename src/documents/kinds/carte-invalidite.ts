import type { Champs } from '../../domain/champs.ts'
import { head, mention } from '../cues.ts'
import { readDocumentDate } from '../document-date.ts'
import { completedWith, champs, computed, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { birthDates, dates, periods } from '../parsers.ts'
import type { PieceText } from '../piece-text.ts'
import { readField, readNear } from '../read-value.ts'
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
  { words: "Pension d'invalidité", weight: -8 },
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
const isForGood = (text: PieceText): boolean =>
  text.hasAny(
    'A titre définitif',
    'A titre permanent',
    'Validité permanente',
    'Durée permanente',
    'Sans limitation de durée',
    'Définitive',
    'Définitif',
    'Permanent',
    'Permanente',
  )

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
    ...readHolder(text, { labels: ['Nom et prénom', 'Nom prénom', 'Titulaire', 'Bénéficiaire'], apart: true }),
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
    dateDocument: readDocumentDate(text),
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

import type { Champ, Champs } from '../../domain/champs.ts'
import { fieldText } from '../../formats/two-d-doc/two-d-doc-reading.ts'
import { completedWith, champs as fieldsOf, computed, field } from '../fields.ts'
import { readDocumentDate } from '../document-date.ts'
import { readIdentity } from '../identity-fields.ts'
import { IDENTITY_CHECKS } from '../identity-checks.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { mrzFields, mrzOf, type MrzOnPiece } from '../mrz-fields.ts'
import { digitRuns, periods } from '../parsers.ts'
import type { PieceText } from '../piece-text.ts'
import { readField, readNear } from '../read-value.ts'
import { surest } from '../surest.ts'
import { twoDDocFields, twoDDocOn } from '../two-d-doc-fields.ts'
import { finRecepisse, type NatureSejour } from '../validity/sejour.ts'

/**
 * Paper récépissé of a prefecture, and the attestations of the online service (ANEF): prolongation d'instruction,
 * décision favorable. A confirmation of filing has the same type and no validity: it proves no right to stay.
 */
const cues: readonly Cue[] = [
  { words: 'Récépissé de demande de carte de séjour', weight: 10, where: 'head' },
  { words: 'Récépissé de demande de titre de séjour', weight: 10, where: 'head' },
  { words: 'Récépissé de demande', weight: 6, where: 'head' },
  { words: 'Récépissé', weight: 4, where: 'head' },
  { words: "Récépissé constatant la reconnaissance d'une protection internationale", weight: 10, where: 'head' },
  { words: "Attestation de prolongation d'instruction", weight: 10, where: 'head' },
  { words: "Prolongation d'instruction", weight: 6 },
  { words: 'Attestation de décision favorable', weight: 10, where: 'head' },
  { words: 'Autorisation provisoire de séjour', weight: 10, where: 'head' },
  { words: 'Attestation de dépôt', weight: 5, where: 'head' },
  { words: 'Confirmation du dépôt', weight: 5, where: 'head' },
  { words: 'demande de renouvellement de titre de séjour', weight: 4 },
  { words: 'demande de titre de séjour', weight: 4 },
  { words: 'N° étranger', weight: 3 },
  { words: 'Numéro étranger', weight: 3 },
  { words: 'Administration numérique pour les étrangers en France', weight: 5 },
  { words: "Ministère de l'intérieur", weight: 1, where: 'head' },
  { words: 'Préfecture', weight: 1, where: 'head' },
  { words: 'CESEDA', weight: 2 },
  { words: "Code de l'entrée et du séjour des étrangers et du droit d'asile", weight: 3 },
  { words: 'Reconnu réfugié', weight: 4 },
  { words: "Attestation de demande d'asile", weight: -8, where: 'head' },
  { words: 'Dépôt de plainte', weight: -10, where: 'head' },
  { words: 'Déclaration de perte', weight: -10, where: 'head' },
  { words: 'Demande de logement', weight: -8, where: 'head' },
  { words: 'Récépissé de déclaration', weight: -6, where: 'head' },
  { words: 'Residence permit', weight: -8, where: 'head' },
]

const mrzOn = (text: PieceText, jourDepot: string): MrzOnPiece | null => mrzOf(text, jourDepot, ['TD2', 'TD1'])

/** Attestations of the online service bear a 2D-Doc of type 13, no MRZ. */
const machineFields = (text: PieceText, mrz: MrzOnPiece | null): Champs =>
  completedWith(twoDDocFields(text, ['13']), mrz ? mrzFields(mrz) : {})

/** Kind of attestation in the 2D-Doc (identifier 6J). */
const NATURES_2D_DOC: Readonly<Record<string, NatureSejour>> = {
  '1': 'depot',
  '2': 'prolongation-instruction',
  '3': 'decision-favorable',
}

function nature(text: PieceText): NatureSejour {
  const code = twoDDocOn(text, ['13'])
  const signed = code && NATURES_2D_DOC[fieldText(code.reading, '6J') ?? '']
  if (signed) return signed
  if (text.has("Attestation de prolongation d'instruction") || text.has("Prolongation d'instruction d'une demande"))
    return 'prolongation-instruction'
  if (text.has('Attestation de décision favorable')) return 'decision-favorable'
  if (text.hasAny('Récépissé de demande', 'Récépissé constatant', 'Autorisation provisoire de séjour'))
    return 'recepisse'
  if (
    text.hasAny('Attestation de dépôt', 'Confirmation de dépôt', 'Confirmation du dépôt', 'Attestation de pré-demande')
  )
    return 'depot'
  return 'recepisse'
}

/** What was asked decides whether the paper is on the list: a renewal is, a first request only for protected people. */
function demande(text: PieceText): 'protection' | 'renouvellement' | 'premiere-demande' | null {
  if (
    text.hasAny(
      'Reconnu réfugié',
      'Protection subsidiaire',
      'Protection internationale',
      'Protection temporaire',
      'Apatride',
    )
  )
    return 'protection'
  if (text.has('Renouvellement')) return 'renouvellement'
  return text.hasAny('Première demande', 'Première délivrance', 'Premier titre') ? 'premiere-demande' : null
}

function validFromTo(text: PieceText): { from: Champ; to: Champ } | null {
  const found = readNear(
    text,
    ['Valable du', 'Valide du', 'Validité du', 'Validité', 'Période de validité', 'Valable'],
    periods,
    { rows: 2 },
  )
  return found && { from: field(found.span, found.value.debut), to: field(found.span, found.value.fin) }
}

const TEN_FIGURES = digitRuns(10)
const FOREIGNER = ['N° étranger', 'Numéro étranger', 'Numéro AGDREF', 'N° AGDREF', 'N° national', "Numéro d'étranger"]

/** The ten figures of the foreigner's file; a paper récépissé prints them after a bare "N°" at its top. */
const readForeigner = (text: PieceText): Champ | null =>
  readField(text, FOREIGNER, TEN_FIGURES, { rows: 2 }) ??
  readField(text, ['N°'], TEN_FIGURES, { where: ['right'], opensCell: true, adjacent: true, nextCellOnly: true })

function readFields(text: PieceText, jourDepot: string): Champs {
  const mrz = mrzOn(text, jourDepot)
  const foreigner = readForeigner(text)
  const request = readField(
    text,
    ['N° de demande', 'Numéro de demande', 'Numéro de la demande', 'N° du récépissé', 'Récépissé n°'],
    digitRuns(19),
    {
      rows: 2,
    },
  )
  const identity = readIdentity(text, request ?? (nature(text) === 'recepisse' ? foreigner : null))
  const period = validFromTo(text)
  const asked = demande(text)
  const printed = {
    ...identity,
    ...fieldsOf({
      dateDelivrance: identity['dateDelivrance'] ?? period?.from,
      dateDebutValidite: period?.from,
      dateExpiration: period?.to ?? identity['dateExpiration'],
      dateDocument: readDocumentDate(text, ['Délivré le', 'Délivrée le', 'Date de délivrance']),
      numeroEtranger: foreigner,
      natureDocument: computed(nature(text), 0.9),
      natureDemande: asked && computed(asked, 0.8),
    }),
  }
  return completedWith(printed, machineFields(text, mrz))
}

export const recepisseTitreDeSejour: DocumentKind = {
  type: 'recepisse-titre-de-sejour',
  cues,
  readFields,
  validity({ champs, text, jourDepot, profil }) {
    const mrz = mrzOn(text, jourDepot)
    const date = surest(champs, machineFields(text, mrz), jourDepot)
    return finRecepisse(
      nature(text),
      date.fin('dateExpiration'),
      date.lue('dateDelivrance') ?? date.lue('dateDocument'),
      profil,
    )
  },
  checks: IDENTITY_CHECKS,
  remarks({ text }) {
    const kind = nature(text)
    if (kind === 'depot')
      return [
        "Une confirmation ou une attestation de dépôt ne justifie pas du droit au séjour. Demandez l'attestation de prolongation d'instruction ou le récépissé.",
      ]
    return kind === 'recepisse' && demande(text) === 'premiere-demande'
      ? [
          'Récépissé de première demande : il ne figure sur la liste que pour les personnes protégées (réfugié, protection subsidiaire). Demandez le titre de séjour.',
        ]
      : []
  },
}

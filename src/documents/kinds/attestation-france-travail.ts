import type { Champ, Champs } from '../../domain/champs.ts'
import { findAmounts } from '../../formats/amounts.ts'
import { head, mention } from '../cues.ts'
import { readEditionDate } from '../edition-date.ts'
import { champs, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { amounts, dates } from '../parsers.ts'
import { toSpan, wordsAt, type PieceText, type TextLine } from '../piece-text.ts'
import { matching, readAnywhere, readField, type Parser } from '../read-value.ts'
import { readRecipient } from '../recipient.ts'
import { recentMonth } from '../recent-month.ts'
import { finDesMois, moisDepuis } from '../validity/durees.ts'
import { lue, nonDeterminee } from '../validity/validity.ts'
import { readHolder } from './holder.ts'

/** France Travail (Pôle emploi until the end of 2023): payment, situation, rights. */
const cues: readonly Cue[] = [
  head('France Travail', 6),
  head('Pôle emploi', 6),
  head('Attestation de paiement', 3),
  head('Relevé de situation', 6),
  head('Avis de situation', 6),
  head('Attestation de périodes indemnisées', 6),
  head('Notification de droits', 6),
  head("Notification d'ouverture de droits", 6),
  head("Notification d'admission", 5),
  head("Attestation d'inscription", 5),
  head('Avis de paiement', 4),
  mention("Allocation d'aide au retour à l'emploi", 6),
  mention('Allocation de solidarité spécifique', 6),
  mention("demandeur d'emploi", 3),
  mention("demandeurs d'emploi", 2),
  mention('Allocation journalière', 3),
  mention('Montant journalier', 2),
  mention('Actualisation', 1),
  mention('Durée maximale d’indemnisation', 3),
  mention('Salaire journalier de référence', 3),
  mention('Jours indemnisés', 3),
  mention('francetravail.fr', 3),
  mention('pole-emploi.fr', 3),
  mention('Identifiant', 1),
  { words: 'Attestation employeur destinée à France Travail', weight: -9 },
  { words: 'Attestation employeur destinée à Pôle emploi', weight: -9 },
  { words: "Attestation d'employeur", weight: -6, where: 'head' },
  { words: 'Attestation employeur', weight: -8, where: 'head' },
  { words: 'Bulletin de paie', weight: -8, where: 'head' },
  { words: 'Contrat de travail', weight: -5, where: 'head' },
  { words: 'Certificat de travail', weight: -7, where: 'head' },
  { words: "Caisse d'allocations familiales", weight: -4, where: 'head' },
  { words: "Avis d'impôt", weight: -7, where: 'head' },
]

/** Seven figures and a letter, or eleven figures since 2022. */
const identifiants: Parser<string> = matching(/(?<![\p{L}\p{N}])(\d{7}\s?[A-Z]|\d{11})(?![\p{L}\p{N}]|[ .]\d)/u, raw =>
  raw.replace(/\s/g, ''),
)

const HOLDER = ['certifie que', 'atteste que', 'attestons que', 'Bénéficiaire', 'Allocataire', 'Nom et prénom']

const MONTANT = [
  'Montant net versé',
  'Net versé',
  'Montant versé',
  'Montant net payé',
  'Net à payer',
  'Montant net',
  'Total net',
  'Montant total',
  'Montant mensuel net',
  'Montant mensuel',
  'Somme versée',
  'Montant payé',
  'Total versé',
  'Montant de l’allocation',
  'Total',
]
const JOURNALIER = [
  'Montant journalier net',
  'Montant journalier brut',
  'Montant journalier',
  'Allocation journalière',
  'Taux journalier',
]
/** Daily and reference amounts carry the same words. */
const MONTHLY = { maxGap: 0.7, unless: /\bJOURNALIERE?\b|\bREFERENCE\b|\| (?:JOURNALIER|BRUT|IMPOSABLE)/ }

function readFields(text: PieceText, jourDepot: string): Champs {
  const dateDocument = readEditionDate(text, ['Date du courrier', 'Date de notification'])
  const edition =
    typeof dateDocument?.valeur === 'string' && dateDocument.valeur < jourDepot ? dateDocument.valeur : jourDepot
  const month = isNotification(text) ? null : recentMonth(text, edition)
  return champs({
    ...(readRecipient(text) ?? readHolder(text, { labels: HOLDER })),
    dateDocument,
    identifiant:
      readField(
        text,
        [
          'Identifiant France Travail',
          'Identifiant Pôle emploi',
          'N° identifiant',
          'Numéro identifiant',
          'Votre identifiant',
          "N° d'identifiant",
          'Identifiant',
          'Numéro d’inscription',
        ],
        identifiants,
        { rows: 1, maxGap: 0.3 },
      ) ??
      readAnywhere(
        text,
        matching(/(?<![\p{L}\p{N}])(\d{7}[A-Z])(?![\p{L}\p{N}])/u, raw => raw),
        0.7,
      ),
    mois: month?.champ,
    montant: (month && lastAmountOn(month.line)) ?? readField(text, MONTANT, amounts, MONTHLY),
    montantJournalier: readField(text, JOURNALIER, amounts, { maxGap: 0.5, unless: /\bREFERENCE\b/ }),
    dateFinDroits: readField(
      text,
      ['Fin de droits prévisible', 'Fin de droits', 'Date de fin de droits', "Fin d'indemnisation", "Jusqu'au"],
      dates,
    ),
  })
}

/** On a list of months, the amount of a month ends its row. */
function lastAmountOn(line: TextLine): Champ | null {
  const last = findAmounts(line.text)
    .filter(a => a.decimales === 2)
    .at(-1)
  const span = last && toSpan(line.page, wordsAt(line, last.start, last.end))
  return span ? field(span, last.valeur) : null
}

const isNotification = (text: PieceText): boolean =>
  text.hasAny(
    'Notification de droits',
    "Notification d'ouverture de droits",
    "Notification d'admission",
    'Notification de rechargement',
    'Notification de reprise',
  )

export const attestationFranceTravail: DocumentKind = {
  type: 'attestation-france-travail',
  cues,
  readFields,
  validity({ champs: read, profil }) {
    const mois = lue(read, 'mois')
    if (mois) return finDesMois('france-travail', mois, profil)
    const jour = lue(read, 'dateDocument')
    return jour
      ? moisDepuis('france-travail', jour, profil, lue(read, 'dateFinDroits'))
      : nonDeterminee("Ni le mois ni la date de l'attestation ne se lisent. Déposez une attestation récente et nette.")
  },
  checks: ['filigrane', 'fichier-retouche', 'demande-coherence', 'doublon'],
}

import type { Champ, Champs } from '../../domain/champs.ts'
import { findAmounts } from '../../formats/amounts.ts'
import { fold } from '../../formats/text.ts'
import { head, mention } from '../cues.ts'
import { readEditionDate } from '../edition-date.ts'
import { champs, computed, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { amounts } from '../parsers.ts'
import { toSpan, wordsAt, type PieceText, type TextLine } from '../piece-text.ts'
import { readField } from '../read-value.ts'
import { readRecipient } from '../recipient.ts'
import { recentMonth } from '../recent-month.ts'
import { finPensionAnnuelle } from '../validity/annees.ts'
import { finDesMois, moisDepuis } from '../validity/durees.ts'
import { lue, nonDeterminee } from '../validity/validity.ts'
import { readHolder } from './holder.ts'

/** Retirement and invalidity pensions: CNAV and CARSAT, AGIRC-ARRCO, State (SRE), CNRACL, IRCANTEC, MSA, CPAM. */
const cues: readonly Cue[] = [
  head('Assurance retraite', 6),
  head('CARSAT', 5),
  head('CNAV', 5),
  head("Caisse nationale d'assurance vieillesse", 6),
  head("Caisse d'assurance retraite et de la santé au travail", 6),
  head('AGIRC-ARRCO', 6),
  head('Retraite complémentaire', 4),
  head("Service des retraites de l'Etat", 7),
  head('CNRACL', 5),
  head('IRCANTEC', 5),
  head('Notification de retraite', 7),
  head('Titre de pension', 7),
  head('Bulletin de pension', 8),
  head('Attestation de paiement', 3),
  head('Attestation fiscale', 3),
  head('Notification de pension', 7),
  head("Pension d'invalidité", 7),
  head('Attestation de pension', 7),
  head("Titre de pension d'invalidité", 7),
  head('Allocation de solidarité aux personnes âgées', 5),
  head('Attestation de retraite', 7),
  mention("Pension d'invalidité", 4),
  mention('Retraite personnelle', 4),
  mention('Pension de réversion', 4),
  mention('Retraite de réversion', 4),
  mention('Majoration pour enfants', 2),
  mention('Allocation supplémentaire d’invalidité', 4),
  mention('Catégorie 2', 2),
  mention('Votre retraite', 2),
  mention('Pension civile', 3),
  mention('CASA', 1),
  mention('Montant net', 1),
  { words: 'Relevé de carrière', weight: -9, where: 'head' },
  { words: 'Relevé de situation individuelle', weight: -9, where: 'head' },
  { words: 'Estimation', weight: -4, where: 'head' },
  { words: 'Indemnités journalières', weight: -5, where: 'head' },
  { words: 'Bulletin de paie', weight: -7, where: 'head' },
  { words: 'Bulletin de paye', weight: -7, where: 'head' },
  { words: 'Bulletin de salaire', weight: -7, where: 'head' },
  { words: "Avis d'impôt", weight: -7, where: 'head' },
  { words: "Carte d'invalidité", weight: -7, where: 'head' },
  { words: 'Carte mobilité inclusion', weight: -9 },
  { words: 'Pension alimentaire', weight: -6, where: 'head' },
  { words: "Caisse d'allocations familiales", weight: -5, where: 'head' },
  { words: 'Attestation de droits', weight: -6, where: 'head' },
]

const HOLDER = ['certifie que', 'atteste que', 'attestons que', 'Bénéficiaire', 'Assuré', 'Pensionné', 'Nom et prénom']
const BRUT = [
  'Montant mensuel brut',
  'Montant brut mensuel',
  'Montant brut',
  'Pension brute',
  'Total brut',
  'Retraite brute',
  'Brut mensuel',
  'Montant total brut',
  'Brut',
]
const NET = [
  'Montant net versé',
  'Montant mensuel net',
  'Montant net mensuel',
  'Net à payer',
  'Net payé',
  'Net versé',
  'Montant net à payer',
  'Montant net',
  'Total net',
  'Montant versé',
  'Montant payé',
  'Net mensuel',
  'Net',
]
const ASIDE = {
  maxGap: 0.7,
  unless: /\bAVANT |\| (?:AVANT|IMPOSABLE|SOCIAL|FISCAL)|\bMONTANT NET (?:SOCIAL|IMPOSABLE)/,
}

type Periodicite = 'mensuelle' | 'annuelle' | 'notification'

function periodicite(text: PieceText): Periodicite {
  const titles = [
    'Notification de retraite',
    'Notification de pension',
    "Notification d'attribution",
    'Titre de pension',
    "Notification d'attribution d'une pension",
    'Attribution de votre retraite',
    'Brevet de pension',
  ]
  if (titles.some(t => titleHas(text, t))) return 'notification'
  if (
    titleHas(text, 'Attestation fiscale') ||
    text.hasAny('Montant déclaré à l’administration fiscale', 'Montant annuel imposable', 'Déclaration fiscale')
  )
    return 'annuelle'
  return 'mensuelle'
}

/** The words stand in the upper half of the first page. */
function titleHas(text: PieceText, title: string): boolean {
  const [first] = text.pages
  return text.findAll(title).some(h => h.line.page === first?.page && h.zone[1] < 0.5)
}

const YEAR =
  /(?:ANNEE|AU TITRE DE|PERCUE?S? EN|VERSEE?S? EN|FISCALE|REVENUS|POUR)(?: DE)?(?: L'ANNEE)? (20[0-4]\d)(?!\d)/

function readYear(text: PieceText): Champ | null {
  for (const line of text.lines) {
    const match = YEAR.exec(fold(line.text))
    const span =
      match && toSpan(line.page, wordsAt(line, match.index + match[0].length - 4, match.index + match[0].length))
    if (span) return field(span, Number(match[1]))
  }
  return null
}

/** A row of a payment list: the month, then gross first and net last. */
function rowAmounts(line: TextLine): { montantBrut: Champ; montantNet: Champ } | null {
  const found = findAmounts(line.text).filter(a => a.decimales === 2)
  const [brut, net] = [found[0], found.at(-1)]
  const spans = [brut, net].map(a => a && toSpan(line.page, wordsAt(line, a.start, a.end)))
  if (!brut || !net || brut === net || !spans[0] || !spans[1] || net.valeur > brut.valeur) return null
  return { montantBrut: field(spans[0], brut.valeur), montantNet: field(spans[1], net.valeur) }
}

function readFields(text: PieceText, jourDepot: string): Champs {
  const dateDocument = readEditionDate(text, ['Date de la notification', 'Notifié le', 'Date du document'])
  const edition =
    typeof dateDocument?.valeur === 'string' && dateDocument.valeur < jourDepot ? dateDocument.valeur : jourDepot
  const kind = periodicite(text)
  const month = kind === 'mensuelle' ? recentMonth(text, edition) : null
  const row = month && rowAmounts(month.line)
  return champs({
    ...(readRecipient(text) ?? readHolder(text, { labels: HOLDER })),
    dateDocument,
    mois: month?.champ,
    annee: kind === 'annuelle' ? readYear(text) : null,
    montantBrut: row?.montantBrut ?? readField(text, BRUT, amounts, ASIDE),
    montantNet: row?.montantNet ?? readField(text, NET, amounts, ASIDE),
    natureDocument: computed(kind === 'notification' ? 'notification' : `attestation-${kind}`, 0.8),
  })
}

export const attestationPension: DocumentKind = {
  type: 'attestation-pension',
  cues,
  readFields,
  validity({ champs: read, text, profil }) {
    const mois = lue(read, 'mois')
    if (mois) return finDesMois('pension', mois, profil)
    const annee = read['annee']
    if (typeof annee?.valeur === 'number')
      return finPensionAnnuelle({ valeur: String(annee.valeur), confiance: annee.confiance })
    const jour = lue(read, 'dateDocument')
    if (!jour)
      return nonDeterminee(
        "Ni le mois, ni l'année, ni la date de l'attestation ne se lisent. Déposez un document récent et net.",
      )
    return moisDepuis(periodicite(text) === 'notification' ? 'pension-notification' : 'pension', jour, profil)
  },
  checks: ['filigrane', 'fichier-retouche', 'demande-coherence', 'doublon'],
}

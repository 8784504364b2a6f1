import type { Champ, Champs } from '../../domain/champs.ts'
import { champTexte } from '../../domain/champs.ts'
import { parsePeriod, type Period } from '../../formats/periods.ts'
import { CueReader } from '../cue-score.ts'
import { head, mention, not } from '../cues.ts'
import { readDocumentDate } from '../document-date.ts'
import { champs, computed, field } from '../fields.ts'
import type { DocumentKind, Validity, ValidityContext } from '../kind.ts'
import { toSpan, type Cell, type PieceText, type Span, type TextLine } from '../piece-text.ts'
import { finDesMois, moisDepuis } from '../validity/durees.ts'
import { lue, nonDeterminee } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readLandlord } from './landlord.ts'
import { readRowAmount, readSum } from './row-amount.ts'

/** Rent receipt, and what looks like one: rent call, partial receipt, landlord's attestation (loi 89-462, art. 21). */
export const quittanceDeLoyer: DocumentKind = {
  type: 'quittance-de-loyer',
  cues: [
    head('quittance de loyer', 8),
    head('quittance', 5),
    head('quittance de loyers et charges', 3),
    head("avis d'échéance", 5),
    head("avis d'échéance de loyer", 3),
    head('appel de loyer', 6),
    head('reçu de loyer', 6),
    head('attestation de paiement de loyer', 6),
    head('attestation de bon paiement des loyers', 6),
    head('relevé de compte locataire', 5),
    mention('dont quittance', 3),
    mention('pour le paiement du loyer', 3),
    mention('au titre du paiement du loyer', 3),
    mention('la somme de', 1),
    mention('sous réserve de tous mes droits', 2),
    mention('provision sur charges', 2),
    mention('provisions pour charges', 2),
    mention('période de location', 2),
    mention('facturation de la période', 2),
    mention('à jour de ses loyers', 4),
    mention('à jour du paiement de ses loyers', 4),
    mention('à jour de loyer', 3),
    mention('loyer principal', 2),
    mention('loyer', 1),
    mention('locataire', 1),
    mention('bailleur', 1),
    mention('à payer avant le', 1),
    mention('votre solde au', 1),
    ...not('contrat de location', "bail d'habitation", 'commandement de payer', 'contrat de bail', 'état des lieux'),
    ...not("attestation d'assurance", 'assurance habitation', 'bulletin de paie', 'jugement', 'congé pour vente'),
    { words: 'kWh', weight: -5 },
    { words: 'taxe de séjour', weight: -5 },
    { words: 'avis de cotisation', weight: -5 },
  ],
  readFields(text: PieceText): Champs {
    const period = readPeriods(text)
    const person = readHolder(text, {
      labels: [
        'Locataire',
        'Nom du locataire',
        'Reçu de',
        'Titulaire du bail',
        'Titulaire du contrat',
        'Titulaire',
        'avoir reçu de',
      ],
      unless: /\b(?:REFERENCE|N|NUMERO|CODE|COMPTE|SIGNATURE DU|LE) \|/,
    })
    return champs({
      ...person,
      natureQuittance: readNature(text),
      periodeDebut: period && field(period.last.span, period.last.period.debut),
      periodeFin: period && field(period.last.span, period.last.period.fin),
      nombrePeriodes: period && period.count > 1 ? computed(period.count, 0.8) : null,
      loyer: readRowAmount(text, LOYER, /\b(?:QUITTANCE|AVIS|APPEL|TOTAL|SUPPLEMENT|DERNIER) (?:DE |D )?\|/),
      charges: readRowAmount(text, CHARGES, /\b(?:HORS|ET|REGULARISATION) (?:DES? )?\|/),
      montantTotal: readRowAmount(text, TOTAL, NO_TOTAL) ?? readSum(text),
      bailleur: readLandlord(text),
      dateDocument: readDocumentDate(text, ["Date d'émission", "Date d'édition", 'Émis le', 'Édité le']),
    })
  },
  validity({ champs: read, profil }: ValidityContext): Validity {
    const fin = lue(read, 'periodeFin')
    if (fin) return finDesMois('quittance', fin, profil)
    const jour = lue(read, 'dateDocument')
    if (jour && champTexte(read, 'natureQuittance') === 'attestation-bailleur')
      return moisDepuis('quittance', jour, profil)
    return nonDeterminee('La période du loyer ne se lit pas : la validité est à contrôler à la main.')
  },
  checks: [],
  remarks({ champs: read }: ValidityContext): readonly string[] {
    const remarks: string[] = []
    switch (champTexte(read, 'natureQuittance')) {
      case 'avis-echeance':
        remarks.push(
          "Ce document est un avis d'échéance : il annonce un loyer à payer et ne prouve pas son paiement. Demander une quittance de loyer.",
        )
        break
      case 'recu':
        remarks.push(
          'Ce document est un reçu : il constate un versement, sans attester que tout le loyer est payé. Une quittance de loyer peut être demandée au bailleur.',
        )
        break
      default:
    }
    if (read['nombrePeriodes'])
      remarks.push('Ce document porte sur plusieurs périodes : la fin de validité est calculée sur la plus récente.')
    return remarks
  },
}

const NO_TOTAL = /\bSOUS \||\| (?:DES (?:PROVISIONS|CHARGES)|HT|PROVISIONS)\b/

const LOYER = [
  'Loyer principal',
  'Loyer hors charges',
  'Loyer nu',
  'Loyer de base',
  'Loyer mensuel',
  'Loyer logement',
  'Loyer',
]
const CHARGES = [
  'Total des provisions pour charges',
  'Total des charges',
  'Provision sur charges',
  'Provisions sur charges',
  'Provisions pour charges',
  'Provision pour charges',
  'Charges locatives',
  'Forfait de charges',
  'Provisions charges',
  'Charges',
]
const TOTAL = [
  'Total quittancé',
  'Montant quittancé',
  'Total de la quittance',
  'Total du mois',
  'Total du terme',
  'Total de la période',
  'Total échéance',
  'Montant total',
  'Total général',
  'Total à payer',
  'Net à payer',
  'Montant à payer',
  'Somme à payer',
  'Total réglé',
  'Total payé',
  'Total',
]

/** What a quittance, an avis d'échéance, a receipt or an attestation is called in its title. */
function readNature(text: PieceText): Champ {
  const reader = new CueReader(text.pages)
  const weight = (words: string): number => reader.score([head(words, 5)]).score
  // "Ne vaut pas quittance", "une quittance sur demande" stand in sentences and weigh little.
  const quittance = weight('quittance')
  const echeance = Math.max(weight("avis d'échéance"), weight('appel de loyer'), weight('relevé de compte locataire'))
  const attestation = Math.max(weight('attestation'), weight('à jour de ses loyers'))
  const recu = weight('reçu')
  const best = Math.max(quittance, echeance, attestation, recu)
  const confiance = best >= 4.5 ? 0.95 : 0.6
  if (best === 0 || quittance === best) return computed('quittance', confiance)
  if (echeance === best) return computed('avis-echeance', confiance)
  return computed(attestation === best ? 'attestation-bailleur' : 'recu', confiance)
}

/** Words on the line of a period, by how surely they say that it is the one of the rent. */
const PERIOD_WORDS: readonly (readonly [RegExp, number])[] = [
  [/\bPERIODE\b/, 5],
  [/\bQUITTANCE\b|\bECHEANCE\b|\bAPPEL\b/, 4],
  [/\bMOIS\b/, 3],
  [/\bLOYER\b|\bTERME\b|\bLOCATION\b/, 2],
]
/** A period just below one of these, or alone on its line in the head. */
const PERIOD_LABELS = ['Période', 'Mois', 'Échéance', 'Terme']

interface PeriodRead {
  readonly period: Period
  readonly span: Span
  readonly weight: number
}

/** The latest of the surest periods, and how many different ones are as sure. */
function readPeriods(text: PieceText): { last: PeriodRead; count: number } | null {
  const found = [...periodsInLines(text), ...periodsBelowLabels(text)]
  const best = Math.max(...found.map(f => f.weight))
  const sure = found.filter(f => f.weight === best)
  const [first, ...others] = sure
  if (!first) return null
  const last = others.reduce((a, b) => (b.period.fin > a.period.fin ? b : a), first)
  return { last, count: new Set(sure.map(f => f.period.fin)).size }
}

function periodsInLines(text: PieceText): PeriodRead[] {
  return text.lines.flatMap(line =>
    line.cells.flatMap(cell => {
      // A label may stand in the cell on the left; the period is read in its own cell first.
      const own = parsePeriod(cell.text) ?? overTwoLines(text, line, cell)
      const period = own ?? (line.cells[0] === cell ? parsePeriod(line.text) : null)
      const span = toSpan(line.page, own ? line.words.slice(cell.from, cell.to) : line.words)
      if (!period || !span) return []
      const words = PERIOD_WORDS.find(([pattern]) => pattern.test(line.folded))
      const alone = line.zone[1] < 0.45 ? 1 : 0.5
      return [{ period, span, weight: words ? words[1] : alone }]
    }),
  )
}

/** "Période du 01/10/2026 au", and "31/10/2026" below it in its column; "du 01/07/2026" and "au 31/07/2026" in a sentence. */
function overTwoLines(text: PieceText, line: TextLine, cell: Cell): Period | null {
  const open = /\d.*\sau\s*$/iu.test(cell.text)
  if (!open && !/\d{4}\s*$/.test(cell.text)) return null
  const below = text.cellsBelow({ line, from: cell.from, to: cell.to, zone: cell.zone, edits: 0 }, open ? 2 : 1)
  const end = below.find(b => (open ? /^\d/ : /^au\s+\d/iu).test(b.cell.text))
  return end ? parsePeriod(`${cell.text} ${end.cell.text}`) : null
}

function periodsBelowLabels(text: PieceText): PeriodRead[] {
  return PERIOD_LABELS.flatMap(label =>
    text.findAll(label).flatMap(hit =>
      text.cellsBelow(hit, 1).flatMap(({ line, cell }) => {
        const period = parsePeriod(cell.text)
        const span = toSpan(line.page, line.words.slice(cell.from, cell.to))
        return period && span ? [{ period, span, weight: 4 }] : []
      }),
    ),
  )
}

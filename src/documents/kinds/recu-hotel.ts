import { parsePeriod } from '../../formats/periods.ts'
import type { Champ, Champs } from '../../domain/champs.ts'
import { head, mention, not } from '../cues.ts'
import { readDocumentDate } from '../document-date.ts'
import { champs, field } from '../fields.ts'
import type { DocumentKind, Validity, ValidityContext } from '../kind.ts'
import { dates, digitRuns } from '../parsers.ts'
import { toSpan, type PieceText } from '../piece-text.ts'
import { readField } from '../read-value.ts'
import { moisDepuis } from '../validity/durees.ts'
import { lue, nonDeterminee } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readRowAmount } from './row-amount.ts'

/** Receipt or invoice of a hotel or a camping site: the household has no other home. */
export const recuHotel: DocumentKind = {
  type: 'recu-hotel',
  cues: [
    head('hôtel', 3),
    head('facture hôtel', 3),
    head("reçu d'hôtel", 6),
    head('résidence hôtelière', 4),
    head('camping', 4),
    head('auberge', 2),
    head('facture', 2),
    head('reçu', 1),
    mention('nuitée', 4),
    mention('nuitées', 4),
    mention('taxe de séjour', 5),
    mention('chambre', 2),
    mention('nuits', 1),
    mention('arrivée', 1),
    mention('départ', 1),
    mention('petit déjeuner', 2),
    mention('emplacement', 1),
    mention('mobil-home', 2),
    mention('hébergement hôtelier', 3),
    { words: 'hôtel de police', weight: -8 },
    { words: 'hôtel de ville', weight: -6 },
    { words: 'hôtel du département', weight: -6 },
    { words: 'hôtel des impôts', weight: -6 },
    { words: 'chambre de commerce', weight: -2 },
    { words: 'chambre des notaires', weight: -2 },
    ...not('bulletin de paie', 'contrat de travail', 'quittance', 'contrat de location', "carte d'embarquement"),
    ...not('curriculum vitae', 'tribunal', "taxe d'habitation", 'restaurant'),
  ],
  readFields(text: PieceText): Champs {
    const stay = stayPeriod(text)
    return champs({
      ...readHolder(text, {
        labels: ['Nom du client', 'Client', 'Occupant', 'Hôte', 'Facturé à', 'certifions que', 'Nom'],
      }),
      dateDebut:
        readField(text, ["Date d'arrivée", 'Arrivée', 'Check-in', 'Entrée le', 'Séjour du'], dates, WIDE) ??
        stay?.debut ??
        null,
      dateFin:
        readField(text, ['Date de départ', 'Départ', 'Check-out', 'Sortie le'], dates, WIDE) ?? stay?.fin ?? null,
      montantTotal: readRowAmount(text, TOTAL, /\bSOUS \||\| HT\b/),
      siret: readField(text, ['N° SIRET', 'SIRET'], digitRuns(14)),
      dateDocument:
        readDocumentDate(text, ['Date de facture', 'Date de facturation', 'Facture du', 'Date', 'Le']) ??
        dateAlone(text),
    })
  },
  validity({ champs: read, profil }: ValidityContext): Validity {
    // The last night counts; an invoice may be made in advance.
    const jour = lue(read, 'dateFin') ?? lue(read, 'dateDocument')
    if (!jour)
      return nonDeterminee(
        'Ni la date du séjour ni celle de la facture ne se lisent : la validité est à contrôler à la main.',
      )
    return moisDepuis('recu-hotel', jour, profil)
  },
  checks: [],
  remarks({ text }: ValidityContext): readonly string[] {
    return text.hasAny('confirmation de réservation', 'votre réservation est confirmée') && !text.has('facture')
      ? ["Ce document est une réservation : il n'atteste pas que le séjour a eu lieu. Demander le reçu de l'hôtel."]
      : []
  },
}

/** A ticket is narrow: its values stand at the other edge. */
const WIDE = { maxGap: 0.95 } as const

const TOTAL = [
  'Total TTC',
  'Montant TTC',
  'Total général',
  'Net à payer',
  'Total à payer',
  'Total à régler',
  'Total réglé',
  'Montant total',
  'Total facture',
  'Total payé',
  'Total',
]

/** The date of a ticket stands on a line of its own, with the hour. */
function dateAlone(text: PieceText): Champ | null {
  const stamp = text.match(/^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2}[\s\d:hH.-]*$/u)
  const [date] = stamp ? dates(stamp.line.text) : []
  return stamp && date ? field(stamp.span, date.value, 0.9) : null
}

/** "Séjour du 12/11/2024 au 30/11/2024", "du 12 au 30 novembre 2024". */
function stayPeriod(text: PieceText): { debut: Champ; fin: Champ } | null {
  for (const line of text.lines) {
    if (!/\d/.test(line.text) || !/\b(?:DU|AU|SEJOUR|NUITS?|NUITEES?|PERIODE)\b/.test(line.folded)) continue
    const period = parsePeriod(line.text)
    const span = period && toSpan(line.page, line.words)
    if (period && span) return { debut: field(span, period.debut, 0.9), fin: field(span, period.fin, 0.9) }
  }
  return null
}

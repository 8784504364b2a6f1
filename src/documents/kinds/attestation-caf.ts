import { champTexte, type Champ, type Champs } from '../../domain/champs.ts'
import { findAmounts } from '../../formats/amounts.ts'
import { findMonths } from '../../formats/periods.ts'
import { head, mention, not } from '../cues.ts'
import { readEditionDate } from '../edition-date.ts'
import { champs, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { amounts } from '../parsers.ts'
import { toSpan, type PieceText } from '../piece-text.ts'
import { matching, readField, type Parser } from '../read-value.ts'
import { readRecipient } from '../recipient.ts'
import { recentMonth } from '../recent-month.ts'
import { finDesMois, moisDepuis } from '../validity/durees.ts'
import { lue, nonDeterminee } from '../validity/validity.ts'
import { readHolder } from './holder.ts'

/** Payment and quotient familial statements of the CAF and of the MSA (which names people by their NIR: never a field). */
const cues: readonly Cue[] = [
  head("Caisse d'allocations familiales", 6),
  head('Allocations familiales', 4),
  head('CAF', 3),
  head('Mutualité sociale agricole', 6),
  head('MSA', 4),
  head('Attestation de paiement', 4),
  head('Attestation de quotient familial', 8),
  head('Attestation de paiement et de quotient familial', 4),
  head('Attestation de droits et paiement', 4),
  mention('Quotient familial', 5),
  mention('N° allocataire', 5),
  mention('Numéro allocataire', 5),
  mention('Revenu de solidarité active', 3),
  mention("Prime d'activité", 3),
  mention('Allocation aux adultes handicapés', 3),
  mention('Aide personnalisée au logement', 3),
  mention('Allocation de logement', 3),
  mention('Allocation de soutien familial', 3),
  mention("Prestation d'accueil du jeune enfant", 3),
  mention('Complément familial', 2),
  mention('Allocation de base', 2),
  mention('caf.fr', 2),
  mention('msa.fr', 2),
  mention('Prestations familiales', 2),
  ...not(
    'Déclaration trimestrielle',
    'Avis de paiement France Travail',
    "Avis d'impôt",
    'Quittance de loyer',
    'Bulletin de paie',
  ),
  { words: 'Déclaration trimestrielle de ressources', weight: -8 },
  { words: 'France Travail', weight: -4, where: 'head' },
  { words: 'Pôle emploi', weight: -4, where: 'head' },
  { words: 'Assurance retraite', weight: -5, where: 'head' },
  { words: 'Assurance maladie', weight: -5, where: 'head' },
  { words: 'Attestation de droits à l’assurance maladie', weight: -9 },
  { words: 'Relevé de carrière', weight: -9 },
]

/** Seven figures, sometimes a key letter after them; never the NIR of the MSA. */
const allocataire: Parser<string> = matching(
  /(?<![\p{L}\p{N}])(\d{7})(?:\s?[A-Z])?(?![\p{L}\p{N}]|[ .]\d)/u,
  raw => raw,
)

/** The amount after the words and month that stand between ("du mois de juillet 2024 : 512 €"). */
const quotients: Parser<number> = text => {
  const months = findMonths(text)
  const found = findAmounts(text).filter(a => !months.some(m => a.start < m.end && m.start < a.end))
  const possible = found.filter(a => a.valeur >= 0 && a.valeur < QUOTIENT_MAXIMUM)
  const best = possible.find(a => a.devise) ?? possible[0]
  return best ? [{ value: best.valeur, start: best.start, end: best.end }] : []
}

const HOLDER = ['certifie que', 'atteste que', 'attestons que', 'Allocataire', 'Bénéficiaire', 'Dossier de']

const TOTAL = [
  'Montant total',
  'Total versé',
  'Total payé',
  'Total des prestations',
  'Total net',
  'Total perçu',
  'Total des droits',
  'Total général',
  'Soit un total de',
  'Total',
]

function readFields(text: PieceText, jourDepot: string): Champs {
  const dateDocument = readEditionDate(text)
  const edition = dateDocument?.valeur
  return champs({
    ...(readRecipient(text) ?? readHolder(text, { labels: HOLDER })),
    dateDocument,
    numeroAllocataire: readField(
      text,
      [
        'N° allocataire',
        'Numéro allocataire',
        "Numéro d'allocataire",
        "N° d'allocataire",
        'N° de dossier allocataire',
        'Matricule',
        'Allocataire',
      ],
      allocataire,
      { rows: 1, maxGap: 0.3 },
    ),
    mois: recentMonth(text, typeof edition === 'string' && edition < jourDepot ? edition : jourDepot)?.champ,
    montantTotal: readField(text, TOTAL, amounts, { maxGap: 0.7, unless: /\bQUOTIENT\b|\| (?:RESSOURCES|REVENUS)/ }),
    quotientFamilial: readQuotient(text),
  })
}

/** The quotient on its label's line or below it, or alone on one of the next lines ("s'élève à :" and then "568 €"). */
function readQuotient(text: PieceText): Champ | null {
  const labels = ['Quotient familial mensuel', 'Quotient familial', 'QF']
  // The title says "quotient familial" too: a value beside the words comes before one below them.
  const near =
    readField(text, labels, quotients, { where: ['right'], maxGap: 0.5 }) ??
    readField(text, labels, quotients, { where: ['below'], rows: 2 })
  if (near) return near
  for (const hit of labels.flatMap(label => text.findAll(label))) {
    for (const line of text.lines.slice(hit.line.index + 1, hit.line.index + 5)) {
      const [only, other] = quotients(line.text)
      const alone =
        only && !other && line.text.slice(0, only.start).trim() === '' && line.text.slice(only.end).trim() === ''
      const span = alone ? toSpan(line.page, line.words) : null
      if (only && span && line.page === hit.line.page) return field(span, only.value)
    }
  }
  return null
}

/** A quotient familial above this is another number. */
const QUOTIENT_MAXIMUM = 20_000

export const attestationCaf: DocumentKind = {
  type: 'attestation-caf',
  cues,
  readFields,
  validity({ champs: read, profil }) {
    const mois = lue(read, 'mois')
    if (mois) return finDesMois('attestation-caf', mois, profil)
    const edition = lue(read, 'dateDocument')
    return edition
      ? moisDepuis('attestation-caf', edition, profil)
      : nonDeterminee("Le mois de l'attestation ne se lit pas. Déposez une attestation de paiement récente et nette.")
  },
  checks: ['filigrane', 'fichier-retouche', 'demande-coherence', 'doublon'],
  remarks({ champs: read }) {
    return champTexte(read, 'numeroAllocataire') === null && !read['mois'] && !read['dateDocument']
      ? ["L'attestation de la CAF ou de la MSA semble incomplète : ajoutez toutes ses pages."]
      : []
  },
}

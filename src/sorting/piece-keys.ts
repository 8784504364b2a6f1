import { distance } from 'fastest-levenshtein'
import { champTexte, type Champs } from '../domain/champs.ts'
import type { PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { PieceText } from '../documents/piece-text.ts'
import { kindOf } from '../documents/registry.ts'
import { fold } from '../formats/text.ts'

/** Fields of which two different values mean two documents. */
const DISTINGUISHING = [
  'numeroDocument',
  'referenceAvis',
  'numeroFiscal',
  'anneeRevenus',
  'numeroAllocataire',
  'identifiant',
  'numeroRg',
  'numeroProcedure',
  'numeroActe',
  'periodeFin',
  'mois',
  'siret',
  'natureDocument',
] as const
/** Fields of which one value means one document, when nothing else differs. */
const IDENTIFYING: readonly string[] = [
  'numeroDocument',
  'referenceAvis',
  'numeroRg',
  'numeroProcedure',
  'periodeFin',
  'mois',
  'numeroFiscal',
]
/** Who the document is about: told where the page says so, at its beginning; the rest of it names other people. */
const NAMES = ['nom', 'prenoms'] as const
/** Below this, a reading is too unsure to speak for two documents. */
const SURE = 0.6
/** Two-figure years of birth are only compared with each other here: any day settles their century alike. */
const ANY_DAY = '2026-01-01'

/** What tells a document of a type from another of the same type, as read on one page. */
export const keysOn = (type: TypePiece, page: PageReading): Champs =>
  kindOf(type).readFields(new PieceText([page]), ANY_DAY)

/**
 * Whether two pages of one type bear the marks of the same document.
 * @param people the second page opens a document: whom it names counts
 */
export function compareKeys(a: Champs, b: Champs, people: boolean): 'same' | 'different' | 'unknown' {
  let same = false
  for (const name of DISTINGUISHING) {
    const [x, y] = [valueOf(a, name), valueOf(b, name)]
    if (x === null || y === null) continue
    if (x !== y && !nearNumbers(x, y)) return 'different'
    if (x === y && IDENTIFYING.includes(name)) same = true
  }
  if (!people) return same ? 'same' : 'unknown'
  const [born, other] = [valueOf(a, 'dateNaissance'), valueOf(b, 'dateNaissance')]
  if (born !== null && other !== null && born !== other) return 'different'
  for (const name of NAMES) {
    const [x, y] = [valueOf(a, name), valueOf(b, name)]
    if (x !== null && y !== null && !alikeNames(x, y)) return 'different'
  }
  return same ? 'same' : 'unknown'
}

function valueOf(champs: Champs, name: string): string | null {
  const champ = champs[name]
  if (!champ || champ.confiance < SURE) return null
  return typeof champ.valeur === 'number' ? String(champ.valeur) : champTexte(champs, name)
}

/** One figure misread in a long number: neither the same nor another. Dates and short numbers are never near. */
const nearNumbers = (a: string, b: string): boolean => a.length >= 8 && !/^\d{4}-\d{2}/.test(a) && distance(a, b) <= 1

/** Names as two readings of one: equal, one inside the other, or a third of the letters misread at most. */
function alikeNames(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  if (x.includes(y) || y.includes(x)) return true
  return distance(x, y) <= Math.max(x.length, y.length) / 3
}

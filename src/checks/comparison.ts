import type { Champ } from '../domain/champs.ts'
import type { CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { SURE } from './preuves.ts'

/**
 * One value read in two places.
 * - `accord`: they say the same;
 * - `desaccord`: they differ, and both were surely read;
 * - `doute`: they differ, but one of the readings may be wrong: never held against anybody.
 */
export type Verdict = 'accord' | 'desaccord' | 'doute'

export interface Comparison {
  /** "date de naissance" */
  readonly libelle: string
  readonly verdict: Verdict
  /** What differs, in French: "imprimée 03/02/1980, MRZ 03/02/1985". */
  readonly detail: string
  readonly preuves: NonEmpty<Preuve>
}

/**
 * How two readings differ: not at all; by what OCR takes for one another; by a part that OCR may have left out (a group
 * of figures, decimals); clearly.
 */
export type Difference = 'aucune' | 'confusion' | 'partie' | 'nette'

/** OCR that takes one glyph for another is often sure of itself: such a difference needs more. */
export const SURE_GLYPHS = 0.96

/**
 * The verdict on a printed value against a machine readable one.
 * @param otherConfidence of the machine readable value, 0..1 (1 for a 2D-Doc)
 * @param elsewhere the machine readable value is printed elsewhere on the piece: the field was read in the wrong place
 * @param glyphs how sure the printed glyphs are, when the field is less sure for the doubt on its label
 */
export function judge(
  difference: Difference,
  printed: Pick<Champ, 'confiance' | 'source'>,
  otherConfidence: number,
  elsewhere: Exclude<Verdict, 'desaccord'> | null = null,
  glyphs: number = printed.confiance,
): Verdict {
  if (difference === 'aucune') return 'accord'
  if (elsewhere !== null) return elsewhere
  const exact = printed.source === 'texte-pdf'
  if (difference === 'partie' && !exact) return 'doute'
  if (difference === 'confusion' && !exact && glyphs < SURE_GLYPHS) return 'doute'
  return printed.confiance >= SURE && otherConfidence >= SURE ? 'desaccord' : 'doute'
}

export interface Conclusion {
  /** Sentence when all agree. */
  readonly conforme: string
  /** Start of the sentence when some differ: "La bande MRZ ne correspond pas à ce qui est imprimé". */
  readonly anomalie: string
  /** Start of the sentence when a difference may be a misreading. */
  readonly doute: string
  /** What to do about a difference. */
  readonly aFaire: string
  /** Sentence when nothing could be compared. */
  readonly rien: string
}

/** Comparisons put together: one sure difference is an anomaly, a doubtful one keeps the check from being carried out. */
export function conclude(comparisons: readonly Comparison[], texts: Conclusion): CheckResult {
  const of = (verdict: Verdict): readonly Comparison[] => comparisons.filter(c => c.verdict === verdict)
  const list = (found: readonly Comparison[]): string => found.map(c => `${c.libelle} (${c.detail})`).join(' ; ')
  const [first, ...rest] = comparisons.flatMap(c => c.preuves)
  if (!first) return { statut: 'non-realise', motif: texts.rien }
  const different = of('desaccord')
  if (different.length > 0) {
    const [proof, ...proofs] = different.flatMap(c => c.preuves)
    const motif = `${texts.anomalie} : ${list(different)}. ${texts.aFaire}`
    return { statut: 'anomalie', motif, preuves: [proof ?? first, ...proofs] }
  }
  const doubtful = of('doute')
  if (doubtful.length > 0) {
    const motif = `${texts.doute} : ${list(doubtful)}. ${texts.aFaire}`
    return { statut: 'non-realise', motif, preuves: doubtful.flatMap(c => c.preuves) }
  }
  return { statut: 'conforme', motif: texts.conforme, preuves: [first, ...rest] }
}

/** Pairs of digits that OCR takes for one another. */
const DIGITS_ALIKE: ReadonlySet<string> = new Set([
  '03',
  '06',
  '08',
  '09',
  '14',
  '17',
  '27',
  '35',
  '38',
  '39',
  '49',
  '56',
  '58',
  '59',
  '68',
  '69',
  '89',
])

/** How two texts of digits and letters differ: one pair of look-alike digits, or a part of the other, is a confusion. */
export function differenceOf(a: string, b: string): Difference {
  if (a === b) return 'aucune'
  if (a.length !== b.length) return a.includes(b) || b.includes(a) ? 'confusion' : 'nette'
  const pairs = [...a].flatMap((c, i) => (c === b[i] ? [] : [[c, b.charAt(i)].sort().join('')]))
  return pairs.length === 1 && DIGITS_ALIKE.has(pairs[0] ?? '') ? 'confusion' : 'nette'
}

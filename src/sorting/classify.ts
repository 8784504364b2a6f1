import { KINDS } from '../documents/registry.ts'
import { wordsOf, type PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { codeSource, cueSource, modelSource, type EvidenceSource } from './evidence.ts'
import { textsOf, typeFeatures } from './type-features.ts'
import { TYPE_MODEL } from './type-model.ts'

export interface TypeConfidence {
  readonly type: TypePiece
  /** 0..1 */
  readonly confiance: number
}

/** What type some pages are, how surely, what else they could be, and the words that decided. */
export interface Classification extends TypeConfidence {
  readonly second: TypeConfidence | null
  /** French, strongest first. */
  readonly evidence: readonly string[]
}

/** What one page says alone. */
export interface PageVote extends Classification {
  readonly page: number
  /** A title of the type stands in the head of the page. */
  readonly titled: boolean
  /** Known words or codes speak for the type; false for a document nobody knows. */
  readonly known: boolean
}

const SOURCES: readonly EvidenceSource[] = [cueSource(KINDS), codeSource, modelSource(TYPE_MODEL)]

/** The score that a type must beat to be believed: less is a document of no known type (open set). */
const UNKNOWN = 4.5
/** Difference of scores that makes one type e times as likely as another. */
const SCALE = 1.6
/** A document without any known cue is out of scope as far as we know, never surely. */
const UNKNOWN_CEILING = 0.6
/** A page that can hardly be read says little. */
const UNREADABLE_CEILING = 0.5
/** Cues stand on the first pages; the rest of a long document repeats its vocabulary. */
const PAGES_READ = 4
const EVIDENCE_KEPT = 5

/** The type of one page alone, by its words and codes. */
export function classifyPage(page: PageReading): PageVote {
  const { classification, titled, known } = classify([page])
  return { page: page.page, ...classification, titled, known }
}

/**
 * The type of one piece, by the words and codes of its pages; titles of the first page weigh most.
 * @param pages the pages of the piece, in order, at least one
 * @returns `hors-perimetre` with a low confidence when nothing known stands on them
 */
export const classifyPiece = (pages: readonly PageReading[]): Classification => classify(pages).classification

/** Words of our lists that stand on some pages: what may be kept of them to learn from a person's correction. */
export const knownWords = (pages: readonly PageReading[]): string[] =>
  TYPE_MODEL.known(typeFeatures(pages.slice(0, PAGES_READ).map(textsOf)))

interface Tally {
  score: number
  /** Something speaks for the type, whatever speaks against it. */
  spoken: boolean
  titled: boolean
  readonly evidence: string[]
}

function classify(pages: readonly PageReading[]): {
  classification: Classification
  titled: boolean
  known: boolean
} {
  const tallies = new Map<TypePiece, Tally>()
  for (const source of SOURCES) {
    for (const vote of source(pages.slice(0, PAGES_READ))) {
      const tally = tallies.get(vote.type) ?? { score: 0, spoken: false, titled: false, evidence: [] }
      tally.score += vote.score
      tally.spoken ||= vote.score > 0
      tally.titled ||= vote.titled
      tally.evidence.push(...vote.evidence)
      tallies.set(vote.type, tally)
    }
  }
  const ranked = rank(tallies)
  const [best, second] = ranked
  const type = best?.type ?? 'hors-perimetre'
  const tally = tallies.get(type)
  const known = tally !== undefined && tally.score > (type === 'hors-perimetre' ? UNKNOWN : 0)
  const ceiling = ceilingOf(pages, known)
  return {
    titled: known && tally.titled,
    known,
    classification: {
      type,
      confiance: round(Math.min(ceiling, best?.confiance ?? 0)),
      second: second ? { ...second, confiance: round(second.confiance) } : null,
      evidence: known ? tally.evidence.slice(0, EVIDENCE_KEPT) : ['aucun titre ni mention connus'],
    },
  }
}

/** Types by likelihood: the score of each against the others and against "no known type". */
function rank(tallies: ReadonlyMap<TypePiece, Tally>): TypeConfidence[] {
  const scores = [...tallies].flatMap(([type, { score, spoken }]) => (spoken ? [{ type, score }] : []))
  const known = scores.filter(s => s.type !== 'hors-perimetre')
  const outside = Math.max(UNKNOWN, tallies.get('hors-perimetre')?.score ?? 0)
  const all = [...known, { type: 'hors-perimetre' as const, score: outside }]
  const top = Math.max(...all.map(s => s.score))
  const shares = all.map(s => ({ type: s.type, share: Math.exp((s.score - top) / SCALE) }))
  const total = shares.reduce((sum, s) => sum + s.share, 0)
  // Ties keep the order of the kinds: same input, same output.
  return shares.map(s => ({ type: s.type, confiance: s.share / total })).sort((a, b) => b.confiance - a.confiance)
}

function ceilingOf(pages: readonly PageReading[], known: boolean): number {
  if (pages.every(p => p.quality.state !== 'readable')) return UNREADABLE_CEILING
  if (known) return 0.99
  return pages.every(p => wordsOf(p).length < 8) ? UNKNOWN_CEILING - 0.2 : UNKNOWN_CEILING
}

const round = (value: number): number => Math.round(value * 100) / 100

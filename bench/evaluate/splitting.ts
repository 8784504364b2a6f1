import { columns, percent } from '../table.ts'
import { composeBundles, type Bundle } from './compose-bundles.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import type { Piece } from '../../src/domain/resultat.ts'
import { splitBundle } from '../../src/sorting/split-bundle.ts'
import { conditionOf } from './truth.ts'

const HEADERS = [
  'bundles',
  'files',
  'pages',
  'pieces',
  'precision',
  'recall',
  'F1',
  'whole file right',
  'uncertain',
  'wrong and unmarked',
]

interface Cut {
  readonly pages: number
  readonly right: number
  readonly expected: number
  readonly given: number
  /** Pieces whose cut is marked as uncertain, and wrong ones that are not. */
  readonly marked: number
  readonly unmarked: number
}

/**
 * Prints how well files are cut into pieces (F1 on exact page ranges): the files as they were read, and bundles put together from
 * their pages at random, without separator sheets.
 */
export function printSplitting(evaluations: readonly Evaluation[]): void {
  const files = groupBy(
    evaluations.filter(e => e.resultat !== null && e.sample.truth.pieces.every(p => p.lisible !== false)),
    e => (e.sample.truth.pieces.length > 1 ? conditionOf(e.sample.truth) : 'one document a file'),
  ).map(([name, group]) => row(name, group.map(cutOfFile)))
  const composed = composeBundles(evaluations)
  const rows = groupBy(composed, b => b.kind).map(([kind, group]) => row(kind, group.map(cutOfBundle)))
  console.log('\nSplitting (exact page ranges)\n')
  console.log(columns([HEADERS, ...files, ...rows]))
}

function cutOfFile({ sample, resultat, pages, splitting }: Evaluation): Cut {
  const expected = new Set(sample.truth.pieces.map(p => p.pages.join()))
  const given = resultat?.pieces ?? []
  const wrong = given.filter(p => !expected.has(p.pages.join()))
  return {
    ...splitting,
    pages: pages.length,
    marked: given.filter(isMarked).length,
    unmarked: wrong.filter(p => !isMarked(p)).length,
  }
}

/** The cut is given to a person to check. */
const isMarked = (piece: Piece): boolean => piece.motifs.some(m => m.includes('découpage'))

function cutOfBundle({ pages, pieces }: Bundle): Cut {
  const expected = new Set(pieces.map(p => p.join()))
  const given = splitBundle(pages)
  const wrong = given.filter(p => !expected.has(p.pages.join()))
  return {
    pages: pages.length,
    right: given.length - wrong.length,
    expected: pieces.length,
    given: given.length,
    marked: given.filter(p => p.coupureIncertaine).length,
    unmarked: wrong.filter(p => !p.coupureIncertaine).length,
  }
}

function row(name: string, cuts: readonly Cut[]): string[] {
  const sum = (of: (cut: Cut) => number): number => cuts.reduce((total, cut) => total + of(cut), 0)
  const [right, expected, given] = [sum(c => c.right), sum(c => c.expected), sum(c => c.given)]
  const whole = cuts.filter(c => c.right === c.expected && c.given === c.expected).length
  return [
    name,
    String(cuts.length),
    String(sum(c => c.pages)),
    String(expected),
    percent(right / given),
    percent(right / expected),
    percent((2 * right) / (given + expected)),
    percent(whole / cuts.length),
    String(sum(c => c.marked)),
    String(sum(c => c.unmarked)),
  ]
}

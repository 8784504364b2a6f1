import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import type { Comparison } from './metrics.ts'
import { conditionOf } from './truth.ts'

/** A piece with the type that it was called, `other pages` when the file was cut otherwise. */
interface Called {
  readonly expected: string
  readonly called: string
  readonly condition: string
  readonly layout: string
}

const ELSEWHERE = 'other pages'
const OUTSIDE = 'hors-perimetre'

/**
 * Prints, per capture condition: type accuracy, macro-F1 over the types that stand there, and how many documents out of
 * scope were called in scope; then each type with its precision and recall, and every confusion.
 */
export function printTypes(evaluations: readonly Evaluation[]): void {
  const called = evaluations.flatMap(calledIn)
  if (called.length === 0) return
  const rows = groupBy(called, c => c.condition).map(([name, group]) => summary(name, group))
  console.log('\nTypes per condition\n')
  console.log(columns([SUMMARY, ...rows, summary('all', called)]))
  console.log('\nTypes, precision and recall\n')
  console.log(columns([PER_TYPE, ...groupBy(called, c => c.expected).map(([type]) => typeRow(type, called))]))
  const wrong = called.filter(c => c.called !== c.expected)
  if (wrong.length === 0) return
  console.log('\nConfusions\n')
  const confusions = groupBy(wrong, c => `${c.layout}\u0000${c.called}`)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([, group]) => {
      const [first] = group
      const conditions = [...new Set(group.map(c => c.condition))]
      return [
        first?.expected ?? '',
        first?.called ?? '',
        String(group.length),
        first?.layout ?? '',
        conditions.join(', '),
      ]
    })
  console.log(columns([['type', 'called', 'pieces', 'layout', 'conditions'], ...confusions]))
}

const SUMMARY = ['condition', 'pieces', 'type right', 'macro-F1', 'out of scope', 'called in scope']
const PER_TYPE = ['type', 'pieces', 'precision', 'recall', 'F1']

/** Pieces that a person can read: of others no type is asked. */
function calledIn({ sample, comparisons }: Evaluation): Called[] {
  const layouts = sample.truth.template.split(' + ').filter(t => !t.startsWith('('))
  return comparisons.flatMap((c: Comparison, i) =>
    c.expected.lisible === false
      ? []
      : [
          {
            expected: c.expected.type,
            called: c.type ?? ELSEWHERE,
            condition: conditionOf(sample.truth),
            layout: layouts[i] ?? sample.truth.template,
          },
        ],
  )
}

function summary(name: string, group: readonly Called[]): string[] {
  const right = group.filter(c => c.called === c.expected).length
  const types = [...new Set(group.map(c => c.expected))]
  const f1 = types.map(type => scoresOf(type, group).f1)
  const outside = group.filter(c => c.expected === OUTSIDE)
  const forced = outside.filter(c => c.called !== OUTSIDE && c.called !== ELSEWHERE)
  return [
    name,
    String(group.length),
    percent(right / group.length),
    percent(f1.reduce((sum, f) => sum + f, 0) / f1.length),
    String(outside.length),
    outside.length === 0 ? '-' : `${forced.length} (${percent(forced.length / outside.length)})`,
  ]
}

function typeRow(type: string, called: readonly Called[]): string[] {
  const { precision, recall, f1, expected } = scoresOf(type, called)
  return [type, String(expected), percent(precision), percent(recall), percent(f1)]
}

function scoresOf(
  type: string,
  called: readonly Called[],
): { precision: number; recall: number; f1: number; expected: number } {
  const hits = called.filter(c => c.expected === type && c.called === type).length
  const given = called.filter(c => c.called === type).length
  const expected = called.filter(c => c.expected === type).length
  return { precision: hits / given, recall: hits / expected, f1: (2 * hits) / (given + expected), expected }
}

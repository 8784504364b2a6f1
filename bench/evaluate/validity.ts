import { infoTypePiece } from '../../src/domain/type-piece.ts'
import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import type { Comparison } from './metrics.ts'
import { conditionOf } from './truth.ts'

const HEADERS = ['condition', 'pieces', 'exact', 'of a date', 'date where null was right', 'another date', 'null given']

/**
 * Prints how often the end of validity is exactly right, among types of which the service promises one, and the ways to be
 * wrong apart: a date where null was right accuses or excuses without ground, a null only asks a person to look.
 */
export function printValidity(evaluations: readonly Evaluation[]): void {
  const judged = evaluations.flatMap(e =>
    e.comparisons.filter(isAsked).map(c => ({ ...c, condition: conditionOf(e.sample.truth), given: givenIn(e, c) })),
  )
  if (judged.length === 0) return
  const row = (name: string, group: readonly (Comparison & { given: string | null })[]): string[] => {
    const dated = group.filter(c => c.expected.dateFinValidite !== null)
    const nulls = group.length - dated.length
    const exact = group.filter(c => c.sameValidity).length
    const invented = group.filter(c => c.inventedDate).length
    const other = dated.filter(c => c.given !== null && !c.sameValidity).length
    const absent = dated.filter(c => c.given === null).length
    return [
      name,
      String(group.length),
      percent(exact / group.length),
      percent(dated.filter(c => c.sameValidity).length / dated.length),
      nulls === 0 ? '-' : `${invented} of ${nulls}`,
      String(other),
      String(absent),
    ]
  }
  console.log('\nEnd of validity\n')
  const rows = groupBy(judged, c => c.condition).map(([name, group]) => row(name, group))
  console.log(columns([HEADERS, ...rows, row('all', judged)]))
}

const isAsked = ({ expected }: Comparison): boolean =>
  expected.lisible !== false && (infoTypePiece(expected.type).finDeValidite || expected.dateFinValidite !== null)

const givenIn = ({ resultat }: Evaluation, { expected }: Comparison): string | null =>
  resultat?.pieces.find(p => p.pages.join() === expected.pages.join())?.dateFinValidite ?? null

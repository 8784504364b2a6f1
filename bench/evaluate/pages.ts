import { columns, median, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { ALLOWED_SKEW, lyingFault } from './lying.ts'
import { Rate } from './metrics.ts'
import { conditionOf } from './truth.ts'

/** Steps of the confined process, in their order, as it names them. */
const STEPS = ['ouverture', 'image', 'lecture', 'codes', 'masquage', 'ecriture', 'preuve'] as const

const HEADERS = [
  'condition',
  'pages',
  'words',
  'upright',
  'skew p50',
  'p95',
  'worst',
  `<= ${ALLOWED_SKEW}`,
  'CPU s/page',
  ...STEPS,
  'peak MB',
]

/**
 * Prints, per capture condition, how pages were made upright and read, and what it cost.
 * @param peaks bytes of the largest confined process while a condition was read
 */
export function printPages(evaluations: readonly Evaluation[], peaks: ReadonlyMap<string, number>): void {
  const rows = groupBy(evaluations, e => conditionOf(e.sample.truth)).map(([name, group]) =>
    row(name, group, peaks.get(name)),
  )
  const all = row('all', evaluations, peaks.size === 0 ? undefined : Math.max(...peaks.values()))
  console.log('\nPages (skew error in degrees; CPU of the confined processes in seconds a page)\n')
  console.log(columns([HEADERS, ...rows, all]))
}

function row(name: string, group: readonly Evaluation[], peak: number | undefined): string[] {
  const pages = group.flatMap(e => e.pages)
  const words = new Rate()
  const upright = new Rate()
  for (const page of pages) {
    words.add(page.words.found, page.words.total)
    if (page.lying.upright !== null) upright.add(Number(page.lying.upright))
  }
  const errors = pages.flatMap(p => (p.lying.skewError === null ? [] : [p.lying.skewError])).sort((a, b) => a - b)
  const seconds = (of: (cpu: Evaluation['cpu']) => number): string =>
    pages.length === 0 ? '-' : (group.reduce((sum, e) => sum + of(e.cpu), 0) / 1000 / pages.length).toFixed(2)
  const within = errors.filter(e => e <= ALLOWED_SKEW).length / errors.length
  return [
    name,
    String(pages.length),
    percent(words.value),
    upright.total === 0 ? '-' : `${upright.hits}/${upright.total}`,
    degrees(median(errors)),
    degrees(errors[Math.ceil(errors.length * 0.95) - 1]),
    degrees(errors.at(-1)),
    percent(within),
    seconds(cpu => Object.values(cpu).reduce((a, b) => a + b, 0)),
    ...STEPS.map(step => seconds(cpu => cpu[step] ?? 0)),
    peak === undefined ? '-' : String(Math.round(peak / 1e6)),
  ]
}

const degrees = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '-' : value.toFixed(2)

/** One line for each page that lies wrong. */
export const pageFaults = ({ sample, pages }: Evaluation): string[] =>
  pages.flatMap(({ lying, reading }) => {
    const fault = lyingFault(lying, reading)
    return fault === null ? [] : [`${sample.truth.fichier} page ${reading.page}: ${fault}`]
  })

import { zonesMeet, type Zone } from '../../src/domain/geometry.ts'
import { findNirs } from '../../src/masking/find-nirs.ts'
import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { Rate } from './metrics.ts'
import { drifted, numbersOf, onUpright } from './nir-truth.ts'
import { conditionOf, type TruthPage } from './truth.ts'

/** A number of which more than this is bare can be read or guessed. */
const BARE = 0.1
/** Edges of signs, spread by the scanner, may stick out of the black by less than this. */
const WHOLE = 0.98

interface NirRates {
  readonly found: Rate
  readonly covered: Rate
  readonly whole: Rate
  readonly right: Rate
  /** Numbers left readable in a piece that was delivered. */
  leaks: number
  falseMasks: number
  pages: number
}

const rates = (): NirRates => ({
  found: new Rate(),
  covered: new Rate(),
  whole: new Rate(),
  right: new Rate(),
  leaks: 0,
  falseMasks: 0,
  pages: 0,
})

interface JudgedNumber {
  readonly zone: Zone
  readonly form: string
  readonly masked: boolean
  /** Share of its ink under black in the delivered file. */
  readonly covered: number | null
  readonly leaks: boolean
}

interface JudgedPage {
  readonly page: TruthPage
  readonly type: string
  readonly numbers: readonly JudgedNumber[]
  readonly masks: readonly Zone[]
  readonly falseMasks: readonly Zone[]
}

/** The pages of a sample that somebody can read, each with its numbers and its masks. */
function judge({ sample: { truth }, pages, resultat, nirs }: Evaluation): JudgedPage[] {
  return truth.pages.flatMap((page): JudgedPage[] => {
    const piece = truth.pieces.find(p => p.pages.includes(page.numero))
    if (piece?.lisible === false) return []
    const reading = pages.find(p => p.reading.page === page.numero)?.reading
    const pieces = resultat?.pieces ?? []
    const masks = pieces
      .flatMap(p => p.nir.occurrences)
      .flatMap(o => (o.page === page.numero && o.zone ? [o.zone] : []))
    const delivered = pieces.some(p => p.pages.includes(page.numero) && p.fichier.nom !== '')
    const burnt = nirs.numbers.filter(n => n.page === page.numero)
    const forms = numbersOf(page)
    const zones = page.nirZones.map(zone => (reading ? onUpright(zone, page, reading) : zone))
    const numbers = zones.map((zone, i): JudgedNumber => {
      const masked = masks.some(m => zonesMeet(m, drifted(zone, page)))
      const covered = burnt[i]?.covered ?? null
      const bare = covered === null ? !masked : covered < 1 - BARE
      return { zone, form: forms[i]?.form ?? 'not told apart', masked, covered, leaks: delivered && bare }
    })
    const falseMasks = masks.filter(m => !zones.some(z => zonesMeet(m, drifted(z, page))))
    return [{ page, type: piece?.type ?? 'page blanche', numbers, masks, falseMasks }]
  })
}

/**
 * Prints, per condition, per type and per written form, how many NIR were masked and how much of their ink is black in the
 * delivered files, how many masks hide none, and what the search, the burning and the proof cost beside the reading.
 */
export function printNirs(evaluations: readonly Evaluation[]): void {
  const perCondition = new Map<string, NirRates>()
  const perType = new Map<string, NirRates>()
  const perForm = new Map<string, NirRates>()
  const all = new Map<string, NirRates>()
  const of = (map: Map<string, NirRates>, key: string): NirRates => {
    const known = map.get(key) ?? rates()
    map.set(key, known)
    return known
  }
  for (const evaluation of evaluations) {
    for (const { type, numbers, masks, falseMasks } of judge(evaluation)) {
      const groups = [of(perCondition, conditionOf(evaluation.sample.truth)), of(perType, type), of(all, 'all')]
      for (const { form, masked, covered, leaks } of numbers) {
        for (const group of [...groups, of(perForm, form)]) {
          group.found.add(Number(masked))
          if (leaks) group.leaks++
          if (covered === null) continue
          group.covered.add(covered)
          group.whole.add(Number(covered >= WHOLE))
        }
      }
      for (const group of groups) {
        group.pages++
        group.falseMasks += falseMasks.length
        group.right.add(masks.length - falseMasks.length, masks.length)
      }
    }
  }
  const row = ([name, r]: [string, NirRates]): string[] => [
    name,
    String(r.pages),
    String(r.found.total),
    percent(r.found.value),
    percent(r.covered.value),
    percent(r.whole.value),
    String(r.leaks),
    percent(r.right.value),
    String(r.falseMasks),
    r.pages === 0 ? '-' : ((500 * r.falseMasks) / r.pages).toFixed(1),
  ]
  const table = (title: string, ...maps: Map<string, NirRates>[]): void => {
    const rows = maps.flatMap(map => [...map].sort(([a], [b]) => (a < b ? -1 : 1)))
    const telling = rows.filter(([, r]) => r.found.total > 0 || r.falseMasks > 0)
    console.log(`\nNIR ${title}\n`)
    console.log(columns([[title, ...HEADERS], ...telling.map(row)]))
  }
  table('per condition', perCondition, all)
  table('per type', perType)
  table('per form', perForm)
  const holding = evaluations.reduce((n, e) => n + e.nirs.filesHoldingOne, 0)
  console.log(`\nDelivered files that hold a number in any of their bytes: ${holding}`)
  printCost(evaluations)
}

/** One line for each number missed or not wholly burnt, and for each mask that hides none, with what spoke for it. */
export const nirFaults = (evaluation: Evaluation): string[] =>
  judge(evaluation).flatMap(({ page: { numero }, numbers, falseMasks }) => {
    const where = `${evaluation.sample.truth.fichier} page ${numero}:`
    return [
      ...numbers.flatMap(({ zone, form, masked, covered }) =>
        masked && (covered === null || covered >= 1 - BARE)
          ? []
          : [
              `${where} NIR ${masked ? `bare in part (${percent(covered ?? 0)} covered)` : 'missed'}, ${form}, at ${at(zone)}`,
            ],
      ),
      ...falseMasks.map(zone => `${where} false mask at ${at(zone)}: ${evidenceAt(evaluation, numero, zone)}`),
    ]
  })

const at = (zone: Zone): string => zone.map(v => v.toFixed(3)).join(' ')

/** What spoke for a mask; the search is made once more. */
function evidenceAt({ pages, resultat }: Evaluation, page: number, zone: Zone): string {
  const type = resultat?.pieces.find(p => p.pages.includes(page))?.type ?? null
  const found = findNirs(
    pages.flatMap(p => (p.reading.page === page ? [p.reading] : [])),
    { type },
  )
  return (
    found.find(f => f.zones.some(z => zonesMeet(z, zone)))?.evidence.join(', ') ?? 'known from elsewhere, or the proof'
  )
}

const HEADERS = [
  'pages',
  'numbers',
  'masked',
  'ink covered',
  'wholly',
  'left readable',
  'masks that hide one',
  'false masks',
  'per 500 pages',
]

/** CPU of the search, the burning and the proof, as a share of that of the reading. The search is made once more, and timed. */
function printCost(evaluations: readonly Evaluation[]): void {
  const row = (name: string, group: readonly Evaluation[]): string[] => {
    const pages = group.reduce((n, e) => n + e.pages.length, 0)
    const ms = (step: string): number => group.reduce((sum, e) => sum + (e.cpu[step] ?? 0), 0) / pages
    const search = group.reduce((sum, e) => sum + searchMs(e), 0) / pages
    const costs = [ms('lecture'), search, ms('masquage'), ms('preuve')]
    const share = (search + ms('masquage') + ms('preuve')) / ms('lecture')
    return [name, String(pages), ...costs.map(v => v.toFixed(0)), percent(share)]
  }
  const read = evaluations.filter(e => e.pages.length > 0)
  const carrying = read.filter(e => e.sample.truth.pages.some(p => p.nirZones.length > 0))
  console.log('\nCost of masking, ms of CPU a page\n')
  console.log(
    columns([
      ['files', 'pages', 'reading', 'search', 'burning', 'proof', 'share of reading'],
      ...groupBy(carrying, e => conditionOf(e.sample.truth)).map(([name, group]) => row(name, group)),
      row('with a NIR', carrying),
      row('all', read),
    ]),
  )
}

function searchMs({ pages, resultat }: Evaluation): number {
  const before = process.cpuUsage()
  findNirs(
    pages.map(p => p.reading),
    { type: resultat?.pieces[0]?.type ?? null },
  )
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

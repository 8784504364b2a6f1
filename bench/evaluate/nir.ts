import { zoneHeight, zonesMeet, type Zone } from '../../src/domain/geometry.ts'
import { nirCandidates } from '../../src/formats/nir-candidates.ts'
import { isNirBody, nirKey } from '../../src/formats/nir.ts'
import { foldSigns } from '../../src/formats/signs.ts'
import { findNirs } from '../../src/masking/find-nirs.ts'
import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { Rate } from './metrics.ts'
import { conditionOf } from './truth.ts'

/**
 * Where a captured page is not quite where it was drawn (deskewed, rectified): the zones of the truth are those of the
 * sheet as drawn. In fractions of the page.
 */
const DRIFT = 0.02
/** Points along and across a number at which its mask is looked for. */
const POINTS = { along: 200, across: 10 } as const
/** What is burnt around a zone: a tenth of its height and two pixels at 200 dpi, as fractions of an A4 page. */
const BURNT = { ofHeight: 0.1, x: 2 / 1654, y: 2 / 2339 } as const
/** Captures whose pages lie where they were drawn, to the pixel. */
const IN_PLACE = /^(?:pdf|scan-|fax-|tiff-)/
/** How far the masks may have drifted on the others, in heights of the number. */
const SHIFTS = [-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]

interface NirRates {
  readonly found: Rate
  readonly covered: Rate
  readonly right: Rate
  /** Numbers left readable in a piece that was delivered. */
  leaks: number
  falseMasks: number
  pages: number
}

const rates = (): NirRates => ({
  found: new Rate(),
  covered: new Rate(),
  right: new Rate(),
  leaks: 0,
  falseMasks: 0,
  pages: 0,
})

/**
 * Prints, per condition, per type and per written form, how many NIR were masked and how much of their pixels, how many
 * masks hide none, and what the search, the burning and the proof cost beside the reading.
 */
export function printNirs(evaluations: readonly Evaluation[]): void {
  const perCondition = new Map<string, NirRates>()
  const perType = new Map<string, NirRates>()
  const perForm = new Map<string, NirRates>()
  const of = (map: Map<string, NirRates>, key: string): NirRates => {
    const known = map.get(key) ?? rates()
    map.set(key, known)
    return known
  }
  for (const { sample, resultat } of evaluations) {
    for (const page of sample.truth.pages) {
      const piece = sample.truth.pieces.find(p => p.pages.includes(page.numero))
      const groups = [of(perCondition, conditionOf(sample.truth)), of(perType, piece?.type ?? 'page blanche')]
      for (const group of groups) group.pages++
      if (piece?.lisible === false) continue
      const masks = (resultat?.pieces ?? [])
        .flatMap(p => p.nir.occurrences)
        .flatMap(o => (o.page === page.numero && o.zone ? [{ zone: o.zone }] : []))
      const forms = formsOf(page.texte)
      page.nirZones.forEach((zone, i) => {
        const form = forms.length === page.nirZones.length ? (forms[i] as string) : 'several'
        const hit = masks.some(m => zonesMeet(m.zone, drifted(zone)))
        const delivered = (resultat?.pieces ?? []).some(p => p.pages.includes(page.numero) && p.fichier.nom !== '')
        for (const group of [...groups, of(perForm, form)]) {
          group.found.add(Number(hit))
          if (!hit && delivered) group.leaks++
          if (hit) group.covered.add(coverage(zone, masks, IN_PLACE.test(conditionOf(sample.truth))), 1)
        }
      })
      const false_ = masks.filter(m => !page.nirZones.some(z => zonesMeet(m.zone, drifted(z)))).length
      for (const group of groups) {
        group.falseMasks += false_
        group.right.add(masks.length - false_, masks.length)
      }
    }
  }
  const row = ([name, r]: [string, NirRates]): string[] => [
    name,
    String(r.pages),
    String(r.found.total),
    percent(r.found.value),
    percent(r.covered.value),
    String(r.leaks),
    percent(r.right.value),
    String(r.falseMasks),
    r.pages === 0 ? '-' : ((500 * r.falseMasks) / r.pages).toFixed(1),
  ]
  const table = (title: string, map: Map<string, NirRates>): void => {
    const rows = [...map].filter(([, r]) => r.found.total > 0 || r.falseMasks > 0).sort(([a], [b]) => (a < b ? -1 : 1))
    console.log(`\nNIR ${title}\n`)
    console.log(columns([[title, ...HEADERS], ...rows.map(row)]))
  }
  table('per condition', perCondition)
  table('per type', perType)
  table('per form', perForm)
  printCost(evaluations)
}

const HEADERS = [
  'pages',
  'numbers',
  'masked',
  'pixels covered',
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

const drifted = (z: Zone): Zone => [z[0] - DRIFT, z[1] - DRIFT / 2, z[2] + DRIFT, z[3] + DRIFT / 2]

/** Share of the area of a number that is burnt; where the page may have drifted, at the best small shift of the masks. */
function coverage(zone: Zone, masks: readonly { readonly zone: Zone }[], inPlace: boolean): number {
  const burnt = masks.map(({ zone: [x0, y0, x1, y1] }): Zone => {
    const around = BURNT.ofHeight * (y1 - y0)
    return [x0 - BURNT.x - around, y0 - BURNT.y - around, x1 + BURNT.x + around, y1 + BURNT.y + around]
  })
  const shifts = inPlace ? [0] : SHIFTS.map(s => s * zoneHeight(zone))
  return Math.max(...shifts.map(shift => shareUnder(zone, burnt, shift)))
}

function shareUnder([x0, y0, x1, y1]: Zone, burnt: readonly Zone[], shift: number): number {
  let covered = 0
  for (let row = 0; row < POINTS.across; row++) {
    const y = y0 + ((row + 0.5) * (y1 - y0)) / POINTS.across + shift
    const spans = burnt.filter(z => z[1] <= y && y <= z[3])
    for (let i = 0; i < POINTS.along && spans.length > 0; i++) {
      const x = x0 + ((i + 0.5) * (x1 - x0)) / POINTS.along
      if (spans.some(z => z[0] <= x && x <= z[2])) covered++
    }
  }
  return covered / (POINTS.along * POINTS.across)
}

/** The written form of every number of a drawn text, top to bottom. */
function formsOf(texte: string): string[] {
  const plain = foldSigns(texte)
  const candidates = nirCandidates(plain).filter(c => isNirBody(c.body) && (c.key === null || c.key === nirKey(c.body)))
  const longest = candidates.filter(
    c => !candidates.some(o => o !== c && o.start <= c.start && o.end >= c.end && o.end - o.start > c.end - c.start),
  )
  return longest
    .sort((a, b) => a.start - b.start)
    .map(c => `${c.grouping}, ${c.key === null ? 'without key' : 'with key'}`)
}

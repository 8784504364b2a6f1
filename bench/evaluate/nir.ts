import { zoneHeight, zonesMeet, type Zone } from '../../src/domain/geometry.ts'
import { nirCandidates } from '../../src/formats/nir-candidates.ts'
import { isNirBody, nirKey } from '../../src/formats/nir.ts'
import { foldSigns } from '../../src/formats/signs.ts'
import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { Rate } from './metrics.ts'
import { conditionOf } from './truth.ts'

/**
 * Where a captured page is not quite where it was drawn (deskewed, rectified): the zones of the truth are those of the
 * sheet as drawn. In fractions of the page.
 */
const DRIFT = 0.02
/** Points of a number at which its mask is looked for. */
const POINTS = 200

interface NirRates {
  readonly found: Rate
  readonly covered: Rate
  falseMasks: number
  pages: number
}

const rates = (): NirRates => ({ found: new Rate(), covered: new Rate(), falseMasks: 0, pages: 0 })

/** Prints, per condition, per type and per written form, how many NIR were masked, and how many masks hide none. */
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
        for (const group of [...groups, of(perForm, form)]) {
          group.found.add(Number(hit))
          if (hit) group.covered.add(coverage(zone, masks), 1)
        }
      })
      const false_ = masks.filter(m => !page.nirZones.some(z => zonesMeet(m.zone, drifted(z)))).length
      for (const group of groups) group.falseMasks += false_
    }
  }
  const row = ([name, r]: [string, NirRates]): string[] => [
    name,
    String(r.pages),
    String(r.found.total),
    percent(r.found.value),
    percent(r.covered.value),
    String(r.falseMasks),
  ]
  const table = (title: string, map: Map<string, NirRates>): void => {
    const rows = [...map].filter(([, r]) => r.found.total > 0 || r.falseMasks > 0).sort(([a], [b]) => (a < b ? -1 : 1))
    console.log(`\nNIR ${title}\n`)
    console.log(columns([[title, 'pages', 'numbers', 'masked', 'length covered', 'false masks'], ...rows.map(row)]))
  }
  table('per condition', perCondition)
  table('per type', perType)
  table('per form', perForm)
}

const drifted = (z: Zone): Zone => [z[0] - DRIFT, z[1] - DRIFT / 2, z[2] + DRIFT, z[3] + DRIFT / 2]

/** Share of the length of a number that lies under a mask on its row. */
function coverage(zone: Zone, masks: readonly { readonly zone: Zone }[]): number {
  const row = masks.filter(m => m.zone[1] < zone[3] + zoneHeight(zone) && m.zone[3] > zone[1] - zoneHeight(zone))
  let covered = 0
  for (let i = 0; i < POINTS; i++) {
    const x = zone[0] + ((i + 0.5) * (zone[2] - zone[0])) / POINTS
    if (row.some(m => m.zone[0] <= x && x <= m.zone[2])) covered++
  }
  return covered / POINTS
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

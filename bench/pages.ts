/**
 * `npm run bench -- pages`: CPU seconds per A4 page through the whole pipeline, and beside it, in the same run, what
 * the native tools of Debian take on the same pages when they are installed. Medians and ratios: machines are noisy.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluateSample } from './evaluate/evaluate-sample.ts'
import { loadSamples, type Sample } from './evaluate/truth.ts'
import { measureBundle } from './bundle.ts'
import { nativeTools, timeTool } from './native-tools.ts'
import { openBench } from './open-bench.ts'
import { columns, median } from './table.ts'

const RUNS = 5
const BUNDLE_PAGES = 100

const samples = await loadSamples('samples/documents')
const subjects: readonly (readonly [string, readonly Sample[]])[] = [
  ['clean 200 dpi scan', samples.filter(s => s.truth.condition === 'scan-200-grey')],
  ['born-digital PDF', samples.filter(s => s.truth.condition === 'pdf')],
]
const workDir = await mkdtemp(join(tmpdir(), 'numeriseur-bench-'))
const context = await openBench(workDir, 1)
const rows: string[][] = [
  ['subject', 'pages', 'CPU s/page', 'of which', 'native tools, CPU s/page (ratio ours / theirs)'],
]
for (const [name, group] of subjects) {
  if (group.length === 0) continue
  // Starts the engine and warms its code, as in a server that runs: not counted.
  for (const sample of group) await processOnce(sample)
  const perPage: number[] = []
  let steps: Record<string, number> = {}
  let pages = 0
  for (let run = 0; run < RUNS; run++) {
    steps = {}
    pages = 0
    for (const sample of group) {
      const once = await processOnce(sample)
      pages += once.pages
      for (const [step, ms] of Object.entries(once.cpu)) steps[step] = (steps[step] ?? 0) + ms
    }
    perPage.push(Object.values(steps).reduce((a, b) => a + b, 0) / 1000 / pages)
  }
  const ours = median(perPage)
  const natives = nativeTools().flatMap(tool => {
    const accepted = group.map(s => s.path).filter(tool.accepts)
    if (accepted.length === 0) return []
    const seconds = timeTool(tool, accepted, workDir) / pages
    return `${tool.name} ${seconds.toFixed(2)} (${(ours / seconds).toFixed(2)})`
  })
  rows.push([name, String(pages), ours.toFixed(2), breakdown(steps, pages), natives.join(', ') || 'none installed'])
}
context.pool.close()
console.log(columns(rows))
const scans = samples.filter(s => s.truth.condition.startsWith('scan-'))
const bundle = await measureBundle(scans, BUNDLE_PAGES, workDir)
await rm(workDir, { recursive: true })
console.log(
  `\nbundle of ${bundle.pages} scanned pages, 2 engines: ${bundle.pieces} pieces in ${bundle.wallSeconds.toFixed(0)} s; ` +
    `first page read after ${bundle.firstPageSeconds.toFixed(1)} s, last after ${bundle.lastPageSeconds.toFixed(0)} s; ` +
    `most memory of all processes ${bundle.peakMegabytes.toFixed(0)} MB`,
)

async function processOnce(sample: Sample): Promise<{ pages: number; cpu: Record<string, number> }> {
  const { pages, cpu, parentMs, resultat } = await evaluateSample(sample, context)
  if (resultat === null) throw new Error('a sample of the bench was refused')
  return { pages: pages.length, cpu: { ...cpu, parent: parentMs } }
}

function breakdown(steps: Readonly<Record<string, number>>, pages: number): string {
  return Object.entries(steps)
    .map(([step, ms]) => `${step} ${(ms / 1000 / pages).toFixed(2)}`)
    .join(', ')
}

/**
 * `npm run bench [-- pages]`: CPU seconds per A4 page through the whole pipeline, and beside it, in the same run, what
 * the native tools of Debian take on the same pages when they are installed. Medians and ratios: machines are noisy.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeDepot } from '../src/pipeline/depot.ts'
import { assembleResult } from '../src/pipeline/process-file.ts'
import { readPages } from '../src/pipeline/read-pages.ts'
import type { PipelineContext } from '../src/pipeline/context.ts'
import { loadSamples, type Sample } from './evaluate/truth.ts'
import { nativeTools, timeTool } from './native-tools.ts'
import { LIMITS, openBench } from './open-bench.ts'
import { columns, median } from './table.ts'

const RUNS = 3
const OPTIONS = {
  canal: 'cli' as const,
  guichet: null,
  numeroUnique: null,
  jourDepot: '2026-10-15',
  recuLe: '2026-10-15T00:00:00+02:00',
}

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
  const [first] = group
  if (!first) continue
  await processOnce(first) // starts the engine: not counted
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
await rm(workDir, { recursive: true })
console.log(columns(rows))

async function processOnce(sample: Sample): Promise<{ pages: number; cpu: Record<string, number> }> {
  const cpu: Record<string, number> = {}
  const run: PipelineContext = {
    ...context,
    workDir: await mkdtemp(join(workDir, 'run-')),
    onEvent: event => {
      if (event.kind === 'file-opened') return
      for (const [step, ms] of Object.entries(event.timings)) cpu[step] = (cpu[step] ?? 0) + ms
    },
  }
  const before = process.cpuUsage()
  const { id, depot } = await describeDepot(sample.path, OPTIONS)
  const opened = await run.pool.run({ kind: 'inspect', path: sample.path, limits: LIMITS })
  if (!opened.ok) throw new Error(`sample refused: ${opened.code}`)
  const pages = await readPages(sample.path, opened.pageCount, run)
  await assembleResult(id, { ...depot, pages: pages.length }, pages, OPTIONS, run)
  const { user, system } = process.cpuUsage(before)
  cpu['parent'] = (user + system) / 1000
  await rm(run.workDir, { recursive: true })
  return { pages: pages.length, cpu }
}

function breakdown(steps: Readonly<Record<string, number>>, pages: number): string {
  return Object.entries(steps)
    .map(([step, ms]) => `${step} ${(ms / 1000 / pages).toFixed(2)}`)
    .join(', ')
}

/**
 * `npm run evaluate -- [--samples DIR] [--seed N] [--conditions a,b] [--only TEXT] [--jobs N] [--details]
 *   [--compare-layer]`
 *
 * Reads every sample that has a truth and prints, per capture condition and per type, how much of it was right and what
 * it cost. `--jobs` confined processes read as many samples at once.
 * With `--compare-layer` the text of PDF pages is compared with their pixels too.
 * With `--seed`, documents never seen are drawn first (needs Chromium).
 */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateSample, type Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { printLayerDisagreements } from './layer.ts'
import { largestPeak, resetPeaks } from './peak-memory.ts'
import { printReport } from './report.ts'
import { openBench } from '../open-bench.ts'
import { conditionOf, loadSamples } from './truth.ts'

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: 'samples' },
    seed: { type: 'string' },
    conditions: { type: 'string' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    details: { type: 'boolean', default: false },
    'compare-layer': { type: 'boolean', default: false },
  },
})

const folder = values.seed === undefined ? values.samples : drawSeed(values.seed, values.conditions)
const samples = (await loadSamples(folder)).filter(s => values.only === undefined || s.path.includes(values.only))
const workDir = await mkdtemp(join(tmpdir(), 'numeriseur-evaluate-'))
await mkdir(join(workDir, 'out'))
const bench = { ...(await openBench(workDir, Number(values.jobs))), compareLayer: values['compare-layer'] }
const evaluations: Evaluation[] = []
const peaks = new Map<string, number>()
// One condition after the other, so that a peak of memory is that of its condition; its samples side by side.
for (const [condition, group] of groupBy(samples, s => conditionOf(s.truth))) {
  resetPeaks()
  const queue = group[Symbol.iterator]()
  const read = async (): Promise<void> => {
    for (const sample of queue) {
      evaluations.push(await evaluateSample(sample, bench))
      peaks.set(condition, Math.max(peaks.get(condition) ?? 0, largestPeak()))
      process.stderr.write(`\r${evaluations.length}/${samples.length} `)
    }
  }
  await Promise.all(Array.from({ length: bench.pool.size }, read))
}
evaluations.sort((a, b) => (a.sample.path < b.sample.path ? -1 : 1))
process.stderr.write('\n')
bench.pool.close()
await rm(workDir, { recursive: true })
printReport(evaluations, peaks, { details: values.details })
if (values['compare-layer']) printLayerDisagreements(evaluations)

function drawSeed(seed: string, conditions: string | undefined): string {
  const out = join('samples', 'generated', `seed-${seed}`)
  const args = ['samples/generator/main.ts', '--seed', seed, '--out', out, '--conditions', conditions ?? 'all']
  const { status } = spawnSync('npx', ['--no-install', 'tsx', ...args], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the samples of this seed could not be drawn: Chromium and fonts-ocr-b are needed')
  return out
}

import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageReading } from '../../src/domain/reading.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import type { PipelineContext } from '../../src/pipeline/context.ts'
import { describeDepot } from '../../src/pipeline/depot.ts'
import { assembleResult } from '../../src/pipeline/process-file.ts'
import { readPages } from '../../src/pipeline/read-pages.ts'
import type { PageTimings } from '../../src/sandbox/protocol.ts'
import { StopWatch } from '../../src/sandbox/stop-watch.ts'
import { comparePieces, splitting, wordRecall, type Comparison } from './metrics.ts'
import { lyingOf, type Lying } from './lying.ts'
import { deliveredNirs, type DeliveredNirs } from './nir-ink.ts'
import type { Sample } from './truth.ts'

/** The day on which the generator's households make their demande. */
export const JOUR_DEPOT = '2026-10-15'

export interface PageEvaluation {
  readonly reading: PageReading
  readonly lying: Lying
  readonly words: { readonly found: number; readonly total: number; readonly numbers: readonly [number, number] }
}

export interface Evaluation {
  readonly sample: Sample
  readonly pages: readonly PageEvaluation[]
  readonly comparisons: readonly Comparison[]
  readonly splitting: { readonly right: number; readonly expected: number; readonly given: number }
  /** CPU milliseconds of the confined processes, per step. */
  readonly cpu: Readonly<Record<string, number>>
  /** CPU milliseconds of this process meanwhile, the comparison with the truth left out; of use when nothing else runs. */
  readonly parentMs: number
  readonly resultat: Resultat | null
  readonly nirs: DeliveredNirs
}

/** Reads one sample through the whole pipeline and compares with its truth. */
export async function evaluateSample({ path, truth }: Sample, bench: PipelineContext): Promise<Evaluation> {
  const cpu: Record<string, number> = {}
  const count = (timings: PageTimings): void => {
    for (const [step, ms] of Object.entries(timings)) cpu[step] = (cpu[step] ?? 0) + ms
  }
  const workDir = await mkdtemp(join(bench.workDir, 'sample-'))
  const context: PipelineContext = {
    ...bench,
    workDir,
    onEvent: event => {
      if (event.kind !== 'file-opened') count(event.timings)
    },
  }
  const options = {
    canal: 'cli' as const,
    guichet: null,
    numeroUnique: null,
    jourDepot: JOUR_DEPOT,
    recuLe: `${JOUR_DEPOT}T00:00:00+02:00`,
  }
  const watch = new StopWatch()
  const parentMs = (): number => {
    watch.lap('parent')
    return watch.laps['parent'] ?? 0
  }
  try {
    const { id, depot } = await describeDepot(path, options)
    const opened = await context.pool.run({ kind: 'inspect', path, limits: context.limits })
    if (!opened.ok) {
      return {
        sample: { path, truth },
        pages: [],
        comparisons: [],
        splitting: { right: 0, expected: truth.pieces.length, given: 0 },
        cpu,
        parentMs: parentMs(),
        resultat: null,
        nirs: { numbers: [], filesHoldingOne: 0 },
      }
    }
    count(opened.timings)
    const pages = await readPages(path, opened.pageCount, context)
    const received = { id, depot: { ...depot, pages: pages.length }, outside: opened.hiddenTexts }
    const resultat = await assembleResult(received, pages, options, context)
    const spent = parentMs()
    return {
      sample: { path, truth },
      pages: pages.flatMap(({ reading }, i) => {
        const page = truth.pages[i]
        return page ? [{ reading, words: wordRecall(page.texte, reading), lying: lyingOf(truth, page, reading) }] : []
      }),
      comparisons: comparePieces(truth, resultat),
      splitting: splitting(truth, resultat),
      cpu,
      parentMs: spent,
      resultat,
      nirs: await deliveredNirs(truth, pages, resultat, context.outDir),
    }
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChecks } from '../../src/checks/registry.ts'
import { DEFAULT_PROFILE } from '../../src/documents/regional-profile.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import type { PipelineContext } from '../../src/pipeline/context.ts'
import { processFile } from '../../src/pipeline/process-file.ts'
import { EnginePool } from '../../src/sandbox/pool.ts'

/** The day on which the households of the samples make their demande. */
const JOUR_DEPOT = '2026-10-15'

const OPTIONS = {
  canal: 'cli' as const,
  guichet: null,
  numeroUnique: null,
  jourDepot: JOUR_DEPOT,
  recuLe: `${JOUR_DEPOT}T00:00:00+02:00`,
}

/** The whole pipeline on a pool of confined processes, in folders of its own; `close` removes them. */
export async function openPipeline(): Promise<PipelineContext & { close(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'numeriseur-e2e-'))
  const pool = new EnginePool(2)
  const trustStore = await loadTrustStore('samples/2d-doc-trust-store.json')
  return {
    pool,
    checks: createChecks({ trustStore, registries: [], taxNotices: null }),
    profil: DEFAULT_PROFILE,
    limits: { maxBytes: 100_000_000, maxPages: 200, maxPixelsPerPage: 100_000_000 },
    outDir: join(root, 'out'),
    workDir: root,
    close: async () => {
      pool.close()
      await rm(root, { recursive: true })
    },
  }
}

/** Results of many files, two at a time, in the order given. */
export async function processAll(paths: readonly string[], context: PipelineContext): Promise<Resultat[]> {
  const results: Resultat[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < paths.length; i = next++)
      results[i] = await processFile(paths[i] as string, OPTIONS, context)
  }
  await Promise.all([worker(), worker()])
  return results
}

import { createChecks } from '../src/checks/registry.ts'
import { DEFAULT_PROFILE } from '../src/documents/regional-profile.ts'
import { loadTrustStore } from '../src/formats/two-d-doc/trust-store.ts'
import type { PipelineContext } from '../src/pipeline/context.ts'
import { EnginePool } from '../src/sandbox/pool.ts'

const LIMITS = { maxBytes: 500_000_000, maxPages: 1_000, maxPixelsPerPage: 120_000_000 }

/** The pipeline with the defaults of the product and the samples' own 2D-Doc authority, in a folder of its own. */
export async function openBench(
  workDir: string,
  jobs: number,
): Promise<PipelineContext & { readonly pool: EnginePool }> {
  const trustStore = await loadTrustStore('samples/2d-doc-trust-store.json')
  return {
    pool: new EnginePool(jobs),
    checks: createChecks({ trustStore, registries: [], taxNotices: null }),
    profil: DEFAULT_PROFILE,
    limits: LIMITS,
    outDir: `${workDir}/out`,
    workDir,
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChecks } from '../checks/registry.ts'
import type { Config } from '../config/config.ts'
import type { Voie } from '../domain/work.ts'
import { loadProfile } from '../config/load-profile.ts'
import { loadTrustStore } from '../formats/two-d-doc/trust-store.ts'
import { processFile } from '../pipeline/process-file.ts'
import { EnginePool, type Engines } from '../sandbox/pool.ts'
import { openServices } from '../services/open-services.ts'
import { FairEngines } from './fair-engines.ts'
import { withKeptPages } from './kept-pages.ts'
import type { ProcessFile } from './reading-stage.ts'

/** The pipeline as the workers run it. */
export interface Processing {
  readonly process: ProcessFile
  /** The same without anti-fraud checks, for an instant answer. */
  readonly processUnchecked: ProcessFile
  /** The confined processes, for what a person waits for. */
  readonly engines: Engines
  /** Private folder for plain bytes; gone with the process. */
  readonly workDir: string
  /** What could not be confined here, in French. */
  readonly missing: readonly string[]
  close(): Promise<void>
}

/**
 * @param refreshedTrustStore the 2D-Doc authorities that `2d-doc refresh` brought
 * @param jobs number of confined processes
 */
export async function openProcessing(config: Config, refreshedTrustStore: string, jobs: number): Promise<Processing> {
  const profil = await loadProfile(config.profileFile)
  const trustStore = await loadTrustStore(config.trustStoreFile, refreshedTrustStore)
  const services = openServices(config)
  const checks = createChecks({ trustStore, ...services })
  const workDir = await mkdtemp(join(tmpdir(), 'numeriseur-'))
  // A stop that does not come back here must leave no plain page behind.
  const forget = (): void => rmSync(workDir, { recursive: true, force: true })
  process.once('exit', forget)
  const pool = new EnginePool(jobs)
  const engines = new FairEngines(pool)
  const { limits } = config
  const share = (voie: Voie): Engines => engines.share(voie === 'courte')
  const run =
    (applied: typeof checks): ProcessFile =>
    (path, options, { outDir, voie, onEvent, kept }) =>
      processFile(path, options, {
        pool: kept === undefined ? share(voie) : withKeptPages(share(voie), kept),
        checks: applied,
        profil,
        limits,
        outDir,
        workDir,
        onEvent,
      })
  return {
    process: run(checks),
    processUnchecked: run([]),
    engines: engines.share(true),
    workDir,
    missing: pool.missing,
    close: async () => {
      engines.close()
      pool.close()
      await services.close()
      process.removeListener('exit', forget)
      await rm(workDir, { recursive: true, force: true })
    },
  }
}

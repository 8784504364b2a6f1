import { rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChecks } from '../checks/registry.ts'
import type { Config } from '../config/config.ts'
import { loadProfile } from '../config/load-profile.ts'
import type { Resultat } from '../domain/resultat.ts'
import { loadTrustStore } from '../formats/two-d-doc/trust-store.ts'
import type { DepotOptions } from '../pipeline/depot.ts'
import { processFile } from '../pipeline/process-file.ts'
import { EnginePool } from '../sandbox/pool.ts'
import { openServices } from '../services/open-services.ts'
import { openSneStore } from '../store/open-sne-store.ts'
import { listInputs } from './inputs.ts'
import type { Output } from './masked-output.ts'
import { refreshedListPath } from './refresh-trust-store.ts'
import { Progress } from './progress.ts'

export interface ProcessOptions extends DepotOptions {
  readonly outDir: string
  readonly store: boolean
  /** Number of confined processes; `null` for one a core. */
  readonly jobs: number | null
  readonly verbose: boolean
}

/** What leaves the command while it runs. */
export interface ProcessOutput {
  /** Called once a file, in the order given. */
  readonly onResult: (resultat: Resultat) => void
  readonly stderr: Output
}

/** Processes files one after the other (their pages in parallel) and gives each result as soon as it is there. */
export async function runProcess(
  paths: readonly string[],
  options: ProcessOptions,
  config: Config,
  output: ProcessOutput,
): Promise<Resultat[]> {
  const files = await listInputs(paths)
  const profil = await loadProfile(config.profileFile)
  const trustStore = await loadTrustStore(config.trustStoreFile, refreshedListPath(config.dataDir))
  await mkdir(options.outDir, { recursive: true })
  const store = options.store ? await openSneStore(config) : null
  const services = openServices(config)
  const workDir = await mkdtemp(join(tmpdir(), 'numeriseur-'))
  // Ctrl-C does not come back here: the pictures of the pages, not yet masked, must go with the process.
  const forget = (): void => rmSync(workDir, { recursive: true, force: true })
  process.once('exit', forget)
  const pool = new EnginePool(options.jobs ?? availableParallelism())
  if (options.verbose) for (const line of pool.missing) output.stderr.write(`${line}\n`)
  const progress = new Progress(output.stderr, files.length, options.verbose)
  try {
    const context = {
      pool,
      checks: createChecks({ trustStore, ...services }),
      profil,
      limits: config.limits,
      outDir: options.outDir,
      workDir,
      onEvent: progress.event.bind(progress),
    }
    const resultats: Resultat[] = []
    for (const file of files) {
      progress.startFile()
      const resultat = await processFile(file, options, context)
      await store?.enregistrer(resultat)
      progress.end()
      output.onResult(resultat)
      resultats.push(resultat)
    }
    return resultats
  } finally {
    progress.end()
    pool.close()
    await store?.close()
    await services.close()
    process.removeListener('exit', forget)
    forget()
  }
}

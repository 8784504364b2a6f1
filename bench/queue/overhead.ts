import { setTimeout as pause } from 'node:timers/promises'
import { parseConfig } from '../../src/config/config.ts'
import { openProcessing } from '../../src/flow/open-processing.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { startWorkers } from '../../src/flow/workers.ts'
import { scannedFiles } from '../faults/documents.ts'
import { Fleet } from '../faults/fleet.ts'
import type { Ground } from './ground.ts'

const DOCUMENTS = 20

/**
 * What queue, leases, sealing and database add to the reading of a page: all the time of a worker on files of one page,
 * from the first that it takes to the last that the SNE holds, beside the time that the pipeline had of it.
 */
export async function measureOverhead(fresh: Ground): Promise<string> {
  const outcome = parseConfig({})
  if (!outcome.ok) throw new Error(outcome.errors.join(' '))
  const setting = fresh('surcout')
  const fleet = await Fleet.open(setting)
  const processing = await openProcessing(outcome.config, '', 1)
  let inPipeline = 0
  let first = Number.NaN
  const timed: ProcessFile = async (...args) => {
    const start = performance.now()
    if (Number.isNaN(first)) first = start
    try {
      return await processing.process(...args)
    } finally {
      inPipeline += performance.now() - start
    }
  }
  const workers = startWorkers(fleet.house, {
    process: timed,
    workDir: processing.workDir,
    files: 1,
    retention: outcome.config.retention,
    onError: error => console.error(error.name),
  })
  try {
    const written = async (count: number): Promise<void> => {
      while ((await fleet.house.receptions.comptes()).verse < count) await pause(20)
    }
    const warm = await scannedFiles(2, 500)
    await fleet.deposit(warm)
    await written(warm.length)
    inPipeline = 0
    first = Number.NaN
    await fleet.deposit(await scannedFiles(DOCUMENTS, 0))
    await written(warm.length + DOCUMENTS)
    const all = performance.now() - first
    const perPage = (all - inPipeline) / DOCUMENTS
    return (
      `overhead: queue and store take ${perPage.toFixed(0)} ms of a page of ${(inPipeline / DOCUMENTS).toFixed(0)} ms, ` +
      `${((100 * (all - inPipeline)) / inPipeline).toFixed(1)} % (wanted under 3)`
    )
  } finally {
    await workers.close()
    await processing.close()
    await fleet.close()
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { scannedFiles } from '../faults/documents.ts'
import { Fleet } from '../faults/fleet.ts'
import { median } from '../table.ts'
import type { Ground } from './ground.ts'

const DOCUMENTS = 20
const RUNS = 3

/** What two workers do of one worker's work on scanned pages, each with one confined process. */
export async function measureScaling(fresh: Ground): Promise<string> {
  const one: number[] = []
  const two: number[] = []
  // In turn, so that a machine that grows slower or faster does so for both.
  for (let run = 0; run < RUNS; run++) {
    one.push(await secondsWith(1, fresh))
    two.push(await secondsWith(2, fresh))
  }
  const ratio = median(one) / median(two)
  const list = (seconds: readonly number[]): string => seconds.map(s => s.toFixed(1)).join(', ')
  return (
    `scaling: 2 workers do ${ratio.toFixed(2)} x the work of 1 (${DOCUMENTS} scanned pages in ${list(one)} s with one, ` +
    `${list(two)} s with two; wanted 1.8)`
  )
}

async function secondsWith(workers: number, fresh: Ground): Promise<number> {
  const fleet = await Fleet.open(fresh('echelle'))
  try {
    await Promise.all(Array.from({ length: workers }, () => fleet.addWorker()))
    // The processes start and warm their engines on the first files: a server that runs has done so.
    const [warm, measured] = [await scannedFiles(workers * 3, 500), await scannedFiles(DOCUMENTS, 0)]
    await allWritten(fleet, await fleet.deposit(warm))
    const start = performance.now()
    await allWritten(fleet, [...(await fleet.deposit(measured)), ...warm])
    return (performance.now() - start) / 1000
  } finally {
    await fleet.close()
  }
}

async function allWritten({ house }: Fleet, deposits: readonly unknown[]): Promise<void> {
  while ((await house.receptions.comptes()).verse < deposits.length) await pause(100)
}

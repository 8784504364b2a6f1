import type { Voie } from '../domain/work.ts'
import type { RetentionRule } from '../store/retention.ts'
import type { House } from './house.ts'
import { notify } from './notify-stage.ts'
import { startPurge } from './purge.ts'
import { readDeposit, type ReadingTools } from './reading-stage.ts'
import { Sweeper } from './sweeper.ts'
import { writeBack } from './write-back-stage.ts'

export interface WorkersOptions extends Omit<ReadingTools, 'house' | 'stopping'> {
  /** Files of one queue read at the same time. */
  readonly files: number
  readonly retention: RetentionRule
  readonly onError: (error: Error) => void
}

export interface Workers {
  /** Takes no more work; returns when the work under way is done, or at once when it was given up. */
  close(): Promise<void>
  /** Gives up the work under way: nothing of it is written, another worker takes it over. */
  abandon(): void
}

/** Files that a service was down for are read again at most so fast, over all the workers: it must not fall again. */
const RECHECKS = { max: 30, duration: 60_000 }
const WRITE_BACKS = 4

/** Serves the five queues, sweeps, and destroys the originals that have had their time. */
export function startWorkers(house: House, { files, retention, onError, ...tools }: WorkersOptions): Workers {
  const stop = new AbortController()
  const reading: ReadingTools = { ...tools, house, stopping: stop.signal }
  const readers: readonly (readonly [Voie, number])[] = [
    ['courte', files],
    ['longue', files],
    ['recontrole', 1],
  ]
  const consumers = [
    ...readers.map(([voie, concurrency]) =>
      house.queues.work(voie, travail => readDeposit(travail, reading), {
        concurrency,
        onError,
        ...(voie === 'recontrole' ? { limiter: RECHECKS } : {}),
      }),
    ),
    house.queues.work('versement', travail => writeBack(travail, house), { concurrency: WRITE_BACKS, onError }),
    house.queues.work('avis', travail => notify(travail, house), { concurrency: WRITE_BACKS, onError }),
  ]
  const sweeper = new Sweeper(house, onError)
  sweeper.start()
  const purge = startPurge(house, retention, onError)
  return {
    abandon: () => stop.abort(),
    close: async () => {
      await sweeper.stop()
      await purge.stop()
      await Promise.all(consumers.map(consumer => consumer.close()))
    },
  }
}

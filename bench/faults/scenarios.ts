import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fleet } from './fleet.ts'
import type { Postgres, RedisServer } from './services.ts'

export interface World {
  readonly fleet: Fleet
  readonly postgres: Postgres
  readonly redis: RedisServer
  /** Seconds from a kill until the work was taken over, as measured. */
  readonly resumes: number[]
  kills: number
}

/** A fault, done while the deposits `ids` are on their way. */
export type Fault = (world: World, ids: readonly string[]) => Promise<void>

/** Kills the workers one after the other while there is work, at moments that differ, and starts others. */
const killWorkers =
  (times: number): Fault =>
  async (world, ids) => {
    for (let i = 0; i < times; i++) {
      await pause(400 + ((i * 977) % 2_600))
      if (await allWritten(world, ids)) return
      const victim = world.fleet.workers[i % world.fleet.workers.length]
      if (victim) await kill(world, victim)
      await world.fleet.addWorker()
    }
  }

/** Kills the only worker that holds work, and measures how long that work waits. */
const killAndMeasure: Fault = async world => {
  const { fleet, resumes } = world
  for (;;) {
    const held = await fleet.house.outbox.held()
    const [first] = held
    if (!first) {
      await pause(100)
      continue
    }
    for (const worker of fleet.workers) await kill(world, worker)
    const start = Date.now()
    await fleet.addWorker()
    for (;;) {
      const now = await fleet.house.outbox.held()
      const again = now.find(h => h.depotId === first.depotId && h.etape === first.etape)
      if (!again || again.essais > first.essais) break
      await pause(100)
    }
    resumes.push((Date.now() - start) / 1000)
    return
  }
}

const flushRedis: Fault = ({ redis }) => {
  redis.flush()
  return Promise.resolve()
}

const restartRedis: Fault = async ({ redis }) => {
  await redis.kill()
  await pause(2_000)
  await redis.start()
}

const restartPostgres: Fault = ({ postgres }) => {
  postgres.restart()
  return Promise.resolve()
}

const stopSignal: Fault = async ({ fleet }) => {
  await pause(1_000)
  for (const worker of fleet.workers) {
    const gone = once(worker, 'exit') as Promise<[number | null, string | null]>
    worker.kill('SIGTERM')
    const [code] = await gone
    if (code !== 0) throw new Error(`a worker told to stop ended with ${code}`)
  }
  await fleet.addWorker()
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'workers killed at random': killWorkers(12),
  'worker killed, the next takes over': killAndMeasure,
  'Redis emptied': flushRedis,
  'Redis killed and started': restartRedis,
  'PostgreSQL cut off and started': restartPostgres,
  'stop signal during work': stopSignal,
}

/** A sample of the faults, one on top of the other, for less than a minute. */
export const QUICK: readonly Fault[] = [flushRedis, killAndMeasure, restartPostgres, restartRedis]

async function kill(world: World, worker: ReturnType<Fleet['workers']['at']>): Promise<void> {
  if (!worker) return
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
  world.kills++
}

const allWritten = async ({ fleet }: World, ids: readonly string[]): Promise<boolean> =>
  (await Promise.all(ids.map(id => fleet.house.receptions.find(id, null)))).every(r => r?.etat === 'verse')

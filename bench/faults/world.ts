import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { FakeSne } from '../../test/store/fake-sne.ts'
import type { FakeS3 } from '../../test/store/files/fake-s3.ts'
import type { Fleet, Sent } from './fleet.ts'
import type { Registry } from './registry.ts'
import type { Postgres, RedisServer } from './services.ts'
import type { SmallDisk } from './small-disk.ts'

/** All that a fault may act upon, and what it notes. */
export interface World {
  readonly fleet: Fleet
  readonly postgres: Postgres
  readonly redis: RedisServer
  readonly s3: FakeS3
  readonly sne: FakeSne
  readonly registry: Registry
  readonly database: pg.Pool
  readonly files: readonly Sent[]
  /** The disk of the data, where the fault is that it is full. */
  readonly disk: SmallDisk | null
  /** Seconds from a kill until each work under way was taken over, as measured. */
  readonly resumes: number[]
  kills: number
}

/** A fault, done while the deposits `ids` are on their way. */
export type Fault = (world: World, ids: readonly string[]) => Promise<void>

/** One work of the outbox, as the harness looks at it. */
export interface Work {
  readonly depot_id: string
  readonly etape: string
  readonly revision: number
  readonly essais: number
  readonly porteur: string | null
  readonly pages: number
  readonly lues: number
}

/** The work still to be done; what is held by a living lease has its holder. */
export async function works({ database }: Pick<World, 'database'>): Promise<Work[]> {
  const { rows } = await database.query<Work>(`
    select o.depot_id, o.etape, o.revision, o.essais,
      case when o.bail_fin > now() then substring(o.bail from '^[^:]*:[0-9]+') end as porteur,
      coalesce((r.avancement ->> 'pages')::int, 0) as pages, coalesce((r.avancement ->> 'pagesLues')::int, 0) as lues
    from outbox o join reception r on r.id = o.depot_id order by o.depot_id`)
  return rows
}

export async function kill(world: World, worker: ChildProcess | undefined): Promise<void> {
  if (worker?.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
  world.kills++
}

/** Waits for something that must come. */
export async function until(what: string, ready: () => Promise<boolean>, patienceMs = 180_000): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await ready())) {
    if (Date.now() > end) throw new Error(`${what} did not come in ${patienceMs / 1000} s`)
    await pause(50)
  }
}

/** A deposit that must not be acknowledged now. */
export async function refused(deposit: Promise<string>): Promise<void> {
  const taken = await deposit.then(
    () => true,
    () => false,
  )
  if (taken) throw new Error('a deposit was acknowledged that could not be kept')
}

export async function allWritten({ fleet }: World, ids: readonly string[]): Promise<boolean> {
  const found = await Promise.all(ids.map(id => fleet.house.receptions.find(id, null)))
  return found.every(r => r?.etat === 'verse')
}

/** A pool that outlives the restart of its server. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3 })
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

import {
  createPostgresBackend,
  createRedisBackend,
  DelayedError,
  Queue,
  runMigrations,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Job,
  type PgQueryable,
} from 'bullmq'
import { Redis } from 'ioredis'
import { VOIES, type Travail, type TravailEnAttente, type Voie } from '../domain/work.ts'

/** What the queue stands on: Redis, or PostgreSQL (embedded or not) by the same library. */
export type QueueBase =
  | { readonly kind: 'redis'; readonly url: string; readonly prefix?: string }
  | { readonly kind: 'postgres'; readonly pool: object }

/** What a worker makes of a job: it is done, or it must be looked at again later. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'later'; readonly delaiMs: number }

export interface ConsumerOptions {
  /** Jobs at once. */
  readonly concurrency: number
  /** At most so many jobs in so many milliseconds, over all the workers. */
  readonly limiter?: { readonly max: number; readonly duration: number }
  /** The queue cannot be reached, or has lost a job: it is said, and the library goes on trying. */
  readonly onError: (error: Error) => void
}

export interface Consumer {
  /** Takes no more jobs, and returns when those under way are done. */
  close(): Promise<void>
}

type OneQueue = Pick<Queue, 'addBulk' | 'getJobCounts' | 'close'>

/** A killed worker's job is given to another after the lock has ended and one more look: at most 20 s. */
const LOCK_MS = 15_000
const STALLED_LOOK_MS = 5_000
/** A job fails only when the database cannot be reached; then the sweeper announces its work again. */
const TRIES = { attempts: 4, backoff: { type: 'exponential', delay: 1_000 } } as const
/** The queue answers within this, or it is down. */
const ANSWER_MS = 3_000

/**
 * The four queues, on BullMQ. They hold identifiers only, and nothing that could not be announced again from the
 * database. Nobody waits here for what a job made.
 */
export class Queues {
  readonly #connection: object
  readonly #factory: BackendFactory<IQueueBackend, never>
  readonly #prefix: { prefix?: string }
  readonly #queues: ReadonlyMap<Voie, OneQueue>
  readonly #redis: Redis | null

  private constructor(base: QueueBase) {
    if (base.kind === 'redis') {
      const redis = new Redis(base.url, { maxRetriesPerRequest: null })
      // Without a listener a lost connection would end the process; ioredis goes on trying by itself.
      redis.on('error', () => undefined)
      this.#redis = redis
      this.#connection = redis
    } else {
      this.#redis = null
      this.#connection = base.pool
    }
    const factory = base.kind === 'redis' ? createRedisBackend : createPostgresBackend
    this.#factory = factory
    this.#prefix = base.kind === 'redis' && base.prefix !== undefined ? { prefix: base.prefix } : {}
    this.#queues = new Map(VOIES.map(voie => [voie, this.#queue(voie)]))
  }

  /** Opens the queues; on PostgreSQL their tables are made first, in a schema of their own. */
  static async open(base: QueueBase): Promise<Queues> {
    if (base.kind === 'postgres') await migrateQueue(base.pool as MigrationPool)
    return new Queues(base)
  }

  #queue(voie: Voie): OneQueue {
    const queue = new Queue(voie, { connection: this.#connection as never, ...this.#prefix }, this.#factory)
    queue.on('error', () => undefined)
    return queue
  }

  /**
   * Tells the queues of work to do. Work that they know already changes nothing.
   * @throws QueueUnreachable
   */
  async announce(travaux: readonly TravailEnAttente[]): Promise<void> {
    const byQueue = VOIES.map(voie => travaux.filter(t => t.voie === voie))
    const adding = byQueue.map(async (some, i) => {
      if (some.length > 0) await this.#queues.get(VOIES[i] as Voie)?.addBulk(some.map(jobOf))
    })
    await answered(Promise.all(adding))
  }

  /** Gives each job of a queue to `handle`. */
  work(voie: Voie, handle: (travail: Travail) => Promise<Outcome>, options: ConsumerOptions): Consumer {
    const { concurrency, limiter, onError } = options
    const worker = new Worker(
      voie,
      async (job: Job<Travail>, token) => {
        const outcome = await handle(job.data)
        if (outcome.kind === 'done') return
        await job.moveToDelayed(Date.now() + outcome.delaiMs, token)
        throw new DelayedError()
      },
      {
        connection: this.#connection as never,
        ...this.#prefix,
        concurrency,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_LOOK_MS,
        maxStalledCount: 3,
        ...(limiter ? { limiter } : {}),
      },
      this.#factory,
    )
    worker.on('error', onError)
    worker.on('failed', (_job, error) => onError(error))
    return { close: () => worker.close() }
  }

  /** How many jobs wait or run in each queue. @throws QueueUnreachable */
  counts(): Promise<{ readonly voie: Voie; readonly enAttente: number; readonly enCours: number }[]> {
    return answered(
      Promise.all(
        VOIES.map(async voie => {
          const {
            waiting = 0,
            prioritized = 0,
            delayed = 0,
            active = 0,
          } = (await this.#queues.get(voie)?.getJobCounts('waiting', 'prioritized', 'delayed', 'active')) ?? {}
          return { voie, enAttente: waiting + prioritized + delayed, enCours: active }
        }),
      ),
    )
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map(queue => queue.close()))
    this.#redis?.disconnect()
  }
}

/** The queue does not answer. Deposits are taken all the same: they are announced when it is back. */
export class QueueUnreachable extends Error {
  override readonly name = 'QueueUnreachable'
  constructor() {
    super('La file ne répond pas. Vérifiez REDIS_URL et que le service est démarré ; rien n’est perdu en attendant.')
  }
}

function jobOf({ depotId, etape, revision, rang, delaiMs }: TravailEnAttente) {
  const travail: Travail = { depotId, etape, revision }
  return {
    name: etape,
    data: travail,
    opts: {
      jobId: `${depotId}.${etape}.${revision}`,
      priority: Math.max(1, rang),
      removeOnComplete: true,
      removeOnFail: true,
      ...TRIES,
      ...(delaiMs > 0 ? { delay: delaiMs } : {}),
    },
  }
}

async function answered<T>(request: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueUnreachable()), ANSWER_MS)
  })
  try {
    return await Promise.race([request, late])
  } finally {
    clearTimeout(timer)
    request.catch(() => undefined) // it lost the race: nobody waits for it any more
  }
}

/** The embedded session runs transactions itself; a pool of PostgreSQL lends a connection. */
type MigrationPool =
  | { transaction<T>(run: (client: PgQueryable) => Promise<T>): Promise<T> }
  | { connect(): Promise<PgQueryable & { release(): void }> }

async function migrateQueue(pool: MigrationPool): Promise<void> {
  if ('transaction' in pool) {
    await pool.transaction(client => runMigrations(client))
    return
  }
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
}

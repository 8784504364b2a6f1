import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { openEmbedded } from './embedded.ts'
import type { SharedSession } from './shared-session.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** A PostgreSQL URL, or the folder of the embedded database. */
export type DatabaseLocation = { readonly url: string } | { readonly dataDir: string }

/** A database, and the pool that the queue works on when there is no Redis. */
export interface Connections {
  readonly database: Database
  /** Opened on first use; every name it writes stands in the schema `bullmq`. */
  queuePool(): pg.Pool | SharedSession
  close(): Promise<void>
}

/**
 * Opens the database: the same dialect and the same SQL on both.
 * @throws StoreAlreadyOpen when another process owns the folder
 * @throws StoreUnreachable when PostgreSQL does not answer
 */
export async function openDatabase(location: DatabaseLocation): Promise<Connections> {
  if (!('url' in location)) {
    const embedded = await openEmbedded(location.dataDir)
    const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: embedded }) })
    return { database, queuePool: () => embedded.shared, close: () => database.destroy() }
  }
  const { url } = location
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await connect(url) }) })
  let queue: pg.Pool | null = null
  return {
    database,
    queuePool: () => (queue ??= openPool(url, { max: QUEUE_CONNECTIONS, options: '-c search_path=bullmq' })),
    close: async () => {
      await queue?.end()
      await database.destroy()
    },
  }
}

const CONNECTIONS = 10
/** One that listens for each queue, and some for the calls. */
const QUEUE_CONNECTIONS = 12

/** The database named by DATABASE_URL cannot be reached. The message holds no part of the URL. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable'
  constructor(code: string) {
    super(
      `La base PostgreSQL ne répond pas (${code}). Vérifiez DATABASE_URL et que la base est démarrée, ou retirez DATABASE_URL pour la base embarquée.`,
    )
  }
}

async function connect(url: string): Promise<PostgresPool> {
  const pool = openPool(url, { max: CONNECTIONS })
  try {
    ;(await pool.connect()).release()
    return pool
  } catch (error) {
    await pool.end()
    throw new StoreUnreachable((error as NodeJS.ErrnoException).code ?? 'inconnu')
  }
}

function openPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true, ...options })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // So would one that breaks between two statements of a transaction: the next statement fails, and says so.
  pool.on('connect', client => client.on('error', () => undefined))
  // Each queue and each worker of BullMQ listens for itself.
  pool.setMaxListeners(0)
  return pool
}

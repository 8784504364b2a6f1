import { EventEmitter } from 'node:events'
import type { PGlite } from '@electric-sql/pglite'
import type { PostgresPoolClient } from 'kysely'

interface Rows<R> {
  rows: R[]
  rowCount: number | null
}

/**
 * The embedded session shaped like `pg.Pool` for the queue. Its clients hold nothing between two statements, so many can
 * listen at once; each statement waits for the transaction under way to end. {@link transaction} is for the migrations.
 */
export class SharedSession {
  readonly #database: PGlite
  readonly #exclusive: () => Promise<PostgresPoolClient>

  constructor(database: PGlite, exclusive: () => Promise<PostgresPoolClient>) {
    this.#database = database
    this.#exclusive = exclusive
  }

  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<Rows<R>> {
    const client = await this.#exclusive()
    try {
      const { rows } = await client.query<R>(sql, [...parameters])
      return { rows: [...rows], rowCount: rows.length }
    } finally {
      client.release()
    }
  }

  /** Runs several statements that nothing may come between. */
  async transaction<T>(run: (client: Pick<SharedSession, 'query'>) => Promise<T>): Promise<T> {
    const client = await this.#exclusive()
    try {
      return await run({
        query: async <R>(sql: string, parameters: readonly unknown[] = []) => {
          if (parameters.length === 0) {
            const results = await this.#database.exec(sql)
            const rows = (results.at(-1)?.rows ?? []) as R[]
            return { rows, rowCount: rows.length }
          }
          const { rows } = await client.query<R>(sql, [...parameters])
          return { rows: [...rows], rowCount: rows.length }
        },
      })
    } finally {
      client.release()
    }
  }

  connect(): Promise<SharedClient> {
    return Promise.resolve(new SharedClient(this, this.#database))
  }

  /** The store closes the session. */
  end(): Promise<void> {
    return Promise.resolve()
  }

  /** The session never breaks by itself: nothing to tell. */
  on(): this {
    return this
  }

  removeAllListeners(): this {
    return this
  }
}

class SharedClient extends EventEmitter {
  readonly #session: SharedSession
  readonly #stop: () => void

  constructor(session: SharedSession, database: PGlite) {
    super()
    this.setMaxListeners(0)
    this.#session = session
    this.#stop = database.onNotification((channel, payload) => this.emit('notification', { channel, payload }))
  }

  query<R>(sql: string, parameters: readonly unknown[] = []): Promise<Rows<R>> {
    return this.#session.query(sql, parameters)
  }

  release(): void {
    this.#stop()
  }
}

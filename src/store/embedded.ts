import { mkdir, realpath } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { takeLock } from './data-lock.ts'
import { SharedSession } from './shared-session.ts'

/** The folder of the embedded database is there and does not open. Nothing in it is touched. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged'
  constructor(folder: string, cause: unknown) {
    super(
      `La base embarquée du dossier ${folder} ne s'ouvre pas. Rétablissez ce dossier depuis une sauvegarde, ou changez NUMERISEUR_DATA.`,
      { cause },
    )
  }
}

/**
 * The embedded PostgreSQL (PGlite) on disk, shaped like `pg.Pool`. It has one session: a client is given to one caller
 * at a time, so that transactions never mix.
 * @throws StoreAlreadyOpen when another process owns the folder
 * @throws StoreDamaged when the folder does not open
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedPool> {
  await mkdir(dataDir, { recursive: true })
  // One name for one folder, however it was written: the lock stands beside it.
  const folder = await realpath(dataDir)
  const lock = await takeLock(`${folder}.lock`)
  try {
    const database = await PGlite.create(`${folder}/pg`)
    // The one session of this process: our tables first, then those of the queue.
    await database.exec('SET search_path TO public, bullmq')
    return new EmbeddedPool(database, () => lock.release())
  } catch (error) {
    await lock.release()
    throw new StoreDamaged(folder, error)
  }
}

export class EmbeddedPool implements PostgresPool {
  readonly #database: PGlite
  /** The same session for the queue, which needs no transaction of its own. */
  readonly shared: SharedSession
  readonly #onEnd: () => Promise<void>
  #busy: Promise<void> = Promise.resolve()

  constructor(database: PGlite, onEnd: () => Promise<void>) {
    this.#database = database
    this.#onEnd = onEnd
    this.shared = new SharedSession(database, () => this.connect())
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#busy
    let release: () => void = () => undefined
    this.#busy = new Promise(resolve => (release = resolve))
    await before
    return client(this.#database, release)
  }

  async end(): Promise<void> {
    await this.#busy
    await this.#database.close()
    await this.#onEnd()
  }
}

function client(database: PGlite, release: () => void): PostgresPoolClient {
  const query = async (sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
    const { rows, affectedRows } = await database.query(sql, [...parameters])
    return { command: commandOf(sql), rowCount: affectedRows ?? rows.length, rows }
  }
  return { query: query as PostgresPoolClient['query'], release }
}

const COMMANDS = ['UPDATE', 'DELETE', 'INSERT', 'MERGE'] as const

const commandOf = (sql: string): PostgresQueryResult<unknown>['command'] =>
  COMMANDS.find(c => sql.trimStart().slice(0, 8).toUpperCase().startsWith(c)) ?? 'SELECT'

import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { openEmbedded } from './embedded.ts'

/** Tables, in the words of the SNE. JSON columns hold results that the NIR barrier has passed. */
export interface Tables {
  depot: {
    id: string
    canal: string
    guichet: string | null
    numero_unique: string | null
    fichier: string
    sha256: string
    /** The result without its pieces. */
    resultat: unknown
    recu_le: string
  }
  piece: {
    id: string
    depot_id: string
    rang: number
    type: string
    indice_pertinence: string
    date_fin_validite: string | null
    contenu: unknown
  }
}

export type Database = Kysely<Tables>

/** A PostgreSQL URL, or the folder of the embedded database. */
export type DatabaseLocation = { readonly url: string } | { readonly dataDir: string }

/**
 * Opens the database: the same dialect and the same SQL on both.
 * @throws StoreAlreadyOpen when another process owns the folder
 * @throws StoreUnreachable when PostgreSQL does not answer
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const pool = 'url' in location ? await connect(location.url) : await openEmbedded(location.dataDir)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

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
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    ;(await pool.connect()).release()
    return pool
  } catch (error) {
    await pool.end()
    throw new StoreUnreachable((error as NodeJS.ErrnoException).code ?? 'inconnu')
  }
}

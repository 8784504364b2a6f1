import type { SneStore } from '../domain/ports.ts'
import { openDatabase, type Connections } from './database.ts'
import { migrate } from './migrations.ts'
import { SqlSneStore } from './sne-store.ts'

/** Where the database is. */
export interface StoreConfig {
  readonly databaseUrl: string | null
  readonly dataDir: string
}

/** Opens the database, with its tables: PostgreSQL when a URL is given, else the embedded database in `dataDir`. */
export async function openStore({ databaseUrl, dataDir }: StoreConfig): Promise<Connections> {
  const connections = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl })
  try {
    await migrate(connections.database)
    return connections
  } catch (error) {
    await connections.close()
    throw error
  }
}

/** Opens the SNE store alone, for the command line. */
export async function openSneStore(config: StoreConfig): Promise<SneStore> {
  const connections = await openStore(config)
  return new SqlSneStore(connections.database, () => connections.close())
}

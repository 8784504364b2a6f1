import type { SneStore } from '../domain/ports.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrations.ts'
import { SqlSneStore } from './sne-store.ts'

/** Opens the SNE store: PostgreSQL when a URL is given, else the embedded database in `dataDir`. */
export async function openSneStore(config: {
  readonly databaseUrl: string | null
  readonly dataDir: string
}): Promise<SneStore> {
  const { databaseUrl, dataDir } = config
  const database = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl })
  try {
    await migrate(database)
  } catch (error) {
    await database.destroy()
    throw error
  }
  return new SqlSneStore(database)
}

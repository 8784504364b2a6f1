import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { freshPostgres } from './fresh-database.ts'

const url = process.env['NUMERISEUR_TEST_DATABASE_URL']

describe.runIf(url !== undefined)('a PostgreSQL that is cut off in the middle of a transaction', () => {
  it('fails that transaction, and the process goes on with the next', async () => {
    const { databaseUrl } = await freshPostgres(url as string)
    const connections = await openDatabase({ url: databaseUrl as string })
    const { database } = connections
    const other = new pg.Client({ connectionString: databaseUrl as string })
    await other.connect()
    const cutOff = database.transaction().execute(async trx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await other.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await pause(200)
      await sql`select 1`.execute(trx)
    })
    await expect(cutOff).rejects.toThrow()
    expect((await sql<{ one: number }>`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }])
    await other.end()
    await connections.close()
  })
})

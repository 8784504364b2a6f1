import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { StoreConfig } from '../../src/store/open-sne-store.ts'

/** A data folder that nobody used before. */
export const freshFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'numeriseur-store-')), 'data')

/** An empty embedded database. To make one takes seconds: it is made once, then copied. */
export async function freshEmbedded(): Promise<StoreConfig> {
  const dataDir = await freshFolder()
  await mkdir(dataDir)
  await cp(await emptyDatabase(), join(dataDir, 'pg'), { recursive: true })
  return { databaseUrl: null, dataDir }
}

async function emptyDatabase(): Promise<string> {
  const kept = join(tmpdir(), `numeriseur-empty-database-${PGLITE_VERSION}`)
  const found = await stat(kept).then(
    () => true,
    () => false,
  )
  if (found) return kept
  const made = await mkdtemp(join(tmpdir(), 'numeriseur-initdb-'))
  await (await PGlite.create(made)).close()
  // Another test file may have been faster: its folder serves as well.
  await rename(made, kept).catch(() => undefined)
  return kept
}

const PGLITE_VERSION = (
  JSON.parse(await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { version: string }
).version

const server = process.env['NUMERISEUR_TEST_DATABASE_URL']

/** An empty database on the PostgreSQL of the tests: other files work on theirs at the same time. */
export async function freshPostgres(url: string): Promise<StoreConfig> {
  const name = `numeriseur_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const own = new URL(url)
  own.pathname = `/${name}`
  return { databaseUrl: own.href, dataDir: await freshFolder() }
}

/** Runs a suite on the embedded database, and on PostgreSQL where there is one; in CI there must be one. */
export function onEveryDatabase(suite: (name: string, fresh: () => Promise<StoreConfig>) => void): void {
  suite('the embedded database', freshEmbedded)
  if (server !== undefined) suite('PostgreSQL', () => freshPostgres(server))
  else if (process.env['CI'] === 'true') {
    describe('on PostgreSQL', () => {
      it('is tested in CI', () => expect.fail('NUMERISEUR_TEST_DATABASE_URL is not set: start PostgreSQL'))
    })
  }
}

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StoreUnreachable } from '../../src/store/database.ts'
import { openSneStore } from '../../src/store/open-sne-store.ts'
import { sneStoreConformance } from './sne-store.conformance.ts'

const folder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'numeriseur-store-')), 'data')

sneStoreConformance('the embedded database', async () => openSneStore({ databaseUrl: null, dataDir: await folder() }))

const url = process.env['NUMERISEUR_TEST_DATABASE_URL']
if (url !== undefined) {
  sneStoreConformance('PostgreSQL', () => openSneStore({ databaseUrl: url, dataDir: '' }))
} else if (process.env['CI'] === 'true') {
  describe('the SNE store on PostgreSQL', () => {
    it('is tested in CI', () => expect.fail('NUMERISEUR_TEST_DATABASE_URL is not set: start PostgreSQL'))
  })
}

describe('opening the SNE store', () => {
  it('finds again what was written before', async () => {
    const dataDir = await folder()
    const first = await openSneStore({ databaseUrl: null, dataDir })
    await first.close()
    const second = await openSneStore({ databaseUrl: null, dataDir })
    expect(await second.lire('depot-a')).toBeNull()
    await second.close()
  })

  it('says that PostgreSQL does not answer, without a word of its address', async () => {
    const refused = openSneStore({ databaseUrl: 'postgres://u:secret@127.0.0.1:1/x', dataDir: '' })
    await expect(refused).rejects.toBeInstanceOf(StoreUnreachable)
    await expect(refused).rejects.not.toThrow(/secret/)
  })
})

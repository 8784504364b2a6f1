import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiKeys } from '../../src/store/api-keys.ts'
import type { Connections } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open-sne-store.ts'
import { freshEmbedded } from './fresh-database.ts'

describe('the keys of machines', () => {
  let store: Connections, keys: ApiKeys
  beforeAll(async () => {
    store = await openStore(await freshEmbedded())
    keys = new ApiKeys(store.database)
  })
  afterAll(() => store.close())

  it('tell who asks and what they may do', async () => {
    const key = await keys.create('guichet', '75001', ['depots:lire', 'depots:ecrire'], 30)
    const acteur = await keys.check(key)
    expect(acteur).toMatchObject({ canal: 'guichet', guichet: '75001', proprietaire: 'guichet:75001' })
    expect(acteur?.portees).toEqual(['depots:ecrire', 'depots:lire'])
  })

  it('are refused when a letter differs, when they expired and when they were revoked', async () => {
    const key = await keys.create('portail', null, ['depots:ecrire'], 30)
    const id = key.split('_')[1] ?? ''
    const wrong = `num_${id}_${'A'.repeat(43)}`
    for (const refused of [wrong, '', 'num_', key.slice(0, -1), `num_000000000000_${'A'.repeat(43)}`]) {
      expect(await keys.check(refused)).toBeNull()
    }
    expect(await keys.check(key)).not.toBeNull()
    await sql`update cle_api set expire_le = now() - interval '1 day'`.execute(store.database)
    expect(await keys.check(key)).toBeNull()
    await sql`update cle_api set expire_le = now() + interval '1 day'`.execute(store.database)
    expect(await keys.revoke(id)).toBe(true)
    expect(await keys.revoke(id)).toBe(false)
    expect(await keys.check(key)).toBeNull()
  })

  it('are kept as a digest only', async () => {
    const key = await keys.create('guichet', '75001', ['depots:lire'], 30)
    const rows = await store.database.selectFrom('cle_api').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key.slice(-43))
  })
})

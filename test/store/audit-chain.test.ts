import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '../../src/store/audit.ts'
import { AuditChain } from '../../src/store/audit-chain.ts'
import type { Connections } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open-sne-store.ts'
import { onEveryDatabase } from './fresh-database.ts'

onEveryDatabase((name, fresh) =>
  describe(`the audit trail on ${name}`, () => {
    let store: Connections, chain: AuditChain
    beforeAll(async () => {
      store = await openStore(await fresh())
      chain = new AuditChain(store.database)
    })
    afterAll(() => store.close())
    const write = (objet: string): Promise<void> =>
      store.database.transaction().execute(trx => recordAudit(trx, { acteur: 'essai', action: 'depot.recu', objet }))
    /** Does something to the trail, looks at its chain, and puts it back. */
    async function lookAfter(change: string): Promise<unknown> {
      await sql.raw('create table copie as select * from audit').execute(store.database)
      await sql.raw(change).execute(store.database)
      const state = await chain.verify()
      await sql.raw('delete from audit').execute(store.database)
      await sql.raw('insert into audit overriding system value select * from copie').execute(store.database)
      await sql.raw('drop table copie').execute(store.database)
      return state
    }

    it('is empty and whole at first', async () => {
      expect(await chain.verify()).toEqual({ kind: 'whole', lignes: 0, nouvelles: 0 })
    })

    it('is chained once its lines are old enough, and goes on from its last line', async () => {
      for (const objet of ['a', 'b', 'c']) await write(objet)
      await chain.extend()
      expect(await chain.verify()).toEqual({ kind: 'whole', lignes: 0, nouvelles: 3 })
      await chain.extend(0)
      await write('d')
      await chain.extend(0)
      await write('e')
      expect(await chain.verify()).toEqual({ kind: 'whole', lignes: 4, nouvelles: 1 })
    })

    it('tells the first line that was changed, put in, or follows one taken out', async () => {
      expect(await lookAfter("update audit set acteur = 'autre' where objet = 'b'")).toEqual({
        kind: 'broken',
        ligne: 2,
      })
      expect(await lookAfter("delete from audit where objet = 'b'")).toEqual({ kind: 'broken', ligne: 3 })
      expect(await lookAfter("update audit set empreinte = null where objet = 'c'")).toEqual({
        kind: 'broken',
        ligne: 4,
      })
      expect(await lookAfter("update audit set instant = instant + interval '1 hour' where objet = 'a'")).toEqual({
        kind: 'broken',
        ligne: 1,
      })
      expect(await chain.verify()).toMatchObject({ kind: 'whole', lignes: 4 })
    })
  }),
)

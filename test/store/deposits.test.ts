import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Travail } from '../../src/domain/work.ts'
import type { Connections } from '../../src/store/database.ts'
import { NirInResult } from '../../src/store/nir-wall.ts'
import { openStore } from '../../src/store/open-sne-store.ts'
import { LeaseLost, Outbox } from '../../src/store/outbox.ts'
import { Receptions, type NouvelleReception } from '../../src/store/receptions.ts'
import { Stages } from '../../src/store/stages.ts'
import { onEveryDatabase } from './fresh-database.ts'
import { resultat } from './sne-store.conformance.ts'

const reception = (id: string, change: Partial<NouvelleReception> = {}): NouvelleReception => ({
  id,
  canal: 'guichet',
  guichet: '75001',
  numeroUnique: null,
  fichier: 'liasse.pdf',
  nomScelle: 'scelle',
  sha256: '0'.repeat(64),
  octets: 10,
  original: `originaux/${id}`,
  jourDepot: '2026-11-24',
  recuLe: '2026-11-24T10:00:00.000Z',
  voie: 'courte',
  ...change,
})
const reading = (depotId: string, revision = 1): Travail => ({ depotId, etape: 'traitement', revision })
const writing = (depotId: string, revision = 1): Travail => ({ depotId, etape: 'versement', revision })
const of = (id: string) => resultat({ depot: { ...resultat().depot, id }, pieces: [] })

onEveryDatabase((name, fresh) => {
  describe(`deposits on ${name}`, () => {
    let store: Connections, receptions: Receptions, outbox: Outbox, stages: Stages
    beforeAll(async () => {
      store = await openStore(await fresh())
      receptions = new Receptions(store.database)
      outbox = new Outbox(store.database)
      stages = new Stages(store.database)
    })
    afterAll(() => store.close())
    beforeEach(async () => {
      await store.database.deleteFrom('reception').execute()
    })
    const expireLeases = (): Promise<unknown> =>
      sql`update outbox set bail_fin = now() - interval '1 second'`.execute(store.database)
    const takeLeased = async (travail: Travail, token: string): Promise<void> => {
      expect(await outbox.take(travail, token)).toMatchObject({ kind: 'held' })
    }

    it('is received once, however often the same file comes', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => receptions.receive(reception('depot-a'))))
      expect(answers.map(a => a.kind).sort()).toEqual(['created', 'known', 'known'])
      expect(await outbox.backlog()).toMatchObject([{ voie: 'courte', nombre: 1 }])
    })

    it('answers an idempotency key again, and refuses it for another file, of which nothing stays', async () => {
      expect((await receptions.receive(reception('depot-a'), 'k1')).kind).toBe('created')
      expect((await receptions.receive(reception('depot-a'), 'k1')).kind).toBe('known')
      expect((await receptions.receive(reception('depot-b'), 'k1')).kind).toBe('key-reused')
      expect(await receptions.find('depot-b', null)).toBeNull()
      const other = reception('depot-c', { guichet: '75002' })
      expect((await receptions.receive(other, 'k1')).kind).toBe('created')
      const together = await Promise.all(['d', 'e'].map(x => receptions.receive(reception(`depot-${x}`), 'k2')))
      expect(together.map(a => a.kind).sort()).toEqual(['created', 'key-reused'])
    })

    it('is unknown to another guichet', async () => {
      await receptions.receive(reception('depot-a'))
      expect(await receptions.find('depot-a', 'guichet:75001')).toMatchObject({ etat: 'recu', octets: 10 })
      expect(await receptions.find('depot-a', 'guichet:75002')).toBeNull()
      expect(await receptions.find('depot-a', 'portail:75001')).toBeNull()
    })

    it('goes from received to read to written, with its result', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 't1')
      const next = await stages.endReading(reading('depot-a'), 't1', of('depot-a'), { quarantaine: false })
      expect(next).toMatchObject({ etape: 'versement', voie: 'versement', revision: 1 })
      expect(await receptions.find('depot-a', null)).toMatchObject({ etat: 'lu', revision: 1 })
      expect(await outbox.take(reading('depot-a'), 't2')).toEqual({ kind: 'done' })
      await takeLeased(writing('depot-a'), 't3')
      await stages.endWriteBack(writing('depot-a'), 't3', null)
      expect(await receptions.find('depot-a', null)).toMatchObject({ etat: 'verse' })
      expect(await receptions.resultat('depot-a')).toEqual(of('depot-a'))
      expect(await outbox.backlog()).toEqual([])
    })

    it('is held by one worker at a time, and by the next once the lease has ended', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 'first')
      const refused = await outbox.take(reading('depot-a'), 'second')
      expect(refused.kind === 'busy' && refused.delaiMs).toBeGreaterThan(5000)
      expect(await outbox.renew(reading('depot-a'), 'first')).toBe(true)
      await expireLeases()
      await takeLeased(reading('depot-a'), 'second')
      expect(await outbox.renew(reading('depot-a'), 'first')).toBe(false)
    })

    it('keeps what the living worker wrote: the one given up for dead changes nothing', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 'dead')
      await expireLeases()
      await takeLeased(reading('depot-a'), 'living')
      const late = stages.endReading(reading('depot-a'), 'dead', of('depot-a'), { quarantaine: true })
      await expect(late).rejects.toBeInstanceOf(LeaseLost)
      expect(await receptions.resultat('depot-a')).toBeNull()
      expect(await receptions.find('depot-a', null)).toMatchObject({ etat: 'recu' })
      await stages.endReading(reading('depot-a'), 'living', of('depot-a'), { quarantaine: false })
      await expect(
        stages.endReading(reading('depot-a'), 'living', of('depot-a'), { quarantaine: false }),
      ).rejects.toBeInstanceOf(LeaseLost)
    })

    it('is announced again when the queue has lost it, and not while a worker holds it', async () => {
      await receptions.receive(reception('depot-a'))
      expect(await outbox.toAnnounce(10)).toEqual([])
      await sql`update outbox set annonce_le = now() - interval '1 minute'`.execute(store.database)
      expect(await outbox.toAnnounce(10)).toMatchObject([{ depotId: 'depot-a', etape: 'traitement', delaiMs: 0 }])
      expect(await outbox.toAnnounce(10)).toEqual([])
      await takeLeased(reading('depot-a'), 't')
      await sql`update outbox set annonce_le = null`.execute(store.database)
      expect(await outbox.toAnnounce(10)).toEqual([])
    })

    it('is announced again soon when the worker that held it died', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 't')
      await sql`update outbox set annonce_le = now() - interval '6 seconds'`.execute(store.database)
      expect(await outbox.toAnnounce(10)).toEqual([])
      await expireLeases()
      expect(await outbox.toAnnounce(10)).toMatchObject([{ depotId: 'depot-a' }])
    })

    it('is given back after a failure, waits, and counts how often the reading process died', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 't')
      await outbox.giveBack(reading('depot-a'), 't', 5_000, true)
      expect(await outbox.toAnnounce(10)).toMatchObject([{ depotId: 'depot-a' }])
      expect(await outbox.take(reading('depot-a'), 't2')).toMatchObject({ kind: 'busy' })
      await sql`update outbox set pas_avant = now()`.execute(store.database)
      expect(await outbox.take(reading('depot-a'), 't2')).toEqual({ kind: 'held', essais: 2, pannes: 1 })
    })

    it('is read again later when a service was down, and keeps its first result until then', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 't')
      await stages.endReading(reading('depot-a'), 't', of('depot-a'), { quarantaine: false })
      await takeLeased(writing('depot-a'), 't')
      const later = new Date(Date.now() + 3_600_000).toISOString()
      await stages.endWriteBack(writing('depot-a'), 't', later)
      expect(await receptions.find('depot-a', null)).toMatchObject({ etat: 'verse' })
      expect(await outbox.toAnnounce(10)).toEqual([])
      expect(await outbox.take(reading('depot-a', 2), 't')).toMatchObject({ kind: 'busy' })
      await sql`update outbox set pas_avant = now()`.execute(store.database)
      expect(await outbox.toAnnounce(10)).toMatchObject([{ voie: 'recontrole', revision: 2 }])
    })

    it('stays in quarantine after its result was written, and can be started again by hand', async () => {
      await receptions.receive(reception('depot-a'))
      expect(await stages.requeue('depot-a', 'test')).toBeNull()
      await takeLeased(reading('depot-a'), 't')
      await stages.endReading(reading('depot-a'), 't', of('depot-a'), { quarantaine: true })
      await takeLeased(writing('depot-a'), 't')
      await stages.endWriteBack(writing('depot-a'), 't', null)
      expect(await receptions.find('depot-a', null)).toMatchObject({ etat: 'quarantaine' })
      expect(await stages.requeue('depot-a', 'test')).toMatchObject({ revision: 2, etape: 'traitement' })
      expect(await stages.requeue('depot-z', 'test')).toBeNull()
      expect((await receptions.comptes()).recu).toBe(1)
    })

    it('never lets many files of one guichet pass before the only file of another', async () => {
      for (let i = 0; i < 20; i++) await receptions.receive(reception(`depot-${i}`))
      const rank = async (id: string, change: Partial<NouvelleReception>): Promise<number> => {
        const answer = await receptions.receive(reception(id, change))
        return answer.kind === 'created' ? answer.travail.rang : NaN
      }
      const last = await rank('depot-last', {})
      expect(await rank('depot-other', { guichet: '13055' })).toBeLessThan(last / 4)
      expect(await rank('depot-person', { canal: 'portail', guichet: null })).toBeLessThan(last / 8)
    })

    it('keeps no result that still holds a NIR', async () => {
      await receptions.receive(reception('depot-a'))
      await takeLeased(reading('depot-a'), 't')
      const leak = {
        ...of('depot-a'),
        erreur: { code: 'fichier-illisible' as const, message: '2 69 05 49 588 157 80' },
      }
      expect(() => stages.endReading(reading('depot-a'), 't', leak, { quarantaine: false })).toThrow(NirInResult)
      expect(await receptions.resultat('depot-a')).toBeNull()
    })

    it('leaves a line in the audit trail for each step, with identifiers only', async () => {
      await store.database.deleteFrom('audit').execute()
      await receptions.receive(reception('depot-a', { fichier: 'dupont.pdf' }))
      await takeLeased(reading('depot-a'), 't')
      await stages.endReading(reading('depot-a'), 't', of('depot-a'), { quarantaine: false })
      const lines = await store.database
        .selectFrom('audit')
        .select(['acteur', 'action', 'objet'])
        .orderBy('n')
        .execute()
      expect(lines).toEqual([
        { acteur: 'guichet:75001', action: 'depot.recu', objet: 'depot-a' },
        { acteur: 'numeriseur', action: 'resultat.produit', objet: 'depot-a' },
      ])
    })
  })
})

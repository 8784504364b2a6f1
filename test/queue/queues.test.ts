import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Travail, TravailEnAttente } from '../../src/domain/work.ts'
import { Queues, QueueUnreachable, type Consumer, type Outcome } from '../../src/queue/queues.ts'
import type { Connections } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open-sne-store.ts'
import { onEveryDatabase } from '../store/fresh-database.ts'

const waiting = (depotId: string, change: Partial<TravailEnAttente> = {}): TravailEnAttente => ({
  depotId,
  etape: 'traitement',
  revision: 1,
  voie: 'courte',
  rang: 1,
  delaiMs: 0,
  ...change,
})
const DONE: Outcome = { kind: 'done' }
const until = async (ready: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 60_000
  while (!(await ready())) {
    if (Date.now() > end) throw new Error('waited a minute')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

function conformance(name: string, open: () => Promise<{ queues: Queues; close: () => Promise<void> }>): void {
  describe(`the queue on ${name}`, () => {
    let queues: Queues, close: () => Promise<void>
    const consumers: Consumer[] = []
    beforeAll(async () => {
      ;({ queues, close } = await open())
    })
    afterAll(async () => {
      await close()
    })
    const work = (handle: (t: Travail) => Promise<Outcome>, voie: TravailEnAttente['voie'] = 'courte') => {
      consumers.push(queues.work(voie, handle, { concurrency: 1, onError: () => undefined }))
    }
    const stop = async (): Promise<void> => {
      await Promise.all(consumers.splice(0).map(c => c.close()))
    }
    const empty = async (): Promise<boolean> => (await queues.counts()).every(c => c.enAttente + c.enCours === 0)

    it('gives each work once, by its rank, with identifiers only', async () => {
      const seen: Travail[] = []
      await queues.announce([waiting('depot-c', { rang: 30 }), waiting('depot-a', { rang: 10 })])
      await queues.announce([waiting('depot-b', { rang: 20 }), waiting('depot-a', { rang: 10 })])
      work(travail => {
        seen.push(travail)
        return Promise.resolve(DONE)
      })
      await until(empty)
      await stop()
      expect(seen).toEqual(
        ['depot-a', 'depot-b', 'depot-c'].map(depotId => ({ depotId, etape: 'traitement', revision: 1 })),
      )
    })

    it('gives a work again when it was put back, not before its time, and can be told of it again when done', async () => {
      const times: number[] = []
      await queues.announce([waiting('depot-d')])
      work(() => {
        times.push(Date.now())
        return Promise.resolve<Outcome>(times.length === 1 ? { kind: 'later', delaiMs: 700 } : DONE)
      })
      await until(() => times.length === 2)
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(650)
      await until(empty)
      await queues.announce([waiting('depot-d')])
      await until(() => times.length === 3)
      await until(empty)
      await stop()
    })

    it('gives a work again when the handler failed', async () => {
      let calls = 0
      await queues.announce([waiting('depot-e', { voie: 'versement', etape: 'versement' })])
      work(() => {
        calls++
        return calls === 1 ? Promise.reject(new Error('database gone')) : Promise.resolve(DONE)
      }, 'versement')
      await until(() => calls === 2)
      await until(empty)
      await stop()
    })

    it('keeps a delayed work until its time', async () => {
      let at = 0
      const start = Date.now()
      await queues.announce([waiting('depot-f', { delaiMs: 900, voie: 'recontrole' })])
      work(() => {
        at = Date.now()
        return Promise.resolve(DONE)
      }, 'recontrole')
      await until(() => at > 0)
      await stop()
      expect(at - start).toBeGreaterThan(850)
    })
  })
}

onEveryDatabase((name, fresh) =>
  conformance(name, async () => {
    const store: Connections = await openStore(await fresh())
    const queues = await Queues.open({ kind: 'postgres', pool: store.queuePool() })
    const close = async (): Promise<void> => {
      await queues.close()
      await store.close()
    }
    return { queues, close }
  }),
)

const redisUrl = process.env['NUMERISEUR_TEST_REDIS_URL']
if (redisUrl !== undefined) {
  const prefix = `essai-${randomBytes(4).toString('hex')}`
  conformance('Redis', async () => {
    const queues = await Queues.open({ kind: 'redis', url: redisUrl, prefix })
    return { queues, close: () => queues.close() }
  })

  it('keeps no name and no content in Redis', async () => {
    const queues = await Queues.open({ kind: 'redis', url: redisUrl, prefix: `${prefix}-2` })
    await queues.announce([waiting('depot-a')])
    const redis = new Redis(redisUrl)
    const job = await redis.hgetall(`${prefix}-2:courte:depot-a.traitement.1`)
    expect(JSON.parse(job['data'] ?? '')).toEqual({ depotId: 'depot-a', etape: 'traitement', revision: 1 })
    redis.disconnect()
    await queues.close()
  })
} else if (process.env['CI'] === 'true') {
  describe('the queue on Redis', () => {
    it('is tested in CI', () => expect.fail('NUMERISEUR_TEST_REDIS_URL is not set: start redis-server'))
  })
}

describe('the queue', () => {
  it('says that it does not answer, in a few seconds, and does not hold the caller', async () => {
    const queues = await Queues.open({ kind: 'redis', url: 'redis://127.0.0.1:1' })
    await expect(queues.announce([waiting('depot-a')])).rejects.toBeInstanceOf(QueueUnreachable)
    await expect(queues.counts()).rejects.toBeInstanceOf(QueueUnreachable)
    await queues.close()
  })
})

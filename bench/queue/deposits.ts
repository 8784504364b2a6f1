import { randomBytes } from 'node:crypto'
import { Pool } from 'undici'
import { PORTEES } from '../../src/store/api-keys.ts'
import { Fleet } from '../faults/fleet.ts'
import { endProcess, serve } from '../faults/served.ts'
import { percentile } from '../table.ts'
import type { Ground } from './ground.ts'

const DEPOSITS = 4_000
const WARM = 400
const AT_ONCE = 32
const BYTES = 20_000

/** Small deposits acknowledged by `numeriseur serve`, the sender on the same machine; the workers are elsewhere. */
export async function measureDeposits(fresh: Ground): Promise<string> {
  const setting = fresh('depots')
  const fleet = await Fleet.open(setting)
  const key = await fleet.house.keys.create('guichet', '75001', PORTEES, 1)
  const served = await serve(
    { DATABASE_URL: setting.databaseUrl, REDIS_URL: setting.redisUrl, NUMERISEUR_DATA: setting.dataDir },
    '--no-travailleurs',
  )
  const pool = new Pool(served.url, { connections: AT_ONCE })
  try {
    await send(pool, key, WARM)
    const start = performance.now()
    const waits = await send(pool, key, DEPOSITS)
    const seconds = (performance.now() - start) / 1000
    const { recu } = await fleet.house.receptions.comptes()
    if (recu !== DEPOSITS + WARM) throw new Error(`${recu} deposits are in the store`)
    return (
      `deposits: ${(DEPOSITS / seconds).toFixed(0)} acknowledged a second, ${AT_ONCE} at once, ${BYTES / 1000} kB each, ` +
      `p95 ${percentile(waits, 95).toFixed(0)} ms (wanted 200 a second)`
    )
  } finally {
    await pool.close()
    await endProcess(served.process, 'SIGTERM')
    await fleet.close()
  }
}

/** Sends so many different files; how long each waited for its 202, in milliseconds. */
async function send(pool: Pool, key: string, count: number): Promise<number[]> {
  const waits: number[] = []
  let left = count
  const sender = async (): Promise<void> => {
    while (left-- > 0) {
      const { body, boundary } = multipart(randomBytes(BYTES))
      const start = performance.now()
      const response = await pool.request({
        method: 'POST',
        path: '/v1/depots',
        headers: { authorization: `Bearer ${key}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
        body,
      })
      await response.body.dump()
      if (response.statusCode !== 202) throw new Error(`a deposit was answered ${response.statusCode}`)
      waits.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return waits
}

function multipart(bytes: Buffer): { readonly body: Buffer; readonly boundary: string } {
  const boundary = '----numeriseur-bench'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="fichier"; filename="piece.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return { body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), boundary }
}

import { Pool } from 'undici'
import { PORTEES } from '../../src/store/api-keys.ts'
import { Fleet } from '../faults/fleet.ts'
import { endProcess, serve } from '../faults/served.ts'
import { openPool } from '../faults/world.ts'
import { percentile } from '../table.ts'
import type { Ground } from './ground.ts'

const DEPOSITS = 100_000
const ASKED = 2_000
const AT_ONCE = 4

/** The state of one deposit among many, asked through the API. */
export async function measureStatus(fresh: Ground): Promise<string> {
  const setting = fresh('etats')
  const fleet = await Fleet.open(setting)
  const database = openPool(setting.databaseUrl)
  const key = await fleet.house.keys.create('guichet', '75001', PORTEES, 1)
  try {
    await fill(database)
    const served = await serve(
      { DATABASE_URL: setting.databaseUrl, REDIS_URL: setting.redisUrl, NUMERISEUR_DATA: setting.dataDir },
      '--no-travailleurs',
    )
    const pool = new Pool(served.url, { connections: AT_ONCE })
    try {
      const waits = await ask(pool, key)
      return (
        `status: p95 ${percentile(waits, 95).toFixed(1)} ms among ${DEPOSITS} deposits, median ` +
        `${percentile(waits, 50).toFixed(1)} ms (wanted 50)`
      )
    } finally {
      await pool.close()
      await endProcess(served.process, 'SIGTERM')
    }
  } finally {
    await database.end()
    await fleet.close()
  }
}

const idOf = (n: number): string => `depot-${n.toString(16).padStart(16, '0')}`

/** Deposits of a hundred guichets, three out of four with their result, the others waiting. */
async function fill(database: ReturnType<typeof openPool>): Promise<void> {
  const id = `'depot-' || lpad(to_hex(n), 16, '0')`
  await database.query(`
    insert into reception (id, proprietaire, canal, guichet, fichier, nom_scelle, sha256, octets, original, jour_depot,
      recu_le, voie, etat, revision, avancement)
    select ${id}, 'guichet:' || (75001 + n % 100), 'guichet', 75001 + n % 100, 'piece.pdf', '', md5(n::text), 20000,
      'originaux/' || n, '2026-11-24', '2026-11-24T10:00:00.000Z', 'courte',
      case when n % 4 = 0 then 'recu' else 'verse' end, 1, 'null'
    from generate_series(1, ${DEPOSITS}) n`)
  await database.query(`
    insert into outbox (depot_id, etape, revision, voie, rang, proprietaire)
    select ${id}, 'traitement', 1, 'courte', n, 'guichet:' || (75001 + n % 100)
    from generate_series(4, ${DEPOSITS}, 4) n`)
  await database.query(`
    insert into resultat (depot_id, revision, contenu)
    select ${id}, 1, jsonb_build_object('pieces', jsonb_build_array(), 'texte', repeat(md5(n::text), 60))
    from generate_series(1, ${DEPOSITS}) n where n % 4 <> 0`)
  await database.query('analyze')
}

async function ask(pool: Pool, key: string): Promise<number[]> {
  const waits: number[] = []
  let left = ASKED
  const asker = async (): Promise<void> => {
    while (left-- > 0) {
      // Those of the guichet 75001 are the hundreds.
      const id = idOf(100 * (1 + ((left * 617) % (DEPOSITS / 100))))
      const start = performance.now()
      const response = await pool.request({
        method: 'GET',
        path: `/v1/depots/${id}`,
        headers: { authorization: `Bearer ${key}` },
      })
      await response.body.dump()
      if (response.statusCode !== 200) throw new Error(`a state was answered ${response.statusCode}`)
      waits.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, asker))
  return waits
}

/**
 * `npm run bench -- queue [scaling|overhead|deposits|status]`: on Debian's PostgreSQL and Redis, one line of figures for
 * each; all four when none is named.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Postgres, RedisServer } from '../faults/services.ts'
import { measureDeposits } from './deposits.ts'
import { measureOverhead } from './overhead.ts'
import { measureScaling } from './scaling.ts'
import { measureStatus } from './status.ts'
import type { Ground } from './ground.ts'

const MEASURES: Readonly<Record<string, (ground: Ground) => Promise<string>>> = {
  scaling: measureScaling,
  overhead: measureOverhead,
  deposits: measureDeposits,
  status: measureStatus,
}

const named = process.argv.slice(3)
const root = await mkdtemp(join(tmpdir(), 'numeriseur-bench-'))
chmodSync(root, 0o755) // PostgreSQL runs as another user
const postgres = await Postgres.start(root)
const redis = await RedisServer.start()
let count = 0
const fresh: Ground = name => {
  redis.flush()
  const id = `${name}_${count++}`
  return { databaseUrl: postgres.create(id), redisUrl: redis.url, dataDir: join(root, id) }
}
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (named.length === 0 || named.includes(name)) console.log(await measure(fresh))
  }
} finally {
  await redis.kill()
  postgres.stop()
  await rm(root, { recursive: true, force: true })
}

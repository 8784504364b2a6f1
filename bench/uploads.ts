/**
 * `npm run bench -- uploads`: 50 uploads of 2 MB at once, five times, to the API alone on PostgreSQL and Redis (Debian's,
 * on ports of their own), then to `serve` with everything embedded. Prints the times of the 202, the errors, the CPU and
 * the most memory of the API process, and the load of the machine: the sender runs on it too.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ApiProcess, type Setting } from './api-process.ts'
import { Postgres, RedisServer } from './faults/services.ts'
import { columns, quantile } from './table.ts'

const UPLOADS = 50
const BYTES = 2_000_000
const ROUNDS = 5
const BETWEEN_MS = 1_000

const root = await mkdtemp(join(tmpdir(), 'numeriseur-uploads-'))
chmodSync(root, 0o755) // PostgreSQL runs as another user
const rows = [['API', 'round', 'p50 ms', 'p95 ms', 'most ms', 'errors', 'CPU ms', 'peak MB', 'load']]
const postgres = await Postgres.start(root)
const redis = await RedisServer.start()
try {
  const services = { DATABASE_URL: postgres.create('envois'), REDIS_URL: redis.url }
  await measure('alone, PostgreSQL and Redis', { NUMERISEUR_DATA: join(root, 'services'), ...services })
} finally {
  await redis.kill()
  postgres.stop()
}

await measure('alone, embedded', { NUMERISEUR_DATA: join(root, 'embedded') })
await rm(root, { recursive: true, force: true })
console.log(columns(rows))

async function measure(name: string, setting: Setting): Promise<void> {
  const api = await ApiProcess.start(setting, '--no-travailleurs')
  const body = randomBytes(BYTES - 16)
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const before = api.taken()
      const answers = await Promise.allSettled(
        Array.from({ length: UPLOADS }, () => api.post('/v1/depots', 'liasse.pdf', [randomBytes(16), body])),
      )
      const ms = answers.flatMap(a => (a.status === 'fulfilled' && a.value.status === 202 ? [a.value.ms] : []))
      const { cpuMs, peakMegabytes } = api.taken()
      rows.push([
        name,
        String(round),
        ...[0.5, 0.95, 1].map(q => quantile(ms, q).toFixed(0)),
        String(UPLOADS - ms.length),
        String(cpuMs - before.cpuMs),
        peakMegabytes.toFixed(0),
        (loadavg()[0] ?? 0).toFixed(1),
      ])
      await pause(BETWEEN_MS)
    }
  } finally {
    await api.stop()
  }
}

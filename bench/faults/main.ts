/**
 * `npm run faults [-- --quick] [--times N] [--only TEXT,TEXT] [--kills N [--documents N]]`: real workers on Debian's PostgreSQL
 * and Redis, and the faults that reality has. After each fault every deposit must have exactly one result, equal to that
 * of an undisturbed run, bytes of the pieces included.
 *
 * In full each fault is done three times; `--quick` does a sample of them, one on top of the other; `--kills 200` kills
 * workers at random over `--documents` (100).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FakeSne } from '../../test/store/fake-sne.ts'
import { FakeS3 } from '../../test/store/files/fake-s3.ts'
import { percentile } from '../table.ts'
import { manyFiles, smallFiles } from './documents.ts'
import { Fleet, type Sent } from './fleet.ts'
import { Registry } from './registry.ts'
import { QUICK, SCENARIOS, type Scenario } from './scenarios.ts'
import { Postgres, RedisServer } from './services.ts'
import { SmallDisk } from './small-disk.ts'
import { storm, type Storm } from './storm.ts'
import { twoServers } from './two-servers.ts'
import { openPool, type World } from './world.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    times: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    kills: { type: 'string', default: '0' },
    documents: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const times = values.quick ? 1 : Number(values.times)
const kills = Number(values.kills)

const root = await mkdtemp(join(tmpdir(), 'numeriseur-faults-'))
chmodSync(root, 0o755) // PostgreSQL runs as another user
const postgres = await Postgres.start(root)
const redis = await RedisServer.start()
const began = Date.now()
const totals = { runs: 0, deposits: 0, kills: 0, resumes: [] as number[] }
const wrong: string[] = []
const skipped: string[] = []
try {
  if (kills > 0) await killsOverDocuments(kills, Number(values.documents))
  else await everyFault()
} finally {
  await redis.kill()
  postgres.stop()
  await rm(root, { recursive: true, force: true })
}
const seconds = Math.round((Date.now() - began) / 1000)
const resume =
  totals.resumes.length > 0
    ? `resume after SIGKILL p95 ${percentile(totals.resumes, 95).toFixed(1)} s of ${totals.resumes.length}`
    : 'no resume measured'
for (const line of wrong) console.log(`WRONG ${line}`)
for (const name of skipped) console.log(`NOT DONE ${name}: this process may not mount a disk`)
console.log(
  `faults: ${totals.runs} runs, ${totals.deposits} deposits, ${totals.kills} workers killed, ${wrong.length} runs wrong, ` +
    `${skipped.length} not done, ${resume}, ${seconds} s in all`,
)
process.exitCode = wrong.length > 0 ? 1 : 0

function chosen(name: string): boolean {
  return values.only.split(',').some(text => name.includes(text))
}

async function everyFault(): Promise<void> {
  const files = await smallFiles()
  const small = values.quick ? files.slice(1, 5) : files
  const scenarios = values.quick ? [QUICK] : SCENARIOS.filter(s => chosen(s.name))
  const undisturbed =
    scenarios.length > 0 ? await run({ name: 'undisturbed', fault: () => Promise.resolve() }, small) : null
  for (let time = 1; time <= times; time++) {
    for (const scenario of scenarios) {
      await attempt(`${scenario.name} (${time}/${times})`, async () => {
        const outcome = await run(scenario, small)
        if (outcome === null) return
        const different = outcome.filter((o, i) => o !== undisturbed?.[i]).length
        if (different > 0) throw new Error(`${different} results differ from those of the undisturbed run`)
      })
    }
    if (!values.quick && chosen('two servers'))
      await attempt(`two servers (${time}/${times})`, () => bothServers(files))
  }
}

async function bothServers(files: readonly Sent[]): Promise<void> {
  const some = files.slice(1, 5)
  const pieces = await twoServers(join(root, `serveurs_${totals.runs++}`), some)
  totals.deposits += some.length
  totals.kills++
  if (pieces.some(p => !/^[0-9a-f]{64}/.test(p))) throw new Error('a deposit has no piece')
}

/** Says how it went, and goes on with the next fault whatever happened. */
async function attempt(name: string, fault: () => Promise<void>): Promise<void> {
  const start = Date.now()
  try {
    await fault()
    console.log(`${name}: right, ${Math.round((Date.now() - start) / 1000)} s`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    wrong.push(`${name}: ${reason}`)
    console.log(`${name}: WRONG, ${reason}`)
  }
}

/** Deposits the files, does the fault, and gives what came of them; `null` where the fault cannot be done here. */
async function run(scenario: Scenario, files: readonly Sent[]): Promise<string[] | null> {
  return within(scenario, files, async world => {
    const { fleet } = world
    scenario.before?.(world)
    await Promise.all([fleet.addWorker(), fleet.addWorker()])
    const ids = await fleet.deposit(files)
    await scenario.fault(world, ids)
    await fleet.written(ids)
    return settled(world, ids, scenario.moreResults ?? 0)
  })
}

/** What every deposit came to, once it is sure that each has one result and no more. */
async function settled(world: World, ids: readonly string[], more: number): Promise<string[]> {
  const { fleet } = world
  const results = await fleet.house.receptions.nombreDeResultats()
  if (results !== ids.length + more) throw new Error(`${ids.length} deposits and ${more} have ${results} results`)
  const [crash] = fleet.crashes
  if (crash !== undefined) throw new Error(`a worker ended by itself: ${crash}`)
  totals.deposits += ids.length
  return fleet.outcome(ids)
}

async function killsOverDocuments(count: number, documents: number): Promise<void> {
  const files = await manyFiles(documents)
  const undisturbed = await within({}, files, async world => {
    await world.fleet.addWorker(2)
    const ids = await world.fleet.deposit(files)
    await world.fleet.written(ids, 900_000)
    return settled(world, ids, 0)
  })
  console.log(`undisturbed: ${documents} deposits`)
  await attempt(`${count} kills over ${documents} documents`, async () => {
    let done: Storm | null = null
    const outcome = await within({}, files, async world => {
      await Promise.all([world.fleet.addWorker(), world.fleet.addWorker(), world.fleet.addWorker()])
      done = await storm(world, files, count, Number(values.seed))
      await world.fleet.written(done.ids, 300_000)
      return settled(world, done.ids, 0)
    })
    const { interrupted, p95 } = done as unknown as Storm
    const equal = outcome?.filter((o, i) => o === undisturbed?.[i]).length ?? 0
    console.log(
      `kills: ${count} over ${documents} documents, ${interrupted} works interrupted, ${equal} of ${documents} results and ` +
        `pieces equal to the undisturbed run, taken over under fire p95 ${p95.toFixed(1)} s`,
    )
    if (equal !== documents) throw new Error(`${documents - equal} results differ`)
  })
}

type Place = Pick<Scenario, 'name' | 'files' | 'sne' | 'disk'>

/** Opens a set-up of its own, and closes it. */
async function within<T>(
  place: Partial<Place>,
  files: readonly Sent[],
  use: (world: World) => Promise<T>,
): Promise<T | null> {
  redis.flush()
  const id = `essai_${totals.runs++}`
  const disk = place.disk === undefined ? null : SmallDisk.mount(join(root, id))
  if (place.disk !== undefined && disk === null) {
    skipped.push(place.name ?? id)
    return null
  }
  const s3 = new FakeS3()
  const sne = new FakeSne()
  const registry = new Registry()
  await registry.start()
  const [s3Config, sneConfig] = await Promise.all([s3.start(), sne.start()])
  const databaseUrl = postgres.create(id)
  const database = openPool(databaseUrl)
  try {
    const fleet = await Fleet.open({
      databaseUrl,
      redisUrl: redis.url,
      dataDir: join(root, id),
      ...(place.files === undefined ? {} : { s3: s3Config }),
      ...(place.sne === undefined ? {} : { sne: sneConfig }),
      env: { NUMERISEUR_ENTREPRISES_URL: registry.url },
    })
    const { resumes } = totals
    const world: World = { fleet, postgres, redis, s3, sne, registry, database, files, disk, resumes, kills: 0 }
    try {
      return await use(world)
    } finally {
      totals.kills += world.kills
      await fleet.close()
    }
  } finally {
    await database.end()
    await Promise.all([s3.stop(), sne.stop(), registry.stop()])
    disk?.unmount()
  }
}

import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { diskFull, poison, REGISTRY_REVISIONS, registryInTrouble, troubleRegistry } from './hard-scenarios.ts'
import { allWritten, kill, refused, until, works, type Fault, type Work, type World } from './world.ts'

/** A fault, and where its deposits live when that is not a folder and the database. */
export interface Scenario {
  readonly name: string
  readonly fault: Fault
  /** Done before the deposits come. */
  readonly before?: (world: World) => void
  readonly files?: 'S3'
  readonly sne?: 'HTTP'
  readonly disk?: 'small'
  /** Results that the database must hold besides one for each deposit. */
  readonly moreResults?: number
}

const STAGES: readonly (readonly [string, (work: Work) => boolean])[] = [
  ['opening the file', w => w.etape === 'traitement' && w.pages === 0],
  ['reading the pages', w => w.etape === 'traitement' && w.lues > 0 && w.lues < w.pages],
  ['writing the pieces', w => w.etape === 'traitement' && w.pages > 1 && w.lues === w.pages],
  ['writing to the SNE', w => w.etape === 'versement'],
]

/** Kills the worker that is in each of the stages, as the database tells. */
const killInEveryStage: Fault = async world => {
  const { fleet, sne, database } = world
  sne.delayMs = 400
  const starting: Promise<unknown>[] = []
  for (const [stage, isThere] of STAGES) {
    await until(stage, async () => {
      const there = (await works(world)).find(w => w.porteur !== null && isThere(w))
      const victim = fleet.workerNamed(there?.porteur ?? '')
      if (!victim) return false
      await kill(world, victim)
      return true
    })
    // The progress that a dead worker left behind must not be taken for that of the next.
    await database.query(`update reception set avancement = 'null' where etat = 'recu'`)
    starting.push(fleet.addWorker())
  }
  await Promise.all(starting)
  sne.delayMs = 0
}

/** Kills the worker that holds the most work, and measures how long each of its works waits for another worker. */
const killAndMeasure: Fault = async world => {
  const { fleet, resumes } = world
  let held: Work[] = []
  await until('work under way', async () => {
    held = (await works(world)).filter(w => w.porteur !== null && w.etape === 'traitement')
    return held.length >= 2 || (held.length === 1 && (await works(world)).length === 1)
  })
  const victim = fleet.workerNamed(held[0]?.porteur ?? '')
  const lost = held.filter(w => w.porteur === held[0]?.porteur)
  await kill(world, victim)
  const start = Date.now()
  await fleet.addWorker(4)
  const waiting = new Set(lost)
  await until('the work of a killed worker', async () => {
    const now = await works(world)
    for (const work of waiting) {
      const again = now.find(
        w => w.depot_id === work.depot_id && w.etape === work.etape && w.revision === work.revision,
      )
      if (again && again.essais <= work.essais) continue
      waiting.delete(work)
      resumes.push((Date.now() - start) / 1000)
    }
    return waiting.size === 0
  })
}

const flushRedis: Fault = async ({ redis }) => {
  for (let i = 0; i < 3; i++) {
    redis.flush()
    await pause(700)
  }
}

const killRedis: Fault = async ({ redis }) => {
  await pause(500)
  await redis.kill()
  await pause(2_000)
  await redis.start()
}

const restartPostgres: Fault = async ({ postgres }) => {
  await pause(1_000)
  postgres.restart()
}

const stopSignal: Fault = async ({ fleet }) => {
  await pause(1_000)
  for (const worker of fleet.workers) {
    const gone = once(worker, 'exit') as Promise<[number | null, string | null]>
    worker.kill('SIGTERM')
    const [code] = await gone
    if (code !== 0) throw new Error(`a worker told to stop ended with ${code}`)
  }
  await fleet.addWorker()
}

/** The S3 store refuses everything: nothing new is acknowledged, nothing begun is given up. */
const s3Down: Fault = async ({ s3, fleet, files }) => {
  s3.down = 503
  const [first] = files
  if (!first) throw new Error('no file')
  await refused(fleet.depositOne({ nom: 'pendant-la-panne.pdf', bytes: first.bytes }))
  await pause(6_000)
  s3.down = null
}

const sneDown: Fault = async world => {
  const { sne, fleet } = world
  sne.down = true
  await until('a result that waits for the SNE', async () => {
    const { lu } = await fleet.house.receptions.comptes()
    return lu >= 2
  })
  await pause(3_000)
  if ((await fleet.house.receptions.comptes()).verse > 0) throw new Error('written to an SNE that is down')
  sne.down = false
}

/** The same files, sent twice more at the same time by senders that saw no answer. */
const sentAgain: Fault = async ({ fleet, files }, ids) => {
  const again = await Promise.all([fleet.deposit(files), fleet.deposit(files)])
  for (const some of again) if (some.join() !== ids.join()) throw new Error('the same file became another deposit')
}

const killAtRandom: Fault = async (world, ids) => {
  for (let i = 0; i < 6; i++) {
    await pause(400 + ((i * 977) % 2_600))
    if (await allWritten(world, ids)) return
    await kill(world, world.fleet.workers[i % world.fleet.workers.length])
    await world.fleet.addWorker()
  }
}

export const SCENARIOS: readonly Scenario[] = [
  { name: 'worker killed in every stage', fault: killInEveryStage, sne: 'HTTP' },
  { name: 'workers killed at random', fault: killAtRandom },
  { name: 'worker killed, another takes over', fault: killAndMeasure },
  { name: 'Redis emptied three times', fault: flushRedis },
  { name: 'Redis killed and started', fault: killRedis },
  { name: 'PostgreSQL cut off and started', fault: restartPostgres },
  { name: 'S3 down', fault: s3Down, files: 'S3' },
  { name: 'SNE down', fault: sneDown, sne: 'HTTP' },
  { name: 'disk full', fault: diskFull, disk: 'small' },
  {
    name: 'register answers 429, 500, nothing',
    before: troubleRegistry,
    fault: registryInTrouble,
    moreResults: REGISTRY_REVISIONS,
  },
  { name: 'the same files sent again', fault: sentAgain },
  { name: 'poison file', fault: poison, moreResults: 1 },
  { name: 'stop signal during work', fault: stopSignal },
]

/** A sample of the faults, one on top of the other, for less than a minute. */
export const QUICK: Scenario = {
  name: 'a sample of the faults',
  fault: async (world, ids) => {
    for (const fault of [flushRedis, killAndMeasure, restartPostgres, killRedis, sentAgain]) await fault(world, ids)
  },
}

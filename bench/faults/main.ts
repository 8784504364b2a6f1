/**
 * `npm run faults [-- --quick]`: real workers on Debian's PostgreSQL and Redis, and the faults that reality has. After
 * each fault every deposit must have exactly one result, equal to that of an undisturbed run, pieces included. In full each
 * fault is done three times; `--quick` does a sample of them, one on top of the other.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { Fleet } from './fleet.ts'
import { FAULTS, QUICK, type Fault, type World } from './scenarios.ts'
import { Postgres, RedisServer } from './services.ts'

const quick = process.argv.includes('--quick')
const DOCUMENTS = quick ? 3 : 8
const TIMES = quick ? 1 : 3

const root = await mkdtemp(join(tmpdir(), 'numeriseur-faults-'))
chmodSync(root, 0o755) // PostgreSQL runs as another user
const postgres = await Postgres.start(root)
const redis = await RedisServer.start()
const start = Date.now()
const totals = { runs: 0, deposits: 0, kills: 0, resumes: [] as number[] }
let failures = 0
try {
  const files = await Promise.all(Array.from({ length: DOCUMENTS }, (_, i) => receipt(i + 1)))
  const undisturbed = await run('undisturbed', files, [])
  const faults: readonly (readonly [string, readonly Fault[]])[] = quick
    ? [['a sample of the faults', QUICK]]
    : Object.entries(FAULTS).map(([name, fault]) => [name, [fault]])
  for (const [name, list] of faults) {
    for (let time = 1; time <= TIMES; time++) {
      const outcome = await run(`${name} (${time}/${TIMES})`, files, list)
      const different = outcome.filter((o, i) => o !== undisturbed[i]).length
      if (different > 0) {
        failures++
        console.log(`  ${different} results differ from those of the undisturbed run`)
      }
    }
  }
} finally {
  await redis.kill()
  postgres.stop()
  await rm(root, { recursive: true, force: true })
}
const seconds = Math.round((Date.now() - start) / 1000)
const slowest = totals.resumes.length > 0 ? Math.max(...totals.resumes).toFixed(1) : '-'
console.log(
  `faults: ${totals.runs} runs, ${totals.deposits} deposits, ${totals.kills} workers killed, ${failures} runs wrong, ` +
    `slowest resume ${slowest} s, ${seconds} s in all`,
)
process.exitCode = failures > 0 ? 1 : 0

async function run(name: string, files: readonly Uint8Array[], faults: readonly Fault[]): Promise<string[]> {
  redis.flush()
  const id = `essai_${totals.runs++}`
  const fleet = await Fleet.open(root, id, postgres.create(id), redis.url)
  const world: World = { fleet, postgres, redis, resumes: totals.resumes, kills: 0 }
  try {
    await Promise.all([fleet.addWorker(), fleet.addWorker()])
    const ids = await fleet.deposit(files)
    for (const fault of faults) await fault(world, ids)
    // The same files once more: they are the same deposits.
    const again = await fleet.deposit(files)
    if (again.join() !== ids.join()) throw new Error('the same file became another deposit')
    await fleet.written(ids)
    const results = await fleet.house.receptions.nombreDeResultats()
    if (results !== ids.length) throw new Error(`${ids.length} deposits have ${results} results`)
    const outcome = await fleet.outcome(ids)
    totals.deposits += ids.length
    totals.kills += world.kills
    console.log(`${name}: ${ids.length} deposits, one result each, ${world.kills} workers killed`)
    return outcome
  } finally {
    await fleet.close()
  }
}

/** A fictional rent receipt of one page, quick to read. */
async function receipt(number: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setCreationDate(new Date(0))
  pdf.setModificationDate(new Date(0))
  const page = pdf.addPage([595, 842])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const lines = [
    'QUITTANCE DE LOYER',
    `Quittance n° ${number}`,
    'Bailleur : SCI DES TILLEULS, 4 rue des Essais, 75001 Paris',
    'Locataire : Camille EXEMPLE',
    'Période du 1er octobre 2026 au 31 octobre 2026',
    `Loyer : ${500 + number},00 euros. Charges : 50,00 euros. Total : ${550 + number},00 euros.`,
  ]
  lines.forEach((text, i) => page.drawText(text, { x: 60, y: 740 - i * 28, size: 13, font }))
  return pdf.save()
}

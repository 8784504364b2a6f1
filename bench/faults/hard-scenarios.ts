import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { EMPLOYERS } from './documents.ts'
import { refused, until, works, type Fault, type World } from './world.ts'

/** The disk of the files and of the workers' own plain bytes is full: deposits are refused, work waits. */
export const diskFull: Fault = async world => {
  const { fleet, files, disk } = world
  const [first] = files
  if (!first || !disk) throw new Error('this fault needs a small disk')
  await until('work under way', async () => (await works(world)).some(w => w.porteur !== null))
  disk.fill()
  await refused(fleet.depositOne({ nom: 'disque-plein.pdf', bytes: first.bytes }))
  await pause(6_000)
  disk.makeRoom()
}

/** The register answers 429 for one employer, 500 for another and nothing at all for the third. */
export function troubleRegistry({ registry }: World): void {
  const troubles = [429, 500, 'slow'] as const
  EMPLOYERS.forEach(({ siret }, i) => registry.troubles.set(siret, troubles[i] ?? 500))
}

/** Deposits that wait for the register: a payslip of each employer, and the bundle, which holds one of the first. */
export const REGISTRY_REVISIONS = EMPLOYERS.length + 1

/** Every file has a result that says what could not be checked; once the register is well, the checks are done again. */
export const registryInTrouble: Fault = async ({ registry, fleet, database }) => {
  const count = async (query: string): Promise<number> => (await database.query(query)).rowCount ?? 0
  await until('results without the register', async () => {
    const { recu, lu } = await fleet.house.receptions.comptes()
    return recu + lu === 0
  })
  const waiting = await count('select distinct depot_id from controle where reverifier_le is not null')
  if (waiting !== REGISTRY_REVISIONS) throw new Error(`${waiting} deposits wait for the register`)
  registry.troubles.clear()
  // A quarter of an hour later.
  const due = await count(`update outbox set pas_avant = now(), annonce_le = null where voie = 'recontrole'`)
  if (due !== REGISTRY_REVISIONS) throw new Error(`${due} deposits are to be checked again`)
  await until('the second reading', async () => (await count('select 1 from outbox')) === 0)
}

/**
 * A file that keeps its confined process busy until the system kills it, three times: it goes to a person, and the
 * files behind it go on.
 */
export const poison: Fault = async world => {
  const { fleet } = world
  const id = await fleet.depositOne({ nom: 'bombe.pdf', bytes: bomb() })
  // CPU of each confined process when it was first seen on this file.
  const before = new Map<number, number>()
  const step = async (): Promise<boolean> => {
    const held = (await works(world)).find(w => w.depot_id === id && w.porteur !== null && w.etape === 'traitement')
    if (!held) before.clear()
    for (const { pid, cpuSeconds } of childrenOf(fleet.workerNamed(held?.porteur ?? '')?.pid)) {
      const since = before.get(pid)
      if (since === undefined) before.set(pid, cpuSeconds)
      // It has started, and is busy with the file.
      else if (cpuSeconds - since > BUSY_CPU_SECONDS) killIfThere(pid)
    }
    return (await fleet.house.receptions.find(id, null))?.etat === 'quarantaine'
  }
  await until('the quarantine of the poison', step, 300_000)
  await until('the word to the SNE', async () => (await fleet.house.sne.lire(id)) !== null)
  const told = (await fleet.house.sne.lire(id))?.erreur?.code
  if (told !== 'traitement-impossible') throw new Error(`the SNE was told ${told}`)
}

/** A confined process starts in less. */
const BUSY_CPU_SECONDS = 3

/** A PDF whose index inflates to 2 GB: its reader is busy for half a minute. */
function bomb(): Buffer {
  // Deflate packs zeros a thousand times, and packs the result again hardly: one block is repeated as it is.
  const block = deflateSync(Buffer.alloc(1 << 24), { level: 9, finishFlush: 2 })
  const head = block.subarray(0, 2)
  const packed = Buffer.concat([head, ...Array.from({ length: 128 }, () => block.subarray(2))])
  const catalogue =
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0>>\nendobj\n'
  const before = Buffer.from(`%PDF-1.7\n${catalogue}`)
  const dictionary = `/Type /XRef /Size 2000000000 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length ${packed.length}`
  return Buffer.concat([
    before,
    Buffer.from(`3 0 obj\n<< ${dictionary}>>\nstream\n`),
    packed,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${before.length}\n%%EOF`),
  ])
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The processes that this one started, and what CPU each has used. */
function childrenOf(pid: number | undefined): { readonly pid: number; readonly cpuSeconds: number }[] {
  return readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // From the third field on: state, parent, ... user and system time in hundredths of a second.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100
      return Number(fields[1]) === pid ? [{ pid: Number(name), cpuSeconds }] : []
    } catch {
      return [] // it ended meanwhile
    }
  })
}

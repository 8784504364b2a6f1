import { link, readFile, rm, writeFile } from 'node:fs/promises'

/** Another process owns the data folder: two owners would silently lose rows. */
export class StoreAlreadyOpen extends Error {
  override readonly name = 'StoreAlreadyOpen'
  constructor(pid: number) {
    super(
      `La base est déjà ouverte par le processus ${pid}. Attendez qu'il finisse, arrêtez-le, ou changez NUMERISEUR_DATA.`,
    )
  }
}

export interface DataLock {
  release(): Promise<void>
}

interface Owner {
  readonly pid: number
  /** Start of the process in clock ticks since boot, and the boot itself: a pid is used again, this pair is not. */
  readonly start: string
  readonly boot: string
}

/**
 * Takes the lock file of a data folder, outside the folder. A lock is taken over only from an owner that is dead for
 * sure; never from a live one, however long it has been busy.
 * @throws StoreAlreadyOpen
 */
export async function takeLock(path: string, pid = process.pid): Promise<DataLock> {
  const mine = JSON.stringify(await describe(pid))
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await createWhole(path, mine, pid)) return { release: () => rm(path, { force: true }) }
    const held = await readFile(path, 'utf8').catch(() => null)
    if (held === null) continue // released between the two: try again
    const owner = JSON.parse(held) as Owner
    if (await isAlive(owner)) throw new StoreAlreadyOpen(owner.pid)
    await removeIfStill(path, held)
  }
  throw new StoreAlreadyOpen(0)
}

/** Creates the file with its content in one step, or not at all: a reader never sees a lock half written. */
async function createWhole(path: string, content: string, pid: number): Promise<boolean> {
  const draft = `${path}.${pid}`
  await writeFile(draft, content)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function removeIfStill(path: string, content: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === content) await rm(path, { force: true })
}

async function describe(pid: number): Promise<Owner> {
  return { pid, start: (await startOf(pid)) ?? '', boot: await bootId() }
}

async function isAlive(owner: Owner): Promise<boolean> {
  const boot = await bootId()
  if (owner.boot !== '' && boot !== '' && owner.boot !== boot) return false
  const start = await startOf(owner.pid)
  if (start !== null && owner.start !== '') return start === owner.start
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Field 22 of /proc/<pid>/stat; `null` where there is none (no such process, or no /proc). */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

const bootId = async (): Promise<string> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim()

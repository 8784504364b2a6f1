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

/** A lock file that nobody can have written whole: a disk that failed, a hand that edited it. */
export class DataLockUnreadable extends Error {
  override readonly name = 'DataLockUnreadable'
  constructor(path: string) {
    super(
      `Le verrou de la base (${path}) est illisible. Vérifiez qu'aucun numeriseur ne tourne, supprimez ce fichier, puis relancez.`,
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
 * @throws DataLockUnreadable
 */
export async function takeLock(path: string, pid = process.pid): Promise<DataLock> {
  const mine = JSON.stringify(await describe(pid))
  let last = 0
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await createWhole(path, mine, pid)) return { release: () => rm(path, { force: true }) }
    const owner = await ownerOf(path)
    if (owner === null) continue // released between the two: try again
    if (await isAlive(owner)) throw new StoreAlreadyOpen(owner.pid)
    last = owner.pid
    await clearDead(path, mine, pid)
  }
  throw new StoreAlreadyOpen(last)
}

/**
 * Takes away a lock whose owner is dead. Two processes that see the same dead owner must not each take away what the
 * other has just put there: only the holder of a second lock, kept for these few instants, looks again and removes.
 */
async function clearDead(path: string, mine: string, pid: number): Promise<void> {
  const guard = `${path}.reprise`
  if (!(await createWhole(guard, mine, pid))) {
    const other = await ownerOf(guard)
    if (other && (await isAlive(other))) throw new StoreAlreadyOpen(other.pid)
    await rm(guard, { force: true })
    return
  }
  try {
    const owner = await ownerOf(path)
    if (owner && !(await isAlive(owner))) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
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

/** Who holds a lock; `null` when there is none. */
async function ownerOf(path: string): Promise<Owner | null> {
  const held = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (held === null) return null
  const owner = parseOwner(held)
  if (owner === null) throw new DataLockUnreadable(path)
  return owner
}

function parseOwner(text: string): Owner | null {
  try {
    const { pid, start, boot } = JSON.parse(text) as Partial<Record<keyof Owner, unknown>>
    const known =
      typeof pid === 'number' && Number.isInteger(pid) && typeof start === 'string' && typeof boot === 'string'
    return known ? { pid, start, boot } : null
  } catch {
    return null
  }
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

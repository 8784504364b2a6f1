import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { openHouse, type House } from '../flow/house.ts'
import { receiveDeposit } from '../flow/receive-deposit.ts'
import { FileTooLarge } from '../store/files/file-store.ts'
import { parseJobs } from './parsers.ts'
import type { CliPorts } from './process-command.ts'
import { stopSignal } from './stop-signal.ts'

const LOOK_MS = 2_000
/** Where a file goes once it is taken in, or refused. */
const TAKEN = 'deposes'
const REFUSED = 'refuses'

/** Adds `numeriseur watch`: a folder that a scanner writes to. */
export function addWatchCommand(program: Command, ports: CliPorts): void {
  program
    .command('watch')
    .summary('dépose et traite les fichiers qui arrivent dans un dossier')
    .description(`Prend chaque fichier entier du dossier, le dépose, puis le range dans ${TAKEN}/ (ou ${REFUSED}/).`)
    .argument('<dossier>', 'dossier surveillé')
    .option('--guichet <code>', 'code du guichet enregistreur')
    .option('--jobs <n>', 'nombre de lectures en parallèle (par défaut : une par cœur)', parseJobs)
    .action(async (folder: string, flags: { readonly guichet?: string; readonly jobs?: number }) => {
      const { runWorkers } = await import('./run-workers.ts')
      const house = await openHouse(ports.config)
      try {
        const watcher = new FolderWatcher(folder, flags.guichet ?? null, house, ports)
        const workers = await runWorkers(ports.config, house, flags.jobs ?? availableParallelism(), ports.stderr)
        const stop = new AbortController()
        const signal = stopSignal().then(() => stop.abort())
        while (!stop.signal.aborted) {
          await watcher.look()
          await pause(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined)
        }
        await signal
        await workers.stop()
      } finally {
        await house.close()
      }
    })
}

/** Takes in the files of a folder that no longer change. */
export class FolderWatcher {
  readonly #folder: string
  readonly #guichet: string | null
  readonly #house: House
  readonly #ports: Pick<CliPorts, 'config' | 'now' | 'stdout'>
  /** Size and time of each file at the last look: a file that is still being written changes. */
  #seen = new Map<string, string>()

  constructor(
    folder: string,
    guichet: string | null,
    house: House,
    ports: Pick<CliPorts, 'config' | 'now' | 'stdout'>,
  ) {
    this.#folder = folder
    this.#guichet = guichet
    this.#house = house
    this.#ports = ports
  }

  async look(): Promise<void> {
    const entries = await readdir(this.#folder, { withFileTypes: true })
    const seen = new Map<string, string>()
    for (const { name } of entries.filter(e => e.isFile() && !e.name.startsWith('.'))) {
      const { size, mtimeMs } = await stat(join(this.#folder, name))
      const mark = `${size} ${mtimeMs}`
      if (this.#seen.get(name) === mark) await this.#take(name)
      else seen.set(name, mark)
    }
    this.#seen = seen
  }

  /** Killed between the two steps, it takes the file in again: it is the same deposit. */
  async #take(name: string): Promise<void> {
    const path = join(this.#folder, name)
    const { config, now, stdout } = this.#ports
    const details = { canal: 'guichet', guichet: this.#guichet, numeroUnique: null, idempotencyKey: null } as const
    try {
      const received = await receiveDeposit(
        { source: createReadStream(path), nom: name, details: () => Promise.resolve(details) },
        this.#house,
        { maxBytes: config.limits.maxBytes, now: now() },
      )
      if (received.kind !== 'key-reused') stdout.write(`${received.id}\n`)
      await this.#move(name, TAKEN)
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error
      await this.#move(name, REFUSED)
    }
  }

  async #move(name: string, to: string): Promise<void> {
    await mkdir(join(this.#folder, to), { recursive: true })
    await rename(join(this.#folder, name), join(this.#folder, to, name))
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Resultat } from '../../src/domain/resultat.ts'
import { pieceAddress, pieceContext } from '../../src/flow/addresses.ts'
import { openHouse, type House } from '../../src/flow/house.ts'
import { receiveDeposit } from '../../src/flow/receive-deposit.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const PATIENCE_MS = 600_000

/** One set-up: a database, a data folder, and worker processes that come and go. */
export class Fleet {
  readonly house: House
  readonly #env: Readonly<Record<string, string>>
  readonly #workers: ChildProcess[] = []

  private constructor(house: House, env: Readonly<Record<string, string>>) {
    this.house = house
    this.#env = env
  }

  static async open(root: string, name: string, databaseUrl: string, redisUrl: string): Promise<Fleet> {
    const dataDir = join(root, name)
    const house = await openHouse({ databaseUrl, redisUrl, dataDir, masterKey: null, s3: null, sne: null })
    return new Fleet(house, { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, NUMERISEUR_DATA: dataDir })
  }

  /** Starts one more worker, and waits until it takes work. */
  async addWorker(): Promise<ChildProcess> {
    const entry = join(import.meta.dirname, '../../src/cli/main.js')
    const child = spawn(process.execPath, [entry, 'worker', '--jobs', '1'], {
      env: { PATH: process.env['PATH'], ...this.#env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#workers.push(child)
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString('utf8')).slice(-2_000)
        if (said.includes('prêts')) resolve()
      })
      child.once('exit', () => reject(new Error(`a worker did not start: ${said}`)))
    })
    return child
  }

  get workers(): readonly ChildProcess[] {
    return this.#workers.filter(w => w.exitCode === null && w.signalCode === null)
  }

  /** Deposits files; the same bytes give the same ids in every set-up. */
  deposit(files: readonly Uint8Array[]): Promise<string[]> {
    return Promise.all(
      files.map(async (bytes, i) => {
        const received = await receiveDeposit(
          {
            source: once1(bytes),
            nom: `document-${i}.pdf`,
            details: () =>
              Promise.resolve({ canal: 'guichet', guichet: '75001', numeroUnique: null, idempotencyKey: null }),
          },
          this.house,
          { maxBytes: 10_000_000, now: NOW },
        )
        if (received.kind === 'key-reused') throw new Error('no key was given')
        return received.id
      }),
    )
  }

  /** Waits until the SNE holds all of them; the database may be away meanwhile. */
  async written(ids: readonly string[]): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const states = await Promise.all(ids.map(id => this.house.receptions.find(id, null))).catch(() => null)
      if (states?.every(s => s?.etat === 'verse') === true) return
      if (Date.now() > end) throw new Error(`not written: ${states?.map(s => s?.etat).join(' ')}`)
      await pause(250)
    }
  }

  /** What each deposit came to: its result, and the digest of the bytes of its pieces as they lie in the store. */
  async outcome(ids: readonly string[]): Promise<string[]> {
    return Promise.all(
      ids.map(async id => {
        const resultat = await this.house.receptions.resultat(id)
        const sne = await this.house.sne.lire(id)
        if (resultat === null || sne === null) throw new Error(`${id} has no result`)
        return JSON.stringify([sorted(resultat), sorted(sne), await this.#pieces(resultat)])
      }),
    )
  }

  async #pieces({ depot, pieces }: Resultat): Promise<string[]> {
    return Promise.all(
      pieces.map(async ({ fichier }) => {
        const hash = createHash('sha256')
        for await (const chunk of this.house.files.read(
          pieceAddress(depot.id, fichier.sha256),
          pieceContext(depot.id),
        )) {
          hash.update(chunk)
        }
        return hash.digest('hex')
      }),
    )
  }

  async close(): Promise<void> {
    for (const worker of this.workers) {
      const gone = once(worker, 'exit')
      worker.kill('SIGKILL')
      await gone
    }
    await this.house.close()
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* once1(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The database gives the names of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  )
}

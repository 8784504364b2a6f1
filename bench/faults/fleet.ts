import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Resultat } from '../../src/domain/resultat.ts'
import { pieceAddress, pieceContext } from '../../src/flow/addresses.ts'
import { openHouse, type House } from '../../src/flow/house.ts'
import { receiveDeposit } from '../../src/flow/receive-deposit.ts'
import type { S3Config } from '../../src/store/files/s3-objects.ts'
import type { SneConfig } from '../../src/store/http-sne-store.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const PATIENCE_MS = 240_000

/** A file as a guichet would send it. */
export interface Sent {
  readonly nom: string
  readonly bytes: Uint8Array
}

/** Where a set-up keeps what it keeps; what is not said stands in a folder and in the database. */
export interface Setting {
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly dataDir: string
  readonly s3?: S3Config
  readonly sne?: SneConfig
  /** Variables of the workers besides. */
  readonly env?: Readonly<Record<string, string>>
}

/** One set-up: a database, a place for files, and worker processes that come and go. */
export class Fleet {
  readonly house: House
  /** Where the workers put plain bytes while they work. */
  readonly tmpDir: string
  readonly #env: Readonly<Record<string, string>>
  readonly #workers: ChildProcess[] = []
  /** What workers that ended by themselves, once they had begun, said last. */
  readonly crashes: string[] = []

  private constructor(house: House, tmpDir: string, env: Readonly<Record<string, string>>) {
    this.house = house
    this.tmpDir = tmpDir
    this.#env = env
  }

  static async open({ databaseUrl, redisUrl, dataDir, s3, sne, env }: Setting): Promise<Fleet> {
    const masterKey = randomBytes(32).toString('base64')
    const tmpDir = join(dataDir, 'tmp')
    mkdirSync(tmpDir, { recursive: true })
    const house = await openHouse({ databaseUrl, redisUrl, dataDir, masterKey, s3: s3 ?? null, sne: sne ?? null })
    return new Fleet(house, tmpDir, {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      NUMERISEUR_DATA: dataDir,
      NUMERISEUR_CLE_MAITRE: masterKey,
      TMPDIR: tmpDir,
      ...(s3 === undefined
        ? {}
        : {
            NUMERISEUR_S3_URL: s3.url,
            NUMERISEUR_S3_BUCKET: s3.bucket,
            NUMERISEUR_S3_REGION: s3.region,
            NUMERISEUR_S3_CLE: s3.accessKeyId,
            NUMERISEUR_S3_SECRET: s3.secretAccessKey,
          }),
      ...(sne === undefined ? {} : { NUMERISEUR_SNE_URL: sne.url, NUMERISEUR_SNE_JETON: sne.token }),
      ...env,
    })
  }

  /** Starts one more worker, and waits until it takes work. */
  async addWorker(jobs = 1): Promise<ChildProcess> {
    const entry = join(import.meta.dirname, '../../src/cli/main.js')
    const child = spawn(process.execPath, [entry, 'worker', '--jobs', String(jobs)], {
      env: { PATH: process.env['PATH'], ...this.#env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#workers.push(child)
    let said = ''
    let begun = false
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString('utf8')).slice(-2_000)
        if (!begun && said.includes('prêts')) ready()
      })
      const ready = (): void => {
        begun = true
        child.once('exit', (code, signal) => {
          if (signal !== 'SIGKILL' && code !== 0) this.crashes.push(said.slice(-300))
        })
        resolve()
      }
      child.once('exit', (_code, signal) => {
        // Killed while it started: that is what some of the faults do.
        if (signal === 'SIGKILL') resolve()
        else reject(new Error(`a worker did not start: ${said}`))
      })
    })
    return child
  }

  get workers(): readonly ChildProcess[] {
    return this.#workers.filter(w => w.exitCode === null && w.signalCode === null)
  }

  /** The worker process that holds a work, as the outbox names it. */
  workerNamed(porteur: string): ChildProcess | undefined {
    return this.workers.find(w => porteur === `${hostname()}:${w.pid}`)
  }

  /** Deposits files; the same bytes give the same ids in every set-up. */
  deposit(files: readonly Sent[]): Promise<string[]> {
    return Promise.all(files.map(file => this.depositOne(file)))
  }

  async depositOne({ nom, bytes }: Sent): Promise<string> {
    const details = { canal: 'guichet', guichet: '75001', numeroUnique: null, idempotencyKey: null } as const
    const received = await receiveDeposit(
      { source: chunks(bytes), nom, details: () => Promise.resolve(details) },
      this.house,
      { maxBytes: 10_000_000, now: NOW },
    )
    if (received.kind === 'key-reused') throw new Error('no key was given')
    return received.id
  }

  /** Waits until the SNE holds all of them; the database may be away meanwhile. */
  async written(ids: readonly string[], patienceMs = PATIENCE_MS): Promise<void> {
    const end = Date.now() + patienceMs
    for (;;) {
      const states = await Promise.all(ids.map(id => this.house.receptions.find(id, null))).catch(() => null)
      if (states?.every(s => s?.etat === 'verse') === true) return
      if (Date.now() > end) throw new Error(`not written: ${states?.map(s => s?.etat).join(' ')}`)
      await pause(250)
    }
  }

  /** What each deposit came to: its result, and the digest of the bytes of its pieces as they lie in the store. */
  async outcome(ids: readonly string[]): Promise<string[]> {
    const outcomes: string[] = []
    for (const id of ids) {
      const resultat = await this.house.receptions.resultat(id)
      const sne = await this.house.sne.lire(id)
      if (resultat === null || sne === null) throw new Error(`${id} has no result`)
      outcomes.push(JSON.stringify([sorted(resultat), sorted(sne), await this.#pieces(resultat)]))
    }
    return outcomes
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
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
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

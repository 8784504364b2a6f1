import { confinement } from './limits.ts'
import { EngineProcess } from './engine-process.ts'
import type { AnswerTo, EngineRequest, Measured } from './protocol.ts'

/**
 * When a process is replaced: WebAssembly memory grows with the largest page and never shrinks. Two processes at this
 * size and their parent stay under 1.5 GB; ordinary scans leave one at about 400 MB (measured).
 */
export interface Wear {
  readonly requests: number
  readonly rssBytes: number
}
const WEAR: Wear = { requests: 1000, rssBytes: 600_000_000 }
/** Wall clock for one request: a page, or the writing of one piece. */
const PAGE_TIMEOUT_MS = 120_000
const PRODUCE_TIMEOUT_PER_PAGE_MS = 60_000

/** Whoever answers requests about untrusted files. */
export interface Engines {
  run<R extends EngineRequest>(request: R): Promise<AnswerTo<R> & Measured>
}

/**
 * A fixed number of confined processes, created once; requests wait for a free one in the order given.
 * A process that dies costs its request only (rejected with `EngineCrash`) and is replaced.
 */
export class EnginePool implements Engines {
  readonly #prefix: readonly string[]
  readonly #size: number
  readonly #idle: EngineProcess[] = []
  readonly #waiting: ((engine: EngineProcess) => void)[] = []
  #started = 0
  readonly missing: readonly string[]
  /** Processes that were worn or died, and gave way to new ones. */
  replaced = 0

  readonly #wear: Wear

  /**
   * @param size number of processes, at least 1
   * @param wear what a process may serve, and weigh after a request, before it is replaced
   */
  constructor(size: number, wear: Wear = WEAR) {
    const { prefix, missing } = confinement(60 + wear.requests * 10)
    this.#wear = wear
    this.#prefix = prefix
    this.#size = Math.max(1, size)
    this.missing = missing
  }

  get size(): number {
    return this.#size
  }

  /** Runs one request on a free process. */
  async run<R extends EngineRequest>(request: R): Promise<AnswerTo<R> & Measured> {
    const engine = await this.#acquire()
    try {
      return await engine.run(request, timeoutOf(request))
    } finally {
      this.#release(engine)
    }
  }

  /** Stops every process. Requests under way are rejected. */
  close(): void {
    for (const engine of this.#all) engine.kill()
    this.#all.clear()
    this.#idle.length = 0
  }

  readonly #all = new Set<EngineProcess>()

  #acquire(): Promise<EngineProcess> {
    const idle = this.#idle.pop()
    if (idle?.alive) return Promise.resolve(idle)
    if (idle) this.#forget(idle)
    if (this.#started < this.#size) return Promise.resolve(this.#start())
    return new Promise(resolve => this.#waiting.push(resolve))
  }

  #release(engine: EngineProcess): void {
    let next = engine
    if (!engine.alive || this.#worn(engine)) {
      engine.kill()
      this.#forget(engine)
      if (this.#waiting.length === 0) return
      next = this.#start()
    }
    const waiter = this.#waiting.shift()
    if (waiter) waiter(next)
    else this.#idle.push(next)
  }

  #worn({ requests, rssBytes }: EngineProcess): boolean {
    return requests >= this.#wear.requests || rssBytes > this.#wear.rssBytes
  }

  #start(): EngineProcess {
    this.#started++
    const engine = new EngineProcess(this.#prefix)
    this.#all.add(engine)
    return engine
  }

  #forget(engine: EngineProcess): void {
    if (!this.#all.delete(engine)) return
    this.#started--
    this.replaced++
  }
}

function timeoutOf(request: EngineRequest): number {
  switch (request.kind) {
    case 'inspect':
    case 'read':
    case 'reread':
    case 'picture':
      return PAGE_TIMEOUT_MS
    case 'produce':
      return PAGE_TIMEOUT_MS + request.pages.length * PRODUCE_TIMEOUT_PER_PAGE_MS
  }
}

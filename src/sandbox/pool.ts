import { confinement } from './limits.ts'
import { EngineProcess } from './engine-process.ts'
import type { AnswerTo, EngineRequest } from './protocol.ts'

/** Requests that one process may serve before it is replaced, so that no WebAssembly memory only grows. */
const REQUESTS_PER_PROCESS = 120
/** Wall clock for one request: a page, or the writing of one piece. */
const PAGE_TIMEOUT_MS = 120_000
const PRODUCE_TIMEOUT_PER_PAGE_MS = 60_000

/**
 * A fixed number of confined processes, created once; requests wait for a free one in the order given.
 * A process that dies costs its request only (rejected with `EngineCrash`) and is replaced.
 */
export class EnginePool {
  readonly #prefix: readonly string[]
  readonly #size: number
  readonly #idle: EngineProcess[] = []
  readonly #waiting: ((engine: EngineProcess) => void)[] = []
  #started = 0
  readonly missing: readonly string[]

  /** @param size number of processes, at least 1 */
  constructor(size: number) {
    const { prefix, missing } = confinement(60 + REQUESTS_PER_PROCESS * 10)
    this.#prefix = prefix
    this.#size = Math.max(1, size)
    this.missing = missing
  }

  get size(): number {
    return this.#size
  }

  /** Runs one request on a free process. */
  async run<R extends EngineRequest>(request: R): Promise<AnswerTo<R>> {
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
    if (!engine.alive || engine.requests >= REQUESTS_PER_PROCESS) {
      engine.kill()
      this.#forget(engine)
      if (this.#waiting.length === 0) return
      next = this.#start()
    }
    const waiter = this.#waiting.shift()
    if (waiter) waiter(next)
    else this.#idle.push(next)
  }

  #start(): EngineProcess {
    this.#started++
    const engine = new EngineProcess(this.#prefix)
    this.#all.add(engine)
    return engine
  }

  #forget(engine: EngineProcess): void {
    if (this.#all.delete(engine)) this.#started--
  }
}

function timeoutOf(request: EngineRequest): number {
  switch (request.kind) {
    case 'inspect':
    case 'read':
      return PAGE_TIMEOUT_MS
    case 'produce':
      return PAGE_TIMEOUT_MS + request.pages.length * PRODUCE_TIMEOUT_PER_PAGE_MS
  }
}

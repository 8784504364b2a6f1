import { EngineCrash } from '../sandbox/engine-process.ts'
import type { Engines, EnginePool } from '../sandbox/pool.ts'
import type { AnswerTo, EngineRequest, Measured } from '../sandbox/protocol.ts'

/** Every so many turns an ordinary file passes before the urgent ones: nobody waits for ever. */
const ORDINARY_TURN = 4

/** A process may be killed for the memory of its neighbours: its page is read again before the page is given up. */
const TRIES = 3

interface Share {
  readonly urgent: boolean
  readonly waiting: (() => void)[]
}

/**
 * The confined processes, shared fairly between the files read at the same time: one page of each in turn, those of
 * urgent files first. A bundle of 1,000 pages delays a photo by one page, not by the bundle.
 */
export class FairEngines {
  readonly #pool: Pick<EnginePool, 'run' | 'size'>
  readonly #shares = new Set<Share>()
  #running = 0
  #turns = 0
  #closed = false

  constructor(pool: Pick<EnginePool, 'run' | 'size'>) {
    this.#pool = pool
  }

  /** The processes as one file sees them. */
  share(urgent: boolean): Engines {
    const share: Share = { urgent, waiting: [] }
    return { run: request => this.#runAgain(share, request) }
  }

  /** The processes are about to be stopped: what dies from now on is not tried again. */
  close(): void {
    this.#closed = true
  }

  /** Opening the file is tried again by the stage itself, which counts how often it fails. */
  async #runAgain<R extends EngineRequest>(share: Share, request: R): Promise<AnswerTo<R> & Measured> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#run(share, request)
      } catch (error) {
        const killed = error instanceof EngineCrash && error.reason === 'exit'
        if (!killed || request.kind === 'inspect' || this.#closed || attempt === TRIES) throw error
      }
    }
  }

  async #run<R extends EngineRequest>(share: Share, request: R): Promise<AnswerTo<R> & Measured> {
    await new Promise<void>(resolve => {
      share.waiting.push(resolve)
      this.#shares.add(share)
      this.#serve()
    })
    try {
      return await this.#pool.run(request)
    } finally {
      this.#running--
      this.#serve()
    }
  }

  #serve(): void {
    while (this.#running < this.#pool.size && this.#shares.size > 0) {
      const share = this.#next()
      const start = share.waiting.shift()
      // To the end of the line, or out of it.
      this.#shares.delete(share)
      if (share.waiting.length > 0) this.#shares.add(share)
      this.#running++
      start?.()
    }
  }

  #next(): Share {
    const line = [...this.#shares]
    const wanted = ++this.#turns % ORDINARY_TURN !== 0
    return line.find(s => s.urgent === wanted) ?? (line[0] as Share)
  }
}

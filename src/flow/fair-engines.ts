import type { Engines, EnginePool } from '../sandbox/pool.ts'
import type { AnswerTo, EngineRequest, Measured } from '../sandbox/protocol.ts'

/** Every so many turns an ordinary file passes before the urgent ones: nobody waits for ever. */
const ORDINARY_TURN = 4

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

  constructor(pool: Pick<EnginePool, 'run' | 'size'>) {
    this.#pool = pool
  }

  /** The processes as one file sees them. */
  share(urgent: boolean): Engines {
    const share: Share = { urgent, waiting: [] }
    return { run: request => this.#run(share, request) }
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

import { QueueUnreachable } from '../queue/queues.ts'
import type { House } from './house.ts'

const SWEEP_MS = 5_000
const BATCH = 1_000

/** Announces the work that the queue does not know: at start, then every 5 s. */
export class Sweeper {
  readonly #house: Pick<House, 'outbox' | 'queues'>
  readonly #onError: (error: Error) => void
  #timer: NodeJS.Timeout | null = null
  #sweeping: Promise<void> = Promise.resolve()

  constructor(house: Pick<House, 'outbox' | 'queues'>, onError: (error: Error) => void) {
    this.#house = house
    this.#onError = onError
  }

  start(): void {
    const sweep = (): void => {
      this.#sweeping = this.sweep().catch((error: unknown) => {
        if (error instanceof Error) this.#onError(error)
      })
    }
    sweep()
    this.#timer = setInterval(sweep, SWEEP_MS)
  }

  /** One sweep. A queue that does not answer is told again by a later one. */
  async sweep(): Promise<void> {
    for (;;) {
      const travaux = await this.#house.outbox.toAnnounce(BATCH)
      try {
        if (travaux.length > 0) await this.#house.queues.announce(travaux)
      } catch (error) {
        if (error instanceof QueueUnreachable) return this.#onError(error)
        throw error
      }
      if (travaux.length < BATCH) return
    }
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#sweeping
  }
}

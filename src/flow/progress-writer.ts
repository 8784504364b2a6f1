import type { Avancement } from '../domain/work.ts'
import type { PipelineEvent } from '../pipeline/context.ts'

/** At most one write in this time: a bundle of 600 pages must not fill the database with its progress. */
const PAUSE_MS = 500

/** Writes how far a file is, not more often than anyone can read. */
export class ProgressWriter {
  readonly #write: (avancement: Avancement) => Promise<void>
  #now: Avancement = { pages: 0, pagesLues: 0, pieces: 0 }
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(write: (avancement: Avancement) => Promise<void>) {
    this.#write = write
  }

  event(event: PipelineEvent): void {
    switch (event.kind) {
      case 'file-opened':
        this.#now = { ...this.#now, pages: event.pages }
        break
      case 'page-read':
        this.#now = { ...this.#now, pagesLues: this.#now.pagesLues + 1 }
        break
      case 'piece-written':
        this.#now = { ...this.#now, pieces: this.#now.pieces + 1 }
        break
    }
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE_MS)
  }

  /** Writes the last state, and waits for it. */
  async end(): Promise<void> {
    if (this.#timer !== null) this.#flush()
    await this.#writing
  }

  /** Progress is for the eye: when the database does not take it, the work itself goes on. */
  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const now = this.#now
    this.#writing = this.#writing.then(() => this.#write(now)).catch(() => undefined)
  }
}

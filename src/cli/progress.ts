import type { PipelineEvent } from '../pipeline/context.ts'
import type { Output } from './masked-output.ts'

const WIDTH = 24

/** Progress on stderr: a bar on a terminal, nothing but the verbose lines elsewhere. Never any content of a document. */
export class Progress {
  readonly #stream: Output
  readonly #files: number
  readonly #verbose: boolean
  #file = 0
  #pages = 0
  #read = 0

  constructor(stream: Output, files: number, verbose: boolean) {
    this.#stream = stream
    this.#files = files
    this.#verbose = verbose
  }

  startFile(): void {
    this.#file++
    this.#pages = 0
    this.#read = 0
    this.#draw()
  }

  event(event: PipelineEvent): void {
    switch (event.kind) {
      case 'file-opened':
        this.#pages = event.pages
        break
      case 'page-read':
        this.#read++
        this.#say(`fichier ${this.#file}, page ${event.page} lue (${cost(event)})`)
        break
      case 'piece-written':
        this.#say(`fichier ${this.#file}, pièce ${event.rank} sur ${event.of} écrite (${cost(event)})`)
        break
    }
    this.#draw()
  }

  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[K')
  }

  #say(line: string): void {
    if (!this.#verbose) return
    this.end()
    this.#stream.write(`${line}\n`)
  }

  #draw(): void {
    if (!this.#stream.isTTY) return
    const share = this.#pages === 0 ? 0 : this.#read / this.#pages
    const full = Math.round(share * WIDTH)
    const bar = '#'.repeat(full) + '.'.repeat(WIDTH - full)
    this.#stream.write(
      `\r\x1b[K[${bar}] fichier ${this.#file}/${this.#files}, page ${this.#read}/${this.#pages || '?'}`,
    )
  }
}

function cost({ timings, rssBytes }: Exclude<PipelineEvent, { kind: 'file-opened' }>): string {
  const steps = Object.entries(timings).map(([step, ms]) => `${step} ${ms} ms`)
  return [...steps, ...(rssBytes === undefined ? [] : [`mémoire ${Math.round(rssBytes / 1e6)} Mo`])].join(', ')
}

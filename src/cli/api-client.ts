import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import type { Resultat } from '../domain/resultat.ts'
import type { Avancement, EtatDepot } from '../domain/work.ts'

/** What the API tells of a deposit on its way. */
export interface Suivi {
  readonly etat: EtatDepot
  readonly avancement: Avancement | null
}

/** The API did not answer as asked. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused'
  constructor(status: number) {
    super(`L’API a répondu ${status} : la démonstration s’arrête. Relancez-la.`)
  }
}

/** A client of the API, as a portal or a counter writes one. */
export class ApiClient {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, key: string) {
    this.#url = url
    this.#headers = { authorization: `Bearer ${key}` }
  }

  /** Deposits a file; gives the id of the deposit. */
  async deposit(path: string): Promise<string> {
    const form = new FormData()
    form.set('fichier', await openAsBlob(path), basename(path))
    const response = await this.#ask('/v1/depots', { method: 'POST', body: form })
    return ((await response.json()) as { id: string }).id
  }

  /** Each state of a deposit as the API sends it, until it is final. */
  async *follow(id: string): AsyncGenerator<Suivi> {
    const { body } = await this.#ask(`/v1/depots/${id}/evenements`)
    let held = ''
    for await (const text of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const lines = (held + text).split('\n')
      held = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) yield JSON.parse(line.slice(6)) as Suivi
    }
  }

  async resultat(id: string): Promise<Resultat> {
    return (await (await this.#ask(`/v1/depots/${id}/resultat`)).json()) as Resultat
  }

  /** The bytes of a piece. */
  async piece(id: string, piece: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#ask(`/v1/depots/${id}/pieces/${piece}`)).arrayBuffer())
  }

  async #ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, { ...init, headers: this.#headers })
    if (!response.ok) throw new ApiRefused(response.status)
    return response
  }
}

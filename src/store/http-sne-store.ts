import { ExponentialBackoff, handleType, retry } from 'cockatiel'
import { Agent, request } from 'undici'
import type { SneStore } from '../domain/ports.ts'
import type { Piece, Resultat } from '../domain/resultat.ts'
import { refuseNir } from './nir-wall.ts'

/** The SNE does not take or give a result now. The message holds no address and no content. */
export class SneUnreachable extends Error {
  override readonly name = 'SneUnreachable'
  constructor(cause: string) {
    super(
      `Le SNE ne répond pas comme attendu (${cause}). Vérifiez NUMERISEUR_SNE_URL et le jeton ; l'envoi sera repris.`,
    )
  }
}

/** As above, when the next try may succeed: no connection, 429, 5xx. */
class SneBusy extends SneUnreachable {}

export interface SneConfig {
  readonly url: string
  readonly token: string
}

type DepotSansPieces = Omit<Resultat, 'pieces'> & { readonly pieceIds: readonly string[] }

const ANSWER_MS = 10_000
const ANSWER_BYTES = 20_000_000

/**
 * The SNE by HTTP: each piece is put under its id, then the deposit that names its pieces. A deposit counts once it is
 * put: whatever stops in between is put again, and the same result put twice changes nothing.
 */
export class HttpSneStore implements SneStore {
  readonly #base: string
  readonly #token: string
  readonly #agent = new Agent({ connect: { timeout: 2_000 }, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS })
  readonly #retry = retry(handleType(SneBusy), {
    maxAttempts: 2,
    backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2_000 }),
  })

  constructor({ url, token }: SneConfig) {
    this.#base = url.replace(/\/$/, '')
    this.#token = token
  }

  async enregistrer(resultat: Resultat): Promise<void> {
    refuseNir(resultat, 'resultat')
    const { pieces, ...depot } = resultat
    for (const piece of pieces) await this.#put(`pieces/${piece.id}`, piece)
    await this.#put(`depots/${depot.depot.id}`, { ...depot, pieceIds: pieces.map(p => p.id) })
  }

  async lire(depotId: string): Promise<Resultat | null> {
    const found = (await this.#get(`depots/${depotId}`)) as DepotSansPieces | null
    if (found === null) return null
    const { pieceIds, ...depot } = found
    const pieces = await Promise.all(pieceIds.map(id => this.#get(`pieces/${id}`)))
    if (pieces.includes(null)) throw new SneUnreachable('pièce absente')
    return { ...depot, pieces: pieces as Piece[] }
  }

  async close(): Promise<void> {
    await this.#agent.close()
  }

  async #put(path: string, body: object): Promise<void> {
    const { status } = await this.#ask('PUT', path, JSON.stringify(body))
    if (status < 200 || status > 299) throw new SneUnreachable(`réponse ${status}`)
  }

  async #get(path: string): Promise<unknown> {
    const { status, text } = await this.#ask('GET', path, null)
    if (status === 404) return null
    if (status !== 200) throw new SneUnreachable(`réponse ${status}`)
    try {
      return JSON.parse(text)
    } catch {
      throw new SneUnreachable('réponse illisible')
    }
  }

  #ask(method: 'PUT' | 'GET', path: string, body: string | null): Promise<{ status: number; text: string }> {
    return this.#retry.execute(async () => {
      const { statusCode, body: answer } = await request(`${this.#base}/${path}`, {
        method,
        body,
        dispatcher: this.#agent,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      }).catch((error: NodeJS.ErrnoException) => {
        throw new SneBusy(error.code ?? error.name)
      })
      let text = ''
      for await (const chunk of answer.setEncoding('utf8')) {
        text += chunk as string
        if (text.length > ANSWER_BYTES) throw new SneUnreachable('réponse trop longue')
      }
      if (statusCode === 429 || statusCode >= 500) throw new SneBusy(`réponse ${statusCode}`)
      return { status: statusCode, text }
    })
  }
}

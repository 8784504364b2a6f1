import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EMPLOYERS } from './documents.ts'

/** Too many requests, an inner error, or no answer at all. */
export type Trouble = 429 | 500 | 'slow'

/** Stands for Recherche d'entreprises: knows the employers of the files, and can be in trouble for some of them. */
export class Registry {
  readonly troubles = new Map<string, Trouble>()
  readonly #server = createServer((request, response) => {
    const siret = new URL(request.url ?? '/', 'http://registry').searchParams.get('q') ?? ''
    this.#answer(siret, response)
  })

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #answer(siret: string, response: ServerResponse): void {
    const trouble = this.troubles.get(siret)
    if (trouble === 'slow') return
    if (trouble !== undefined) {
      response.writeHead(trouble, trouble === 429 ? { 'retry-after': '60' } : {}).end()
      return
    }
    const known = EMPLOYERS.find(e => e.siret === siret)
    const results = known
      ? [
          {
            siren: siret.slice(0, 9),
            nom_complet: known.nom,
            etat_administratif: 'A',
            matching_etablissements: [{ siret, etat_administratif: 'A', date_creation: '2001-01-01' }],
          },
        ]
      : []
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }))
  }
}

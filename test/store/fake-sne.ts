import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SneConfig } from '../../src/store/http-sne-store.ts'

/** An SNE that keeps what is put, and can fail. */
export class FakeSne {
  readonly documents = new Map<string, string>()
  /** Statuses of the next answers, before it answers well again. */
  readonly failures: number[] = []
  requests = 0
  /** Refuses everything while it is true. */
  down = false
  /** Milliseconds before each answer. */
  delayMs = 0
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<SneConfig> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/sne/`, token: 'secret-du-sne' }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests++
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (this.delayMs > 0) await new Promise(resolve => setTimeout(resolve, this.delayMs))
    const failure = this.down ? 503 : this.failures.shift()
    const path = request.url ?? ''
    if (failure !== undefined) response.writeHead(failure).end('non')
    else if (request.headers.authorization !== 'Bearer secret-du-sne') response.writeHead(401).end()
    else if (request.method === 'PUT') {
      this.documents.set(path, Buffer.concat(chunks).toString('utf8'))
      response.writeHead(204).end()
    } else {
      const found = this.documents.get(path)
      response.writeHead(found === undefined ? 404 : 200).end(found)
    }
  }
}

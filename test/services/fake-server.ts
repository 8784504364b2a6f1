import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the fake provider behaves. */
export type Mode =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: unknown
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'slow' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'huge' }

/** A provider on the loopback that answers as told and remembers what it was asked. */
export class FakeServer {
  readonly asked: string[] = []
  readonly #modes: Mode[]
  readonly #server: Server

  private constructor(modes: Mode[]) {
    this.#modes = modes
    this.#server = createServer((request, response) => {
      this.asked.push(request.url ?? '')
      const mode = this.#modes.length > 1 ? (this.#modes.shift() as Mode) : (this.#modes[0] as Mode)
      switch (mode.kind) {
        case 'answer':
          response.writeHead(mode.status, { 'content-type': 'application/json', ...mode.headers })
          response.end(JSON.stringify(mode.body))
          return
        case 'slow':
          return
        case 'truncated':
          response.writeHead(200, { 'content-length': '1000' })
          response.write('{"results": [')
          response.destroy()
          return
        case 'reset':
          request.socket.destroy()
          return
        case 'not-json':
          response.end('<html>maintenance</html>')
          return
        case 'huge':
          response.end(JSON.stringify({ results: [], padding: 'x'.repeat(2_000_000) }))
          return
      }
    })
  }

  /** The modes are used one request each, the last one for all that follow. */
  static async start(...modes: Mode[]): Promise<FakeServer> {
    const fake = new FakeServer(modes)
    await new Promise<void>(resolve => fake.#server.listen(0, '127.0.0.1', resolve))
    return fake
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }
}

export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Mode => ({
  kind: 'answer',
  status,
  body,
  headers,
})

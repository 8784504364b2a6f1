import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Config } from '../../../src/store/files/s3-objects.ts'

/** An S3-compatible store in memory, that can be down. */
export class FakeS3 {
  readonly objects = new Map<string, Buffer>()
  /** Answers every request with this status while it is set. */
  down: number | null = null
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<S3Config> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}`
    return { url, bucket: 'pieces', region: 'fr-par', accessKeyId: 'essai', secretAccessKey: 'essai' }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const key = (request.url ?? '').split('?')[0]?.replace('/pieces/', '') ?? ''
    const end = (status: number, body: Buffer | string = ''): void => {
      response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
    }
    if (this.down !== null) return end(this.down, '<Error><Code>ServiceUnavailable</Code></Error>')
    if (!request.headers.authorization?.includes('AWS4-HMAC-SHA256')) return end(403)
    switch (request.method) {
      case 'PUT':
        this.objects.set(key, Buffer.concat(chunks))
        return end(200)
      case 'DELETE':
        this.objects.delete(key)
        return end(204)
      case 'HEAD':
        return end(200)
      default: {
        const object = this.objects.get(key)
        return object ? end(200, object) : end(404, '<Error><Code>NoSuchKey</Code></Error>')
      }
    }
  }
}

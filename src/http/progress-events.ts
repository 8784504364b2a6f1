import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { DepositState } from './deposit-state.ts'

const LOOK_MS = 500
const BEAT_EVERY = 30

/**
 * Sends each change of a deposit as a server-sent event named `etat`, until it is final or the caller leaves. The state
 * is looked up in the database: it is right whichever worker does the work. The id of an event is the digest of its state:
 * a caller that comes back and names the last one that it has is sent what changed since, and nothing twice.
 *
 * @param known `Last-Event-ID` of the caller
 */
export function sendProgress(reply: FastifyReply, known: string | null, state: () => Promise<DepositState>): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const gone = new AbortController()
  raw.on('close', () => gone.abort())
  const send = async (): Promise<void> => {
    let last = known
    raw.write('retry: 1000\n\n')
    for (let look = 1; !gone.signal.aborted; look++) {
      const now = await state()
      const data = JSON.stringify(now)
      const id = createHash('sha256').update(data).digest('hex').slice(0, 16)
      if (id !== last) raw.write(`event: etat\nid: ${id}\ndata: ${data}\n\n`)
      else if (look % BEAT_EVERY === 0) raw.write(': toujours là\n\n')
      last = id
      if (now.etat === 'verse' || now.etat === 'quarantaine') return
      await pause(LOOK_MS, undefined, { signal: gone.signal })
    }
  }
  // When the database fails or the caller leaves, the stream ends: a client of this kind asks again by itself.
  void send()
    .catch(() => undefined)
    .finally(() => raw.end())
}

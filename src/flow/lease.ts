import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Travail } from '../domain/work.ts'
import type { Outcome } from '../queue/queues.ts'
import { LeaseLost, RENEW_MS, type Outbox } from '../store/outbox.ts'

/** A work that is ours as long as it lasts. */
export interface Lease {
  readonly travail: Travail
  readonly token: string
  /** How often the confined process died on it before. */
  readonly pannes: number
  /** How often it was begun, this time included. */
  readonly essais: number
}

/**
 * Takes the lease of a work, keeps it while `run` lasts, and says what becomes of the job. Work done before is done; work
 * that another holds is looked at again when its lease ends; work that another took over is no longer ours to end.
 */
export async function withLease(
  outbox: Outbox,
  travail: Travail,
  run: (lease: Lease) => Promise<Outcome>,
): Promise<Outcome> {
  // Says who holds it to whoever looks at the table; the last part makes it ours alone.
  const token = `${hostname()}:${process.pid}:${randomUUID()}`
  const prise = await outbox.take(travail, token)
  switch (prise.kind) {
    case 'done':
      return { kind: 'done' }
    case 'busy':
      return { kind: 'later', delaiMs: prise.delaiMs }
    case 'held':
      break
  }
  // A renewal that fails is tried again by the next; when all fail the lease ends, and the fence holds.
  const timer = setInterval(() => void outbox.renew(travail, token).catch(() => false), RENEW_MS)
  try {
    return await run({ travail, token, pannes: prise.pannes, essais: prise.essais })
  } catch (error) {
    if (error instanceof LeaseLost) return { kind: 'done' }
    // Whatever failed, the work is free again at once for the next try.
    await outbox.giveBack(travail, token, 0).catch(() => undefined)
    throw error
  } finally {
    clearInterval(timer)
  }
}

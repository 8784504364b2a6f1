import type { Travail } from '../domain/work.ts'
import type { Outcome } from '../queue/queues.ts'
import { WebhookRefused } from '../services/webhook-sender.ts'
import type { House } from './house.ts'
import { withLease } from './lease.ts'

/** Eleven tries over two days or so; who was away for longer asks for the state of its deposits. */
const MAX_TRIES = 11
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 12 * 3_600_000

/** What a key of signatures is, said again to open it. */
export const webhookContext = (url: string): string => `webhook|${url}`

/** The stage "avis": tells who deposited that it is done. Identifiers and the state only: the rest is asked for, by key. */
export function notify(travail: Travail, house: House): Promise<Outcome> {
  return withLease(house.outbox, travail, async ({ token, essais }) => {
    const { depotId, revision } = travail
    const reception = await house.receptions.find(depotId, null)
    const webhook = reception === null ? null : await house.webhooks.of(reception.proprietaire)
    if (reception !== null && webhook !== null) {
      const { url, secretScelle } = webhook
      const id = `${depotId}.${revision}`
      const body = JSON.stringify({ id, evenement: 'depot.termine', depot: depotId, etat: reception.etat, revision })
      try {
        await house.avis.send(url, house.files.openText(secretScelle, webhookContext(url)), { id, body })
      } catch (error) {
        if (!(error instanceof WebhookRefused)) throw error
        if (essais < MAX_TRIES) {
          const delaiMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 3 ** (essais - 1))
          await house.outbox.giveBack(travail, token, delaiMs)
          return { kind: 'later', delaiMs }
        }
      }
    }
    await house.outbox.end(travail, token)
    return { kind: 'done' }
  })
}

import type { Resultat } from '../domain/resultat.ts'
import type { Travail } from '../domain/work.ts'
import type { Outcome } from '../queue/queues.ts'
import type { House } from './house.ts'
import { withLease } from './lease.ts'

/** A file is read again for a service that was down this many times; then the index stays "Non vérifié". */
const MAX_REVISIONS = 6
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 300_000

/** The stage "versement": the result goes to the SNE, again and again until the SNE has it. */
export function writeBack(travail: Travail, house: House): Promise<Outcome> {
  return withLease(house.outbox, travail, async ({ token, essais }) => {
    const resultat = await house.receptions.resultat(travail.depotId)
    if (resultat === null) return { kind: 'done' }
    try {
      await house.sne.enregistrer(resultat)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const delaiMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(essais - 1, 20))
      await house.outbox.giveBack(travail, token, delaiMs)
      return { kind: 'later', delaiMs }
    }
    const again = travail.revision < MAX_REVISIONS ? soonest(resultat) : null
    await house.stages.endWriteBack(travail, token, again)
    return { kind: 'done' }
  })
}

/** The first instant at which a check asks to be run again; `null` when none does. */
function soonest({ pieces }: Resultat): string | null {
  const instants = pieces.flatMap(p => p.controles.flatMap(c => c.reverifierLe ?? []))
  const first = Math.min(...instants.map(i => Date.parse(i)))
  return Number.isFinite(first) ? new Date(first).toISOString() : null
}

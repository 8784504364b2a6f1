import type { RetentionRule } from '../store/retention.ts'
import type { House } from './house.ts'
import { forgetPages } from './kept-pages.ts'

const PURGE_MS = 3_600_000
const BATCH = 200

/** Destroys the originals that have had their time. Killed half-way, the next purge does the rest. */
export async function purgeOriginals(house: Pick<House, 'retention' | 'files'>, rule: RetentionRule): Promise<number> {
  let destroyed = 0
  for (;;) {
    const due = await house.retention.due(rule, BATCH)
    for (const { id, original } of due) {
      await house.files.remove(original)
      await house.retention.destroyed(id)
      destroyed++
    }
    if (due.length < BATCH) return destroyed
  }
}

/** Purges and chains the audit trail at start, then every hour; what fails is done by the next. */
export function startPurge(
  house: Pick<House, 'retention' | 'files' | 'pages' | 'audit'>,
  rule: RetentionRule,
  onError: (error: Error) => void,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const purge = (): void => {
    running = Promise.all([purgeOriginals(house, rule), forgetPages(house, null), house.audit.extend()]).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof Error) onError(error)
      },
    )
  }
  purge()
  const timer = setInterval(purge, PURGE_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

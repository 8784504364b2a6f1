import type { Config } from '../config/config.ts'
import type { House } from '../flow/house.ts'
import { openProcessing } from '../flow/open-processing.ts'
import { createPagePictures, type PagePicture } from '../flow/page-pictures.ts'
import { createPrecheck, type Precheck } from '../flow/precheck.ts'
import { startWorkers } from '../flow/workers.ts'
import { refreshedListPath } from './refresh-trust-store.ts'

/** Work under way may end in this time after a stop signal; then it is given up, and another worker takes it over. */
const GRACE_MS = 25_000

/** Starts the workers of this process; `stop` ends them within {@link GRACE_MS}. */
export async function runWorkers(
  config: Config,
  house: House,
  jobs: number,
  stderr: { write(text: string): unknown },
): Promise<{ readonly precheck: Precheck; readonly pictures: PagePicture; stop(): Promise<void> }> {
  const processing = await openProcessing(config, refreshedListPath(config.dataDir), jobs)
  for (const line of processing.missing) stderr.write(`${line}\n`)
  const said = new Set<string>()
  const workers = startWorkers(house, {
    process: processing.process,
    workDir: processing.workDir,
    files: jobs,
    retention: config.retention,
    // The kind of an error only, and each kind once: its message may hold an address.
    onError: ({ name, message }) => {
      const kind = name === 'Error' ? message.replace(/[^\p{L} ].*$/u, '') : name
      if (!said.has(kind)) stderr.write(`Incident (${kind}) : le travail sera repris.\n`)
      said.add(kind)
    },
  })
  return {
    pictures: createPagePictures(processing.engines, house.files, processing.workDir, config.limits),
    precheck: createPrecheck(processing.processUnchecked, processing.workDir, config.limits.maxBytes),
    stop: async () => {
      const late = setTimeout(() => {
        workers.abandon()
        void processing.close()
      }, GRACE_MS)
      await workers.close()
      clearTimeout(late)
      await processing.close()
    },
  }
}

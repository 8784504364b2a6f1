import type { Check } from '../domain/check.ts'
import type { RegionalProfile } from '../documents/regional-profile.ts'
import type { Engines } from '../sandbox/pool.ts'
import type { FileLimits, Measured, PageTimings } from '../sandbox/protocol.ts'

/** What happened, for whoever shows progress. Never any content of a document. */
export type PipelineEvent =
  | { readonly kind: 'file-opened'; readonly pages: number }
  | (Work & { readonly kind: 'page-read'; readonly page: number; readonly of: number })
  | (Work & { readonly kind: 'piece-written'; readonly rank: number; readonly of: number })

/** What a step cost in the process that did it; no memory when that process died or had nothing to do. */
interface Work extends Partial<Measured> {
  readonly timings: PageTimings
}

/** All that the pipeline needs from outside. */
export interface PipelineContext {
  readonly pool: Engines
  readonly checks: readonly Check[]
  readonly profil: RegionalProfile
  readonly limits: FileLimits
  /** Folder that receives the pieces; created when missing. */
  readonly outDir: string
  /** Private working folder, emptied after each file. */
  readonly workDir: string
  /** Fills `PageReading.layerDisagreements`, for about a second and a half of CPU per PDF page with text. */
  readonly compareLayer?: boolean
  readonly onEvent?: (event: PipelineEvent) => void
}

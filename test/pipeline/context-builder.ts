import type { Check } from '../../src/domain/check.ts'
import { DEFAULT_PROFILE } from '../../src/documents/regional-profile.ts'
import type { PipelineContext, PipelineEvent } from '../../src/pipeline/context.ts'
import type { DepotOptions } from '../../src/pipeline/depot.ts'
import type { ScriptedPool } from './scripted-pool.ts'

export const LIMITS = { maxBytes: 1_000_000, maxPages: 50, maxPixelsPerPage: 40_000_000 }

export const OPTIONS: DepotOptions = {
  canal: 'guichet',
  guichet: 'CCAS de Tours',
  numeroUnique: null,
  jourDepot: '2024-04-15',
  recuLe: '2024-04-15T09:00:00+02:00',
}

/** A context whose files go to `folder`; it keeps what the pipeline tells of its progress. */
export function contextOn(
  pool: ScriptedPool,
  folder: string,
  checks: readonly Check[] = [],
): PipelineContext & { readonly events: readonly PipelineEvent[] } {
  const events: PipelineEvent[] = []
  return {
    pool,
    checks,
    profil: DEFAULT_PROFILE,
    limits: LIMITS,
    outDir: `${folder}/sortie`,
    workDir: folder,
    onEvent: event => events.push(event),
    events,
  }
}

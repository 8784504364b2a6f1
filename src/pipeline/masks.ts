import { champTexte } from '../domain/champs.ts'
import type { Zone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { maskReading } from '../masking/burn.ts'
import { findKnownNirs, findNirs, type NirFinding } from '../masking/find-nirs.ts'
import type { Draft } from './draft.ts'

/** What must disappear from one page. */
export interface PageMasks {
  readonly findings: readonly NirFinding[]
  readonly zones: readonly Zone[]
  /** The reading without the words that the zones cover. */
  readonly reading: PageReading
}

/**
 * The NIR of every page of a file. A number found once with good evidence is searched again in all the pieces of the
 * file: people repeat it in headers and on second pages.
 * @returns page number to what must disappear; a page without NIR is absent
 */
export function findMasks(drafts: readonly Draft[]): Map<number, PageMasks> {
  const naissances = drafts.flatMap(d => champTexte(d.champs, 'dateNaissance') ?? [])
  const found = drafts.flatMap(d =>
    findNirs(
      d.pages.map(p => p.reading),
      { type: d.range.type, naissances },
    ),
  )
  const readings = drafts.flatMap(d => d.pages.map(p => p.reading))
  const findings = [...found, ...findKnownNirs(readings, found)]
  const masks = new Map<number, PageMasks>()
  for (const reading of readings) {
    const own = findings.filter(f => f.page === reading.page)
    if (own.length === 0) continue
    const zones = own.flatMap(f => [...f.zones])
    masks.set(reading.page, { findings: own, zones, reading: maskReading(reading, zones) })
  }
  return masks
}

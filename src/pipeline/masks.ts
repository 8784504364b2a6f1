import { champTexte } from '../domain/champs.ts'
import type { Zone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { maskReading } from '../masking/burn.ts'
import { findKnownNirs, findNirs, type NirFinding } from '../masking/find-nirs.ts'
import { findOutside } from '../masking/nir-outside.ts'
import type { Draft } from './draft.ts'

/** What must disappear from one page. */
export interface PageMasks {
  readonly findings: readonly NirFinding[]
  readonly zones: readonly Zone[]
  /** The reading without the words that the zones cover. */
  readonly reading: PageReading
}

/** What must disappear from a file. */
export interface FileMasks {
  /** Page number to what must disappear; a page without NIR is absent. */
  readonly pages: ReadonlyMap<number, PageMasks>
  /** NIR in the name of the file or in what no page shows of it: nothing of these is written again. */
  readonly outside: number
}

/**
 * The NIR of a file. A number found once with good evidence is searched again in all the pieces: people repeat it in
 * headers and on second pages, and programs in the properties of a file.
 * @param outside name of the file as received, and its texts that no page shows
 */
export function findMasks(drafts: readonly Draft[], outside: readonly string[]): FileMasks {
  const naissances = drafts.flatMap(d => champTexte(d.champs, 'dateNaissance') ?? [])
  const found = drafts.flatMap(d =>
    findNirs(
      d.pages.map(p => p.reading),
      { type: d.range.type, naissances },
    ),
  )
  const readings = drafts.flatMap(d => d.pages.map(p => p.reading))
  const hidden = findOutside(outside)
  const findings = [...found, ...findKnownNirs(readings, [...found, ...hidden])]
  const masks = new Map<number, PageMasks>()
  for (const reading of readings) {
    const own = findings.filter(f => f.page === reading.page)
    if (own.length === 0) continue
    const zones = own.flatMap(f => [...f.zones])
    masks.set(reading.page, { findings: own, zones, reading: maskReading(reading, zones) })
  }
  return { pages: masks, outside: hidden.length }
}

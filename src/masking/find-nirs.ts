import type { PageReading } from '../domain/reading.ts'
import { findInBarcodes } from './nir-barcodes.ts'
import { findBlocks } from './nir-blocks.ts'
import { finding, type NirFinding } from './nir-finding.ts'
import { carriesNir, hitsOn, type NirContext } from './nir-hits.ts'
import { findKnownOn } from './nir-known.ts'
import { findOnCard } from './nir-on-card.ts'
import { pageSigns, type PageSigns } from './page-signs.ts'
import { standingPages } from './standing.ts'

export type { NirFinding } from './nir-finding.ts'
export { findKnownNirs } from './nir-known.ts'

/**
 * The NIR that stand on the pages of one piece, with zones that cover number and key and leave the label readable.
 *
 * In this order: numbers with enough evidence (key, label, printed groups, birth), one line or two; unreadable numbers
 * under a label that says what they are; symbols whose content holds one; the same numbers again anywhere. On documents
 * that carry no NIR (avis, identity, rents) two independent proofs are needed, or a label that says it just before the number.
 */
export function findNirs(pages: readonly PageReading[], context: NirContext): NirFinding[] {
  const signs = pages.map(pageSigns)
  const written = pages.flatMap((reading, i) =>
    standingPages(reading).flatMap(({ page, onPage }) => {
      const standing = page === reading ? (signs[i] ?? pageSigns(page)) : pageSigns(page)
      return writtenOn(standing, context).map(f => finding({ ...f, zones: onPage(f.zones) }, f.secret()))
    }),
  )
  const symbols = signs.flatMap(page => findInBarcodes(page, context))
  const found = [...written, ...symbols]
  return [...found, ...findKnownOn(signs, found)]
}

function writtenOn(page: PageSigns, context: NirContext): NirFinding[] {
  const read = hitsOn(page, context).map(({ candidate, zones, score, evidence, label }) =>
    finding({ page: page.page.page, zones, score, evidence, label }, candidate.body + (candidate.key ?? '')),
  )
  const blocks = [...read, ...findBlocks(page, read, carriesNir(context.type))]
  return carriesNir(context.type) ? [...blocks, ...findOnCard(page, blocks)] : blocks
}

import { unionZones, type Zone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import type { Engines } from '../sandbox/pool.ts'
import type { Measured, PageTimings, ProduceAnswer, ProducePage } from '../sandbox/protocol.ts'
import type { Draft } from './draft.ts'
import type { PageMasks } from './masks.ts'
import { maskReading } from '../masking/burn.ts'

interface Production {
  readonly draft: Draft
  readonly masks: ReadonlyMap<number, PageMasks>
  readonly outPath: string
  readonly titre: string
  readonly pool: Engines
}

export interface Produced extends Partial<Measured> {
  readonly occurrences: readonly { readonly page: number; readonly zone: Zone }[]
  /** True when the second reading of the written file finds no NIR left. */
  readonly neutralise: boolean
  /** The delivered file; `null` when it is withheld. */
  readonly written: { readonly octets: number; readonly sha256: string } | null
  readonly timings: PageTimings
}

/** What the proof still reads is burnt too, and the file proven again, this many times at most. */
const ATTEMPTS = 3

/** Coding in layers parts a translucent legend from the text badly: such a page keeps its tones (filigrane, section 5). */
const isMarked = ({ overlays = [] }: PageReading): boolean => overlays.length > 0

/** Burns the NIR of a piece, writes its PDF, and proves on the written file that nothing is left. */
export async function producePiece({ draft, masks, outPath, titre, pool }: Production): Promise<Produced> {
  const readable = draft.pages.filter(p => p.raster !== null)
  const occurrences = readable.flatMap(p =>
    (masks.get(p.reading.page)?.findings ?? []).flatMap(f => {
      const zone = unionZones(f.zones)
      return zone ? [{ page: p.reading.page, zone }] : []
    }),
  )
  const secrets = [...masks.values()].flatMap(m => m.findings.flatMap(f => f.secret() ?? []))
  const zones = readable.map(p => [...(masks.get(p.reading.page)?.zones ?? [])])
  let answer: (ProduceAnswer & Measured) | null = null
  for (let attempt = 0; attempt < ATTEMPTS && readable.length > 0; attempt++) {
    const pages = readable.flatMap((p, i): ProducePage[] => {
      if (p.raster === null) return []
      const pageZones = zones[i] ?? []
      const lines = maskReading(p.reading, pageZones).lines
      return [{ raster: p.raster, lines, masks: pageZones, keepDetail: isMarked(p.reading) }]
    })
    answer = await pool.run({ kind: 'produce', pages, titre, outPath, secrets, type: draft.range.type })
    if (answer.residues.length === 0) break
    let grew = false
    for (const residue of answer.residues) {
      const page = residue.pageIndex === null ? undefined : readable[residue.pageIndex]
      if (!page || residue.zones.length === 0) continue
      zones[residue.pageIndex as number]?.push(...residue.zones)
      const zone = unionZones(residue.zones)
      if (zone) occurrences.push({ page: page.reading.page, zone })
      grew = true
    }
    if (!grew) break
  }
  if (answer === null) return { occurrences: [], neutralise: true, written: null, timings: {} }
  const neutralise = answer.residues.length === 0
  const { octets, sha256, timings, rssBytes } = answer
  return { occurrences, neutralise, written: neutralise ? { octets, sha256 } : null, timings, rssBytes }
}

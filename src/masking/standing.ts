import { unionZones, zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Line, PageReading, Word } from '../domain/reading.ts'

/** A page on which every line runs left to right, and the way back to the page as it is. */
export interface StandingPage {
  readonly page: PageReading
  /** The zones on the page of what stands in the given zones: whole words where they lie otherwise than the page. */
  readonly onPage: (zones: readonly Zone[]) => Zone[]
}

/** Part of a word, and of a zone, that they must share. */
const SHARED = { height: 0.4, width: 0.3 } as const

/**
 * The lines of a page, and apart from them those of its cards and margins that lie sideways or upside down, each turned
 * upright in its place: there too a label speaks for what stands right of it and below it.
 */
export function standingPages(page: PageReading): StandingPage[] {
  const lying = page.lines.filter(l => l.words.some(w => w.upright))
  if (lying.length === 0) return [{ page, onPage: zones => [...zones] }]
  const asItLies: PageReading = { ...page, lines: page.lines.filter(l => !lying.includes(l)) }
  const words = new Map<Word, Zone>()
  const lines = lying
    .filter(l => !page.mrzBands.some(b => covers(b.zone, l.zone)))
    .flatMap((line): Line[] => {
      const standing = line.words.map(({ upright, ...word }): Word => {
        const turned = { ...word, zone: upright ?? word.zone }
        words.set(turned, word.zone)
        return turned
      })
      const zone = unionZones(standing.map(w => w.zone))
      return zone ? [{ words: standing, zone }] : []
    })
    .sort((a, b) => a.zone[1] - b.zone[1])
  const turned: PageReading = { ...page, lines, barcodes: [], mrzBands: [] }
  const wordsUnder = (zone: Zone): Zone | null =>
    unionZones([...words].flatMap(([word, onPage]) => (covers(zone, word.zone) ? [onPage] : [])))
  return [
    { page: asItLies, onPage: zones => [...zones] },
    { page: turned, onPage: zones => zones.map(wordsUnder).filter(z => z !== null) },
  ]
}

const covers = (zone: Zone, other: Zone): boolean =>
  Math.min(zone[3], other[3]) - Math.max(zone[1], other[1]) >=
    SHARED.height * Math.min(zoneHeight(zone), zoneHeight(other)) &&
  Math.min(zone[2], other[2]) - Math.max(zone[0], other[0]) >=
    SHARED.width * Math.min(zoneWidth(zone), zoneWidth(other))

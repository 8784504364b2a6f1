import { unionZones, zoneHeight, zonesMeet, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Barcode, Line, PageReading, Word } from '../domain/reading.ts'
import { signCentre, signsZone } from './char-zones.ts'

/** Margin around a zone, in pixels at 200 dpi; scaled with the resolution, never under two pixels. */
const MARGIN_PX = 2
/** Part of the shorter side of the zone added around it: word boxes of OCR are tight, first and last figures stick out. */
const MARGIN_SHARE = 0.1

/**
 * Black rectangles over the zones, in a new buffer: the pixels under them are gone.
 * @param raster the upright page or any scaled copy of it; it is left as it is
 * @param zones fractions of the upright page
 */
export function burn(raster: Raster, zones: readonly Zone[]): Raster {
  const { width, height, channels, dpi } = raster
  const data = new Uint8Array(raster.data)
  const margin = Math.max(MARGIN_PX, Math.ceil((MARGIN_PX * dpi) / 200))
  for (const zone of zones) {
    const around = margin + Math.round(Math.min(zoneHeight(zone) * height, zoneWidth(zone) * width) * MARGIN_SHARE)
    const x0 = Math.max(0, Math.floor(zone[0] * width) - around)
    const x1 = Math.min(width, Math.ceil(zone[2] * width) + around)
    const y0 = Math.max(0, Math.floor(zone[1] * height) - around)
    const y1 = Math.min(height, Math.ceil(zone[3] * height) + around)
    if (x1 <= x0) continue
    for (let y = y0; y < y1; y++) data.fill(0, (y * width + x0) * channels, (y * width + x1) * channels)
  }
  return { width, height, channels, data, dpi }
}

/** Part of a word's or barcode's height that a zone must share with it to cover it: zones of the next line touch. */
const COVERED = 0.4

/**
 * The reading without what the zones cover: words dropped, or cut where a label is glued to its number; barcodes under
 * a zone dropped. For every use after masking: the text layer, the extracted fields, stored words.
 */
export function maskReading(page: PageReading, zones: readonly Zone[]): PageReading {
  if (zones.length === 0) return page
  const lines = page.lines.flatMap((line): Line[] => {
    const words = line.words.flatMap(word => uncovered(word, zones))
    const zone = unionZones(words.map(w => w.zone))
    return zone ? [{ words, zone: words.length === line.words.length ? line.zone : zone }] : []
  })
  const barcodes = page.barcodes.filter((b: Barcode) => !zones.some(z => covers(z, b.zone)))
  return { ...page, lines, barcodes }
}

const covers = (zone: Zone, other: Zone): boolean =>
  zonesMeet(zone, other) &&
  Math.min(zone[3], other[3]) - Math.max(zone[1], other[1]) >= COVERED * zoneHeight(other) &&
  Math.min(zone[2], other[2]) - Math.max(zone[0], other[0]) >= COVERED * (other[2] - other[0])

/** The parts of a word that no zone covers. */
function uncovered(word: Word, zones: readonly Zone[]): Word[] {
  const near = zones.filter(
    z =>
      zonesMeet(z, word.zone) &&
      Math.min(z[3], word.zone[3]) - Math.max(z[1], word.zone[1]) >=
        COVERED * Math.min(zoneHeight(word.zone), zoneHeight(z)),
  )
  if (near.length === 0) return [word]
  if (word.upright) return []
  const kept = [...word.text].map((_, i) => {
    const x = signCentre(word, i)
    return !near.some(z => z[0] <= x && x <= z[2])
  })
  const parts: Word[] = []
  for (let from = kept.indexOf(true); from >= 0;) {
    const stop = kept.indexOf(false, from)
    const to = stop < 0 ? kept.length : stop
    const text = word.text.slice(from, to)
    const [x0, y0, x1, y1] = signsZone(word, from, to)
    const zone: Zone = [
      from === 0 ? x0 : signCentre(word, from),
      y0,
      to === kept.length ? x1 : signCentre(word, to - 1),
      y1,
    ]
    if (/[\p{L}\p{N}]/u.test(text))
      parts.push({ ...word, text, zone: parts.length === 0 && to === kept.length && from === 0 ? word.zone : zone })
    from = kept.indexOf(true, to)
  }
  return parts
}

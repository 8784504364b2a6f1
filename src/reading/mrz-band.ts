import type { Raster } from '../domain/raster.ts'
import { centreY, unionZones, zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Line, MrzBand } from '../domain/reading.ts'
import { darkInk } from '../page/dark-ink.ts'
import { flattenLight } from '../page/flatten-light.ts'
import { crop } from '../page/grey.ts'
import { isCovered, mrzSeeds, type MrzSeed } from './mrz-seeds.ts'
import { readOcrBLine, type OcrBLine } from './ocr-b/read-line.ts'

/** Lines are a sixth of an inch apart, characters a tenth (ICAO Doc 9303 part 3, 4.1). */
const LINE_SPACING = 10 / 6
const LENGTHS = [30, 36, 44]
const MAX_LINES = 3
const MAX_BANDS = 6
/** A line matches the font at least this well; text in other fonts stays near 0.6. */
const MIN_MATCH = 0.75
/** Below this the line is disturbed: it is looked at again with its darkest ink alone. */
const CLEAN_MATCH = 0.94
/** The neighbour of a line has about its length. */
const MAX_DIFFERENCE = 4
/** Share of the characters of a line that OCR may lose. */
const MAX_LOST = 0.3
/** What OCR read and the font could not confirm is never sure. */
const UNCONFIRMED = 0.6
const MIN_FILLERS = 3

/**
 * Machine readable zones of an upright page, wherever they stand: a line that shows is read glyph by glyph, then the
 * lines above and below it, whether OCR saw them or not. Several cards on a page give several bands. Nothing is corrected.
 * @param grey the upright page
 * @param lines what was read on it
 */
export async function readMrzBands(grey: Raster, lines: readonly Line[]): Promise<MrzBand[]> {
  const bands: MrzBand[] = []
  for (const seed of mrzSeeds(lines)) {
    if (bands.length === MAX_BANDS) break
    if (
      isCovered(
        seed,
        bands.map(b => b.zone),
      )
    )
      continue
    const band = (await readBand(grey, seed)) ?? unconfirmed(seed)
    if (band) bands.push(band)
  }
  return bands.sort((a, b) => a.zone[1] - b.zone[1])
}

/** The machine readable zones of a text layer, which needs no reading. */
export function mrzBandsInText(lines: readonly Line[]): MrzBand[] {
  const groups: MrzSeed[][] = []
  for (const seed of mrzSeeds(lines).sort((a, b) => a.zone[1] - b.zone[1])) {
    const group = groups.find(g => areNeighbours(g.at(-1) as MrzSeed, seed))
    if (group) group.push(seed)
    else groups.push([seed])
  }
  return groups.map(group => ({
    lines: group.map(s => s.text),
    confidences: group.map(s => Array.from(s.text, () => 1)),
    zone: unionZones(group.map(s => s.zone)) as Zone,
    source: 'texte-pdf',
  }))
}

function areNeighbours(above: MrzSeed, below: MrzSeed): boolean {
  const height = Math.max(zoneHeight(above.zone), zoneHeight(below.zone))
  const shared = Math.min(above.zone[2], below.zone[2]) - Math.max(above.zone[0], below.zone[0])
  return below.zone[1] - above.zone[3] < 2 * height && shared > 0.7 * zoneWidth(above.zone)
}

async function readBand(grey: Raster, seed: MrzSeed): Promise<MrzBand | null> {
  const first = await readAround(grey, seed)
  if (!first) return null
  const lines = [first]
  for (const direction of [-1, 1] as const) {
    while (lines.length < MAX_LINES) {
      const next = await readNext(
        grey,
        direction < 0 ? (lines[0] as PlacedLine) : (lines.at(-1) as PlacedLine),
        direction,
      )
      if (!next) break
      if (direction < 0) lines.unshift(next)
      else lines.push(next)
    }
  }
  return {
    lines: lines.map(l => l.text),
    confidences: lines.map(l => l.confidences),
    alternatives: lines.map(l => l.alternatives),
    zone: unionZones(lines.map(l => l.zone)) as Zone,
    source: 'ocr',
  }
}

/** A line with its zone on the page. */
interface PlacedLine extends OcrBLine {
  /** Width of one character in pixels of the page. */
  readonly pitch: number
}

/**
 * The whole line of which a seed is at least a part. OCR may have lost or doubled characters inside it: then the width of
 * one is that of a whole line. A line of no known length is kept only when no other width gives more.
 */
async function readAround(grey: Raster, seed: MrzSeed): Promise<PlacedLine | null> {
  const whole = LENGTHS.map(l => zoneWidth(seed.zone) / l).filter(p => Math.abs(p / seed.pitch - 1) < MAX_LOST)
  let best: PlacedLine | null = null
  for (const pitch of [seed.pitch, ...whole]) {
    const missing = Math.max(3, Math.max(...LENGTHS) + 2 - seed.text.length) * pitch
    const extent = [seed.zone[0] - missing, seed.zone[2] + missing] as const
    const line = await readAt(grey, extent, centreY(seed.zone), pitch * grey.width, 0.8)
    if (line && LENGTHS.includes(line.text.length)) return line
    if (line && line.text.length > (best?.text.length ?? 0)) best = line
  }
  return best
}

async function readNext(grey: Raster, line: PlacedLine, direction: 1 | -1): Promise<PlacedLine | null> {
  const side = (5 * line.pitch) / grey.width
  const middle = centreY(line.zone) + (direction * LINE_SPACING * line.pitch) / grey.height
  const next = await readAt(grey, [line.zone[0] - side, line.zone[2] + side], middle, line.pitch, 0.4)
  return next && Math.abs(next.text.length - line.text.length) <= MAX_DIFFERENCE ? next : null
}

/**
 * @param extent left and right ends looked at, in parts of the page's width
 * @param middle height of the line, in parts of the page's height
 * @param slack how far the line may be from there, in widths of a character
 */
async function readAt(
  grey: Raster,
  extent: readonly [number, number],
  middle: number,
  pitch: number,
  slack: number,
): Promise<PlacedLine | null> {
  const reach = ((1 + slack) * pitch) / grey.height
  const zone: Zone = [
    Math.max(0, extent[0]),
    Math.max(0, middle - reach),
    Math.min(1, extent[1]),
    Math.min(1, middle + reach),
  ]
  const part = flattenLight(crop(grey, zone))
  if (part.width < 10 * pitch || part.height < pitch) return null
  const at = ((middle - zone[1]) / zoneHeight(zone)) * part.height
  let line = await readOcrBLine(part, pitch, at, slack, LENGTHS)
  if (!line || line.match < CLEAN_MATCH) {
    const clear = await readOcrBLine(darkInk(part), pitch, at, slack, LENGTHS)
    if (clear && clear.match > (line?.match ?? 0)) line = clear
  }
  if (!line || line.match < MIN_MATCH) return null
  const [w, h] = [zoneWidth(zone), zoneHeight(zone)]
  const [x0, y0, x1, y1] = line.zone
  return {
    ...line,
    zone: [zone[0] + x0 * w, zone[1] + y0 * h, zone[0] + x1 * w, zone[1] + y1 * h],
    pitch: ((x1 - x0) * w * grey.width) / line.text.length,
  }
}

/** What OCR read where the font was not recognised: kept when it has the length of a line, but never sure. */
function unconfirmed({ words, text, zone }: MrzSeed): MrzBand | null {
  const fillers = text.match(/[<«‹]/g)?.length ?? 0
  if (fillers < MIN_FILLERS || !LENGTHS.some(l => Math.abs(text.length - l) <= 2)) return null
  const confidences = words.flatMap(w => Array.from(w.text, () => Math.min(UNCONFIRMED, w.confidence)))
  return { lines: [text], confidences: [confidences], zone, source: 'ocr' }
}

import { zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import { inkMapOf, type InkMap } from '../page/ink-map.ts'
import { inkBlobs, type Blob } from '../page/ink-blobs.ts'

/** Room around a word that is still its ink, in pixels of the map (a third of a millimetre each): accents, tails. */
const AROUND = 3
/** Heights of a line of writing or of a few close ones, in pixels of the map: 1.7 to 20 mm. */
const MIN_HEIGHT = 5
const MAX_HEIGHT = 60
/** A line of writing is longer than high, and is not a filled box. */
const MIN_RATIO = 2
const MAX_DENSITY = 0.7
/** Strokes met per pixel (measured: print 0.11 and more on 95 % of its lines, signatures, arms and codes below 0.09). */
const MIN_STROKES = 0.1

/**
 * Lines of writing in a picture where no word of the given ones stands: text drawn as outlines, a line pasted as a small
 * picture, a font that says nothing. A rule, a frame, a box or a code is none.
 * @param words zones on the picture
 * @param read zones whose pixels are read anyway
 * @returns zones on the picture, top to bottom, with a little room around
 */
export function unwordedInk(grey: Raster, words: readonly Zone[], read: readonly Zone[]): Zone[] {
  const map = inkMapOf(grey)
  for (const zone of words) wipe(map, zone, AROUND)
  for (const zone of read) wipe(map, zone, 0)
  return inkBlobs(map)
    .filter(isWriting)
    .map(({ x0, y0, x1, y1 }): Zone => {
      const room = Math.ceil((y1 - y0) / 4)
      return [
        Math.max(0, (x0 - room) / map.width),
        Math.max(0, (y0 - room) / map.height),
        Math.min(1, (x1 + room) / map.width),
        Math.min(1, (y1 + room) / map.height),
      ]
    })
}

/** Part of the page that zones of writing cover, overlaps counted twice. */
export const areaOf = (zones: readonly Zone[]): number =>
  zones.reduce((sum, z) => sum + zoneWidth(z) * zoneHeight(z), 0)

function isWriting({ x0, y0, x1, y1, ink, strokes }: Blob): boolean {
  const width = x1 - x0
  const height = y1 - y0
  if (height < MIN_HEIGHT || height > MAX_HEIGHT || width < MIN_RATIO * height) return false
  return ink <= MAX_DENSITY * width * height && strokes >= MIN_STROKES * width * height
}

function wipe({ width, height, ink }: InkMap, [x0, y0, x1, y1]: Zone, around: number): void {
  const left = Math.max(0, Math.floor(x0 * width) - around)
  const right = Math.min(width, Math.ceil(x1 * width) + around)
  const bottom = Math.min(height, Math.ceil(y1 * height) + around)
  for (let y = Math.max(0, Math.floor(y0 * height) - around); y < bottom; y++) {
    ink.fill(0, y * width + left, y * width + right)
  }
}

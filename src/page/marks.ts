import type { Raster } from '../domain/raster.ts'
import type { Side } from '../domain/reading.ts'
import { blobsOf, type Blob } from './blobs.ts'
import { reduce } from './ink-map.ts'

/** What somebody put on a page, told from what paper, glass and lid leave on it. */
export interface Marks {
  /** Signs that stand side by side as writing does. */
  readonly signs: number
  /** Stamps, signatures, frames, pictures. */
  readonly drawings: number
  /** How much darker than the paper around them the marks are, 0..255: the tenth darkest of them. */
  readonly strength: number
  /** Variance of the Laplacian where the marks are: low when they are blurred. */
  readonly sharpness: number
  /** Signs that the border of the picture slices, per side. */
  readonly sliced: Readonly<Record<Side, number>>
}

/** Pixels of the map per millimetre, so that a mote is as large on a card as on a sheet; and its longest side, that of A4. */
const PER_MM = 900 / 297
const LONG_SIDE = 900
/** A mote, in pixels. */
const SPECK = 4
/** Edges of the lid, creases, streaks and ruled lines are this much longer than wide. */
const LINE_ASPECT = 8
const LINE_LENGTH = 40
/** As many lines as this are no accident: a ruled form, or writing that a movement drew out. */
const MANY_LINES = 9
/** The edge of the lid reaches the picture's border and encloses next to nothing. */
const EDGE = { length: 0.45, fill: 0.2 }
/** Holes of a binder: solid, of this size, near a side. */
const HOLE = { min: 10, max: 28, fill: 0.5, fromSide: 66 }
const LETTER = { width: 60, height: 40 }
/** A sign that reaches this near the border is sliced by it (a scan a quarter of a degree askew leaves a sliver of white). */
const BORDER = 5
const SIGN = { area: 8, depth: 30 }
/** Signs that make writing: so many in a row, gaps and heights alike. */
const IN_A_ROW = 4
const GAP = 2.2
const HEIGHTS = 2.5
const DRAWING = { width: 20, height: 12, area: 110 }

/** Finds the marks of a page: about 30 ms. */
export function findMarks(grey: Raster): Marks {
  const longMm = (Math.max(grey.width, grey.height) / grey.dpi) * 25.4
  const small = reduce(grey, Math.min(LONG_SIDE, Math.round(longMm * PER_MM)))
  const found = blobsOf(small).filter(b => b.area >= SPECK)
  const lines = found.filter(isLine)
  const blobs = found.filter(b => !isLine(b) && !isHole(b, small) && !isEdge(b, small))
  const letters = blobs.filter(b => widthOf(b) <= LETTER.width && heightOf(b) <= LETTER.height)
  const written = inRows(letters)
  const drawings = blobs.filter(
    b => widthOf(b) >= DRAWING.width && heightOf(b) >= DRAWING.height && b.area >= DRAWING.area,
  )
  if (lines.length >= MANY_LINES) drawings.push(...lines)
  const marks = [...new Set([...written, ...drawings])]
  const depths = marks.map(b => b.depth).sort((a, b) => b - a)
  return {
    signs: written.length,
    drawings: drawings.length,
    strength: Math.round(depths[Math.floor(depths.length / 10)] ?? 0),
    sharpness: Math.round(sharpnessAt(small, marks)),
    sliced: slicedSigns(letters, small),
  }
}

const widthOf = (b: Blob): number => b.x1 - b.x0
const heightOf = (b: Blob): number => b.y1 - b.y0

function isLine(b: Blob): boolean {
  const [short, long] = sidesOf(b)
  return long >= LINE_LENGTH && long >= LINE_ASPECT * short
}

function isHole(b: Blob, page: Raster): boolean {
  const [short, long] = sidesOf(b)
  const round = short >= HOLE.min && long <= HOLE.max && long < 1.4 * short && b.area >= HOLE.fill * short * long
  return round && Math.min(b.x0, b.y0, page.width - b.x1, page.height - b.y1) + long / 2 <= HOLE.fromSide
}

function isEdge(b: Blob, { width, height }: Raster): boolean {
  const onBorder = b.x0 <= 1 || b.y0 <= 1 || b.x1 >= width - 1 || b.y1 >= height - 1
  const long = widthOf(b) >= EDGE.length * width || heightOf(b) >= EDGE.length * height
  return onBorder && long && b.area < EDGE.fill * widthOf(b) * heightOf(b)
}

function sidesOf(b: Blob): [short: number, long: number] {
  const [w, h] = [widthOf(b), heightOf(b)]
  return w < h ? [w, h] : [h, w]
}

function inRows(letters: readonly Blob[]): Blob[] {
  const sorted = [...letters].sort((a, b) => a.x0 - b.x0)
  const rows: Blob[][] = []
  for (const blob of sorted) {
    const row = rows.findLast(r => {
      const last = r.at(-1) as Blob
      const [low, high] = [heightOf(last), heightOf(blob)].sort((a, b) => a - b) as [number, number]
      const shared = Math.min(last.y1, blob.y1) - Math.max(last.y0, blob.y0)
      return high <= HEIGHTS * low && shared >= low / 2 && blob.x0 - last.x1 <= GAP * high
    })
    if (row) row.push(blob)
    else rows.push([blob])
  }
  return rows.filter(r => r.length >= IN_A_ROW).flat()
}

function slicedSigns(letters: readonly Blob[], { width, height }: Raster): Record<Side, number> {
  const count = (reaches: (b: Blob) => boolean): number =>
    letters.filter(b => b.area >= SIGN.area && b.depth >= SIGN.depth && reaches(b)).length
  return {
    top: count(b => b.y0 <= BORDER),
    bottom: count(b => b.y1 >= height - BORDER),
    left: count(b => b.x0 <= BORDER),
    right: count(b => b.x1 >= width - BORDER),
  }
}

/** Variance of the Laplacian within the boxes of the marks. */
function sharpnessAt({ data, width, height }: Raster, marks: readonly Blob[]): number {
  let sum = 0
  let squares = 0
  let count = 0
  for (const { x0, y0, x1, y1 } of marks) {
    for (let y = Math.max(1, y0 - 1); y < Math.min(height - 1, y1 + 1); y++) {
      for (let x = Math.max(1, x0 - 1); x < Math.min(width - 1, x1 + 1); x++) {
        const i = y * width + x
        const v =
          4 * (data[i] as number) -
          (data[i - 1] as number) -
          (data[i + 1] as number) -
          (data[i - width] as number) -
          (data[i + width] as number)
        sum += v
        squares += v * v
        count++
      }
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}

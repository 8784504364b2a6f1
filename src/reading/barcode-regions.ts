import type { Raster } from '../domain/raster.ts'
import type { Zone } from '../domain/geometry.ts'
import { eachPart } from '../page/connected.ts'
import { reduce } from '../page/ink-map.ts'

/** Where a page has the grain of a two-dimensional symbol: as many dark as light modules, changing both ways. */

/** What is looked for: at which resolution its grain shows, and the size of a symbol in mm. */
interface Grain {
  readonly dpi: number
  readonly minSideMm: number
  readonly maxSideMm: number
}
/** Modules of 0.4 mm and more, as the specification asks. */
const USUAL_GRAIN: Grain = { dpi: 100, minSideMm: 5, maxSideMm: 60 }
/** Modules of 0.25 to 0.35 mm, as on the back of identity cards: they melt into grey at 100 dpi. */
export const FINE_GRAIN: Grain = { dpi: 200, minSideMm: 6, maxSideMm: 25 }

/** Side of a cell in pixels. */
const CELL = 10
const DARK_SHARE = { min: 0.22, max: 0.78 }
/** Least share of pixels where the tone changes, along rows and along columns: text changes much less along columns. */
const MIN_CHANGES = 0.1
const MIN_SQUARENESS = 0.55
const MIN_FILL = 0.6

/** Zones that look like DataMatrix or QR symbols, largest first. */
export function barcodeRegions(grey: Raster, grain: Grain = USUAL_GRAIN): Zone[] {
  const small = reduce(grey, Math.round((Math.max(grey.width, grey.height) / grey.dpi) * grain.dpi))
  const cellMm = (CELL * 25.4 * grey.width) / (grey.dpi * small.width)
  const columns = Math.floor(small.width / CELL)
  const rows = Math.floor(small.height / CELL)
  const busy = new Uint8Array(columns * rows)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) if (isBusy(small, c * CELL, r * CELL)) busy[r * columns + c] = 1
  }
  return groups(busy, columns, rows)
    .filter(g => isSymbol(g, cellMm, grain))
    .sort((a, b) => b.count - a.count)
    .map(g => [
      (g.left * CELL) / small.width,
      (g.top * CELL) / small.height,
      Math.min(1, ((g.right + 1) * CELL) / small.width),
      Math.min(1, ((g.bottom + 1) * CELL) / small.height),
    ])
}

function isBusy({ width, data }: Raster, x0: number, y0: number): boolean {
  let low = 255
  let high = 0
  for (let y = y0; y < y0 + CELL; y++) {
    for (let x = x0; x < x0 + CELL; x++) {
      const v = data[y * width + x] as number
      if (v < low) low = v
      if (v > high) high = v
    }
  }
  if (high - low < 50) return false
  const middle = (low + high) / 2
  let dark = 0
  let along = 0
  let across = 0
  for (let y = y0; y < y0 + CELL; y++) {
    for (let x = x0; x < x0 + CELL; x++) {
      const here = (data[y * width + x] as number) < middle
      if (here) dark++
      if (x > x0 && here !== (data[y * width + x - 1] as number) < middle) along++
      if (y > y0 && here !== (data[(y - 1) * width + x] as number) < middle) across++
    }
  }
  const cells = CELL * CELL
  return (
    dark / cells >= DARK_SHARE.min &&
    dark / cells <= DARK_SHARE.max &&
    along / cells >= MIN_CHANGES &&
    across / cells >= MIN_CHANGES
  )
}

interface Group {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly count: number
}

function groups(busy: Uint8Array, columns: number, rows: number): Group[] {
  const found: Group[] = []
  eachPart(busy, columns, rows, 1, ({ cells, x0, y0, x1, y1 }) => {
    found.push({ left: x0, top: y0, right: x1 - 1, bottom: y1 - 1, count: cells.length })
  })
  return found
}

function isSymbol({ left, right, top, bottom, count }: Group, cellMm: number, grain: Grain): boolean {
  const [w, h] = [right - left + 1, bottom - top + 1]
  return (
    Math.min(w, h) * cellMm >= grain.minSideMm &&
    Math.max(w, h) * cellMm <= grain.maxSideMm &&
    Math.min(w, h) / Math.max(w, h) >= MIN_SQUARENESS &&
    count / (w * h) >= MIN_FILL
  )
}

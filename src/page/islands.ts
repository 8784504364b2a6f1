import type { Raster } from '../domain/raster.ts'
import type { Zone } from '../domain/geometry.ts'
import { eachPart } from './connected.ts'
import { inkMapOf } from './ink-map.ts'

/** A part of a page that white paper parts from the rest: a card, a block of text, a line along the margin. */
export interface Island {
  readonly zone: Zone
  /** Cells of about 2.6 mm (on A4) that hold ink. */
  readonly inked: number
}

/** Side of a cell in pixels of the ink map (about 3 pixels a mm on A4). */
const CELL = 8
/** Fewer inked pixels are dust. */
const LEAST_INK = 3
/** Cells that white paper must be wide to part two islands: lines of one text are nearer. */
const REACH = 2

/** The islands of a page, in the order of their first inked cell. */
export function islandsOf(grey: Raster): Island[] {
  const { width, height, ink } = inkMapOf(grey)
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const counts = new Uint16Array(columns * rows)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * columns
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x]) counts[row + (x >> 3)] = (counts[row + (x >> 3)] as number) + 1
    }
  }
  const open = new Uint8Array(counts.length)
  for (let i = 0; i < open.length; i++) open[i] = Number((counts[i] as number) >= LEAST_INK)
  const islands: Island[] = []
  eachPart(open, columns, rows, REACH, ({ cells, x0, y0, x1, y1 }) => {
    const zone: Zone = [
      (x0 * CELL) / width,
      (y0 * CELL) / height,
      Math.min(1, (x1 * CELL) / width),
      Math.min(1, (y1 * CELL) / height),
    ]
    islands.push({ zone, inked: cells.length })
  })
  return islands
}

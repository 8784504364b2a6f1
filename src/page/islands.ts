import type { Raster } from '../domain/raster.ts'
import type { Zone } from '../domain/geometry.ts'
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
  const seen = new Uint8Array(counts.length)
  const islands: Island[] = []
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] || (counts[start] as number) < LEAST_INK) continue
    islands.push(flood(start, { counts, seen, columns, rows, width, height }))
  }
  return islands
}

interface Grid {
  readonly counts: Uint16Array
  readonly seen: Uint8Array
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
}

function flood(start: number, { counts, seen, columns, rows, width, height }: Grid): Island {
  const waiting = [start]
  seen[start] = 1
  let [left, right, top, bottom, inked] = [columns, 0, rows, 0, 0]
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const x = cell % columns
    const y = (cell - x) / columns
    inked++
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    for (let v = Math.max(0, y - REACH); v <= Math.min(rows - 1, y + REACH); v++) {
      for (let u = Math.max(0, x - REACH); u <= Math.min(columns - 1, x + REACH); u++) {
        const next = v * columns + u
        if (seen[next] || (counts[next] as number) < LEAST_INK) continue
        seen[next] = 1
        waiting.push(next)
      }
    }
  }
  const zone: Zone = [
    (left * CELL) / width,
    (top * CELL) / height,
    Math.min(1, ((right + 1) * CELL) / width),
    Math.min(1, ((bottom + 1) * CELL) / height),
  ]
  return { zone, inked }
}

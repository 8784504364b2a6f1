import type { FlatPage } from './blocks.ts'
import { BLOCKS_PER_CELL, CELL, type Leftover } from './leftover.ts'
import { BLOCK, TILE } from './working-page.ts'

/** In cells, ends excluded. */
export interface CellBox {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Cells that hold something which ink in one colour would lose; 1 where they do. */
export interface ContentCells {
  readonly columns: number
  readonly rows: number
  /** Tints, faint print, overlays, pictures. */
  readonly shaded: Uint8Array
  /** Fine detail: pictures, security backgrounds, faint print. Part of `shaded`. */
  readonly detailed: Uint8Array
  /** Those whose detail is more than the noise of a tint. */
  readonly grainy: Uint8Array
  /** Coloured ink or ground. */
  readonly coloured: Uint8Array
}

/** A tint is this much darker than bare paper (of 255). Scanned bare paper stays below 3, photographed below 8. */
const TINT = 8
/** Detail stands this far above the noise: 6 of 255 on scans, 9 on photographs. */
const DETAIL = 3
const NOISE = 3
/** Difference between two colour channels, after averaging over 1.5 mm so that the fringes of black print cancel out. */
const CHROMA = 13

export function findContent(page: FlatPage, leftover: Leftover, noise: number): ContentCells {
  const { columns, rows, tint, texture, grain } = leftover
  const floor = DETAIL + NOISE * noise
  const level = TINT + noise
  const above = (values: Float32Array): Uint8Array => together(over(values, floor), columns, rows)
  const detailed = above(texture)
  const tinted = together(over(tint, level), columns, rows)
  const shaded = tinted.map((t, i) => t | (detailed[i] as number))
  return { columns, rows, shaded, detailed, grainy: above(grain), coloured: colouredCells(page, columns, rows) }
}

function over(values: Float32Array, floor: number): Uint8Array {
  const out = new Uint8Array(values.length)
  for (let i = 0; i < out.length; i++) if ((values[i] as number) > floor) out[i] = 1
  return out
}

/** Keeps a cell only when at least two of its eight neighbours hold something too: dust is not content. */
function together(cells: Uint8Array, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(cells.length)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (cells[y * columns + x] && neighbours(cells, columns, rows, x, y) >= 2) out[y * columns + x] = 1
    }
  }
  return out
}

function neighbours(cells: Uint8Array, columns: number, rows: number, x: number, y: number): number {
  let n = 0
  for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) n += cells[v * columns + u] as number
  }
  return n - (cells[y * columns + x] as number)
}

function colouredCells(page: FlatPage, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(columns * rows)
  const { colour } = page
  if (!colour) return out
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (isWhiteAround(page, x, y)) continue
      let red = 0
      let green = 0
      let blue = 0
      let n = 0
      const lastX = Math.min(page.columns, (x + 1) * BLOCKS_PER_CELL + 1)
      const lastY = Math.min(page.rows, (y + 1) * BLOCKS_PER_CELL + 1)
      for (let by = Math.max(0, y * BLOCKS_PER_CELL - 1); by < lastY; by++) {
        for (let bx = Math.max(0, x * BLOCKS_PER_CELL - 1); bx < lastX; bx++, n++) {
          const p = (by * page.columns + bx) * 3
          red += colour[p] as number
          green += colour[p + 1] as number
          blue += colour[p + 2] as number
        }
      }
      const spread = Math.max(red, green, blue) - Math.min(red, green, blue)
      if (spread > CHROMA * n) out[y * columns + x] = 1
    }
  }
  return together(out, columns, rows)
}

export function countCells(cells: Uint8Array): number {
  let n = 0
  for (const cell of cells) n += cell
  return n
}

/** True when the four tiles that the corners of a cell, grown by a block, lie in are white. */
function isWhiteAround({ width, height, white }: FlatPage, x: number, y: number): boolean {
  const across = width / TILE
  const left = Math.max(0, x * CELL - BLOCK) >> 4
  const right = Math.min(width - 1, (x + 1) * CELL + BLOCK - 1) >> 4
  const top = (Math.max(0, y * CELL - BLOCK) >> 4) * across
  const bottom = (Math.min(height - 1, (y + 1) * CELL + BLOCK - 1) >> 4) * across
  return Boolean(white[top + left] && white[top + right] && white[bottom + left] && white[bottom + right])
}

/** Cells grown by one on every side. */
export function growCells(cells: Uint8Array, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(cells.length)
  for (let i = cells.indexOf(1); i >= 0; i = cells.indexOf(1, i + 1)) {
    const x = i % columns
    const y = (i - x) / columns
    const from = Math.max(0, x - 1)
    const to = Math.min(columns, x + 2)
    for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++)
      out.fill(1, v * columns + from, v * columns + to)
  }
  return out
}

/** Number of marked cells in a box. */
export function countIn(cells: Uint8Array, columns: number, { x0, y0, x1, y1 }: CellBox): number {
  let n = 0
  for (let y = y0; y < y1; y++) for (let i = y * columns + x0; i < y * columns + x1; i++) n += cells[i] as number
  return n
}

/** Smallest box that holds every marked cell; `null` for none. */
export function boxOf(cells: Uint8Array, columns: number): CellBox | null {
  let box: CellBox | null = null
  for (let i = 0; i < cells.length; i++) {
    if (!cells[i]) continue
    const x = i % columns
    const y = (i - x) / columns
    box = box
      ? { x0: Math.min(box.x0, x), y0: box.y0, x1: Math.max(box.x1, x + 1), y1: y + 1 }
      : { x0: x, y0: y, x1: x + 1, y1: y + 1 }
  }
  return box
}

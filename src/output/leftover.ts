import type { FlatPage } from './blocks.ts'
import type { Bitmap } from './jbig2.ts'
import { asFours, type Scratch } from './scratch.ts'
import { BLOCK, TILE } from './working-page.ts'

/** Side in pixels of the cells in which the page is judged: 1 mm at 200 dpi. */
export const CELL = 8

/** What the ink alone does not tell of the page, per cell of 8 x 8 pixels, away from the edges of ink. */
export interface Leftover {
  readonly columns: number
  readonly rows: number
  /** Mean darkness below bare paper, 0..255; 0 where ink leaves too little to judge. */
  readonly tint: Float32Array
  /** Root mean square of what differs from the smooth ground: faint print, fine lines, pictures. */
  readonly texture: Float32Array
  /** The same around its own mean: a smooth tint whose noise reaches up to a lighter ground has texture, no grain. */
  readonly grain: Float32Array
  /** 1 in ink and at its edges. */
  readonly nearInk: Uint8Array
}

const PAPER_FOUR = 0xffffffff

/** Fewer bare pixels than this in a cell of 64 tell nothing. */
const ENOUGH = 16

export function measureLeftover(page: FlatPage, ink: Bitmap): Leftover {
  const { width, height, luma, ground } = page
  const nearInk = dilate(ink, page.scratch)
  const fours = asFours(nearInk)
  const nothing = asFours(luma)
  const columns = width / CELL
  const rows = height / CELL
  const tint = new Float32Array(columns * rows)
  const texture = new Float32Array(columns * rows)
  const grain = new Float32Array(columns * rows)
  const counts = new Uint32Array(columns)
  const darkness = new Uint32Array(columns)
  const differences = new Int32Array(columns)
  const squares = new Uint32Array(columns)
  for (let cy = 0; cy < rows; cy++) {
    counts.fill(0)
    darkness.fill(0)
    differences.fill(0)
    squares.fill(0)
    for (let y = cy * CELL; y < cy * CELL + CELL; y++) {
      const blockRow = (y >> 2) * page.columns
      const tileRow = (y >> 4) * (width / TILE)
      for (let x = 0, p = y * width; x < width; x++, p++) {
        if ((p & 3) === 0) {
          // A white tile differs from white in nothing, nor does its ground.
          if ((x & (TILE - 1)) === 0 && page.white[tileRow + (x >> 4)]) {
            x += TILE - 1
            p += TILE - 1
            continue
          }
          // Four pixels of white paper far from ink, where the paper is white all around: they only count.
          if (nothing[p >> 2] === PAPER_FOUR && fours[p >> 2] === 0 && ground[blockRow + (x >> 2)] === 255) {
            counts[x >> 3] = (counts[x >> 3] as number) + 4
            x += 3
            p += 3
            continue
          }
        }
        if (nearInk[p]) continue
        const v = luma[p] as number
        const d = v - (ground[blockRow + (x >> 2)] as number)
        const cell = x >> 3
        counts[cell] = (counts[cell] as number) + 1
        darkness[cell] = (darkness[cell] as number) + 255 - v
        differences[cell] = (differences[cell] as number) + d
        squares[cell] = (squares[cell] as number) + d * d
      }
    }
    for (let cx = 0; cx < columns; cx++) {
      const n = counts[cx] as number
      if (n < ENOUGH) continue
      tint[cy * columns + cx] = (darkness[cx] as number) / n
      const mean = (differences[cx] as number) / n
      texture[cy * columns + cx] = Math.sqrt((squares[cx] as number) / n)
      grain[cy * columns + cx] = Math.sqrt((squares[cx] as number) / n - mean * mean)
    }
  }
  return { columns, rows, tint, texture, grain, nearInk }
}

/** Pixels around ink that its blurred edge may tint. */
const REACH = 2

function dilate({ width, height, data }: Bitmap, scratch: Scratch): Uint8Array {
  const near = scratch.bytes(data.length, 0)
  const out = asFours(near)
  const across = scratch.bytes(data.length, 0)
  // Four pixels at a time; rows are a multiple of 16 long.
  const fours = asFours(across)
  const perRow = width >> 2
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width)
    let inked = false
    for (let x = row.indexOf(0); x >= 0; x = row.indexOf(0, x)) {
      const from = x
      while (x < width && row[x] === 0) x++
      across.fill(1, y * width + Math.max(0, from - REACH), y * width + Math.min(width, x + REACH))
      inked = true
    }
    if (!inked) continue
    for (let v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
      const shift = (v - y) * perRow
      for (let i = y * perRow; i < (y + 1) * perRow; i++) {
        if (fours[i] !== 0) out[i + shift] = (out[i + shift] as number) | (fours[i] as number)
      }
    }
  }
  return near
}

export const BLOCKS_PER_CELL = CELL / BLOCK

import { at, type Paper, type Surface } from './paper.ts'
import { BLOCK, TILE, type WorkingPage } from './working-page.ts'

/** The page under even light (bare paper is 255), and what is known of each block of 4 x 4 pixels. */
export interface FlatPage extends WorkingPage {
  readonly columns: number
  readonly rows: number
  /** Sum and sum of squares of the 16 luma values of a block. */
  readonly sum: Float32Array
  readonly squares: Float32Array
  /** The page under the print: brightest 2 x 2 mean of each block, print thinner than 3 mm closed over. */
  readonly ground: Uint8Array
  /** Mean colour of each block; `null` for a grey page. */
  readonly colour: Uint8Array | null
  /** `rgb` is as scanned; these factors of 1/256, four a tile (luma, red, green, blue), even its light. */
  readonly gains: Uint16Array
}

/** Divides the page by the light on its paper. */
export function flatten(page: WorkingPage, paper: Paper): FlatPage {
  const { width, height, luma, rgb } = page
  const columns = width / BLOCK
  const rows = height / BLOCK
  const gains = tileGains(page, paper)
  const flat = page.scratch.bytes(luma.length, 255)
  const sum = new Float32Array(columns * rows).fill(16 * 255)
  const squares = new Float32Array(sum.length).fill(16 * 255 * 255)
  const bright = new Uint8Array(sum.length).fill(255)
  const colour = rgb ? new Uint8Array(sum.length * 3).fill(255) : null
  for (let by = 0; by < rows; by++) {
    for (let bx = 0; bx < columns; bx++) {
      const tile = (((by >> 2) * width) / TILE + (bx >> 2)) * 4
      // White paper stays white (its gain is above 256): what the arrays were filled with.
      if (page.white[tile >> 2]) {
        bx += TILE / BLOCK - 1
        continue
      }
      const block = by * columns + bx
      const from = by * BLOCK * width + bx * BLOCK
      const g = gains[tile] as number
      let total = 0
      let total2 = 0
      let brightest = 0
      for (let y = 0; y < BLOCK; y += 2) {
        for (let x = 0; x < BLOCK; x += 2) {
          const p = from + y * width + x
          const a = lift(luma[p] as number, g)
          const b = lift(luma[p + 1] as number, g)
          const c = lift(luma[p + width] as number, g)
          const d = lift(luma[p + width + 1] as number, g)
          flat[p] = a
          flat[p + 1] = b
          flat[p + width] = c
          flat[p + width + 1] = d
          const four = a + b + c + d
          total += four
          total2 += a * a + b * b + c * c + d * d
          if (four > brightest) brightest = four
        }
      }
      sum[block] = total
      squares[block] = total2
      bright[block] = brightest >> 2
      if (rgb && colour) {
        let red = 0
        let green = 0
        let blue = 0
        for (let y = 0; y < BLOCK; y++) {
          for (let p = (from + y * width) * 3, end = p + BLOCK * 3; p < end; p += 3) {
            red += rgb[p] as number
            green += rgb[p + 1] as number
            blue += rgb[p + 2] as number
          }
        }
        colour[block * 3] = lift(red >> 4, gains[tile + 1] as number)
        colour[block * 3 + 1] = lift(green >> 4, gains[tile + 2] as number)
        colour[block * 3 + 2] = lift(blue >> 4, gains[tile + 3] as number)
      }
    }
  }
  const ground = slide(slide(bright, columns, rows, CLOSE, 0), columns, rows, CLOSE, 255)
  return { ...page, luma: flat, columns, rows, sum, squares, ground, colour, gains }
}

/** Bare paper is set a little above white, so that its noise is cut off. */
const WHITE = 258
/** The darkest light that is evened out. */
const DARKEST = 40
/** Radius in blocks of the closing: print thinner than twice this is not ground. */
const CLOSE = 3

function tileGains({ width, height }: WorkingPage, paper: Paper): Uint16Array {
  const columns = width / TILE
  const rows = height / TILE
  const surfaces: readonly Surface[] = [paper.luma, ...paper.rgb]
  const gains = new Uint16Array(columns * rows * surfaces.length)
  for (let i = 0; i < columns * rows; i++) {
    const x = ((i % columns) + 0.5) / columns
    const y = (Math.floor(i / columns) + 0.5) / rows
    surfaces.forEach((surface, c) => {
      gains[i * surfaces.length + c] = Math.round((WHITE * 256) / Math.min(255, Math.max(DARKEST, at(surface, x, y))))
    })
  }
  return gains
}

function lift(v: number, gain: number): number {
  const out = (v * gain) >> 8
  return out > 255 ? 255 : out
}

/** One channel (0, 1, 2) of a pixel of a coloured page under even light. */
export function evenColour(page: FlatPage, rgb: Uint8Array, x: number, y: number, channel: number): number {
  const tile = ((y >> 4) * page.width) / TILE + (x >> 4)
  return lift(rgb[(y * page.width + x) * 3 + channel] as number, page.gains[tile * 4 + 1 + channel] as number)
}

/** Maximum over a square of `2 radius + 1` blocks; with `flip` 255, the minimum. Where all are 0 (or 255) it is cheap. */
export function slide(values: Uint8Array, columns: number, rows: number, radius: number, flip: 0 | 255): Uint8Array {
  const across = new Uint8Array(values.length)
  for (let y = 0; y < rows; y++) {
    const row = y * columns
    // The next value to look at, and the last that counts.
    let next = 0
    let counts = -1
    for (let x = 0; x < columns; x++) {
      const last = Math.min(columns - 1, x + radius)
      for (; next <= last; next++) if (values[row + next] !== flip) counts = next
      if (counts < x - radius) continue
      let v = 0
      for (let k = row + Math.max(0, x - radius); k <= row + last && v < 255; k++) {
        const other = (values[k] as number) ^ flip
        if (other > v) v = other
      }
      across[row + x] = v
    }
  }
  const out = new Uint8Array(values.length).fill(flip)
  const counts = new Int32Array(columns).fill(-1)
  for (let y = 0, next = 0; y < rows; y++) {
    const first = Math.max(0, y - radius)
    const last = Math.min(rows - 1, y + radius)
    for (; next <= last; next++)
      for (let x = 0, k = next * columns; x < columns; x++, k++) if (across[k] !== 0) counts[x] = next
    for (let x = 0; x < columns; x++) {
      if ((counts[x] as number) < first) continue
      let v = 0
      for (let k = first * columns + x; k <= last * columns + x && v < 255; k += columns)
        if ((across[k] as number) > v) v = across[k] as number
      out[y * columns + x] = v ^ flip
    }
  }
  return out
}

/** Sum over a square of `2 radius + 1` blocks, clipped at the page's edges. */
export function slidingSums(values: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  const across = new Float32Array(values.length)
  for (let y = 0; y < rows; y++) {
    let total = 0
    const row = y * columns
    for (let x = -radius; x < columns; x++) {
      if (x + radius < columns) total += values[row + x + radius] as number
      if (x - radius - 1 >= 0) total -= values[row + x - radius - 1] as number
      if (x >= 0) across[row + x] = total
    }
  }
  const out = new Float32Array(values.length)
  const totals = new Float64Array(columns)
  for (let y = -radius; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let total = totals[x] as number
      if (y + radius < rows) total += across[(y + radius) * columns + x] as number
      if (y - radius - 1 >= 0) total -= across[(y - radius - 1) * columns + x] as number
      totals[x] = total
      if (y >= 0) out[y * columns + x] = total
    }
  }
  return out
}

import { TILE, type WorkingPage } from './working-page.ts'

/** Quadratic surface over the page, x and y in 0..1: `[1, x, y, x², xy, y²]`. */
export type Surface = readonly number[]

/** The sheet under the print: how light falls on it, and how much of the page it makes up. */
export interface Paper {
  readonly luma: Surface
  /** One surface each for red, green, blue; the luma thrice for a grey page. */
  readonly rgb: readonly [Surface, Surface, Surface]
  /** Share of the page that is bare paper, 0..1. */
  readonly share: number
  /** Share of the page that is brighter than its paper: white print on a dark ground, a shadow over half a sheet. */
  readonly brighter: number
  /** Standard deviation of what camera, scanner and compression add, 0..255: median of the calmest spots. */
  readonly noise: number
}

export function at(s: Surface, x: number, y: number): number {
  return (
    (s[0] as number) +
    (s[1] as number) * x +
    (s[2] as number) * y +
    (s[3] as number) * x * x +
    (s[4] as number) * x * y +
    (s[5] as number) * y * y
  )
}

/** Tiles whose light is this near the surface are bare paper. */
const NEAR = 0.035
/** Tiles this much brighter than the surface are not explained by it. */
const BRIGHTER = 0.15
const ROUNDS = 4

/** Fits the light of bare paper: brightest spot of each tile, darker tiles (print, pictures) left out step by step. */
export function findPaper(page: WorkingPage): Paper {
  const tiles = brightestSpots(page)
  const sorted = Float32Array.from(tiles.luma).sort()
  const high = sorted[Math.floor(sorted.length * 0.8)] ?? 255
  let keep = marked(tiles.luma, v => v > high * 0.7)
  let luma: Surface = [high, 0, 0, 0, 0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    luma = fit(tiles, tiles.luma, keep)
    const below = 0.16 / 2 ** round
    const near = Math.max(below, NEAR)
    const surface = luma
    keep = marked(tiles.luma, (v, i) => {
      const s = tiles.at(surface, i)
      return v > s * (1 - near) && v < s * (1 + near)
    })
  }
  const share = count(keep) / keep.length
  const brighter = count(marked(tiles.luma, (v, i) => v > tiles.at(luma, i) * (1 + BRIGHTER))) / keep.length
  const rgb = tiles.rgb
    ? (tiles.rgb.map(channel => fit(tiles, channel, keep)) as unknown as [Surface, Surface, Surface])
    : null
  return { luma, rgb: rgb ?? [luma, luma, luma], share, brighter, noise: median(tiles.calm) }
}

/** 1 where a value passes. */
function marked(values: Float32Array, passes: (v: number, i: number) => boolean): Uint8Array {
  const out = new Uint8Array(values.length)
  for (let i = 0; i < out.length; i++) if (passes(values[i] as number, i)) out[i] = 1
  return out
}

function count(marks: Uint8Array): number {
  let n = 0
  for (const mark of marks) n += mark
  return n
}

interface Tiles {
  readonly columns: number
  readonly luma: Float32Array
  /** Standard deviation of the calmest 4 x 4 pixels. */
  readonly calm: Float32Array
  readonly rgb: readonly [Float32Array, Float32Array, Float32Array] | null
  at(s: Surface, index: number): number
}

/** Per tile of 16 pixels, the brightest mean over 4 x 4 pixels: noise averages out, thin print is stepped over. */
function brightestSpots(page: WorkingPage): Tiles {
  const { width, height, luma, rgb } = page
  const columns = width / TILE
  const rows = height / TILE
  const out = new Float32Array(columns * rows)
  const calm = new Float32Array(columns * rows)
  const colour = rgb
    ? ([new Float32Array(out.length), new Float32Array(out.length), new Float32Array(out.length)] as const)
    : null
  for (let ty = 0; ty < rows; ty++) {
    for (let tx = 0; tx < columns; tx++) {
      if (page.white[ty * columns + tx]) {
        out[ty * columns + tx] = 255
        colour?.forEach(channel => (channel[ty * columns + tx] = 255))
        continue
      }
      let best = -1
      let spot = 0
      let least = Infinity
      for (let by = 0; by < TILE; by += 4) {
        for (let bx = 0; bx < TILE; bx += 4) {
          const from = (ty * TILE + by) * width + tx * TILE + bx
          let sum = 0
          let squares = 0
          for (let p = from, end = from + 4 * width; p < end; p += width) {
            const a = luma[p] as number
            const b = luma[p + 1] as number
            const c = luma[p + 2] as number
            const d = luma[p + 3] as number
            sum += a + b + c + d
            squares += a * a + b * b + c * c + d * d
          }
          least = Math.min(least, squares * 16 - sum * sum)
          if (sum > best) {
            best = sum
            spot = from
          }
        }
      }
      const tile = ty * columns + tx
      out[tile] = best / 16
      calm[tile] = Math.sqrt(least) / 16
      if (rgb && colour) {
        for (let c = 0; c < 3; c++) {
          let sum = 0
          for (let y = 0; y < 4; y++) for (let x = 0; x < 4; x++) sum += rgb[(spot + y * width + x) * 3 + c] as number
          ;(colour[c] as Float32Array)[tile] = sum / 16
        }
      }
    }
  }
  return {
    columns,
    luma: out,
    calm,
    rgb: colour,
    at: (s, i) => at(s, ((i % columns) + 0.5) / columns, (Math.floor(i / columns) + 0.5) / rows),
  }
}

const median = (values: Float32Array): number => values.slice().sort()[values.length >> 1] ?? 0

const TERMS = 6

function fit(tiles: Tiles, values: Float32Array, keep: Uint8Array): Surface {
  const { columns } = tiles
  const rows = values.length / columns
  const normal = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1))
  const terms = new Float64Array(TERMS).fill(1)
  let used = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    if (!keep[i]) continue
    const x = ((i % columns) + 0.5) / columns
    const y = (Math.floor(i / columns) + 0.5) / rows
    terms[1] = x
    terms[2] = y
    terms[3] = x * x
    terms[4] = x * y
    terms[5] = y * y
    const v = values[i] as number
    used++
    sum += v
    for (let a = 0; a < TERMS; a++) {
      const row = normal[a] as Float64Array
      const term = terms[a] as number
      // The other half is its mirror.
      for (let b = a; b < TERMS; b++) row[b] = (row[b] as number) + term * (terms[b] as number)
      row[TERMS] = (row[TERMS] as number) + term * v
    }
  }
  for (let a = 1; a < TERMS; a++)
    for (let b = 0; b < a; b++) (normal[a] as Float64Array)[b] = (normal[b] as Float64Array)[a] as number
  // Too few tiles to bend a surface through: a level one.
  if (used < 24) return [used > 0 ? sum / used : 255, 0, 0, 0, 0, 0]
  return solve(normal) ?? [sum / used, 0, 0, 0, 0, 0]
}

/** Gauss-Jordan with partial pivoting on the augmented matrix; `null` when it has no single solution. */
function solve(m: Float64Array[]): number[] | null {
  const n = m.length
  for (let c = 0; c < n; c++) {
    let pivot = c
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r]?.[c] ?? 0) > Math.abs(m[pivot]?.[c] ?? 0)) pivot = r
    const row = m[pivot] as Float64Array
    m[pivot] = m[c] as Float64Array
    m[c] = row
    const lead = row[c] as number
    if (Math.abs(lead) < 1e-9) return null
    for (let k = c; k <= n; k++) row[k] = (row[k] as number) / lead
    for (let r = 0; r < n; r++) {
      const other = m[r] as Float64Array
      const factor = other[c] as number
      if (r === c || factor === 0) continue
      for (let k = c; k <= n; k++) other[k] = (other[k] as number) - factor * (row[k] as number)
    }
  }
  return m.map(row => row[n] as number)
}

import { slide, slidingSums, type FlatPage } from './blocks.ts'
import type { Bitmap } from './jbig2.ts'
import { asFours, type Scratch } from './scratch.ts'
import { BLOCK, TILE } from './working-page.ts'

/** Half the side, in blocks, of the window in which the threshold is found: 4.5 mm in all at 200 dpi. */
const RADIUS = 4
/** Sauvola and Pietikäinen (2000): T = m (1 + k (s / R - 1)). */
const K = 0.18
const R = 128
/** Darker than this is ink whatever stands around, lest a dark band turn hollow. */
const ALWAYS_INK = 112
/** Ink is at least this much darker than the ground beside it. */
const BELOW_GROUND = 0.84
/**
 * How far edges are steepened first, so that the strokes of small print do not run together: all the way on a calm page,
 * less as its noise grows (which would be steepened too), and below 0, where the page is smoothed instead.
 */
const SHARPEN = { most: 2.5, least: -0.7, calm: 2.2, perNoise: 0.9 } as const

export const INK = 0
export const PAPER = 255

/** The ink of a page, with what it was found by. */
export interface Ink extends Bitmap {
  /** Luma with steepened edges; bare blocks are paper. */
  readonly steep: Uint8Array
  /** Per block of 4 x 4 pixels, 0 where it is bare: darker than this is ink. */
  readonly thresholds: Uint8Array
}

/**
 * Ink of a page under even light, by Sauvola's local threshold on 4 x 4 blocks, bounded by the ground (text on a tint,
 * edges of bands) and by plain darkness (inside of bands). Specks and one-pixel bumps of edges, which no reader sees
 * and which coding pays for, are taken away.
 * @param noise of the page before its light was evened, see `Paper`
 */
export function findInk(page: FlatPage, noise: number): Ink {
  const { width, height, usedWidth, usedHeight, columns, luma } = page
  const { most, least, calm, perNoise } = SHARPEN
  const strength = Math.max(least, Math.min(most, most - (noise - calm) * perNoise))
  const thresholds = localThresholds(page)
  const data = page.scratch.bytes(width * height, PAPER)
  const steep = page.scratch.bytes(width * height, PAPER)
  for (let block = 0; block < thresholds.length; block++) {
    const t = thresholds[block] as number
    if (t === 0) continue
    const bx = block % columns
    const by = (block - bx) / columns
    const from = Math.max(1, bx * BLOCK)
    const to = Math.min(usedWidth - 1, bx * BLOCK + BLOCK)
    const last = Math.min(usedHeight - 1, by * BLOCK + BLOCK)
    for (let y = Math.max(1, by * BLOCK); y < last; y++) {
      for (let p = y * width + from, end = y * width + to; p < end; p++) {
        const v = steepened(luma, p, width, strength)
        steep[p] = v < 0 ? 0 : v > PAPER ? PAPER : v
        if (v < t) data[p] = INK
      }
    }
  }
  smooth(data, width, height, page.scratch)
  leaveFaint(data, page)
  return { width, height, data, steep, thresholds }
}

/** A tile whose darkest ink is lighter than this holds no print but faint lines: they are kept as a picture instead. */
const FAINT = 180

/** Takes back ink from tiles where it is faint, unless a tile beside them has strong ink (the end of a stroke). */
function leaveFaint(data: Uint8Array, { width, height, luma }: FlatPage): void {
  const columns = width / TILE
  const rows = height / TILE
  const darkest = new Uint8Array(columns * rows).fill(PAPER)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * columns
    const line = data.subarray(y * width, (y + 1) * width)
    for (let x = line.indexOf(INK); x >= 0; x = line[x + 1] === INK ? x + 1 : line.indexOf(INK, x + 1)) {
      const p = y * width + x
      const tile = row + Math.floor(x / TILE)
      if ((luma[p] as number) < (darkest[tile] as number)) darkest[tile] = luma[p] as number
    }
  }
  const strongest = slide(darkest, columns, rows, 1, PAPER)
  for (let ty = 0; ty < rows; ty++) {
    for (let tx = 0; tx < columns; tx++) {
      if ((strongest[ty * columns + tx] as number) < FAINT || darkest[ty * columns + tx] === PAPER) continue
      for (let y = ty * TILE; y < ty * TILE + TILE; y++)
        data.fill(PAPER, y * width + tx * TILE, y * width + tx * TILE + TILE)
    }
  }
}

/** The pixel pushed away from the mean of its 3 x 3 neighbourhood (binomial weights). */
function steepened(luma: Uint8Array, p: number, width: number, strength: number): number {
  const v = luma[p] as number
  const above = p - width
  const below = p + width
  const sides = (luma[p - 1] as number) + (luma[p + 1] as number) + (luma[above] as number) + (luma[below] as number)
  const corners =
    (luma[above - 1] as number) +
    (luma[above + 1] as number) +
    (luma[below - 1] as number) +
    (luma[below + 1] as number)
  return v + (strength * (12 * v - 2 * sides - corners)) / 16
}

/** Threshold of each block; 0 where a block is bare and needs no look. */
function localThresholds({ columns, rows, sum, squares, ground }: FlatPage): Uint8Array {
  const inside = (i: number, size: number): number => Math.min(size - 1, i + RADIUS) - Math.max(0, i - RADIUS) + 1
  const total = slidingSums(sum, columns, rows, RADIUS)
  const total2 = slidingSums(squares, columns, rows, RADIUS)
  const bare = 250 * BLOCK * BLOCK
  const thresholds = new Uint8Array(ground.length)
  for (let i = 0; i < thresholds.length; i++) {
    if ((sum[i] as number) > bare) continue
    const n = inside(i % columns, columns) * inside(Math.floor(i / columns), rows) * BLOCK * BLOCK
    const mean = (total[i] as number) / n
    const deviation = Math.sqrt(Math.max(0, (total2[i] as number) / n - mean * mean))
    const sauvola = mean * (1 + K * (deviation / R - 1))
    thresholds[i] = Math.max(ALWAYS_INK, Math.min(sauvola, (ground[i] as number) * BELOW_GROUND))
  }
  return thresholds
}

/**
 * Drops single pixels and the one-pixel bumps (or dents) of straight edges. A bump is a pixel whose row (or column) of
 * three is otherwise of the other kind, with all three beyond it of the other kind and all three behind it of its own.
 */
export function smooth(data: Uint8Array, width: number, height: number, scratch: Scratch): void {
  scratch.within(() => smoothFrom(scratch.copyOf(data), data, width, height))
}

function smoothFrom(before: Uint8Array, data: Uint8Array, width: number, height: number): void {
  // Four pixels at a time: where they and those above and below are all alike, nothing stands out.
  const fours = asFours(before)
  const across = width >> 2
  // On rows without ink, and with none above or below, nothing stands out either.
  let inkBelow = hasInk(before, 0, width)
  let ink = false
  for (let y = 0; y < height - 1; y++) {
    const inkAbove = ink
    ink = inkBelow
    inkBelow = hasInk(before, y + 1, width)
    if (y === 0 || !(inkAbove || ink || inkBelow)) continue
    for (let i = y * across; i < (y + 1) * across; i++) {
      const four = fours[i] as number
      if ((four === 0 || four === ALL_PAPER) && fours[i - across] === four && fours[i + across] === four) continue
      const from = Math.max(i << 2, y * width + 1)
      const to = Math.min((i << 2) + 4, (y + 1) * width - 1)
      for (let p = from; p < to; p++) if (standsOut(before, p, width)) data[p] = (before[p] as number) ^ PAPER
    }
  }
}

const ALL_PAPER = 0xffffffff

const hasInk = (data: Uint8Array, row: number, width: number): boolean =>
  data.subarray(row * width, (row + 1) * width).includes(INK)

function standsOut(before: Uint8Array, p: number, width: number): boolean {
  const c = before[p] as number
  const w = before[p - 1]
  const e = before[p + 1]
  const n = before[p - width]
  const s = before[p + width]
  const across = w !== c && e !== c
  const along = n !== c && s !== c
  if (!across && !along) return false
  const nw = before[p - width - 1]
  const ne = before[p - width + 1]
  const sw = before[p + width - 1]
  const se = before[p + width + 1]
  const noTop = n !== c && nw !== c && ne !== c
  const noBottom = s !== c && sw !== c && se !== c
  if (across && noTop) return noBottom ? c === INK : s === c && sw === c && se === c
  if (across && noBottom) return n === c && nw === c && ne === c
  if (!along) return false
  const noLeft = w !== c && nw !== c && sw !== c
  const noRight = e !== c && ne !== c && se !== c
  return (noLeft && e === c && ne === c && se === c) || (noRight && w === c && nw === c && sw === c)
}

import type { FlatPage } from './blocks.ts'
import type { Bitmap } from './jbig2.ts'
import { INK, PAPER, smooth, type Ink } from './text-mask.ts'
import { BLOCK, TILE } from './working-page.ts'

/** Four pixels become five: at 250 dpi the black and white of a 200 dpi grey scan is read as well as the scan itself. */
const GROWTH = 5 / 4

/**
 * The ink of a page drawn finer than the page: the steepened greys, interpolated, against the threshold of their block.
 * Greys know of an edge more exactly than to the pixel; ink at the page's own resolution throws that away.
 * @param near 1 where ink may stand
 */
export function fineInk(page: FlatPage, { steep, thresholds }: Ink, near: Uint8Array): Bitmap {
  const width = page.width * GROWTH
  const height = page.height * GROWTH
  const data = page.scratch.bytes(width * height, PAPER)
  const columns = phases(width, page.width)
  const rows = phases(height, page.height)
  const tiles = tilesWith(near, page.width, page.height)
  const side = TILE * GROWTH
  const across = page.width / TILE
  const { first, second, weight } = columns
  for (let y = 0; y < height; y++) {
    const tileRow = Math.floor(y / side) * across
    const upper = (rows.first[y] as number) * page.width
    const lower = (rows.second[y] as number) * page.width
    const down = rows.weight[y] as number
    const nearRow = down < 128 ? upper : lower
    const blockRow = Math.floor(nearRow / page.width / BLOCK) * page.columns
    for (let tx = 0; tx < across; tx++) {
      if (!tiles[tileRow + tx]) continue
      for (let x = tx * side; x < (tx + 1) * side; x++) {
        const a = first[x] as number
        const b = second[x] as number
        const right = weight[x] as number
        const nearest = right < 128 ? a : b
        if (!near[nearRow + nearest]) continue
        const top = (steep[upper + a] as number) * (256 - right) + (steep[upper + b] as number) * right
        const bottom = (steep[lower + a] as number) * (256 - right) + (steep[lower + b] as number) * right
        const v = (top * (256 - down) + bottom * down) >> 16
        if (v < (thresholds[blockRow + (nearest >> 2)] as number)) data[y * width + x] = INK
      }
    }
  }
  smooth(data, width, height, page.scratch)
  return { width, height, data }
}

/** For each fine place, the two coarse places it lies between, and the weight of the second in 256ths. */
function phases(fine: number, coarse: number): { first: Uint16Array; second: Uint16Array; weight: Uint16Array } {
  const first = new Uint16Array(fine)
  const second = new Uint16Array(fine)
  const weight = new Uint16Array(fine)
  for (let i = 0; i < fine; i++) {
    const at = Math.max(0, (i + 0.5) / GROWTH - 0.5)
    first[i] = Math.floor(at)
    second[i] = Math.min(coarse - 1, Math.floor(at) + 1)
    weight[i] = Math.round((at - Math.floor(at)) * 256)
  }
  return { first, second, weight }
}

function tilesWith(near: Uint8Array, width: number, height: number): Uint8Array {
  const across = width / TILE
  const tiles = new Uint8Array(across * (height / TILE))
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * across
    const line = near.subarray(y * width, (y + 1) * width)
    // From one tile that holds some to the next.
    for (let x = line.indexOf(1); x >= 0; x = line.indexOf(1, x)) {
      tiles[row + (x >> 4)] = 1
      x = (x | (TILE - 1)) + 1
      if (x >= width) break
    }
  }
  return tiles
}

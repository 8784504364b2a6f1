import type { Raster } from '../domain/raster.ts'
import type { Zone } from '../domain/geometry.ts'
import { inkMapOf } from './ink-map.ts'

/** Height of a band in parts of the page, and the strokes that make it worth reading. */
const HEIGHTS = [0.08, 0.16, 0.3]
const ENOUGH_EDGES = 900

/** The band of a page with the most writing: short, so that reading it twice costs little. */
export function textBand(grey: Raster): Zone {
  const { width, height, ink } = inkMapOf(grey)
  const perRow = new Uint32Array(height)
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++)
      if (ink[y * width + x] !== ink[y * width + x - 1]) perRow[y] = (perRow[y] as number) + 1
  }
  let best: Zone = [0, 0, 1, 1]
  for (const share of HEIGHTS) {
    const rows = Math.max(1, Math.round(share * height))
    let sum = 0
    let most = -1
    for (let y = 0; y < height; y++) {
      sum += perRow[y] as number
      if (y >= rows) sum -= perRow[y - rows] as number
      if (y < rows - 1 || sum <= most) continue
      most = sum
      best = [0, (y - rows + 1) / height, 1, (y + 1) / height]
    }
    if (most >= ENOUGH_EDGES) break
  }
  return best
}

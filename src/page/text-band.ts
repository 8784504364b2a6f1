import type { Raster } from '../domain/raster.ts'
import type { Zone } from '../domain/geometry.ts'
import { inkMapOf } from './ink-map.ts'

/**
 * The band of a page with the most writing.
 * @param share its height in parts of the page: short, so that reading it twice costs little
 */
export function textBand(grey: Raster, share: number): Zone {
  const { width, height, ink } = inkMapOf(grey)
  const perRow = new Uint32Array(height)
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++)
      if (ink[y * width + x] !== ink[y * width + x - 1]) perRow[y] = (perRow[y] as number) + 1
  }
  let best: Zone = [0, 0, 1, 1]
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
  return best
}

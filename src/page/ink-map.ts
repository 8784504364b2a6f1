import type { Raster } from '../domain/raster.ts'
import { whiteRows } from './grey.ts'

/** Dark strokes of a page at a reduced size: 1 where there is ink. */
export interface InkMap {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
  /** The page itself at this size, and the grey under which it is ink, pixel by pixel. */
  readonly grey: Uint8Array
  readonly level: Uint8Array
  /** Pixels of the map per pixel of the page. */
  readonly scale: number
}

/** Long side of the map in pixels: about 75 dpi on A4, where body text is still lines of separate words. */
const LONG_SIDE = 900
/** Half width of the neighbourhood that a pixel is compared with, and how much darker ink must be. */
const RADIUS = 9
const DARKER_BY = 0.86
/** On white paper a difference of grey smaller than this is noise. */
const MIN_DIFFERENCE = 14

/**
 * Ink of a page: pixels clearly darker than the mean of their neighbourhood, so that shadows, coloured paper and the
 * inside of dark areas do not count.
 */
export function inkMapOf(grey: Raster): InkMap {
  const small = reduce(grey, LONG_SIDE)
  const { width, height, data } = small
  const ink = new Uint8Array(width * height)
  const level = new Uint8Array(width * height)
  eachMean(data, width, height, RADIUS, (mean, at) => {
    level[at] = Math.max(0, Math.min(mean * DARKER_BY, mean - MIN_DIFFERENCE))
    if ((data[at] as number) < level[at]) ink[at] = 1
  })
  return { width, height, ink, grey: data, level, scale: width / grey.width }
}

const WHITE = 255

/** A grey picture brought down to a long side by averaging: cheap, and it keeps thin strokes. */
export function reduce(grey: Raster, longSide: number): Raster {
  const factor = Math.max(1, Math.max(grey.width, grey.height) / longSide)
  const width = Math.max(1, Math.round(grey.width / factor))
  const height = Math.max(1, Math.round(grey.height / factor))
  if (width === grey.width && height === grey.height) return grey
  const data = new Uint8Array(width * height)
  const columns = Array.from({ length: width + 1 }, (_, x) =>
    Math.min(grey.width, Math.round((x * grey.width) / width)),
  )
  const totals = new Uint32Array(width)
  const isWhite = whiteRows(grey)
  for (let y = 0; y < height; y++) {
    const from = Math.min(grey.height - 1, Math.round((y * grey.height) / height))
    const to = Math.max(from + 1, Math.round(((y + 1) * grey.height) / height))
    let inked = false
    for (let sy = from; sy < to && !inked; sy++) inked = !isWhite(sy)
    if (!inked) {
      data.fill(WHITE, y * width, (y + 1) * width)
      continue
    }
    totals.fill(0)
    for (let sy = from; sy < to; sy++) {
      const line = sy * grey.width
      for (let x = 0; x < width; x++) {
        let sum = 0
        for (let sx = columns[x] as number, end = columns[x + 1] as number; sx < end; sx++)
          sum += grey.data[line + sx] as number
        totals[x] = (totals[x] as number) + sum
      }
    }
    for (let x = 0; x < width; x++) {
      const count = (to - from) * Math.max(1, (columns[x + 1] as number) - (columns[x] as number))
      data[y * width + x] = (totals[x] as number) / count
    }
  }
  return { width, height, channels: 1, data, dpi: Math.round((grey.dpi * width) / grey.width) }
}

/** Tells for each pixel the mean of the square of `2 radius + 1` pixels around it, clipped at the picture's edges. */
export function eachMean(
  data: Uint8Array,
  width: number,
  height: number,
  radius: number,
  tell: (mean: number, at: number) => void,
): void {
  const sums = integral(data, width, height)
  const row = width + 1
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius)
    const bottom = Math.min(height, y + radius + 1)
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius)
      const right = Math.min(width, x + radius + 1)
      const sum =
        (sums[bottom * row + right] as number) -
        (sums[top * row + right] as number) -
        (sums[bottom * row + left] as number) +
        (sums[top * row + left] as number)
      tell(sum / ((bottom - top) * (right - left)), y * width + x)
    }
  }
}

/** Sums over the rectangle from the origin to each corner, one row and one column larger than the picture. */
export function integral(data: Uint8Array, width: number, height: number): Uint32Array {
  const row = width + 1
  const sums = new Uint32Array(row * (height + 1))
  for (let y = 0; y < height; y++) {
    let line = 0
    for (let x = 0; x < width; x++) {
      line += data[y * width + x] as number
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] as number) + line
    }
  }
  return sums
}

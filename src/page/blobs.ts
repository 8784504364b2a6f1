import type { Raster } from '../domain/raster.ts'
import { integral } from './ink-map.ts'

/** Half width of the neighbourhood whose mean stands for the paper. */
const RADIUS = 9
/** Least difference from the paper, in greys, and in times the noise of the picture (none where white is clipped). */
const DARKER_BY = 2
const TIMES_NOISE = 5
/** Connected pixels that are darker than the paper around them. */
export interface Blob {
  x0: number
  y0: number
  x1: number
  y1: number
  area: number
  /** How much darker than the paper its darkest pixel is. */
  depth: number
}

/** The blobs of a grey picture, in reading order of their first pixels. */
export function blobsOf({ data, width, height }: Raster): Blob[] {
  const darker = darkerThanPaper(data, width, height)
  const blobs: Blob[] = []
  const stack: number[] = []
  for (let start = 0; start < darker.length; start++) {
    if (darker[start] === 0) continue
    const blob: Blob = { x0: width, y0: height, x1: 0, y1: 0, area: 0, depth: 0 }
    stack.push(start)
    let depth = darker[start] as number
    darker[start] = 0
    while (stack.length > 0) {
      const at = stack.pop() as number
      const x = at % width
      const y = (at - x) / width
      blob.x0 = Math.min(blob.x0, x)
      blob.x1 = Math.max(blob.x1, x + 1)
      blob.y0 = Math.min(blob.y0, y)
      blob.y1 = Math.max(blob.y1, y + 1)
      blob.area++
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          const d = darker[next] as number
          if (d === 0) continue
          if (d > depth) depth = d
          darker[next] = 0
          stack.push(next)
        }
      }
    }
    blobs.push({ ...blob, depth })
  }
  return blobs
}

/** By how much each pixel is darker than the mean around it; 0 where it is not clearly so. */
function darkerThanPaper(data: Uint8Array, width: number, height: number): Uint8Array {
  const least = Math.max(DARKER_BY, TIMES_NOISE * noiseOf(data, width))
  const sums = integral(data, width, height)
  const row = width + 1
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - RADIUS)
    const bottom = Math.min(height, y + RADIUS + 1)
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - RADIUS)
      const right = Math.min(width, x + RADIUS + 1)
      const sum =
        (sums[bottom * row + right] as number) -
        (sums[top * row + right] as number) -
        (sums[bottom * row + left] as number) +
        (sums[top * row + left] as number)
      const darker = sum / ((bottom - top) * (right - left)) - (data[y * width + x] as number)
      if (darker > least) out[y * width + x] = darker
    }
  }
  return out
}

/** Usual difference between neighbours, which on most of a page is the grain of the sensor. */
function noiseOf(data: Uint8Array, width: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let i = width + 1; i < data.length; i += 3) {
    const d = Math.abs((data[i] as number) - (data[i - 1] as number))
    counts[d] = (counts[d] as number) + 1
    total++
  }
  let seen = 0
  for (let d = 0; d < 256; d++) {
    seen += counts[d] as number
    if (seen >= total / 2) return d
  }
  return 0
}

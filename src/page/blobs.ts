import type { Raster } from '../domain/raster.ts'
import { eachPart } from './connected.ts'
import { eachMean } from './ink-map.ts'

/** Half width of the neighbourhood whose mean stands for the paper. */
const RADIUS = 9
/** Least difference from the paper, in greys, and in times the noise of the picture (none where white is clipped). */
const DARKER_BY = 2
const TIMES_NOISE = 5

/** Connected pixels that are darker than the paper around them. */
export interface Blob {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly area: number
  /** How much darker than the paper its darkest pixel is. */
  readonly depth: number
}

/** The blobs of a grey picture, in reading order of their first pixels. */
export function blobsOf({ data, width, height }: Raster): Blob[] {
  const darker = darkerThanPaper(data, width, height)
  const blobs: Blob[] = []
  eachPart(new Uint8Array(darker), width, height, 1, ({ cells, x0, y0, x1, y1 }) => {
    let depth = 0
    for (const at of cells) depth = Math.max(depth, darker[at] as number)
    blobs.push({ x0, y0, x1, y1, area: cells.length, depth })
  })
  return blobs
}

/** By how much each pixel is darker than the mean around it; 0 where it is not clearly so. */
function darkerThanPaper(data: Uint8Array, width: number, height: number): Uint8Array {
  const least = Math.max(DARKER_BY, TIMES_NOISE * noiseOf(data, width))
  const out = new Uint8Array(data.length)
  eachMean(data, width, height, RADIUS, (mean, at) => {
    const darker = mean - (data[at] as number)
    if (darker > least) out[at] = darker
  })
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

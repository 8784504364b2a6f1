import type { Raster } from '../domain/raster.ts'
import { flattenLight } from './flatten-light.ts'
import { reduce } from './ink-map.ts'

/** What the picture alone says of its quality. */
export interface PictureQuality {
  /** Variance of the Laplacian at about 100 dpi for A4: low on blurred pictures and on empty ones. */
  readonly sharpness: number
  /** Mean grey, 0 black to 255 white. */
  readonly meanGrey: number
  /** Standard deviation of grey once the light is even, at a size where the noise of a scanner is averaged away. */
  readonly contrast: number
}

/** Long side of the picture that is measured: the values do not depend on the resolution of the scan. */
const LONG_SIDE = 1200
const COARSE_SIDE = 240

/** Measures a page: about 20 ms. */
export function measureQuality(grey: Raster): PictureQuality {
  const small = reduce(grey, LONG_SIDE)
  const { data, width, height } = small
  let sum = 0
  for (const v of data) sum += v
  return {
    sharpness: laplacianVariance(data, width, height),
    meanGrey: sum / data.length,
    contrast: deviation(reduce(flattenLight(small), COARSE_SIDE).data),
  }
}

function deviation(data: Uint8Array): number {
  let sum = 0
  let squares = 0
  for (const v of data) {
    sum += v
    squares += v * v
  }
  return Math.sqrt(Math.max(0, squares / data.length - (sum / data.length) ** 2))
}

function laplacianVariance(data: Uint8Array, width: number, height: number): number {
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      const v =
        4 * (data[i] as number) -
        (data[i - 1] as number) -
        (data[i + 1] as number) -
        (data[i - width] as number) -
        (data[i + width] as number)
      sum += v
      squares += v * v
      count++
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}

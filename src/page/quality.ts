import type { Raster } from '../domain/raster.ts'
import { flattenLight } from './flatten-light.ts'
import { reduce } from './ink-map.ts'

/** What the picture alone says of its quality. */
export interface PictureQuality {
  /** Mean grey, 0 black to 255 white. */
  readonly meanGrey: number
  /** Standard deviation of grey once the light is even, at a size where the noise of a scanner is averaged away. */
  readonly contrast: number
}

/** Long side of the picture that is measured: the values do not depend on the resolution of the scan. */
const LONG_SIDE = 1200
const COARSE_SIDE = 240

const DARK = 70
const BLACK = 25
/** Measured: grain alone 1.3 at most on a sheet and 3.5 on a small black card; little text in the dark from 3.1. */
const NIGHT_CONTRAST = 2
const BLACK_CONTRAST = 4

/** A picture too dark to show anything but the grain of its sensor, in which OCR would look for letters for minutes. */
export const isNight = ({ meanGrey, contrast }: PictureQuality): boolean =>
  isDark(meanGrey) && contrast < (meanGrey < BLACK ? BLACK_CONTRAST : NIGHT_CONTRAST)

export const isDark = (meanGrey: number): boolean => meanGrey < DARK

/** Measures a page: about 20 ms. */
export function measureQuality(grey: Raster): PictureQuality {
  const small = reduce(grey, LONG_SIDE)
  const { data } = small
  let sum = 0
  for (const v of data) sum += v
  return {
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

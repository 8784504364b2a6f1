import type { Raster } from '../domain/raster.ts'
import { mapGreys } from './grey.ts'

/** Rank of the grey taken as that of printed ink, and how far from it towards white a stroke still counts. */
const INK_RANK = 0.02
const REACH = 0.5
const WHITE = 245

/**
 * The picture with its darkest ink alone: what is printed in grey or colour over or under the text (a protective
 * watermark, a stamp, guilloches) turns white. Light evened beforehand.
 */
export function darkInk(grey: Raster): Raster {
  const histogram = new Uint32Array(256)
  for (const v of grey.data) histogram[v] = (histogram[v] as number) + 1
  let ink = 0
  for (let seen = 0; ink < 255; ink++) {
    seen += histogram[ink] as number
    if (seen >= INK_RANK * grey.data.length) break
  }
  const limit = Math.max(ink + 8, ink + REACH * (WHITE - ink))
  return mapGreys(grey, v => (255 * (v - ink)) / (limit - ink))
}

import type { Raster } from '../domain/raster.ts'
import { mapGreys } from './grey.ts'

/** Ink is called pale when it is nearer to its paper than this; nearer than the least, it is what shows through a sheet. */
const PALE_INK = { least: 35, most: 110 }
const INK_SHARE = 0.005
const BLACK = 20
const WHITE = 245

/**
 * Pale ink made dark (pencil, carbon copies, faded faxes, weak light): OCR reads next to nothing in it otherwise.
 * Pictures with dark ink, and bare ones, come back as they are.
 */
export function darkenInk(flat: Raster): Raster {
  const counts = new Uint32Array(256)
  for (const v of flat.data) counts[v] = (counts[v] as number) + 1
  const ink = rank(counts, flat.data.length * INK_SHARE)
  const paper = rank(counts, flat.data.length / 2)
  if (paper - ink < PALE_INK.least || paper - ink > PALE_INK.most) return flat
  const scale = (WHITE - BLACK) / (paper - ink)
  return mapGreys(flat, v => BLACK + (v - ink) * scale)
}

function rank(counts: Uint32Array, share: number): number {
  let seen = 0
  for (let v = 0; v < 256; v++) {
    seen += counts[v] as number
    if (seen > share) return v
  }
  return 255
}

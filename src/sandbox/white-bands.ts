import type { Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import { whiteRows } from '../page/grey.ts'

/** White rows that are kept of a band: lines of print stay lines, apart from each other. */
const KEPT = 24

/** A grey picture whose wide white bands were narrowed, and the way back. */
export interface Narrowed {
  readonly grey: Raster
  /** A zone of the narrowed picture on the one it was made from. */
  readonly back: (zone: Zone) => Zone
}

/** Narrows the white bands of a grey picture: OCR looks for text on every row, and most of a page masked for proof is white. */
export function withoutWhiteBands(grey: Raster): Narrowed {
  const { width, height, data } = grey
  const isWhite = whiteRows(grey)
  const kept: number[] = []
  let band = 0
  for (let y = 0; y < height; y++) {
    band = isWhite(y) ? band + 1 : 0
    if (band <= KEPT) kept.push(y)
  }
  if (kept.length === height) return { grey, back: zone => zone }
  const rows = new Uint8Array(width * kept.length)
  kept.forEach((y, i) => {
    rows.set(data.subarray(y * width, (y + 1) * width), i * width)
  })
  const backAt = (v: number): number => {
    const at = v * kept.length
    const row = Math.min(kept.length - 1, Math.floor(at))
    return ((kept[row] as number) + at - row) / height
  }
  return {
    grey: { ...grey, height: kept.length, data: rows },
    back: ([x0, y0, x1, y1]) => [x0, backAt(y0), x1, backAt(y1)],
  }
}

import type { Raster } from '../domain/raster.ts'
import { acrossRows, type ObliqueInk } from './overlay-ink.ts'

/** A page parted into the legend over it and the page under it, one channel each, same size. */
export interface Parted {
  /** The legend alone, black on white. */
  readonly legend: Raster
  /** The page without the legend: for OCR only, never for people. */
  readonly page: Raster
}

/** Greys around the level of the ink that are still its own, darker and lighter (JPEG, scanner noise). */
const DARKER = 26
const LIGHTER = 24
/** Neighbours of the same grey, out of eight, that tell a stroke of the ink from the edge of a printed letter. */
const COMPANY = 4
/** Reach of the ink's soft edge, in inches. */
const EDGE = 0.014
/** Grey that translucent ink leaves to black print under it, as a part of its own level. */
const PRINT = 0.3

/** Parts the translucent ink from the print under it, which stays darker than the ink alone. */
export function partInk(grey: Raster, ink: ObliqueInk): Parted {
  const { width, height, data } = grey
  const strokes = strokesOf(grey, ink)
  const edge = Math.max(1, Math.round(EDGE * grey.dpi))
  const reach = spread(strokes, width, height, edge)
  const legend = new Uint8Array(data.length).fill(255)
  const page = data.slice()
  const print = PRINT * ink.level
  for (let i = 0; i < data.length; i++) {
    if (reach[i] === 0) continue
    const v = data[i] as number
    if (v <= ink.level + LIGHTER) legend[i] = 0
    page[i] = v >= ink.level - DARKER ? 255 : Math.max(0, Math.round(((v - print) * 255) / (ink.level - print)))
  }
  return { legend: { ...grey, data: legend }, page: { ...grey, data: page } }
}

/** 1 where a pixel in the rows has the grey of the ink, and enough neighbours too. */
function strokesOf({ width, height, data }: Raster, { angle, level, rows }: ObliqueInk): Uint8Array {
  const across = acrossRows(angle)
  const [low, high] = [level - DARKER, level + LIGHTER]
  const own = (i: number): number => ((data[i] as number) >= low && (data[i] as number) <= high ? 1 : 0)
  const strokes = new Uint8Array(data.length)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      if (own(i) === 0) continue
      const t = across(x, y)
      if (!rows.some(([from, to]) => t >= from && t < to)) continue
      const above = own(i - width - 1) + own(i - width) + own(i - width + 1)
      const below = own(i + width - 1) + own(i + width) + own(i + width + 1)
      if (above + below + own(i - 1) + own(i + 1) >= COMPANY) strokes[i] = 1
    }
  }
  return strokes
}

/** The marks grown by `by` pixels to every side. */
function spread(marks: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const wide = new Uint8Array(marks.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (marks[y * width + x] === 0) continue
      wide.fill(1, y * width + Math.max(0, x - by), y * width + Math.min(width, x + by + 1))
    }
  }
  const out = new Uint8Array(marks.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (wide[y * width + x] === 0) continue
      for (let k = Math.max(0, y - by); k <= Math.min(height - 1, y + by); k++) out[k * width + x] = 1
    }
  }
  return out
}

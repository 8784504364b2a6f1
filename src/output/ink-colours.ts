import { evenColour, type FlatPage } from './blocks.ts'
import { growCells, type ContentCells } from './content-cells.ts'
import type { Bitmap } from './jbig2.ts'
import type { Pixels } from './jpeg.ts'
import { CELL } from './leftover.ts'

/** The colours are kept at a quarter of the resolution of the ink: four values a cell. */
const STEP = 4
const HALVES = CELL / STEP
/** Ink whose channels differ less than this is black. */
const NEUTRAL = 24

/** Red, green, blue, each multiplied by the weight, then the weight. */
type Mix = [number, number, number, number]

/**
 * The colours of the ink of a page, black wherever it is grey or black; `null` when fewer than `few` cells have any.
 * Dark pixels weigh more: the edge of a stroke has the colour of the paper in it.
 */
export function inkColours(page: FlatPage, ink: Bitmap, content: ContentCells, few: number): Pixels | null {
  if (!page.rgb) return null
  const { columns, rows } = content
  const shown = growCells(content.coloured, columns, rows)
  const width = page.width / STEP
  const data = new Uint8Array(width * (page.height / STEP) * 3)
  const mean = new Map<number, Mix>()
  let inked = 0
  for (let cell = 0; cell < shown.length; cell++) {
    if (!shown[cell]) continue
    const parts = partsOf(page, page.rgb, ink, (cell % columns) * CELL, Math.floor(cell / columns) * CELL)
    const whole = parts.reduce<Mix>(add, [0, 0, 0, 0])
    if (whole[3] === 0) continue
    if (!isNeutral(whole)) inked++
    mean.set(cell, whole)
    parts.forEach((part, i) => paint(data, width, columns, cell, i, part[3] > 0 ? part : whole))
  }
  if (inked < few) return null
  // Around coloured strokes the picture goes on in their colour, lest its coding pull in black.
  for (let cell = 0; cell < shown.length; cell++) {
    if (!shown[cell] || mean.has(cell)) continue
    const around = [-1, 1, -columns, columns, -columns - 1, -columns + 1, columns - 1, columns + 1]
    const mix = around.map(d => mean.get(cell + d)).reduce<Mix>((a, b) => (b ? add(a, b) : a), [0, 0, 0, 0])
    if (mix[3] > 0) for (let i = 0; i < HALVES * HALVES; i++) paint(data, width, columns, cell, i, mix)
  }
  return { width, height: page.height / STEP, channels: 3, data }
}

const add = (a: Mix, b: Mix): Mix => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]

function partsOf(page: FlatPage, rgb: Uint8Array, ink: Bitmap, left: number, top: number): Mix[] {
  const parts: Mix[] = []
  for (let i = 0; i < HALVES * HALVES; i++) {
    const mix: Mix = [0, 0, 0, 0]
    const x0 = left + (i % HALVES) * STEP
    const y0 = top + Math.floor(i / HALVES) * STEP
    for (let y = y0; y < y0 + STEP; y++) {
      for (let x = x0; x < x0 + STEP; x++) {
        if (ink.data[y * page.width + x] !== 0) continue
        const weight = (256 - (page.luma[y * page.width + x] as number)) ** 2
        for (let c = 0; c < 3; c++) mix[c] = (mix[c] as number) + weight * evenColour(page, rgb, x, y, c)
        mix[3] += weight
      }
    }
    parts.push(mix)
  }
  return parts
}

const isNeutral = ([r, g, b, weight]: Mix): boolean => Math.max(r, g, b) - Math.min(r, g, b) < NEUTRAL * weight

function paint(data: Uint8Array, width: number, columns: number, cell: number, part: number, mix: Mix): void {
  if (isNeutral(mix)) return
  const x = (cell % columns) * HALVES + (part % HALVES)
  const y = Math.floor(cell / columns) * HALVES + Math.floor(part / HALVES)
  for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = Math.round((mix[c] as number) / mix[3])
}

import type { Raster } from '../domain/raster.ts'
import { asSharp, crop, greyOf } from './grey.ts'
import { inkMapOf } from './ink-map.ts'
import type { QuarterTurns } from './orientation.ts'

/** Smallest skew worth a new sampling of the page. */
const MIN_SKEW = 0.15

/** The picture turned clockwise by quarter turns: every pixel is kept as it is. */
export async function turn(raster: Raster, quarterTurns: QuarterTurns): Promise<Raster> {
  if (quarterTurns === 0) return raster
  const data = await asSharp(raster)
    .rotate(quarterTurns * 90)
    .raw()
    .toBuffer()
  const sideways = quarterTurns !== 2
  return {
    ...raster,
    data,
    width: sideways ? raster.height : raster.width,
    height: sideways ? raster.width : raster.height,
  }
}

/** Share of the pixels at the rim that may be ink without anything of the page standing there: dust, edges. */
const EMPTY_RIM = 0.002

/**
 * The picture with its skew removed, at its own size when the corners that the rotation pushes out hold nothing, else
 * grown by what they need: nothing of the page is cut off.
 * @param skew degrees that the page had turned clockwise
 */
export async function straighten(raster: Raster, skew: number): Promise<Raster> {
  if (Math.abs(skew) < MIN_SKEW) return raster
  const { data, info } = await asSharp(raster)
    .rotate(-skew, { background: paperColour(raster) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grown: Raster = { ...raster, data, width: info.width, height: info.height }
  const [dx, dy] = [(grown.width - raster.width) / 2 / grown.width, (grown.height - raster.height) / 2 / grown.height]
  if (dx < 0 || dy < 0 || !isRimEmpty(grown, dx, dy)) return grown
  const left = Math.round(dx * grown.width) / grown.width
  const top = Math.round(dy * grown.height) / grown.height
  return crop(grown, [left, top, left + raster.width / grown.width, top + raster.height / grown.height])
}

/** True when almost no ink stands outside the rectangle `dx`, `dy` inside the picture. */
function isRimEmpty(grown: Raster, dx: number, dy: number): boolean {
  const { width, height, ink } = inkMapOf(greyOf(grown))
  let inked = 0
  let total = 0
  for (let y = 0; y < height; y++) {
    const outside = y < dy * height || y >= (1 - dy) * height
    for (let x = 0; x < width; x++) {
      if (!outside && x >= dx * width && x < (1 - dx) * width) continue
      total++
      inked += ink[y * width + x] as number
    }
  }
  return total === 0 || inked / total <= EMPTY_RIM
}

/** The usual colour of the outline of a page, for the corners that a rotation uncovers. */
function paperColour({ data, width, height, channels }: Raster): { r: number; g: number; b: number } {
  const samples: number[][] = [[], [], []]
  const look = (x: number, y: number): void => {
    for (let c = 0; c < 3; c++) samples[c]?.push(data[(y * width + x) * channels + Math.min(c, channels - 1)] as number)
  }
  const step = Math.max(1, Math.round(width / 60))
  for (let x = 0; x < width; x += step) {
    look(x, 0)
    look(x, height - 1)
  }
  for (let y = 0; y < height; y += step) {
    look(0, y)
    look(width - 1, y)
  }
  const [r = 255, g = 255, b = 255] = samples.map(s => s.sort((a, b) => a - b)[Math.floor(s.length / 2)] ?? 255)
  return { r, g, b }
}

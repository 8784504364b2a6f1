import sharp from 'sharp'
import type { Zone } from '../../../src/domain/geometry.ts'
import { normal } from '../rng.ts'
import type { Rng } from '../template.ts'
import type { RenderedPage } from '../browser.ts'
import { atDpi, fromSharp, toSharp, type Image } from './image.ts'
import type { Legend } from './watermarks.ts'

export interface Captured {
  readonly image: Image
  /** The part of the drawn page that is left, in fractions of it. Absent: all. */
  readonly kept?: Zone
  /** How the page was turned, clockwise. Absent: not at all. */
  readonly turned?: Turned
  /** What was written over the page. Absent: nothing. */
  readonly legend?: Legend
  /** Where a thing of the drawn page went to on the sheet. Absent: it stayed. */
  readonly moved?: (zone: Zone) => Zone
  /** Degrees clockwise of each face of a card on the sheet, besides quarter turns. Absent: as drawn. */
  readonly faces?: readonly number[]
}

/** How a page lies in its picture. */
export interface Turned {
  /** Clockwise quarter turns; `null` when its parts lie in different directions. */
  readonly quarters: 0 | 1 | 2 | 3 | null
  /** Degrees clockwise besides; `null` when perspective leaves no single angle. */
  readonly skew: number | null
}

/** One thing that happens to a page between the printer and the file. */
export type Effect = (image: Image, random: Rng, page: RenderedPage) => Promise<Captured>

const done = async (image: Promise<Image> | Image): Promise<Captured> => ({ image: await image })

export const resample =
  (dpi: number): Effect =>
  image =>
    done(atDpi(image, dpi))

export const grey: Effect = image => done(fromSharp(toSharp(image).greyscale(), image.dpi))

/** Glass of a scanner: the sheet a little askew, ink a little spread, paper not quite white, sensor grain. */
export const scanner =
  (maxSkew: number, grain: number): Effect =>
  async (image, random) => {
    const degrees = (random.next() * 2 - 1) * maxSkew
    const turned = await rotate(image, degrees, '#fdfdfb')
    const spread = await fromSharp(toSharp(turned).blur(0.3 + (0.35 * image.dpi) / 300), image.dpi)
    const grained = addGrain(spread, random, grain, random.int(246, 252), random.int(18, 34))
    return { image: grained, turned: { quarters: 0, skew: degrees } }
  }

/** Turned by some degrees (clockwise when positive) about its centre, same size. */
async function rotate(image: Image, degrees: number, background: string): Promise<Image> {
  const { data, info } = await toSharp(image)
    .rotate(degrees, { background })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const left = Math.floor((info.width - image.width) / 2)
  const top = Math.floor((info.height - image.height) / 2)
  return fromSharp(
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).extract({
      left,
      top,
      width: image.width,
      height: image.height,
    }),
    image.dpi,
  )
}

/** @param whole the picture grows so that no corner of the sheet is lost */
export const skew =
  (min: number, max: number, whole = false): Effect =>
  async (image, random) => {
    const degrees = (random.chance(0.5) ? 1 : -1) * (min + random.next() * (max - min))
    const background = '#fbfbf8'
    const turned = whole
      ? fromSharp(toSharp(image).rotate(degrees, { background }), image.dpi)
      : rotate(image, degrees, background)
    return { image: await turned, turned: { quarters: 0, skew: degrees } }
  }

export const quarterTurns =
  (turns: 1 | 2 | 3): Effect =>
  async image => ({
    image: await fromSharp(toSharp(image).rotate(turns * 90), image.dpi),
    turned: { quarters: turns, skew: 0 },
  })

/** Black and white mapped to `black`..`white`, with Gaussian grain of deviation `sigma` (the same on the three channels). */
export function addGrain(image: Image, random: Rng, sigma: number, white: number, black: number): Image {
  const table = Float32Array.from({ length: 1 << 14 }, () => normal(random) * sigma)
  const data = Buffer.from(image.data)
  let state = random.int(1, 0x7fffffff)
  const scale = (white - black) / 255
  for (let i = 0; i < data.length; i += 3) {
    // A cheap generator picks from the table: a page has millions of pixels.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const add = black + (table[state >>> 18] as number)
    for (let c = 0; c < 3; c++) {
      const v = (data[i + c] as number) * scale + add
      data[i + c] = v < 0 ? 0 : v > 255 ? 255 : v
    }
  }
  return { ...image, data }
}

/** A worn sensor and dust: strong grain, specks, one or two streaks along the sheet. */
export const noise: Effect = (image, random) => {
  const noisy = addGrain(image, random, 17, 238, 30)
  const { data, width, height } = noisy
  const dot = (x: number, y: number, r: number, v: number): void => {
    for (let dy = -r; dy <= r; dy++)
      for (let dx = -r; dx <= r; dx++)
        if (dx * dx + dy * dy <= r * r && x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height)
          data.fill(v, ((y + dy) * width + x + dx) * 3, ((y + dy) * width + x + dx) * 3 + 3)
  }
  const specks = Math.round((width * height) / 9000)
  for (let i = 0; i < specks; i++)
    dot(
      random.int(0, width - 1),
      random.int(0, height - 1),
      random.pick([0, 0, 0, 1, 1, 2]),
      random.chance(0.7) ? 40 : 235,
    )
  for (let s = random.int(1, 2); s > 0; s--) {
    const x = random.int(Math.floor(width * 0.05), Math.floor(width * 0.95))
    for (let y = 0; y < height; y++)
      if (random.chance(0.85)) data.fill(150, (y * width + x) * 3, (y * width + x) * 3 + 3)
  }
  return done(noisy)
}

export const blur =
  (mm: number): Effect =>
  image =>
    done(fromSharp(toSharp(image).blur((mm / 25.4) * image.dpi), image.dpi))

/** A fax: one bit a pixel, holes in thin strokes, specks. */
export const bitonal: Effect = async (image, random) => {
  const soft = await fromSharp(toSharp(image).greyscale().blur(0.6).linear(1.15, -10), image.dpi)
  const grained = addGrain(soft, random, 16, 255, 0)
  for (let i = 0; i < grained.data.length; i += 3)
    grained.data.fill((grained.data[i] as number) > 150 ? 255 : 0, i, i + 3)
  return done(grained)
}

/** The back of a sheet: paper, a ghost of the other side, nothing to read. */
export const blank: Effect = async (image, random) => {
  const ghost = await fromSharp(
    toSharp(image)
      .flop()
      .blur(image.dpi / 40)
      .linear(0.03, 246),
    image.dpi,
  )
  return done(addGrain(ghost, random, 1.5, 253, 4))
}

/** The sheet fed askew: a side and the foot are missing. */
export const cut: Effect = async (image, random) => {
  const left = 0.36 + random.next() * 0.1
  const bottom = 0.5 + random.next() * 0.08
  const x = Math.round(left * image.width)
  const height = Math.round(bottom * image.height)
  const part = toSharp(image).extract({ left: x, top: 0, width: image.width - x, height })
  return { image: await fromSharp(part, image.dpi), kept: [left, 0, 1, bottom] }
}

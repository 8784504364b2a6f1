import type { Zone } from '../../../src/domain/geometry.ts'
import { normal } from '../rng.ts'
import type { Rng } from '../template.ts'
import type { Captured, Effect } from './effects.ts'
import { sceneOf, type Hardship, type Scene } from './scene.ts'
import { atDpi, fromSharp, toSharp, type Image } from './image.ts'

/** A phone photo of the sheet on a table: perspective, wood, uneven light, the shadow of a hand, slight blur. */

interface Point {
  readonly x: number
  readonly y: number
}

/** Homography that sends the four corners of the photo's sheet to the corners of the page (8 unknowns, Gauss). */
function homography(from: readonly Point[], to: readonly Point[]): number[] {
  const rows: number[][] = []
  from.forEach((p, i) => {
    const q = to[i] as Point
    rows.push([p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x, q.x], [0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y, q.y])
  })
  const at = (r: number, c: number): number => (rows[r] as number[])[c] as number
  for (let c = 0; c < 8; c++) {
    let pivot = c
    for (let r = c + 1; r < 8; r++) if (Math.abs(at(r, c)) > Math.abs(at(pivot, c))) pivot = r
    ;[rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]]
    for (let r = 0; r < 8; r++) {
      if (r === c) continue
      const factor = at(r, c) / at(c, c)
      for (let k = c; k <= 8; k++) (rows[r] as number[])[k] = at(r, k) - factor * at(c, k)
    }
  }
  return [...Array.from({ length: 8 }, (_, i) => at(i, 8) / at(i, i)), 1]
}

/** Wood of a table at a point: broad growth rings bent by slow waves, fine fibres, grain. */
function wood(
  x: number,
  y: number,
  phase: number,
  hue: readonly [number, number, number],
  grain: number,
): [number, number, number] {
  const bend = 40 * Math.sin(y / 520 + phase) + 12 * Math.sin(y / 171 + x / 900 + phase)
  const ring = 0.5 + 0.5 * Math.sin((x + bend) / 61 + 1.7 * Math.sin((x + bend) / 233 + phase))
  const fibre = Math.sin(x / 3.1 + 2 * Math.sin(y / 83)) * Math.sin(y / 140 + x / 37)
  const plank = ((x + 700) % 860 < 5 ? -0.28 : 0) + 0.05 * Math.sin(Math.floor((x + 700) / 860) * 2.3)
  const shade = 0.8 + 0.1 * ring + 0.025 * fibre + plank + grain * 0.025
  return [hue[0] * shade, hue[1] * shade, hue[2] * shade]
}

const TABLES = [
  [150, 104, 66],
  [196, 160, 118],
  [92, 70, 56],
  [120, 124, 130],
] as const

/**
 * @param height pixels of the photo's longer side
 * @param tilt how strong the perspective is, in fractions of the sheet's side
 * @param shown the part of the photo's height that is kept from its top: the foot of the sheet is out of the picture
 */
export const photograph = (height: number, tilt: number, shown = 1): Effect => shoot(() => ({ height, tilt }), shown)

/** A photo taken in bad circumstances that a person reads all the same. */
export const harderPhoto = (hardship: Hardship): Effect => shoot(random => sceneOf(hardship, () => random.next()))

const shoot =
  (sceneFor: (random: Rng) => Scene, shown = 1): Effect =>
  async (sheet, random): Promise<Captured> => {
    const scene = sceneFor(random)
    const { height, tilt, fit: share = 0.9, shift = [0, 0] } = scene
    const portrait = sheet.height >= sheet.width
    const h = portrait ? height : Math.round(height * 0.75)
    const w = portrait ? Math.round(height * 0.75) : height
    const fit = share * Math.min(w / sheet.width, h / sheet.height)
    const sw = sheet.width * fit
    const sh = sheet.height * fit
    // Sampled from about its own size: no aliasing of thin strokes.
    const page = await atDpi(sheet, Math.round(sheet.dpi * Math.min(1, fit * 1.15)))
    const jitter = (): number => (random.next() - 0.5) * 2 * tilt
    const angle = ((random.next() - 0.5) * 7 * Math.PI) / 180
    const corners = [
      [-0.5, -0.5],
      [0.5, -0.5],
      [0.5, 0.5],
      [-0.5, 0.5],
    ].map(([cx = 0, cy = 0]): Point => {
      const x = (cx + jitter() * 0.5) * sw
      const y = (cy + jitter() * 0.5) * sh
      return {
        x: (0.5 + shift[0]) * w + x * Math.cos(angle) - y * Math.sin(angle),
        y: (0.5 + shift[1]) * h + x * Math.sin(angle) + y * Math.cos(angle),
      }
    })
    const corner = (x: number, y: number): Point => ({ x, y })
    const map = homography(corners, [
      corner(0, 0),
      corner(page.width, 0),
      corner(page.width, page.height),
      corner(0, page.height),
    ])
    const shot = blurAlong(warp(page, w, h, map, random, scene), scene.motion ?? 0)
    const foot = Math.round(h * shown)
    return {
      image: await fromSharp(
        toSharp(shot).blur(0.75).extract({ left: 0, top: 0, width: w, height: foot }),
        Math.round(sheet.dpi * fit),
      ),
      turned: { quarters: 0, skew: null },
      ...(shown < 1 ? { kept: keptAbove(foot, w, map, page) } : {}),
    }
  }

/** The part of the page that is wholly above a line of the photo. */
function keptAbove(y: number, width: number, m: readonly number[], page: Image): Zone {
  const [, , , d = 0, e = 0, f = 0, g = 0, i = 0] = m
  const at = (x: number): number => (d * x + e * y + f) / (g * x + i * y + 1) / page.height
  return [0, 0, 1, Math.min(1, at(0), at(width))]
}

function warp(page: Image, w: number, h: number, m: readonly number[], random: Rng, scene: Scene): Image {
  const { relief, light: lamp, glare, table: ground, grain: sigma = 2.6 } = scene
  const data = Buffer.alloc(w * h * 3)
  const table = Float32Array.from({ length: 1 << 14 }, () => normal(random))
  let state = random.int(1, 0x7fffffff)
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = m
  const hue = random.pick(TABLES)
  const phase = random.next() * 6
  // Light falls from one side; a hand or the phone shades one corner.
  const side = random.next() * 2 * Math.PI
  const lx = Math.cos(side)
  const ly = Math.sin(side)
  const shadow = {
    x: random.chance(0.5) ? w * 0.1 : w * 0.9,
    y: h * (0.65 + random.next() * 0.3),
    r: w * (0.35 + random.next() * 0.2),
  }
  const warm = 1 + random.next() * 0.05
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const grain = table[state >>> 18] as number
      const z = g * x + i * y + 1
      const u = (a * x + b * y + c) / z
      const v = (d * x + e * y + f) / z
      const light = 0.9 + 0.13 * ((lx * (x - w / 2)) / w + (ly * (y - h / 2)) / h)
      const dark = 1 - 0.34 / (1 + Math.exp((Math.hypot(x - shadow.x, y - shadow.y) - shadow.r) / (w * 0.09)))
      const k = light * dark
      const at = (y * w + x) * 3
      const onSheet = u >= 0 && v >= 0 && u <= page.width - 1 && v <= page.height - 1
      if (onSheet) sample(page, u, v, data, at)
      else {
        // Soft shadow that the sheet casts on the table.
        const out = Math.max(-u, u - page.width, -v, v - page.height)
        const cast = out < 26 ? 0.62 + 0.38 * (out / 26) : 1
        const [r, gr, bl] = ground ? ground(x, y) : wood(x, y, phase, hue, grain)
        data[at] = r * cast
        data[at + 1] = gr * cast
        data[at + 2] = bl * cast
      }
      const [lr, lg, lb] = lamp ? lamp(x / w, y / h) : EVEN
      const paper = onSheet && relief ? relief(u / page.width, v / page.height) : 1
      const add = grain * sigma + (glare ? glare(x / w, y / h) : 0)
      data[at] = clamp((data[at] as number) * k * warm * paper * lr + add)
      data[at + 1] = clamp((data[at + 1] as number) * k * paper * lg + add)
      data[at + 2] = clamp((data[at + 2] as number) * k * (2 - warm) * paper * lb + add)
    }
  }
  return { width: w, height: h, data, dpi: page.dpi }
}

const EVEN = [1, 1, 1] as const

/** A hand that moved sideways by some pixels: each pixel becomes the mean of its row over that length. */
function blurAlong(image: Image, length: number): Image {
  if (length < 2) return image
  const data = Buffer.alloc(image.data.length)
  const stride = image.width * 3
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0
        for (let d = 0; d < length; d++)
          sum += image.data[y * stride + Math.min(image.width - 1, x + d) * 3 + c] as number
        data[y * stride + x * 3 + c] = sum / length
      }
    }
  }
  return { ...image, data }
}

const clamp = (v: number): number => (v < 0 ? 0 : v > 255 ? 255 : v)

/** Bilinear sample of the page at (u, v), written at `at`. */
function sample(page: Image, u: number, v: number, out: Buffer, at: number): void {
  const x = Math.min(Math.floor(u), page.width - 2)
  const y = Math.min(Math.floor(v), page.height - 2)
  const fx = u - x
  const fy = v - y
  const p = (y * page.width + x) * 3
  const q = p + page.width * 3
  for (let c = 0; c < 3; c++) {
    const top = (page.data[p + c] as number) * (1 - fx) + (page.data[p + 3 + c] as number) * fx
    const bottom = (page.data[q + c] as number) * (1 - fx) + (page.data[q + 3 + c] as number) * fx
    out[at + c] = top * (1 - fy) + bottom * fy
  }
}

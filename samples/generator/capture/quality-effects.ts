import type { Zone } from '../../../src/domain/geometry.ts'
import type { Rng } from '../template.ts'
import { addGrain, type Captured, type Effect } from './effects.ts'
import { fromSharp, toSharp, type Image } from './image.ts'

/** What spoils a capture: blur, light, cuts; and what stands on sheets that carry no text. */

const done = async (image: Promise<Image> | Image): Promise<Captured> => ({ image: await image })

/** The sheet or the phone moved while it was captured: every point is a stroke of `mm`, along one side. */
export const motion =
  (mm: number): Effect =>
  (image, random) => {
    const length = Math.max(3, Math.round((mm / 25.4) * image.dpi) | 1)
    const across = random.chance(0.5)
    // The smallest kernel is three wide: only its middle row or column counts.
    const [width, height] = across ? [length, 3] : [3, length]
    const kernel = Array.from({ length: 3 * length }, (_, i) =>
      Number(across ? Math.floor(i / length) === 1 : i % 3 === 1),
    )
    return done(fromSharp(toSharp(image).convolve({ width, height, kernel, scale: length }), image.dpi))
  }

/** Exposure and sensor: every grey becomes `gain` times itself plus `lift`, with grain. */
export const exposure =
  (gain: number, lift: number, grain: number): Effect =>
  async (image, random) => {
    const lit = await fromSharp(toSharp(image).linear(gain, lift), image.dpi)
    return done(addGrain(lit, random, grain, 255, 0))
  }

type Side = 'top' | 'bottom' | 'left' | 'right'

/** Between `min` and `max` of the sheet is missing at a side. */
export const cutSide =
  (side: Side, min: number, max: number): Effect =>
  (image, random) => {
    const part = min + random.next() * (max - min)
    return keep(image, [
      side === 'left' ? part : 0,
      side === 'top' ? part : 0,
      side === 'right' ? 1 - part : 1,
      side === 'bottom' ? 1 - part : 1,
    ])
  }

/** Margins trimmed to some millimetres around what is printed: nothing is lost. */
export const cutMargins: Effect = (image, random, page) => {
  const mm = (width: number): number => (1.5 + random.next() * 3) / width
  const zones = [...page.words.map(w => w.zone), ...page.codes.map(c => c.zone)]
  const [w, h] = [page.widthMm, page.heightMm]
  return keep(image, [
    Math.max(0, Math.min(...zones.map(z => z[0])) - mm(w)),
    Math.max(0, Math.min(...zones.map(z => z[1])) - mm(h)),
    Math.min(1, Math.max(...zones.map(z => z[2])) + mm(w)),
    Math.min(1, Math.max(...zones.map(z => z[3])) + mm(h)),
  ])
}

async function keep(image: Image, [x0, y0, x1, y1]: Zone): Promise<Captured> {
  const left = Math.round(x0 * image.width)
  const top = Math.round(y0 * image.height)
  const width = Math.round(x1 * image.width) - left
  const height = Math.round(y1 * image.height) - top
  const part = toSharp(image).extract({ left, top, width, height })
  return { image: await fromSharp(part, image.dpi), kept: [x0, y0, x1, y1] }
}

/** Paper with nothing on it. */
const paper =
  (colour: string): Effect =>
  image =>
    done(fromSharp(toSharp(image).composite([{ input: svgOf(image, rect(colour)) }]), image.dpi))

export const whitePaper = paper('#fff')

/** Pastel paper, as offices use for forms and dividers. */
export const colouredPaper: Effect = (image, random, page) =>
  paper(random.pick(['#f6d9e2', '#d4e6f7', '#fbf3bf', '#d5f0d8', '#e7c79a']))(image, random, page)

/** The back of a thin sheet: what is printed on the other side shows through, mirrored. */
export const bleedThrough: Effect = (image, random) => {
  const strength = 0.06 + random.next() * 0.06
  const ghost = toSharp(image)
    .flop()
    .blur(image.dpi / 110)
  return done(fromSharp(ghost.linear(strength, 255 * (1 - strength)), image.dpi))
}

/** A dirty glass: specks, hairs, and a line that a mote draws along the sheet. */
export const dirt: Effect = (image, random) =>
  drawn(image, random, ({ x, y, mm }) => {
    const specks = Array.from(
      { length: random.int(120, 260) },
      () =>
        `<circle cx="${x()}" cy="${y()}" r="${mm(0.08 + random.next() ** 3 * 0.6)}" fill="#333" opacity="${(0.25 + random.next() * 0.7).toFixed(2)}"/>`,
    )
    const hairs = Array.from(
      { length: random.int(3, 7) },
      () =>
        `<path transform="translate(${x()} ${y()}) rotate(${random.int(0, 359)})" d="M0 0q${mm(3)} ${mm(2)} ${mm(7)} 0t${mm(6)} ${mm(3)}" fill="none" stroke="#555" stroke-width="${mm(0.12)}"/>`,
    )
    const at = x()
    return [...specks, ...hairs, `<path d="M${at} 0V${image.height}" stroke="#999" stroke-width="${mm(0.1)}"/>`].join(
      '',
    )
  })

/** Two or four holes of a binder, seen against a dark lid, and the crease beside them. */
export const punchHoles: Effect = (image, random) =>
  drawn(image, random, ({ mm }) => {
    const spread = random.pick([
      [-40, 40],
      [-120, -40, 40, 120],
    ])
    const holes = spread.map(
      at =>
        `<circle cx="${mm(11 + random.next())}" cy="${image.height / 2 + mm(at)}" r="${mm(2.9)}" fill="#1c1c1c" stroke="#888" stroke-width="${mm(0.3)}"/>`,
    )
    return `${holes.join('')}<path d="M${mm(19)} 0V${image.height}" stroke="#dcdcd8" stroke-width="${mm(0.5)}"/>`
  })

/** A sheet smaller than the glass: the lid shows dark along one or two sides, with the sheet's shadow. */
export const darkEdges: Effect = (image, random) =>
  drawn(image, random, ({ mm }) => {
    const depth = (): number => mm(2 + random.next() * 7)
    const [side, foot] = [depth(), depth()]
    const dark = random.pick(['#141414', '#2a2826', '#3c3c40'])
    return [
      `<path d="M0 0H${side}L${side * 0.7} ${image.height}H0Z" fill="${dark}"/>`,
      `<path d="M${side} 0L${side * 0.7} ${image.height}" stroke="#b5b5b0" stroke-width="${mm(0.8)}"/>`,
      random.chance(0.6)
        ? `<path d="M0 ${image.height - foot}L${image.width} ${image.height - foot * 0.6}V${image.height}H0Z" fill="${dark}"/>`
        : '',
    ].join('')
  })

/** The end of a paper that went over the page: a line of text, a date and a signature. */
export const lastWords =
  (text: string): Effect =>
  (image, random) =>
    drawn(image, random, ({ mm }) => {
      const x = Math.min(mm(110 + random.int(0, 20)), image.width * 0.15)
      const y = Math.min(mm(30 + random.int(0, 60)), image.height * 0.4)
      return `<text x="${x}" y="${y}" font-family="Liberation Serif" font-style="italic" font-size="${mm(4.6)}" fill="#222">${text}</text><path transform="translate(${x} ${y + mm(14)})" d="M0 0c${mm(6)} ${mm(-14)} ${mm(9)} ${mm(-9)} ${mm(7)} ${mm(3)}s${mm(5)} ${mm(-9)} ${mm(12)} ${mm(-6)}s${mm(2)} ${mm(10)} ${mm(22)} ${mm(-2)}" fill="none" stroke="#20306e" stroke-width="${mm(0.5)}"/>`
    })

interface Pen {
  readonly x: () => string
  readonly y: () => string
  readonly mm: (value: number) => number
}

function drawn(image: Image, random: Rng, draw: (pen: Pen) => string): Promise<Captured> {
  const pen: Pen = {
    x: () => (random.next() * image.width).toFixed(1),
    y: () => (random.next() * image.height).toFixed(1),
    mm: value => (value * image.dpi) / 25.4,
  }
  return done(fromSharp(toSharp(image).composite([{ input: svgOf(image, draw(pen)) }]), image.dpi))
}

const rect = (colour: string): string => `<rect width="100%" height="100%" fill="${colour}"/>`
const svgOf = ({ width, height }: Image, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`)

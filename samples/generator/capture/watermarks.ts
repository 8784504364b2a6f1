import sharp from 'sharp'
import type { RenderedPage } from '../browser.ts'
import type { Rng } from '../template.ts'
import type { Effect } from './effects.ts'
import { fromSharp, toSharp, type Image } from './image.ts'

/** Legends laid over a document after it was made (filigrane, sections 2 and 3). */

/** What a legend says of the document that bears it. */
export type LegendSense = 'protection' | 'copie' | 'modele'

export interface Legend {
  readonly texte: string
  readonly sens: LegendSense
}

const esc = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** What applicants write on FiligraneFacile, and what it writes when they write nothing. */
const USER_LEGENDS: readonly string[] = [
  'DOCUMENT FILIGRANÉ VIA filigrane.beta.gouv.fr',
  'Pour demande de logement social uniquement',
  'Dossier de demande de logement social - octobre 2026',
  'COPIE RÉSERVÉE À LA DEMANDE DE LOGEMENT SOCIAL',
  "À l'attention du service logement de Montfleury",
  'Usage exclusif : demande de logement',
  'DESTINÉ À LA MAIRIE DE VALCOURT',
]
const RENTAL_LEGEND = 'DOCUMENTS EXCLUSIVEMENT DESTINÉS À LA LOCATION IMMOBILIÈRE'

/** Dark grey, near black, translucent black, dark blue, red, with their opacities. */
const INKS: readonly (readonly [string, number, number])[] = [
  ['#4a4a4a', 0.52, 0.6],
  ['#1e1e1e', 0.52, 0.6],
  ['#000000', 0.52, 0.56],
  ['#1d2f66', 0.52, 0.6],
  ['#8c1d22', 0.52, 0.6],
]

/** FiligraneFacile with the words of the applicant. */
export const filigraneFacile: Effect = (image, random, page) =>
  repeated(image, random, page, { texte: random.pick(USER_LEGENDS), sens: 'protection' })

/** A page of a rental file of DossierFacile. */
export const dossierFacile: Effect = (image, random, page) =>
  repeated(image, random, page, { texte: RENTAL_LEGEND, sens: 'protection' })

/**
 * The legend again and again along about ten lines at -25 degrees, a soft shadow under it, waves in half of the files,
 * barcodes left clear.
 */
async function repeated(
  image: Image,
  random: Rng,
  page: RenderedPage,
  legend: Legend,
): Promise<{ image: Image; legend: Legend }> {
  const size = (28 / 1240) * image.width
  const [ink, from, to] = random.pick(INKS)
  const opacity = from + random.next() * (to - from)
  const diagonal = Math.hypot(image.width, image.height)
  const gap = diagonal / (8 + random.next() * 2)
  const wave = random.chance(0.5)
    ? { height: size * (0.1 + 0.15 * random.next()), length: size * random.int(9, 16) }
    : null
  const line = `${legend.texte}\u2003\u2003`.repeat(9)
  const lines: string[] = []
  for (let y = -diagonal / 2, i = 0; y < diagonal / 2; y += gap, i++)
    lines.push(`<text x="${-diagonal * 0.75 - (i % 2) * size * 6}" y="${y}">${esc(line)}</text>`)
  const text = `transform="translate(${image.width / 2} ${image.height / 2}) rotate(-25)" font-family="Liberation Sans" font-size="${size}"`
  const soft = `<filter id="soft" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="${size / 7}"/></filter>`
  const ground = `<g ${text} fill="#777" opacity="${opacity * 0.35}" filter="url(#soft)">${lines.join('')}</g>`
  const svg = `${svgHead(image)}<defs>${soft}</defs>${ground}<g ${text} fill="${ink}" opacity="${opacity}">${lines.join('')}</g></svg>`
  const inked = await sharp(Buffer.from(svg), { limitInputPixels: false }).ensureAlpha().raw().toBuffer()
  const waved = wave ? rippled(inked, image, wave) : inked
  clear(waved, image, page)
  return { image: await laid(image, waved), legend }
}

/** One word in big letters from corner to corner, the mark of a model. */
export const specimen: Effect = (image, random) =>
  across(image, random, { texte: 'SPECIMEN', sens: 'modele' }, ['#808080', '#6b6b6b', '#b3202c'])

/** The same, of a copying machine or an office. */
export const copie: Effect = (image, random) =>
  across(image, random, { texte: 'COPIE', sens: 'copie' }, ['#808080', '#6b6b6b', '#28408f'])

async function across(
  image: Image,
  random: Rng,
  legend: Legend,
  inks: readonly string[],
): Promise<{ image: Image; legend: Legend }> {
  const steep = Math.min(55, (Math.atan2(image.height, image.width) * 180) / Math.PI)
  const angle = -random.pick([45, steep, 35])
  const [sin, cos] = [Math.sin((-angle * Math.PI) / 180), Math.cos((-angle * Math.PI) / 180)]
  const room = Math.min(image.width / cos, image.height / sin) * 0.8
  const size = Math.min(room / (legend.texte.length * 0.72), image.height / 4)
  const opacity = 0.3 + random.next() * 0.3
  const weight = random.pick([400, 700])
  const svg = `${svgHead(image)}<text transform="translate(${image.width / 2} ${image.height / 2}) rotate(${angle})" y="${size * 0.36}" text-anchor="middle" font-family="Liberation Sans" font-weight="${weight}" font-size="${size}" fill="${random.pick(inks)}" opacity="${opacity}">${esc(legend.texte)}</text></svg>`
  const inked = await sharp(Buffer.from(svg), { limitInputPixels: false }).ensureAlpha().raw().toBuffer()
  return { image: await laid(image, inked), legend }
}

const svgHead = ({ width, height }: Image): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`

const laid = (image: Image, rgba: Buffer): Promise<Image> =>
  fromSharp(
    toSharp(image).composite([{ input: rgba, raw: { width: image.width, height: image.height, channels: 4 } }]),
    image.dpi,
  )

/** Every column moved up or down by a sine, in pixels. */
function rippled(
  rgba: Buffer,
  { width, height }: Image,
  { height: high, length }: { readonly height: number; readonly length: number },
): Buffer {
  const out = Buffer.alloc(rgba.length)
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height)
  const moved = new Uint32Array(out.buffer, out.byteOffset, width * height)
  const by = Int32Array.from({ length: width }, (_, x) => Math.round(high * Math.sin((2 * Math.PI * x) / length)))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y + (by[x] as number)
      if (from >= 0 && from < height) moved[y * width + x] = pixels[from * width + x] as number
    }
  }
  return out
}

/** Barcodes stay readable, with a margin of 20 px of a page 1240 wide. */
function clear(rgba: Buffer, { width, height }: Image, { codes }: RenderedPage): void {
  const margin = (20 / 1240) * width
  for (const {
    zone: [x0, y0, x1, y1],
  } of codes) {
    const left = Math.max(0, Math.floor(x0 * width - margin))
    const right = Math.min(width, Math.ceil(x1 * width + margin))
    for (let y = Math.max(0, Math.floor(y0 * height - margin)); y < Math.min(height, y1 * height + margin); y++)
      rgba.fill(0, (y * width + left) * 4, (y * width + right) * 4)
  }
}

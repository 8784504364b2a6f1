import sharp from 'sharp'
import { short } from '../dates.ts'
import type { Zone } from '../../../src/domain/geometry.ts'
import type { Effect } from './effects.ts'
import { fromSharp, toSharp, type Image } from './image.ts'

/** Things put over the page: an office's stamp, the protective watermark of an applicant. */

const esc = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function over(image: Image, svg: string, blend: 'multiply' | 'over'): Promise<Image> {
  return fromSharp(toSharp(image).composite([{ input: Buffer.from(svg), blend }]), image.dpi)
}

/** A rubber stamp of the office that received the sheet, in uneven ink, where it hides the least. */
export const stamp =
  (today: string): Effect =>
  async (image, random, page) => {
    const mm = image.dpi / 25.4
    const w = 52 * mm
    const h = 24 * mm
    const zone = await freePlace(image, w, h, page.champsZones, page.nirZones, random)
    const ink = random.pick(['#273a8c', '#a02433', '#55307d', '#1d1d26'])
    const lines = [
      random.pick(['MAIRIE DE MONTFLEURY', 'SERVICE LOGEMENT', 'CCAS DE VALCOURT']),
      'REÇU LE',
      short(today, ' '),
    ]
    const angle = random.int(-9, 9)
    const text = lines
      .map(
        (l, i) =>
          `<text x="26" y="${[8, 13.5, 20][i]}" text-anchor="middle" font-family="Liberation Sans" font-weight="${i === 2 ? 700 : 400}" font-size="${[3.9, 3, 5.4][i]}" fill="${ink}">${esc(l)}</text>`,
      )
      .join('')
    const holes = Array.from(
      { length: 160 },
      () =>
        `<circle cx="${(random.next() * 52).toFixed(2)}" cy="${(random.next() * 24).toFixed(2)}" r="${(random.next() * 0.35).toFixed(2)}" fill="#fff"/>`,
    ).join('')
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${image.width}" height="${image.height}"><rect width="100%" height="100%" fill="#fff"/><g transform="translate(${zone[0] * image.width} ${zone[1] * image.height}) scale(${mm}) rotate(${angle} 26 12)" opacity=".86"><rect x=".6" y=".6" width="50.8" height="22.8" rx="1.6" fill="none" stroke="${ink}" stroke-width=".8"/><rect x="1.8" y="1.8" width="48.4" height="20.4" rx="1" fill="none" stroke="${ink}" stroke-width=".3"/>${text}${holes}</g></svg>`
    return { image: await over(image, svg, 'multiply') }
  }

/** The place among some random ones where a box of w x h pixels covers no field and the least ink. */
async function freePlace(
  image: Image,
  w: number,
  h: number,
  champs: Readonly<Record<string, readonly Zone[]>>,
  nirZones: readonly Zone[],
  random: { next(): number },
): Promise<Zone> {
  const small = await toSharp(image).greyscale().resize(200).raw().toBuffer({ resolveWithObject: true })
  const scale = 200 / image.width
  const busy = [...Object.values(champs).flat(), ...nirZones]
  let best: { zone: Zone; cost: number } | null = null
  for (let i = 0; i < 60; i++) {
    const x = random.next() * (1 - w / image.width)
    const y = random.next() * (1 - h / image.height)
    const zone: Zone = [x, y, x + w / image.width, y + h / image.height]
    const covered = busy.filter(b => b[0] < zone[2] && zone[0] < b[2] && b[1] < zone[3] && zone[1] < b[3]).length
    let ink = 0
    for (let py = Math.floor(y * small.info.height); py < (y * image.height + h) * scale; py++)
      for (let px = Math.floor(x * 200); px < (x * image.width + w) * scale; px++)
        ink += 255 - (small.data[(py * 200 + px) * small.info.channels] ?? 255)
    const cost = covered * 1e7 + ink
    if (!best || cost < best.cost) best = { zone, cost }
  }
  return (best as { zone: Zone }).zone
}

const LEGENDS: readonly string[] = [
  'DOCUMENT FILIGRANÉ VIA filigrane.beta.gouv.fr',
  'POUR DEMANDE DE LOGEMENT SOCIAL UNIQUEMENT',
  'DOCUMENTS EXCLUSIVEMENT DESTINÉS À LA LOCATION IMMOBILIÈRE',
]

/**
 * What FiligraneFacile draws: the legend again and again at -25 degrees, opacity 0.52 to 0.60, a soft shadow under it,
 * barcodes left clear.
 */
export const watermark: Effect = async (image, random, page) => {
  const legend = random.pick(LEGENDS)
  const size = (28 / 1240) * image.width
  const ink = random.pick(['#4a4a4a', '#1e1e1e', '#1d2f66', '#8c1d22'])
  const opacity = 0.52 + random.next() * 0.08
  const diagonal = Math.hypot(image.width, image.height)
  const gap = diagonal / (8 + random.next() * 2)
  const lines: string[] = []
  const line = `${legend}\u2003\u2003`.repeat(6)
  for (let y = -diagonal / 2, i = 0; y < diagonal / 2; y += gap, i++)
    lines.push(`<text x="${-diagonal * 0.75 - (i % 2) * size * 6}" y="${y}">${esc(line)}</text>`)
  const clear = page.codes
    .map(c => c.zone)
    .map(
      z =>
        `<rect x="${z[0] * image.width - 20}" y="${z[1] * image.height - 20}" width="${(z[2] - z[0]) * image.width + 40}" height="${(z[3] - z[1]) * image.height + 40}" fill="#000"/>`,
    )
    .join('')
  const text = `transform="translate(${image.width / 2} ${image.height / 2}) rotate(-25)" font-family="Liberation Sans" font-size="${size}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${image.width}" height="${image.height}"><defs><filter id="soft" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="${size / 7}"/></filter><mask id="clear"><rect width="100%" height="100%" fill="#fff"/>${clear}</mask></defs><g mask="url(#clear)"><g ${text} fill="#777" opacity="${opacity * 0.35}" filter="url(#soft)">${lines.join('')}</g><g ${text} fill="${ink}" opacity="${opacity}">${lines.join('')}</g></g></svg>`
  const inked = await sharp(Buffer.from(svg), { limitInputPixels: false }).png().toBuffer()
  return {
    image: await fromSharp(toSharp(image).composite([{ input: inked }]), image.dpi),
    legend: { texte: legend, sens: 'protection' },
  }
}

import sharp from 'sharp'
import type { Zone } from '../../../src/domain/geometry.ts'
import type { Captured, Effect } from './effects.ts'
import { fromSharp, toSharp } from './image.ts'

/** The faces of a card laid on the glass by hand: where each one goes, in pixels of the sheet, and how it lies there. */
interface Laid {
  readonly from: Zone
  readonly x: number
  readonly y: number
  readonly quarters: 0 | 1 | 2 | 3
  /** Degrees clockwise besides. */
  readonly skew: number
}

/** Longer faces are booklets: nobody lays their halves apart. */
const LONGEST_CARD_MM = 115

/**
 * Faces of cards taken off their sheet and laid on it again. A page without cards stays as it is.
 * @param how `each`: each face in its own direction and a little askew; `sideways`: all turned the same way
 */
export const layCards =
  (how: 'each' | 'sideways'): Effect =>
  async (image, random, page): Promise<Captured> => {
    const isCard = ([x0, y0, x1, y1]: Zone): boolean =>
      Math.max((x1 - x0) * page.widthMm, (y1 - y0) * page.heightMm) < LONGEST_CARD_MM
    const zones = page.faces.map(f => f.zone)
    const onCard = ({ zone }: { readonly zone: Zone }): boolean => zones.some(face => within(zone, face))
    // Only where cards lie on a sheet that is wider, and nothing else stands on it.
    const all = zones.length > 0 && zones.every(isCard) && page.words.every(onCard)
    if (!all || page.widthMm < 1.5 * LONGEST_CARD_MM) return { image }
    const sideways = random.pick([1, 3] as const)
    const laid: Laid[] = []
    const pieces: { input: Buffer; left: number; top: number }[] = []
    let y = image.height * (0.04 + 0.03 * random.next())
    let rowRight = 0
    let rowHeight = 0
    for (const [i, { zone: from }] of page.faces.entries()) {
      const quarters = how === 'sideways' ? sideways : i === 0 ? 0 : random.pick([0, 1, 2, 3] as const)
      const skew = (random.next() * 2 - 1) * 3
      const left = Math.floor(from[0] * image.width)
      const top = Math.floor(from[1] * image.height)
      const width = Math.min(image.width, Math.ceil(from[2] * image.width)) - left
      const height = Math.min(image.height, Math.ceil(from[3] * image.height)) - top
      const turned = await toSharp(image)
        .extract({ left, top, width, height })
        .rotate(quarters * 90)
        .png()
        .toBuffer()
      const { data, info } = await sharp(turned)
        .rotate(skew, { background: '#fff' })
        .png()
        .toBuffer({ resolveWithObject: true })
      const gap = image.dpi * (0.5 + 0.4 * random.next())
      // Beside the one before where the sheet is wide enough, else below it.
      if (rowRight === 0 || rowRight + gap + info.width > 0.97 * image.width) {
        if (rowRight > 0) y += rowHeight + gap
        rowRight = image.width * 0.05 + random.next() * Math.max(0, 0.9 * image.width - info.width)
        rowHeight = 0
      } else rowRight += gap
      const place = { left: Math.round(rowRight), top: Math.round(Math.min(y, image.height - info.height)) }
      pieces.push({ input: data, ...place })
      laid.push({ from, x: place.left + info.width / 2, y: place.top + info.height / 2, quarters, skew })
      rowRight += info.width
      rowHeight = Math.max(rowHeight, info.height)
    }
    const { width, height } = image
    const sheet = sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite(pieces)
    const same = laid.every(l => l.quarters === laid[0]?.quarters)
    return {
      image: await fromSharp(sharp(await sheet.png().toBuffer()), image.dpi),
      turned: { quarters: same ? (laid[0]?.quarters ?? 0) : null, skew: 0 },
      moved: zone => move(zone, laid, width, height),
      faces: laid.map((l, i) => l.skew + (page.faces[i]?.degrees ?? 0)),
    }
  }

/** Whether the middle of `zone` lies in `around`. */
function within(zone: Zone, around: Zone): boolean {
  const [x, y] = [(zone[0] + zone[2]) / 2, (zone[1] + zone[3]) / 2]
  return x >= around[0] && x <= around[2] && y >= around[1] && y <= around[3]
}

function move(zone: Zone, laid: readonly Laid[], width: number, height: number): Zone {
  const face = laid.find(l => within(zone, l.from))
  if (!face) return zone
  const angle = ((90 * face.quarters + face.skew) * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const corners = [zone[0], zone[2]].flatMap(x =>
    [zone[1], zone[3]].map(y => {
      const dx = (x - (face.from[0] + face.from[2]) / 2) * width
      const dy = (y - (face.from[1] + face.from[3]) / 2) * height
      return [(face.x + dx * cos - dy * sin) / width, (face.y + dx * sin + dy * cos) / height] as const
    }),
  )
  const xs = corners.map(c => c[0])
  const ys = corners.map(c => c[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

import {
  centreX,
  centreY,
  growZone,
  turnZone,
  unionZones,
  zoneHeight,
  zonesMeet,
  zoneWidth,
  zoneWithin,
  type Zone,
} from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Line, MrzBand, Word } from '../domain/reading.ts'
import { crop } from '../page/grey.ts'
import { islandsOf, type Island } from '../page/islands.ts'
import type { QuarterTurns } from '../page/orientation.ts'
import { turn } from '../page/transform.ts'
import { readClosely } from './close-reading.ts'
import { rebuildLines } from './lines.ts'
import { readMrzBands } from './mrz-band.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPicture } from './ocr-picture.ts'
import { meanConfidence } from './reading-score.ts'

/** A part of the page that lies another way than the page, as read; zones are those of the page. */
export interface TurnedPart {
  readonly zone: Zone
  readonly lines: readonly Line[]
  readonly mrzBands: readonly MrzBand[]
}

/** Share of the page of a card (ID-1 covers 7 % of A4, an open passport 35 %), and its longer side by its shorter one. */
const CARD = { least: 0.03, most: 0.45, ratio: [1.25, 1.8] } as const
/** A line along a margin: at most this wide, at least this high, in fractions of the page; and much higher than wide. */
const MARGIN_LINE = { width: 0.1, height: 0.06, ratio: 3 } as const
/** More parts than this are not looked at: each costs a reading. */
const MOST_PARTS = 4
/** Inked cells of a part worth a look: a line of a dozen characters. */
const LEAST_INKED = 8
/** White between the parts of one card (above its MRZ), in fractions of the page. */
const WITHIN_CARD = 0.045
/** Signs surely read per inked cell below which a part was not read. */
const UNREAD = 0.3
const SURE = 0.7
/** A part is believed when it gives this many signs, twice as many as before, and most of them surely. */
const LEAST_SIGNS = 10
const MEAN_SURE = 0.65

/**
 * Reads the cards and margin lines of a page that lie sideways or upside down on it: two sides of a card are often copied
 * on one sheet as they came. Parts that were read as the page lies cost nothing.
 * @param grey the upright page
 * @param words what was read on it
 */
export async function readTurnedParts(grey: Raster, words: readonly Word[], engine: OcrEngine): Promise<TurnedPart[]> {
  const parts: TurnedPart[] = []
  const unread = together(
    islandsOf(grey).filter(i => i.inked >= LEAST_INKED && signsIn(i.zone, words) < UNREAD * i.inked),
  )
    .filter(island => turnsOf(island, grey).length > 0)
    .sort((a, b) => b.inked - a.inked)
  for (const island of unread.slice(0, MOST_PARTS)) {
    const part = await readPart(grey, island, signsIn(island.zone, words), engine)
    if (part) parts.push(part)
  }
  return parts
}

/** Islands so near that they may stand on one card, as one. */
function together(islands: readonly Island[]): Island[] {
  const groups: Island[] = []
  for (const island of islands) {
    let joined = island
    for (
      let i = groups.findIndex(g => near(g.zone, joined.zone));
      i >= 0;
      i = groups.findIndex(g => near(g.zone, joined.zone))
    ) {
      const [other] = groups.splice(i, 1) as [Island]
      joined = { zone: unionZones([other.zone, joined.zone]) ?? joined.zone, inked: other.inked + joined.inked }
    }
    groups.push(joined)
  }
  return groups
}

const near = (a: Zone, b: Zone): boolean => zonesMeet(growZone(a, WITHIN_CARD, WITHIN_CARD), b)

/** The ways in which a part of its shape may lie; none for what is no card and no margin line. */
function turnsOf({ zone }: Island, { width, height }: Raster): QuarterTurns[] {
  const [w, h] = [zoneWidth(zone), zoneHeight(zone)]
  const ratio = (h * height) / (w * width)
  if (w <= MARGIN_LINE.width && h >= MARGIN_LINE.height && ratio >= MARGIN_LINE.ratio) return [3, 1]
  const long = Math.max(ratio, 1 / ratio)
  const isCard = w * h >= CARD.least && w * h <= CARD.most && long >= CARD.ratio[0] && long <= CARD.ratio[1]
  return isCard ? (ratio > 1 ? [3, 1, 2] : [2, 3, 1]) : []
}

async function readPart(grey: Raster, island: Island, before: number, engine: OcrEngine): Promise<TurnedPart | null> {
  const zone = growZone(island.zone, 0.008, 0.006)
  const part = crop(grey, zone)
  const ways = turnsOf(island, grey)
  let best: { readonly turns: QuarterTurns; readonly upright: Raster; readonly words: readonly Word[] } | null = null
  for (const turns of ways) {
    const upright = await turn(part, turns)
    const words = engine.recognise(await ocrPicture(upright), {})
    const signs = words.reduce((n, w) => n + sureSigns(w), 0)
    if (signs < Math.max(LEAST_SIGNS, 2 * before) || meanConfidence(words) < MEAN_SURE) continue
    if (best === null || meanConfidence(words) > meanConfidence(best.words)) best = { turns, upright, words }
    // A line of figures is read upside down as other figures: both ways of a margin are compared.
    if (ways.length > 2) break
  }
  if (best === null) return null
  const { turns, upright, words } = best
  const back = ((4 - turns) % 4) as QuarterTurns
  const onPage = (z: Zone): Zone => zoneWithin(zone, turnZone(z, back))
  const standing = (z: Zone): Zone => aboutMiddle(zone, z, upright, grey)
  const inPlace = rebuildLines(words)
  const mrzBands = await readMrzBands(upright, inPlace)
  const lines = mrzBands.length > 0 ? await readClosely(upright, inPlace, engine) : inPlace
  return {
    zone,
    lines: lines.map(l => ({
      zone: onPage(l.zone),
      words: l.words.map(w => ({ ...w, zone: onPage(w.zone), upright: standing(w.zone) })),
    })),
    mrzBands: mrzBands.map(b => ({ ...b, zone: onPage(b.zone) })),
  }
}

/** Where a zone of a part would stand on the page if the part were turned upright about its middle. */
function aboutMiddle(part: Zone, [x0, y0, x1, y1]: Zone, upright: Raster, page: Raster): Zone {
  const x = (u: number): number => centreX(part) + ((u - 0.5) * upright.width) / page.width
  const y = (v: number): number => centreY(part) + ((v - 0.5) * upright.height) / page.height
  return [x(x0), y(y0), x(x1), y(y1)]
}

/** The lines of a page with those of its turned parts, each part in one piece at the height where it begins. */
export function withParts(inPlace: readonly Line[], parts: readonly TurnedPart[]): Line[] {
  let lines = [...inPlace]
  for (const part of parts) {
    const below = lines.findIndex(l => centreY(l.zone) >= part.zone[1])
    const at = below < 0 ? lines.length : below
    lines = [...lines.slice(0, at), ...part.lines, ...lines.slice(at)]
  }
  return lines
}

const signsIn = (zone: Zone, words: readonly Word[]): number =>
  words.reduce((n, w) => (contains(zone, w.zone) ? n + sureSigns(w) : n), 0)

/** Whether the middle of a zone lies in a part. */
export const contains = (part: Zone, z: Zone): boolean =>
  centreX(z) >= part[0] && centreX(z) <= part[2] && centreY(z) >= part[1] && centreY(z) <= part[3]

const sureSigns = ({ text, confidence }: Word): number =>
  confidence >= SURE ? (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) : 0

import { centreX, centreY, zoneHeight, zoneWidth, type Zone } from '../../src/domain/geometry.ts'
import type { PageReading } from '../../src/domain/reading.ts'
import { nirCandidates, type NirCandidate } from '../../src/formats/nir-candidates.ts'
import { isNirBody, nirKey } from '../../src/formats/nir.ts'
import { foldSigns } from '../../src/formats/signs.ts'
import type { TruthPage } from './truth.ts'

const MM_PER_INCH = 25.4
/** A page this near to its sheet in size is the sheet: resolutions are rounded, and those of photographs a guess. */
const SAME_SIZE = 0.02

/**
 * A zone of the sheet as it was drawn, on the upright page. A page turned askew on a picture that grew with it was
 * straightened on a larger one still: sheet and page share their middle.
 */
export function onUpright(zone: Zone, page: TruthPage, reading: PageReading): Zone {
  const { largeurMm, hauteurMm } = page
  if (largeurMm === undefined || hauteurMm === undefined || !liesInPlace(page)) return zone
  const mm = (pixels: number): number => (pixels * MM_PER_INCH) / reading.dpi
  const [wider, higher] = [mm(reading.widthPx) / largeurMm, mm(reading.heightPx) / hauteurMm]
  if (Math.abs(wider - 1) < SAME_SIZE && Math.abs(higher - 1) < SAME_SIZE) return zone
  const x = 0.5 + (centreX(zone) - 0.5) / wider
  const y = 0.5 + (centreY(zone) - 0.5) / higher
  const [w, h] = [zoneWidth(zone) / wider / 2, zoneHeight(zone) / higher / 2]
  return [x - w, y - h, x + w, y + h]
}

/** The generator knows how the page lay: it is straightened to the pixel. A photographed sheet is rectified to some millimetres. */
export const liesInPlace = ({ pose }: TruthPage): boolean => (pose?.inclinaison ?? null) !== null

/** How far a mask may lie from where its number was drawn, in fractions of the page. */
const DRIFT = { x: 0.02, y: 0.01 } as const
const DRIFT_OF_PHOTOGRAPH = { x: 0.03, y: 0.035 } as const

/** The zone of a drawn number with the room in which its mask may lie. */
export function drifted([x0, y0, x1, y1]: Zone, page: TruthPage): Zone {
  const { x, y } = liesInPlace(page) ? DRIFT : DRIFT_OF_PHOTOGRAPH
  return [x0 - x, y0 - y, x1 + x, y1 + y]
}

/** The numbers of a drawn text, top to bottom, each once where it stands. */
export interface WrittenNumber {
  /** 13 characters. */
  readonly body: string
  /** How it is cut, and whether its key is written. */
  readonly form: string
}

/**
 * The NIR of a page as drawn, as many as stand on it.
 * @returns an empty list when the text does not tell which numbers they are
 */
export function numbersOf({ texte, nirZones }: TruthPage): WrittenNumber[] {
  const candidates = nirCandidates(foldSigns(texte)).filter(
    c => isNirBody(c.body) && (c.key === null || c.key === nirKey(c.body)),
  )
  const keyed = apart(candidates.filter(c => c.keyStatus === 'exacte'))
  const found = keyed.length === nirZones.length ? keyed : apart(candidates)
  if (found.length !== nirZones.length) return []
  return found.map(c => ({ body: c.body, form: `${c.grouping}, ${c.key === null ? 'without key' : 'with key'}` }))
}

/** Where candidates share a place, the longest. */
function apart(candidates: readonly NirCandidate[]): NirCandidate[] {
  const kept: NirCandidate[] = []
  for (const one of [...candidates].sort((a, b) => b.positions.length - a.positions.length || a.start - b.start)) {
    if (kept.every(k => one.end <= k.start || k.end <= one.start)) kept.push(one)
  }
  return kept.sort((a, b) => a.start - b.start)
}

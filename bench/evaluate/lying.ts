import type { PageReading } from '../../src/domain/reading.ts'
import { median } from '../table.ts'
import type { Truth } from './truth.ts'

/** How well a page was made upright. `null` where it cannot be asked: blank and unreadable pages, too few lines. */
export interface Lying {
  readonly upright: boolean | null
  /** Degrees, at least 0. */
  readonly skewError: number | null
}

const NOT_ASKED: Lying = { upright: null, skewError: null }

/**
 * Compares with what the generator did to the page. Where it knows no angle (photographs), the error is the slope that
 * the lines of words still have on the upright page: 0 on a sheet perfectly rectified.
 */
export function lyingOf(truth: Truth, page: Truth['pages'][number], reading: PageReading): Lying {
  const piece = truth.pieces.find(p => p.pages.includes(page.numero))
  if (page.blanche === true || piece === undefined || piece.lisible === false || page.texte === '') return NOT_ASKED
  // Cards that lie in different directions make no page that is upright.
  if (page.pose?.quartsDeTour === null) return NOT_ASKED
  const { quarterTurns, skew } = reading.orientation
  const upright = (quarterTurns + (page.pose?.quartsDeTour ?? turnsOf(truth.condition))) % 4 === 0
  if (!upright) return { upright, skewError: null }
  const drawn = page.pose?.inclinaison ?? null
  if (drawn === null) {
    const slope = slopeOfLines(reading)
    return { upright, skewError: slope === null ? null : Math.abs(slope) }
  }
  // A sheet of cards laid by hand has no one angle: it is straight when one of them is.
  return { upright, skewError: Math.min(...(page.pose?.faces ?? [drawn]).map(angle => Math.abs(skew - angle))) }
}

const turnsOf = (condition: string): number => Number(/rotated-(90|180|270)/.exec(condition)?.[1] ?? 0) / 90

/** Letters that do not stand on the baseline, and signs that hang or hover. */
const NOT_ON_BASELINE = /[gjpqyçQJ,;()[\]{}|/_§$@µ'’"«»\-–—.*°^~]/u
const MIN_SPAN = 0.25
const MIN_LINES = 4

/** Degrees clockwise that the lines of words slope, the usual one of them; `null` with too few long lines. */
function slopeOfLines({ lines, widthPx, heightPx }: PageReading): number | null {
  const slopes = lines.flatMap(line => {
    const feet = line.words
      .filter(w => w.text.length > 1 && !NOT_ON_BASELINE.test(w.text))
      .map(({ zone }) => ({ x: ((zone[0] + zone[2]) / 2) * widthPx, y: zone[3] * heightPx }))
    const first = feet[0]
    const last = feet.at(-1)
    if (!first || !last || feet.length < 3 || last.x - first.x < MIN_SPAN * widthPx) return []
    return [(Math.atan(slope(feet)) * 180) / Math.PI]
  })
  return slopes.length < MIN_LINES ? null : median(slopes)
}

/** Theil-Sen: the usual slope between two points, so that one tall box does not tilt a line. */
function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const found: number[] = []
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) if (b.x > a.x) found.push((b.y - a.y) / (b.x - a.x))
  return median(found)
}

/** Why a page lies wrong, for the details; `null` when all is well. */
export function lyingFault({ upright, skewError }: Lying, reading: PageReading): string | null {
  const { quarterTurns, skew, reason } = reading.orientation
  const did = `turned ${quarterTurns}, skew ${skew.toFixed(2)} (${reason})`
  if (upright === false) return `not upright: ${did}`
  if (skewError !== null && skewError > ALLOWED_SKEW) return `skew off by ${skewError.toFixed(2)}: ${did}`
  return null
}

/** Degrees that a straightened page may still lean (issue 3). */
export const ALLOWED_SKEW = 0.2

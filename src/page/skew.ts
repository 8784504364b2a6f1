import type { InkMap } from './ink-map.ts'
import { edgePoints, lineEnergy, type Axis, type EdgePoints } from './projection.ts'

/** How the text of a page lies: along its rows or along its columns, and how much askew. */
export interface TextDirection {
  readonly axis: Axis
  /** Degrees that the text has turned clockwise from each axis, within +-15. */
  readonly skew: Readonly<Record<Axis, number>>
  /** How much sharper the lines are along this axis than along the other; about 1 when nothing tells. */
  readonly margin: number
  /** Sharpness of the lines against that of the same ink at other angles; about 1 when there are no lines. */
  readonly peak: number
}

const MAX_SKEW = 15
const COARSE_STEP = 0.5
const FINE_STEP = 0.05
const MIN_POINTS = 150

/** Direction of the text lines of a page, from the sharpness of its projection at every angle. */
export function textDirection(map: InkMap): TextDirection {
  const rows = sweep(edgePoints(map, 'rows', 1), map.width, map.height)
  const columns = sweep(edgePoints(map, 'columns', 1), map.height, map.width)
  const level = rows.score >= columns.score
  const [best, other] = level ? [rows, columns] : [columns, rows]
  return {
    axis: level ? 'rows' : 'columns',
    // Seen along the columns, x falls where y grows when the page turns clockwise.
    skew: { rows: rows.angle, columns: -columns.angle },
    margin: other.score > 0 ? best.score / other.score : best.score > 0 ? 99 : 1,
    peak: best.peak,
  }
}

function sweep(points: EdgePoints, length: number, depth: number): { angle: number; score: number; peak: number } {
  if (points.along.length < MIN_POINTS) return { angle: 0, score: 0, peak: 1 }
  let best = { angle: 0, energy: -1 }
  let total = 0
  let count = 0
  const look = (angle: number): void => {
    const energy = lineEnergy(points, angle, length, depth)
    if (energy > best.energy) best = { angle, energy }
    total += energy
    count++
  }
  for (let angle = -MAX_SKEW; angle <= MAX_SKEW; angle += COARSE_STEP) look(angle)
  const mean = total / count
  const coarse = best.angle
  for (let angle = coarse - COARSE_STEP; angle <= coarse + COARSE_STEP; angle += FINE_STEP) look(angle)
  // Energy per point, so that the two axes compare though they have different numbers of edges.
  return {
    angle: Math.round(best.angle * 100) / 100,
    score: best.energy / points.along.length,
    peak: best.energy / mean,
  }
}

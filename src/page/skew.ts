import type { InkMap } from './ink-map.ts'
import { lettersOf } from './letters.ts'
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
  const [rows, columns] = sweepBoth(map)
  const letters = sweepBoth(lettersOf(map))
  const level = letters[0].score >= letters[1].score
  const [best, other] = level ? letters : [letters[1], letters[0]]
  return {
    axis: level ? 'rows' : 'columns',
    // Seen along the columns, x falls where y grows when the page turns clockwise.
    skew: { rows: rows.angle, columns: -columns.angle },
    margin: other.score > 0 ? best.score / other.score : best.score > 0 ? 99 : 1,
    peak: level ? rows.peak : columns.peak,
  }
}

interface Sweep {
  readonly angle: number
  readonly score: number
  readonly peak: number
}

const sweepBoth = (map: InkMap): [rows: Sweep, columns: Sweep] => [
  sweep(edgePoints(map, 'rows', 1), map.width, map.height),
  sweep(edgePoints(map, 'columns', 1), map.height, map.width),
]

function sweep(points: EdgePoints, length: number, depth: number): Sweep {
  if (points.along.length < MIN_POINTS) return { angle: 0, score: 0, peak: 1 }
  let coarse = { angle: 0, energy: -1 }
  let total = 0
  let count = 0
  for (let angle = -MAX_SKEW; angle <= MAX_SKEW; angle += COARSE_STEP) {
    const energy = lineEnergy(points, angle, length, depth)
    if (energy > coarse.energy) coarse = { angle, energy }
    total += energy
    count++
  }
  let fine = coarse
  const steps = Math.round(COARSE_STEP / FINE_STEP)
  for (let i = -steps; i <= steps; i++) {
    const angle = coarse.angle + i * FINE_STEP
    const energy = lineEnergy(points, angle, length, depth)
    if (energy > fine.energy) fine = { angle, energy }
  }
  // Energy per point, so that the two axes compare though they have different numbers of edges.
  return {
    angle: Math.round(fine.angle * 100) / 100,
    score: fine.energy / points.along.length,
    peak: (fine.energy * count) / total,
  }
}

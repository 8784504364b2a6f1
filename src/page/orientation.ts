import type { Orientation } from '../domain/reading.ts'
import type { Raster } from '../domain/raster.ts'
import { baselineSide } from './baseline-side.ts'
import { inkMapOf } from './ink-map.ts'
import { edgePoints, type Axis } from './projection.ts'
import { textDirection } from './skew.ts'

export type QuarterTurns = Orientation['quarterTurns']

/** A way to make a page upright. */
export interface Pose {
  /** Clockwise quarter turns. */
  readonly turns: QuarterTurns
  /** Degrees of skew to remove after the turn, positive when the page had turned clockwise. */
  readonly skew: number
}

/** What the picture alone says of how a page lies. */
export interface OrientationGuess {
  /** Likeliest first; never empty. */
  readonly poses: readonly [Pose, ...Pose[]]
  /** The first pose needs no second opinion. */
  readonly sure: boolean
  /** Nothing that could be writing stands on the page. */
  readonly bare: boolean
}

/** Below these the picture does not tell the axis of the text, or its upper side. Measured on the samples. */
const SURE_AXIS = 1.15
const SURE_SIDE = 1.16
/** A page of text lines; cards with their guilloches stay below and are asked for by reading. */
const SURE_PEAK = 20
/** Degrees. Rules that lean more are taken for writing when the upper side is looked for. */
const LEVEL = 2
/** Below this the ink does not lie in lines at all: a skew would be read out of noise. */
const MIN_PEAK = 1.5

/** Fewer edges of strokes than this make no line of writing. */
const BARE_EDGES = 60

/** Guesses how a page lies from its ink: about 40 ms, no reading. */
export function guessOrientation(grey: Raster): OrientationGuess {
  const map = inkMapOf(grey)
  const bare = edgePoints(map, 'rows', 1).along.length < BARE_EDGES
  const { axis, skew, margin, peak } = textDirection(map)
  if (peak < MIN_PEAK) {
    const level = (turns: QuarterTurns): Pose => ({ turns, skew: 0 })
    return { poses: [level(0), level(1), level(3), level(2)], sure: false, bare }
  }
  const side = baselineSide(map, axis, skew[axis])
  const pose =
    (of: Axis) =>
    (turns: QuarterTurns): Pose => ({ turns, skew: skew[of] })
  const [first, second] = turnsFor(axis, side).map(pose(axis)) as [Pose, Pose]
  if (margin < SURE_AXIS) {
    const other: Axis = axis === 'rows' ? 'columns' : 'rows'
    return { poses: [first, second, ...turnsFor(other, 1).map(pose(other))], sure: false, bare }
  }
  const sureSide = (side >= SURE_SIDE || side <= 1 / SURE_SIDE) && Math.abs(skew[axis]) <= LEVEL
  return { poses: [first, second], sure: sureSide && peak >= SURE_PEAK, bare }
}

/** The baseline of upright text is below it: at the right, the page must turn clockwise; at the left, the other way. */
function turnsFor(axis: Axis, side: number): readonly [QuarterTurns, QuarterTurns] {
  if (axis === 'rows') return side >= 1 ? [0, 2] : [2, 0]
  return side >= 1 ? [1, 3] : [3, 1]
}

import type { InkMap } from './ink-map.ts'
import { edgePoints, lineEnergy, wholePixels, type Axis } from './projection.ts'

/** Runs of ink longer than this share of the page along the text are rules: they have no baseline. */
const RULE_SHARE = 0.028
const MIN_POINTS = 150

/**
 * On which side of its lines the baseline is. Latin letters stand on one line and end at two heights (x-height and
 * ascenders): the edges on the baseline side gather more sharply.
 * @param skew degrees clockwise, as {@link textDirection} gives it
 * @returns above 1 when the baseline is below (rows) or at the right (columns), under 1 when it is on the other side,
 *   1 when nothing tells
 */
export function baselineSide(map: InkMap, axis: Axis, skew: number): number {
  const letters = withoutRules(map, axis)
  const [length, depth] = axis === 'rows' ? [map.width, map.height] : [map.height, map.width]
  const angle = axis === 'rows' ? skew : -skew
  const [near, far] = ([1, -1] as const).map(side => {
    const points = edgePoints(letters, axis, side)
    if (points.along.length < MIN_POINTS) return 0
    // Each of the two is misled by some fonts and grids, rarely both by the same.
    const exact = lineEnergy(points, angle, length, depth)
    const whole = lineEnergy(wholePixels(points, side), angle, length, depth)
    return Math.sqrt(exact * whole) / points.along.length
  })
  return near && far ? near / far : 1
}

function withoutRules(map: InkMap, axis: Axis): InkMap {
  const { width, height } = map
  const ink = map.ink.slice()
  const [lines, length, along, across] = axis === 'rows' ? [height, width, 1, width] : [width, height, width, 1]
  const longest = Math.max(8, Math.round(RULE_SHARE * Math.max(width, height)))
  for (let line = 0; line < lines; line++) {
    let start = 0
    for (let i = 0; i <= length; i++) {
      if (i < length && map.ink[line * across + i * along] === 1) continue
      if (i - start > longest) erase(ink, line, start, i, lines, along, across)
      start = i + 1
    }
  }
  return { ...map, ink }
}

/** Clears a run with the line before and after it: a rule is rarely one pixel thick. */
function erase(
  ink: Uint8Array,
  line: number,
  from: number,
  to: number,
  lines: number,
  along: number,
  across: number,
): void {
  for (let near = Math.max(0, line - 1); near <= Math.min(lines - 1, line + 1); near++) {
    for (let i = from; i < to; i++) ink[near * across + i * along] = 0
  }
}

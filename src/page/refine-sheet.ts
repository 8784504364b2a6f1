import type { Raster } from '../domain/raster.ts'
import { reduce } from './ink-map.ts'
import type { Point, Quad } from './homography.ts'

/** Long side of the finer picture, samples along a side, and how far from the rough edge the true one is looked for. */
const LONG_SIDE = 1500
const SAMPLES = 60
const REACH = 0.02
/** Depth in pixels of what is compared on both sides of a candidate edge. */
const DEPTH = 4
const ROUNDS = 4

/**
 * Moves the sides of a roughly found sheet onto its edges, each fitted through the steepest inward step at many places
 * along it, wrong places left out.
 * @param corners fractions of the picture, clockwise from the top left
 */
export function refineSheet(grey: Raster, corners: Quad): Quad {
  const fine = reduce(grey, LONG_SIDE)
  const px = corners.map(c => ({ x: c.x * fine.width, y: c.y * fine.height })) as unknown as Quad
  const top = fitSide(fine, px[0], px[1], 'y', 1)
  const right = fitSide(fine, px[1], px[2], 'x', -1)
  const bottom = fitSide(fine, px[3], px[2], 'y', -1)
  const left = fitSide(fine, px[0], px[3], 'x', 1)
  const quad = [meet(top, left), meet(top, right), meet(bottom, right), meet(bottom, left)]
  return quad.map(p => ({ x: p.x / fine.width, y: p.y / fine.height })) as unknown as Quad
}

/** v = at + slope u, where v is the coordinate across the side and u the one along it. */
interface Fit {
  readonly at: number
  readonly slope: number
}

function fitSide(picture: Raster, a: Point, b: Point, across: 'x' | 'y', inward: 1 | -1): Fit {
  const u = (p: Point): number => (across === 'y' ? p.x : p.y)
  const v = (p: Point): number => (across === 'y' ? p.y : p.x)
  const rough: Fit = {
    slope: (v(b) - v(a)) / (u(b) - u(a) || 1),
    at: v(a) - (u(a) * (v(b) - v(a))) / (u(b) - u(a) || 1),
  }
  const reach = Math.round(REACH * Math.max(picture.width, picture.height))
  let points: { u: number; v: number }[] = []
  for (let k = 0; k < SAMPLES; k++) {
    // The very corners are rounded or folded.
    const along = u(a) + (u(b) - u(a)) * (0.04 + (0.92 * k) / (SAMPLES - 1))
    const found = steepest(
      picture,
      across,
      Math.round(along),
      Math.round(rough.at + rough.slope * along),
      reach,
      inward,
    )
    if (found !== null) points.push({ u: along, v: found })
  }
  let fit = rough
  for (let round = 0; round < ROUNDS && points.length >= SAMPLES / 4; round++) {
    fit = leastSquares(points)
    const errors = points.map(p => Math.abs(p.v - fit.at - fit.slope * p.u))
    const usual = [...errors].sort((x, y) => x - y)[Math.floor(errors.length / 2)] ?? 0
    points = points.filter((_, i) => (errors[i] as number) <= Math.max(1, 2.5 * usual))
  }
  return fit
}

function steepest(
  { width, height, data }: Raster,
  across: 'x' | 'y',
  along: number,
  around: number,
  reach: number,
  inward: 1 | -1,
): number | null {
  const [limitAlong, limitAcross] = across === 'y' ? [width, height] : [height, width]
  if (along < 0 || along >= limitAlong) return null
  const at = (v: number): number => {
    const clamped = Math.max(0, Math.min(limitAcross - 1, v))
    return data[across === 'y' ? clamped * width + along : along * width + clamped] as number
  }
  let best: number | null = null
  let bestStep = 10
  for (let v = Math.max(1, around - reach); v < Math.min(limitAcross - 1, around + reach); v++) {
    let step = 0
    for (let d = 0; d < DEPTH; d++) step += at(v + d) - at(v - 1 - d)
    step = (step * inward) / DEPTH
    if (step > bestStep) {
      bestStep = step
      best = v
    }
  }
  return best
}

function leastSquares(points: readonly { u: number; v: number }[]): Fit {
  const n = points.length
  const mu = points.reduce((s, p) => s + p.u, 0) / n
  const mv = points.reduce((s, p) => s + p.v, 0) / n
  let suu = 0
  let suv = 0
  for (const p of points) {
    suu += (p.u - mu) ** 2
    suv += (p.u - mu) * (p.v - mv)
  }
  const slope = suu > 0 ? suv / suu : 0
  return { slope, at: mv - slope * mu }
}

/** Where a level side (y of x) and an upright one (x of y) meet. */
function meet(level: Fit, upright: Fit): Point {
  const y = (level.at + level.slope * upright.at) / (1 - level.slope * upright.slope)
  return { x: upright.at + upright.slope * y, y }
}

import type { Raster } from '../domain/raster.ts'
import { integral, reduce } from './ink-map.ts'
import { distance, type Point, type Quad } from './homography.ts'

/** A sheet or card found in a photograph. */
export interface FoundSheet {
  /** Corners in fractions of the picture, clockwise from the top left. */
  readonly corners: Quad
  /** Share of its outline that shows a step from sheet to surroundings, 0..1. */
  readonly support: number
}

/** Long side of the picture looked at. */
const LONG_SIDE = 360
/** Depth in pixels of the strips compared on both sides of an edge: wider than any rule or letter at this size. */
const STRIP = 5
/** Least relative step of brightness from the surroundings to the sheet. */
const MIN_STEP = 0.09
/** Edges lean at most this much: beyond, a person would have turned the phone. */
const MAX_LEAN = 24
const LEAN_STEP = 0.5
const LINES_PER_SIDE = 6
/** What is believed: outline seen along most of its length, no side guessed, a sheet that matters. */
const MIN_SUPPORT = 0.72
const MIN_SIDE_SUPPORT = 0.5
const MIN_AREA = 0.12
/** An outline this close to the picture's own border is the border: nothing to cut out. */
const WHOLE_AREA = 0.985
/** What lies around the sheet, at these distances from its outline, is darker than it on every side. */
const AROUND = [7, 10, 13]
const AROUND_DARKER_BY = 0.9

type Side = 'top' | 'right' | 'bottom' | 'left'

/** A nearly level line is y = at + slope (x - middle); a nearly upright one x = at + slope (y - middle). */
interface EdgeLine {
  readonly at: number
  readonly slope: number
  readonly votes: number
}

/**
 * Finds the sheet in a photograph: four straight edges, each brighter inside than outside. A flat scan, whose paper
 * fills the picture, has none and gives `null`.
 */
export function findSheet(grey: Raster): FoundSheet | null {
  const small = reduce(grey, LONG_SIDE)
  const steps = stepMaps(small)
  const lines = {
    top: edgeLines(steps, 'top'),
    bottom: edgeLines(steps, 'bottom'),
    left: edgeLines(steps, 'left'),
    right: edgeLines(steps, 'right'),
  }
  let best: FoundSheet | null = null
  let bestScore = 0
  for (const top of lines.top) {
    for (const bottom of lines.bottom) {
      if (bottom.at - top.at < 0.2 * small.height) continue
      for (const left of lines.left) {
        for (const right of lines.right) {
          if (right.at - left.at < 0.2 * small.width) continue
          const quad = quadOf(top, right, bottom, left, small)
          if (!quad) continue
          const area = areaOf(quad) / (small.width * small.height)
          if (area < MIN_AREA || area > WHOLE_AREA) continue
          const support = supportOf(quad, steps)
          if (support.least < MIN_SIDE_SUPPORT || support.mean < MIN_SUPPORT) continue
          // Of two outlines as well seen, the larger is the sheet and the smaller something on it.
          const score = support.mean + 0.3 * area
          if (score <= bestScore || !standsOut(quad, small)) continue
          bestScore = score
          best = { corners: fractions(quad, small), support: support.mean }
        }
      }
    }
  }
  return best
}

interface StepMaps {
  readonly width: number
  readonly height: number
  /** Relative step when going down, and when going right: positive where it becomes brighter. */
  readonly down: Float32Array
  readonly right: Float32Array
}

function stepMaps({ width, height, data }: Raster): StepMaps {
  const sums = integral(data, width, height)
  const row = width + 1
  const mean = (x0: number, y0: number, x1: number, y1: number): number =>
    ((sums[y1 * row + x1] as number) -
      (sums[y0 * row + x1] as number) -
      (sums[y1 * row + x0] as number) +
      (sums[y0 * row + x0] as number)) /
    ((x1 - x0) * (y1 - y0))
  const down = new Float32Array(width * height)
  const right = new Float32Array(width * height)
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const [x0, x1] = [Math.max(0, x - STRIP), Math.min(width, x + STRIP)]
      const [y0, y1] = [Math.max(0, y - STRIP), Math.min(height, y + STRIP)]
      const above = mean(x - 1, y0, x + 2, y)
      const below = mean(x - 1, y, x + 2, y1)
      const before = mean(x0, y - 1, x, y + 2)
      const after = mean(x, y - 1, x1, y + 2)
      down[y * width + x] = (below - above) / (Math.max(below, above) + 8)
      right[y * width + x] = (after - before) / (Math.max(after, before) + 8)
    }
  }
  return { width, height, down, right }
}

const stepInward = (maps: StepMaps, side: Side, at: number): number => {
  switch (side) {
    case 'top':
      return maps.down[at] as number
    case 'bottom':
      return -(maps.down[at] as number)
    case 'left':
      return maps.right[at] as number
    case 'right':
      return -(maps.right[at] as number)
  }
}

/** Straight lines along which the picture becomes brighter towards the inside, by Hough transform; strongest first. */
function edgeLines(maps: StepMaps, side: Side): EdgeLine[] {
  const level = side === 'top' || side === 'bottom'
  const [length, depth] = level ? [maps.width, maps.height] : [maps.height, maps.width]
  const middle = length / 2
  const slopes: number[] = []
  for (let lean = -MAX_LEAN; lean <= MAX_LEAN; lean += LEAN_STEP) slopes.push(Math.tan((lean * Math.PI) / 180))
  const votes = new Float32Array(slopes.length * depth)
  for (let y = 0; y < maps.height; y++) {
    for (let x = 0; x < maps.width; x++) {
      const step = stepInward(maps, side, y * maps.width + x)
      if (step < MIN_STEP) continue
      const [along, across] = level ? [x, y] : [y, x]
      const weight = Math.min(0.3, step)
      for (let s = 0; s < slopes.length; s++) {
        const at = Math.round(across - (slopes[s] as number) * (along - middle))
        if (at >= 0 && at < depth) votes[s * depth + at] = (votes[s * depth + at] as number) + weight
      }
    }
  }
  const lines: EdgeLine[] = []
  while (lines.length < LINES_PER_SIDE) {
    let best = 0
    for (let i = 1; i < votes.length; i++) if ((votes[i] as number) > (votes[best] as number)) best = i
    const count = votes[best] as number
    if (count < 0.08 * length) break
    const s = Math.floor(best / depth)
    const at = best % depth
    lines.push({ at, slope: slopes[s] as number, votes: count })
    // Neighbours of a line in position and lean are the same edge seen again.
    for (let t = Math.max(0, s - 8); t <= Math.min(slopes.length - 1, s + 8); t++) {
      votes.fill(0, t * depth + Math.max(0, at - 9), t * depth + Math.min(depth, at + 10))
    }
  }
  return lines
}

function quadOf(top: EdgeLine, right: EdgeLine, bottom: EdgeLine, left: EdgeLine, size: Raster): Quad | null {
  const corners = [
    cross(top, left, size),
    cross(top, right, size),
    cross(bottom, right, size),
    cross(bottom, left, size),
  ]
  const slack = 0.02 * Math.max(size.width, size.height)
  for (const { x, y } of corners) {
    if (x < -slack || y < -slack || x > size.width + slack || y > size.height + slack) return null
  }
  return corners as unknown as Quad
}

function cross(level: EdgeLine, upright: EdgeLine, { width, height }: Raster): Point {
  const [mx, my] = [width / 2, height / 2]
  // y = a + s (x - mx), x = b + t (y - my)
  const y = (level.at + level.slope * (upright.at - mx - upright.slope * my)) / (1 - level.slope * upright.slope)
  return { x: upright.at + upright.slope * (y - my), y }
}

/** How much of each side of an outline shows the step, looking one pixel around it. */
function supportOf(quad: Quad, maps: StepMaps): { mean: number; least: number } {
  const sides: Side[] = ['top', 'right', 'bottom', 'left']
  const shares = sides.map((side, i) => {
    const [a, b] = [quad[i] as Point, quad[(i + 1) % 4] as Point]
    const steps = Math.max(8, Math.round(distance(a, b) / 2))
    let seen = 0
    for (let k = 0; k <= steps; k++) {
      const x = Math.round(a.x + ((b.x - a.x) * k) / steps)
      const y = Math.round(a.y + ((b.y - a.y) * k) / steps)
      if (hasStep(maps, side, x, y)) seen++
    }
    return seen / (steps + 1)
  })
  return { mean: shares.reduce((a, b) => a + b, 0) / 4, least: Math.min(...shares) }
}

/** A frame or a coloured field printed on a page has paper again beyond it; a sheet has its surroundings. */
function standsOut(quad: Quad, { width, height, data }: Raster): boolean {
  const middle = { x: quad.reduce((s, p) => s + p.x, 0) / 4, y: quad.reduce((s, p) => s + p.y, 0) / 4 }
  return quad.every((a, i) => {
    const b = quad[(i + 1) % 4] as Point
    const length = distance(a, b)
    // Unit vector across the side, away from the middle of the sheet.
    let [nx, ny] = [(b.y - a.y) / length, (a.x - b.x) / length]
    if ((a.x - middle.x) * nx + (a.y - middle.y) * ny < 0) [nx, ny] = [-nx, -ny]
    let inside = 0
    let outside = 0
    let count = 0
    for (let k = 1; k < 40; k++) {
      for (const d of AROUND) {
        const [x, y] = [a.x + ((b.x - a.x) * k) / 40, a.y + ((b.y - a.y) * k) / 40]
        const [ox, oy] = [Math.round(x + d * nx), Math.round(y + d * ny)]
        const [ix, iy] = [Math.round(x - d * nx), Math.round(y - d * ny)]
        if (ox < 0 || oy < 0 || ox >= width || oy >= height || ix < 0 || iy < 0 || ix >= width || iy >= height) continue
        outside += data[oy * width + ox] as number
        inside += data[iy * width + ix] as number
        count++
      }
    }
    return count === 0 || outside <= AROUND_DARKER_BY * inside
  })
}

function hasStep(maps: StepMaps, side: Side, x: number, y: number): boolean {
  const level = side === 'top' || side === 'bottom'
  for (let d = -2; d <= 2; d++) {
    const [px, py] = level ? [x, y + d] : [x + d, y]
    if (px < 0 || py < 0 || px >= maps.width || py >= maps.height) continue
    if (stepInward(maps, side, py * maps.width + px) >= MIN_STEP) return true
  }
  return false
}

function areaOf(quad: Quad): number {
  let twice = 0
  quad.forEach((p, i) => {
    const q = quad[(i + 1) % 4] as Point
    twice += p.x * q.y - q.x * p.y
  })
  return Math.abs(twice) / 2
}

const fractions = (quad: Quad, { width, height }: Raster): Quad =>
  quad.map(p => ({ x: p.x / width, y: p.y / height })) as unknown as Quad

import type { Raster } from '../domain/raster.ts'

/** Translucent ink laid obliquely over a page, in rows: where its rows stand and how grey it is. */
export interface ObliqueInk {
  /** Degrees that its rows have turned clockwise; -25 rises to the right. */
  readonly angle: number
  /** Grey of the ink on white paper, 0..255. */
  readonly level: number
  /** Rows, each from and to, in pixels along the normal of the rows, from the top left corner. */
  readonly rows: readonly (readonly [number, number])[]
  /** How much more the ink gathers in rows at this angle than at others; 1: not at all. */
  readonly contrast: number
}

/** Translucent ink on white: darker is printed text, lighter is shade. */
const DARKEST = 80
const LIGHTEST = 205
/** Noise of a flat tone. */
const FLAT = 14
/** Paper around a stroke is lighter by this much. */
const STROKE = 30
/** Resolution at which the page is looked at. */
const LOOK_DPI = 75
/** Fewer points than this, at that resolution, are no legend. */
const MIN_POINTS = 250
const STEEPEST = 60
const FLATTEST = 15
/** Height of a slice across the rows, in inches. */
const SLICE = 0.05
/** Measured: marked pages give 3.6 and more, some 90 scans and photographs at most 1.9. */
const MIN_CONTRAST = 2.2

/**
 * Looks for translucent ink in oblique rows: what FiligraneFacile and its like lay over a page, or one large legend
 * across it. Cheap, and only a presumption: the ink must be read to be called a legend.
 * @param grey one channel, upright
 */
export function findObliqueInk(grey: Raster): ObliqueInk | null {
  const points = flatPoints(grey)
  if (points.length < MIN_POINTS) return null
  const slice = Math.max(2, SLICE * grey.dpi)
  const scores: { angle: number; score: number }[] = []
  for (let angle = -STEEPEST; angle <= STEEPEST; angle += 2.5) {
    if (Math.abs(angle) >= FLATTEST) scores.push({ angle, score: gathered(points, grey, angle, slice) })
  }
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  const usual = scores.map(s => s.score).sort((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0
  if (usual === 0 || best.score / usual < MIN_CONTRAST) return null
  let { angle, score } = best
  for (let d = -2; d <= 2; d += 0.5) {
    const s = gathered(points, grey, best.angle + d, slice)
    if (s > score) [angle, score] = [best.angle + d, s]
  }
  const rows = rowsOf(points, grey, angle, slice)
  const level = commonLevel(points, angle, rows)
  return { angle, level, rows, contrast: score / usual }
}

interface Points {
  readonly length: number
  readonly x: Int32Array
  readonly y: Int32Array
  readonly level: Uint8Array
  /** Less where an upright row or column of the page gathers many: grey print, rules, tinted cells. */
  readonly weight: Float32Array
  readonly total: number
}

/** Points of flat middle grey that stand on lighter paper: strokes of translucent ink, not edges, not pictures. */
function flatPoints({ width, height, data, dpi }: Raster): Points {
  const step = Math.max(1, Math.round(dpi / LOOK_DPI))
  const far = Math.round(dpi * 0.1)
  const room = Math.ceil(width / step) * Math.ceil(height / step)
  const x = new Int32Array(room)
  const y = new Int32Array(room)
  const level = new Uint8Array(room)
  let length = 0
  for (let py = far; py < height - far; py += step) {
    for (let px = far; px < width - far; px += step) {
      const at = py * width + px
      const v = data[at] as number
      if (v < DARKEST || v > LIGHTEST) continue
      if (Math.abs((data[at + 1] as number) - v) > FLAT || Math.abs((data[at + width] as number) - v) > FLAT) continue
      const paper = Math.max(
        data[at - far] as number,
        data[at + far] as number,
        data[at - far * width] as number,
        data[at + far * width] as number,
      )
      if (paper < v + STROKE) continue
      x[length] = px
      y[length] = py
      level[length++] = v
    }
  }
  const weight = new Float32Array(length).fill(1)
  tame(weight, y, height, far)
  tame(weight, x, width, far)
  return { length, x, y, level, weight, total: weight.reduce((a, b) => a + b, 0) }
}

/** Makes the points of crowded upright slices weigh together no more than those of a usual one. */
function tame(weight: Float32Array, at: Int32Array, size: number, slice: number): void {
  const counts = new Uint32Array(Math.ceil(size / slice))
  for (let i = 0; i < weight.length; i++) {
    const n = Math.floor((at[i] as number) / slice)
    counts[n] = (counts[n] as number) + 1
  }
  const sorted = [...counts].filter(c => c > 0).sort((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
  for (let i = 0; i < weight.length; i++) {
    const count = counts[Math.floor((at[i] as number) / slice)] as number
    if (count > usual) weight[i] = ((weight[i] as number) * usual) / count
  }
}

const DEGREE = Math.PI / 180

/** Distance of a pixel along the normal of rows at this angle. */
export const acrossRows = (angle: number): ((x: number, y: number) => number) => {
  const [sin, cos] = [Math.sin(angle * DEGREE), Math.cos(angle * DEGREE)]
  return (x, y) => y * cos - x * sin
}

function slices(points: Points, { width, height }: Raster, angle: number, slice: number): [Float32Array, number] {
  const across = acrossRows(angle)
  const corners = [across(0, 0), across(width, 0), across(0, height), across(width, height)]
  const first = Math.floor(Math.min(...corners) / slice)
  const counts = new Float32Array(Math.ceil(Math.max(...corners) / slice) - first + 1)
  for (let i = 0; i < points.length; i++) {
    const n = Math.floor(across(points.x[i] as number, points.y[i] as number) / slice) - first
    counts[n] = (counts[n] as number) + (points.weight[i] as number)
  }
  return [counts, first]
}

/** 1 when points are spread evenly over the slices, more the fewer slices hold them. */
function gathered(points: Points, grey: Raster, angle: number, slice: number): number {
  const [counts] = slices(points, grey, angle, slice)
  let squares = 0
  for (const c of counts) squares += c * c
  return (squares * counts.length) / (points.total * points.total)
}

/** Runs of slices that stand out of what the page has everywhere, one slice of margin on each side. */
function rowsOf(points: Points, grey: Raster, angle: number, slice: number): [number, number][] {
  const [counts, first] = slices(points, grey, angle, slice)
  const sorted = [...counts].sort((a, b) => a - b)
  const floor = sorted[Math.floor(sorted.length * 0.4)] ?? 0
  const high = sorted[Math.floor(sorted.length * 0.97)] ?? 0
  const least = floor + 0.15 * (high - floor)
  const rows: [number, number][] = []
  for (let i = 0; i < counts.length; i++) {
    if ((counts[i] as number) <= least) continue
    const [from, to] = [(first + i - 1) * slice, (first + i + 2) * slice]
    const last = rows.at(-1)
    if (last && from <= last[1]) last[1] = to
    else rows.push([from, to])
  }
  return rows
}

/** The grey that most points of the rows share. */
function commonLevel(points: Points, angle: number, rows: readonly (readonly [number, number])[]): number {
  const across = acrossRows(angle)
  const counts = new Float32Array(256)
  for (let i = 0; i < points.length; i++) {
    const t = across(points.x[i] as number, points.y[i] as number)
    if (!rows.some(([from, to]) => t >= from && t < to)) continue
    const v = points.level[i] as number
    counts[v] = (counts[v] as number) + (points.weight[i] as number)
  }
  let best = DARKEST
  let most = -1
  for (let v = DARKEST; v <= LIGHTEST; v++) {
    let sum = 0
    for (let k = v - 6; k <= v + 6; k++) sum += counts[k] ?? 0
    if (sum > most) [best, most] = [v, sum]
  }
  return best
}

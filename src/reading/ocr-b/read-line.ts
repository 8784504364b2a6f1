import type { Raster } from '../../domain/raster.ts'
import type { Zone } from '../../domain/geometry.ts'
import type { GlyphAlternative } from '../../domain/reading.ts'
import { resample } from '../../page/grey.ts'
import { CorrelationField } from './correlate.ts'
import { COARSE, FINE, MIDDLE, PITCH } from './glyphs.ts'

/**
 * Reads a line of OCR-B set at one pitch, as machine readable zones are (ISO 1073-2 size 1, 10 characters per inch), by
 * comparing every place of a regular grid with the 37 glyphs. Unlike a language model it has no idea of words: a digit
 * is as likely as the letter beside it.
 */
export interface OcrBLine {
  readonly text: string
  /** 0..1 per character. */
  readonly confidences: readonly number[]
  /** Per character, the glyphs that come close to the one read, likeliest first. */
  readonly alternatives: readonly (readonly GlyphAlternative[])[]
  /** In fractions of the picture given. */
  readonly zone: Zone
  /** Mean correlation of the characters, 0..1. */
  readonly match: number
}

/** Widths of a character looked for, around the one that is expected. */
const PITCH_RANGE = 0.07
const PITCH_STEP = 0.02
const START_STEP = 0.25
/** Correlation below which a place of the grid is no character. */
const CHARACTER = 0.5
const MIN_CHARACTERS = 10
/** Mean correlation that a line of the right proportions reaches on a clean scan, and other proportions to try below it. */
const GOOD_MATCH = 0.97
const STRETCHES = [0.96, 1.04]
/** Edges of strokes must not soften here. */
const SHARP = { kernel: 'cubic' } as const
/** How far from its place on the grid a character is looked for, in fine pixels: first roughly, then on the settled grid. */
type Shift = readonly [number, number]
const LOOSE = shifts([-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2])
const TIGHT = shifts([-0.8, 0, 0.8], [-0.4, 0, 0.4])
/** Lead of a glyph over the next one that is no accident. */
const SURE_MARGIN = 0.05
/** Lead below which the next glyph may as well be the one that stands there. */
const NEAR = SURE_MARGIN
const MAX_ALTERNATIVES = 3
/** Characters looked at beyond both ends of the run that was found. */
const BEYOND = 4
/** Top and foot of a capital in the cell, in fine pixels. */
const CAP_TOP = 2
const CAP_BOTTOM = 23.5

/**
 * @param picture grey, light evened; dark on light
 * @param pitch width of a character in pixels of the picture
 * @param middle height of the middle of the line, in pixels of the picture
 * @param slack how far the middle may be from there, in widths of a character
 * @param lengths that lines may have: the one nearest to what is seen is taken
 * @returns `null` when no run of characters of this font is there
 */
export async function readOcrBLine(
  picture: Raster,
  pitch: number,
  middle: number,
  slack: number,
  lengths: readonly number[],
): Promise<OcrBLine | null> {
  const roughly = PITCH / pitch
  const grid = findGrid(
    new CorrelationField(await resample(picture, roughly / 2)),
    (middle * roughly - MIDDLE) / 2,
    (slack * PITCH) / 2,
  )
  if (!grid) return null
  // At the size of the glyphs exactly: the eye of 0 and O differs by one pixel.
  const exactly = PITCH / grid.pitch
  const scale = roughly * exactly
  const level = (grid.level + MIDDLE) * exactly
  const place = (stretch: number): Grid => ({
    ...grid,
    start: grid.start * exactly,
    pitch: PITCH,
    level: level * stretch - MIDDLE,
    slope: grid.slope * stretch,
  })
  let best = readGrid(new CorrelationField(await resample(picture, scale, SHARP)), place(1), lengths)
  // A photographed card comes out a little too tall or too flat.
  for (const stretch of best.match < GOOD_MATCH ? STRETCHES : []) {
    const field = new CorrelationField(await resample(picture, scale, { ...SHARP, down: scale * stretch }))
    const line = readGrid(field, place(stretch), lengths)
    if (line.match > best.match) best = line
  }
  return best
}

/** Places of the characters in fine pixels: left = start + k pitch, top = level + slope left. */
interface Grid {
  readonly start: number
  readonly pitch: number
  readonly count: number
  readonly level: number
  readonly slope: number
}

function findGrid(field: CorrelationField, top: number, slack: number): Grid | null {
  const length = field.width - COARSE.width
  const best = new Float32Array(Math.max(0, length))
  const heights = new Float32Array(best.length)
  const [from, to] = [
    Math.max(0, Math.round(top - slack)),
    Math.min(field.height - COARSE.height, Math.round(top + slack)),
  ]
  for (let x = 0; x < best.length; x++) {
    for (let y = from; y <= to; y++) {
      const c = field.best(COARSE, x, y)
      if (c > (best[x] as number)) {
        best[x] = c
        heights[x] = y
      }
    }
  }
  const run = bestRun(best)
  if (!run) return null
  const points = Array.from({ length: run.count }, (_, k) => Math.round(run.start + k * run.pitch))
    .filter(x => (best[x] ?? 0) >= CHARACTER)
    .map(x => ({ u: x, v: heights[x] as number }))
  const { at, slope } = fitLine(points)
  return { start: 2 * run.start, pitch: 2 * run.pitch, count: run.count, level: 2 * at, slope }
}

interface Run {
  readonly start: number
  readonly pitch: number
  readonly count: number
}

/** The regular grid whose places correlate best in one unbroken run. */
function bestRun(best: Float32Array): Run | null {
  const expected = PITCH / 2
  let top: Run | null = null
  let topGain = 0
  for (let pitch = expected * (1 - PITCH_RANGE); pitch <= expected * (1 + PITCH_RANGE); pitch += PITCH_STEP) {
    for (let first = 0; first < pitch; first += START_STEP) {
      let gain = 0
      let from = 0
      for (let k = 0; first + k * pitch < best.length - 1; k++) {
        const at = first + k * pitch
        const low = at | 0
        const part = at - low
        gain += (best[low] as number) * (1 - part) + (best[low + 1] as number) * part - CHARACTER
        if (gain <= 0) {
          gain = 0
          from = k + 1
        } else if (gain > topGain) {
          topGain = gain
          top = { start: first + from * pitch, pitch, count: k - from + 1 }
        }
      }
    }
  }
  return top && top.count >= MIN_CHARACTERS ? top : null
}

/** v = at + slope u through most of the points: those far off are left out. */
function fitLine(points: readonly { u: number; v: number }[]): { at: number; slope: number } {
  let kept = [...points]
  let fit = { at: 0, slope: 0 }
  for (let round = 0; round < 3 && kept.length > 2; round++) {
    const n = kept.length
    const mu = kept.reduce((s, p) => s + p.u, 0) / n
    const mv = kept.reduce((s, p) => s + p.v, 0) / n
    const suu = kept.reduce((s, p) => s + (p.u - mu) ** 2, 0)
    const suv = kept.reduce((s, p) => s + (p.u - mu) * (p.v - mv), 0)
    const slope = suu > 0 ? suv / suu : 0
    const line = { at: mv - slope * mu, slope }
    fit = line
    kept = kept.filter(p => Math.abs(p.v - line.at - line.slope * p.u) <= 1.2)
  }
  return fit
}

/**
 * Reads the places of a grid twice: loosely, to settle the grid on the characters that are sure, then tightly: how high a
 * character stands is what parts 0 from O.
 */
function readGrid(field: CorrelationField, rough: Grid, lengths: readonly number[]): OcrBLine {
  const loose = Array.from({ length: rough.count }, (_, k) => classify(field, ...placeOf(rough, k), LOOSE))
  const grid = settle(rough, loose)
  const all = Array.from({ length: rough.count + 2 * BEYOND }, (_, i) => {
    return classify(field, ...placeOf(grid, i - BEYOND), TIGHT)
  })
  const [from, count] = lineWithin(all, rough.count, lengths)
  const characters = all.slice(from, from + count)
  const first = from - BEYOND
  const [left, top] = placeOf(grid, first)
  const [right, last] = placeOf(grid, first + count)
  return {
    text: characters.map(c => c.glyph).join(''),
    confidences: characters.map(c => confidenceOf(c.score, c.margin)),
    alternatives: characters.map(c => c.alternatives),
    match: characters.reduce((sum, c) => sum + c.score, 0) / characters.length,
    zone: [
      Math.max(0, left / field.width),
      Math.max(0, (Math.min(top, last) + CAP_TOP) / field.height),
      Math.min(1, right / field.width),
      Math.min(1, (Math.max(top, last) + CAP_BOTTOM) / field.height),
    ],
  }
}

/**
 * Where the line begins among the characters looked at, and how many it has: of the lengths that a line may have near
 * the one seen, the window that holds most. Characters at the ends are lost to a watermark, or gained from a border.
 */
function lineWithin(all: readonly Character[], seen: number, lengths: readonly number[]): [number, number] {
  let best: [number, number] = [BEYOND, seen]
  let bestGain = -Infinity
  for (const length of lengths.filter(l => Math.abs(l - seen) <= BEYOND)) {
    for (let from = 0; from + length <= all.length; from++) {
      const gain = all.slice(from, from + length).reduce((sum, c) => sum + c.score - CHARACTER, 0)
      if (gain <= bestGain) continue
      bestGain = gain
      best = [from, length]
    }
  }
  return best
}

const placeOf = (grid: Grid, k: number): [number, number] => {
  const left = grid.start + k * grid.pitch
  return [left, grid.level + grid.slope * left]
}

/** The grid moved and stretched onto the sure characters. */
function settle(grid: Grid, read: readonly Character[]): Grid {
  const sure = read.flatMap((c, k) => (c.margin >= SURE_MARGIN ? [{ ...c, k }] : []))
  if (sure.length < MIN_CHARACTERS / 2) return grid
  const across = fitLine(sure.map(c => ({ u: c.k, v: c.x })))
  const down = fitLine(sure.map(c => ({ u: c.x, v: c.y })))
  return { ...grid, start: across.at, pitch: across.slope, level: down.at, slope: down.slope }
}

interface Character {
  readonly glyph: string
  readonly score: number
  /** Lead over the next glyph. */
  readonly margin: number
  readonly alternatives: readonly GlyphAlternative[]
  /** Where it was found. */
  readonly x: number
  readonly y: number
}

function classify(field: CorrelationField, left: number, top: number, shifts: readonly Shift[]): Character {
  const scores = new Map<string, { c: number; x: number; y: number }>()
  const window = new Float32Array(FINE.width * FINE.height)
  for (const [dx, dy] of shifts) {
    const [x, y] = [left + dx, top + dy]
    if (!field.window(x, y, FINE.width, FINE.height, window)) continue
    for (const { glyph, values } of FINE.templates) {
      let c = 0
      for (let i = 0; i < values.length; i++) c += (values[i] as number) * (window[i] as number)
      const known = scores.get(glyph)
      if (!known || c > known.c) scores.set(glyph, { c, x, y })
    }
  }
  const [best, ...others] = [...scores].sort(([, a], [, b]) => b.c - a.c)
  if (!best) return { glyph: '<', score: 0, margin: 0, alternatives: [], x: left, y: top }
  const [glyph, { c, x, y }] = best
  const alternatives = others
    .filter(([, other]) => c - other.c < NEAR)
    .slice(0, MAX_ALTERNATIVES)
    .map(([other, at]): GlyphAlternative => ({ glyph: other, score: Math.max(0, Math.round(at.c * 1000) / 1000) }))
  return { glyph, score: c, margin: c - (others[0]?.[1].c ?? 0), alternatives, x, y }
}

/** Measured on the samples: a glyph that beats the next one by 0.05 is right 99 times in 100. */
function confidenceOf(score: number, margin: number): number {
  const clear = 1 - Math.exp(-margin / 0.02)
  const present = Math.max(0, Math.min(1, (score - 0.35) / 0.3))
  return Math.round(clear * present * 1000) / 1000
}

function shifts(across: readonly number[], down: readonly number[]): Shift[] {
  return down.flatMap(dy => across.map((dx): Shift => [dx, dy]))
}

import type { InkMap } from './ink-map.ts'

/** Ink that hangs together along the lines: a word or a few, or a drawing. Pixels of the map, ends excluded. */
export interface Blob {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** Inked pixels. */
  readonly ink: number
  /** Runs of ink over all its rows. */
  readonly strokes: number
}

/** Straight runs longer than this are rules and borders, not strokes of writing: 13 and 10 mm on A4. */
const LONG_ROW = 40
const LONG_COLUMN = 30
/** Gaps that writing leaves between two words. */
const WORD_GAP = 8

interface Growing {
  x0: number
  y0: number
  x1: number
  y1: number
  ink: number
  strokes: number
}

/** The blobs of a map, rules and borders left out, top to bottom. */
export function inkBlobs(map: InkMap): Blob[] {
  const { width, height } = map
  const ink = withoutRules(map)
  const blobs: Growing[] = []
  const parent: number[] = []
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i] as number] as number
    return i
  }
  let above: { from: number; to: number; blob: number }[] = []
  for (let y = 0; y < height; y++) {
    const row: typeof above = []
    for (const span of spansOf(ink, y * width, width)) {
      let blob = -1
      for (const other of above) {
        if (other.to <= span.from || other.from >= span.to) continue
        const same = root(other.blob)
        if (blob < 0) blob = same
        else if (same !== blob) {
          merge(blobs[blob] as Growing, blobs[same] as Growing)
          parent[same] = blob
        }
      }
      if (blob < 0) {
        blob = blobs.length
        parent.push(blob)
        blobs.push({ x0: span.from, y0: y, x1: span.to, y1: y + 1, ink: 0, strokes: 0 })
      }
      merge(blobs[blob] as Growing, { x0: span.from, y0: y, x1: span.to, y1: y + 1, ink: span.ink, strokes: span.runs })
      row.push({ from: span.from, to: span.to, blob })
    }
    above = row
  }
  return blobs.filter((_, i) => parent[i] === i)
}

/** Ink of a row, runs with small gaps between them taken together. */
function spansOf(
  ink: Uint8Array,
  at: number,
  width: number,
): { from: number; to: number; ink: number; runs: number }[] {
  const spans: { from: number; to: number; ink: number; runs: number }[] = []
  for (let x = 0; x < width; x++) {
    if (ink[at + x] === 0) continue
    const from = x
    while (x < width && ink[at + x] === 1) x++
    const last = spans.at(-1)
    if (last && from - last.to <= WORD_GAP) {
      last.to = x
      last.ink += x - from
      last.runs++
    } else spans.push({ from, to: x, ink: x - from, runs: 1 })
  }
  return spans
}

function withoutRules({ width, height, ink }: InkMap): Uint8Array {
  const out = Uint8Array.from(ink)
  for (let y = 0; y < height; y++) wipeRuns(ink, out, y * width, 1, width, LONG_ROW)
  for (let x = 0; x < width; x++) wipeRuns(ink, out, x, width, height, LONG_COLUMN)
  return out
}

function wipeRuns(ink: Uint8Array, out: Uint8Array, at: number, step: number, count: number, long: number): void {
  for (let i = 0; i < count; i++) {
    if (ink[at + i * step] === 0) continue
    const from = i
    while (i < count && ink[at + i * step] === 1) i++
    if (i - from >= long) for (let k = from; k < i; k++) out[at + k * step] = 0
  }
}

function merge(into: Growing, one: Growing): void {
  into.x0 = Math.min(into.x0, one.x0)
  into.y0 = Math.min(into.y0, one.y0)
  into.x1 = Math.max(into.x1, one.x1)
  into.y1 = Math.max(into.y1, one.y1)
  into.ink += one.ink
  into.strokes += one.strokes
}

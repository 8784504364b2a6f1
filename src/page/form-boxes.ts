import type { Raster } from '../domain/raster.ts'

/** Height of the boxes of printed forms, in mm: higher than capitals, lower than the cells of tables. */
const HEIGHT_MM = { min: 3.4, max: 10 } as const
/** Width of a box, in parts of its height. */
const WIDTH = { min: 0.45, max: 1.25 } as const
/** A border this dark, in parts of the paper, is seen. */
const DARK = 0.72
/** Thickest border, in mm. */
const THICK_MM = 0.8
/** Blur around a border: a local threshold makes strokes of it. */
const HALO_MM = 0.35
/** Borders of one row begin and end at the same height, in mm. */
const LEVEL_MM = 0.45
/** Fewest borders that make a row: two boxes apart, or four side by side, are seen often enough to be sure. */
const FEWEST = 5
/** Two boxes are equal within this part of their width. */
const EQUAL = 0.14
/** Part of the borders of a row that have an equal box beside them. */
const MOSTLY = 0.7

/** Upright border of a box: `[y0, y1)` over the columns `[x0, x1)`, in pixels. */
interface Border {
  x0: number
  x1: number
  readonly y0: number
  readonly y1: number
}

/** A row of boxes for one character each: its borders left to right, and the box of the whole row, in pixels. */
export interface BoxRow {
  readonly borders: readonly Border[]
  /** The usual distance of two borders. */
  readonly step: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/**
 * The rows of boxes, one character each, of a printed form (Cerfa): OCR reads their borders as figures and brackets.
 * @param grey upright page under even light
 */
export function findBoxRows(grey: Raster): BoxRow[] {
  const mm = grey.dpi / 25.4
  const limit = DARK * paperOf(grey)
  const rows: Border[][] = []
  for (const border of uprightRuns(grey, mm, limit)) {
    const row = rows.find(r => sameLevel(r[0] as Border, border, LEVEL_MM * mm))
    if (row) row.push(border)
    else rows.push([border])
  }
  return rows.flatMap(row => equalBoxes(row.sort((a, b) => a.x0 - b.x0))).filter(row => footDrawn(grey, row, mm, limit))
}

/** Part of the length of the boxes under which a foot is drawn: capitals in a row stand on nothing. */
const FOOT = 0.75

/** True when a border closes the boxes below. */
function footDrawn(grey: Raster, row: BoxRow, mm: number, limit: number): boolean {
  const reach = Math.max(2, Math.round(THICK_MM * mm))
  let length = 0
  let drawn = 0
  for (const [a, b] of boxesOf(row)) {
    for (let x = a.x1; x < b.x0; x++, length++) {
      for (let y = row.y1 - reach; y < Math.min(grey.height, row.y1 + 2); y++) {
        if ((grey.data[y * grey.width + x] as number) >= limit) continue
        drawn++
        break
      }
    }
  }
  return drawn >= FOOT * length
}

/** The boxes of a row: pairs of borders at the usual distance. */
export function boxesOf({ borders, step }: BoxRow): (readonly [Border, Border])[] {
  return borders.slice(1).flatMap((b, i) => {
    const a = borders[i] as Border
    return Math.abs(centre(b) - centre(a) - step) <= EQUAL * step ? [[a, b] as const] : []
  })
}

const sameLevel = (a: Border, b: Border, reach: number): boolean =>
  Math.abs(a.y0 - b.y0) <= reach && Math.abs(a.y1 - b.y1) <= reach

/** Dark upright strokes as high as a box and as thin as a border. */
function uprightRuns(grey: Raster, mm: number, limit: number): Border[] {
  const { width, height, data } = grey
  const least = HEIGHT_MM.min * mm
  const most = HEIGHT_MM.max * mm
  const run = new Uint16Array(width)
  const borders: Border[] = []
  for (let y = 0; y <= height; y++) {
    const row = y * width
    let last: Border | null = null
    for (let x = 0; x < width; x++) {
      if (y < height && (data[row + x] as number) < limit) {
        run[x] = (run[x] as number) + 1
        continue
      }
      const length = run[x] as number
      if (length === 0) continue
      run[x] = 0
      if (length < least || length > most) continue
      const y0 = y - length
      if (last && last.x1 === x && Math.abs(last.y0 - y0) <= LEVEL_MM * mm) last.x1 = x + 1
      else borders.push((last = { x0: x, x1: x + 1, y0, y1: y }))
    }
  }
  return joined(borders, mm).filter(b => b.x1 - b.x0 <= THICK_MM * mm)
}

/** Neighbouring columns of one border end at slightly different rows. */
function joined(borders: readonly Border[], mm: number): Border[] {
  const out: Border[] = []
  for (const border of [...borders].sort((a, b) => a.x0 - b.x0)) {
    const same = out.findLast(o => border.x0 - o.x1 <= 1 && sameLevel(o, border, LEVEL_MM * mm))
    if (same) same.x1 = Math.max(same.x1, border.x1)
    else out.push({ ...border })
  }
  return out
}

/** The brightness of most paper: the ninth decile of a sample. */
function paperOf({ data }: Raster): number {
  const histogram = new Uint32Array(256)
  let n = 0
  for (let i = 0; i < data.length; i += 37, n++)
    histogram[data[i] as number] = (histogram[data[i] as number] as number) + 1
  let above = n * 0.1
  for (let v = 255; v > 0; v--) if ((above -= histogram[v] as number) <= 0) return v
  return 255
}

/** The runs of a level whose borders stand at equal distances, gaps between groups of boxes allowed. */
function equalBoxes(row: readonly Border[]): BoxRow[] {
  const found: BoxRow[] = []
  let run: Border[] = []
  const end = (): void => {
    const box = boxOf(run)
    if (box) found.push(box)
    run = []
  }
  for (const border of row) {
    const previous = run.at(-1)
    if (previous && border.x0 - previous.x1 > 2 * (border.y1 - border.y0)) end()
    run.push(border)
  }
  end()
  return found
}

function boxOf(run: readonly Border[]): BoxRow | null {
  const [first] = run
  if (!first || run.length < FEWEST) return null
  const height = first.y1 - first.y0
  const steps = run.slice(1).map((b, i) => centre(b) - centre(run[i] as Border))
  const widths = steps.filter(s => s >= WIDTH.min * height && s <= WIDTH.max * height).sort((a, b) => a - b)
  const width = widths[widths.length >> 1]
  if (width === undefined) return null
  const equal = steps.map(s => Math.abs(s - width) <= EQUAL * width)
  const beside = run.filter((_, i) => (equal[i - 1] ?? false) || (equal[i] ?? false)).length
  if (beside < MOSTLY * run.length || equal.filter(Boolean).length < 2) return null
  return {
    borders: run,
    step: width,
    x0: Math.min(...run.map(b => b.x0)),
    x1: Math.max(...run.map(b => b.x1)),
    y0: Math.min(...run.map(b => b.y0)),
    y1: Math.max(...run.map(b => b.y1)),
  }
}

const centre = (b: Border): number => (b.x0 + b.x1) / 2

/**
 * The page without the borders of its boxes, for OCR only. What stands inside stays.
 * @param rows its boxes, when they were found already
 * @returns the same picture when there are none
 */
export function withoutBoxBorders(grey: Raster, rows: readonly BoxRow[] = findBoxRows(grey)): Raster {
  if (rows.length === 0) return grey
  const { width, height } = grey
  const data = new Uint8Array(grey.data)
  const paper = paperOf(grey)
  const limit = DARK * paper
  const edge = Math.round((HALO_MM * grey.dpi) / 25.4)
  const wipe = (x0: number, x1: number, y0: number, y1: number): void => {
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      data.fill(paper, y * width + Math.max(0, x0), y * width + Math.min(width, x1))
  }
  for (const { borders, x0, x1, y0, y1 } of rows) {
    for (const b of borders) wipe(b.x0 - edge, b.x1 + edge, b.y0 - edge, b.y1 + edge)
    // The level borders: rows near the top and the foot that are dark for most of the row's length.
    const reach = Math.max(2, Math.round(THICK_MM * (grey.dpi / 25.4)))
    for (const from of [y0 - reach, y1 - reach]) {
      for (let y = Math.max(0, from); y < Math.min(height, from + 2 * reach); y++) {
        let dark = 0
        for (let x = x0; x < x1; x++) if ((grey.data[y * width + x] as number) < limit) dark++
        if (dark > 0.4 * (x1 - x0)) wipe(x0 - edge, x1 + edge, y - 1 - edge, y + 2 + edge)
      }
    }
  }
  return { ...grey, data }
}

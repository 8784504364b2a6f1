import { findNirsInText } from '../formats/nir-text.ts'
import { roundZone, turnZone, unionZones, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Overlay, Word } from '../domain/reading.ts'
import { asSharp, crop, resample } from '../page/grey.ts'
import { acrossRows, findObliqueInk, type ObliqueInk } from '../page/overlay-ink.ts'
import type { QuarterTurns } from '../page/orientation.ts'
import { partInk } from '../page/overlay-removal.ts'
import type { OcrEngine, OcrWord } from './ocr-engine.ts'
import { legendOf } from './overlay-legend.ts'

/** Rows read to know the legend: the longest, near the middle of the page. */
const ROWS = 4
/** Height of a row, in pixels, that reads best. */
const ROW_HEIGHT = 64
const MAX_ENLARGED = 1.6

/** A page whose legend is known, and what OCR shall read in its place. */
export interface Unmarked {
  readonly overlays: readonly Overlay[]
  /** The grey page without the legend, same size: never shown. */
  readonly grey: Raster
  /** Social security numbers written in the legend, one word each: they belong to the words of the page, to be masked. */
  readonly numbers: readonly Word[]
}

/**
 * The legend laid obliquely over a picture, and the picture without it. Ink that cannot be read as a legend stays where
 * it is: guilloches, handwriting and shadows are no watermark.
 * @returns `null` when there is none
 */
export async function readOverlays(grey: Raster, engine: OcrEngine): Promise<Unmarked | null> {
  const ink = findObliqueInk(grey)
  if (!ink) return null
  const { legend, page } = partInk(grey, ink)
  const { overlay, numbers } = await readLegend(legend, ink, engine)
  if (overlay) return { overlays: [overlay], grey: page, numbers }
  return numbers.length > 0 ? { overlays: [], grey, numbers } : null
}

/** The legends that a PDF writes itself, after the quarter turns of its page. */
export const overlaysUpright = (overlays: readonly Overlay[], turns: QuarterTurns): Overlay[] =>
  overlays.map(o => ({
    ...o,
    zones: o.zones.map(z => turnZone(z, turns)),
    angle: ((((o.angle + 90 * turns + 180) % 360) + 360) % 360) - 180,
  }))

interface ReadInk {
  /** `null`: the ink is no legend. */
  readonly overlay: Overlay | null
  readonly numbers: readonly Word[]
}

/** Reads the rows that show the legend best, and all of them when one holds a number: it is masked wherever it stands. */
async function readLegend(legend: Raster, ink: ObliqueInk, engine: OcrEngine): Promise<ReadInk> {
  const { data, info } = await asSharp(legend)
    .rotate(-ink.angle, { background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const level: Raster = { ...legend, data, width: info.width, height: info.height }
  const middle = acrossRows(ink.angle)(legend.width / 2, legend.height / 2)
  const rows = ink.rows
    .map(([from, to]): [number, number] => [from - middle, to - middle])
    .sort((a, b) => Math.abs(a[0] + a[1]) - Math.abs(b[0] + b[1]))
  const read: OcrWord[][] = []
  const place = (w: OcrWord): Zone => onPage(w.zone, ink.angle, level, legend)
  for (const [i, [from, to]] of rows.entries()) {
    if (i >= ROWS && read.every(row => numbersOf(row).length === 0)) break
    const y0 = Math.max(0, (from + level.height / 2) / level.height)
    const y1 = Math.min(1, (to + level.height / 2) / level.height)
    if (y1 <= y0) continue
    const row = crop(level, [0, y0, 1, y1])
    const words = engine.recognise(await resample(row, Math.min(MAX_ENLARGED, ROW_HEIGHT / row.height)), {
      layout: 'line',
    })
    const placed = words.map((w): OcrWord => {
      const [x0, a, x1, b] = w.zone
      return { ...w, zone: [x0, y0 + a * (y1 - y0), x1, y0 + b * (y1 - y0)] }
    })
    read.push(placed)
  }
  const numbers = numbersIn(read, place)
  const found = legendOf(read)
  if (!found) return { overlay: null, numbers }
  const zones = found.times.flatMap(time => {
    const zone = unionZones(time.map(place))
    return zone ? [zone] : []
  })
  const { texte, confidence, repeats } = found
  return {
    overlay: { texte, zones: zones.map(roundZone), angle: ink.angle, confidence, repeats, source: 'ocr' },
    numbers,
  }
}

/** Figures of a run that print may have left of a number. */
const FEW_FIGURES = 4

/**
 * The social security numbers of the rows, each as one word over all that it covers on the page. What a legend says it
 * says again: once it holds a number, every run of figures is that number, however much of it print has crossed.
 */
function numbersIn(rows: readonly (readonly OcrWord[])[], place: (w: OcrWord) => Zone): Word[] {
  const [number] = rows.flatMap(numbersOf)
  if (number === undefined) return []
  return rows.flatMap(row =>
    figureRuns(row).flatMap((run): Word[] => {
      const zone = unionZones(run.map(place))
      if (!zone || figuresOf(run) < FEW_FIGURES) return []
      return [{ text: number, zone, confidence: Math.min(...run.map(w => w.confidence)), source: 'ocr' }]
    }),
  )
}

/** The numbers that a row holds, without spaces. */
function numbersOf(row: readonly OcrWord[]): string[] {
  const text = row.map(w => w.text).join(' ')
  return findNirsInText(text).map(({ start, end }) => text.slice(start, end).replace(/\s/g, ''))
}

const figures = (text: string): number => text.match(/\d/g)?.length ?? 0
const figuresOf = (run: readonly OcrWord[]): number => run.reduce((sum, w) => sum + figures(w.text), 0)

/** Words that follow each other and are figures for the most part. */
function figureRuns(row: readonly OcrWord[]): OcrWord[][] {
  const runs: OcrWord[][] = [[]]
  for (const word of row) {
    if (2 * figures(word.text) >= word.text.length) runs.at(-1)?.push(word)
    else runs.push([])
  }
  return runs.filter(run => run.length > 0)
}

/** A zone of the page turned level, as the zone around it on the page. */
function onPage(zone: Zone, angle: number, level: Raster, page: Raster): Zone {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const xs: number[] = []
  const ys: number[] = []
  for (const x of [zone[0], zone[2]]) {
    for (const y of [zone[1], zone[3]]) {
      const [dx, dy] = [(x - 0.5) * level.width, (y - 0.5) * level.height]
      xs.push((dx * cos - dy * sin) / page.width + 0.5)
      ys.push((dx * sin + dy * cos) / page.height + 0.5)
    }
  }
  const inside = (v: number): number => Math.max(0, Math.min(1, v))
  return [inside(Math.min(...xs)), inside(Math.min(...ys)), inside(Math.max(...xs)), inside(Math.max(...ys))]
}

import { roundZone, unionZones, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Overlay } from '../domain/reading.ts'
import { asSharp, crop, resample } from '../page/grey.ts'
import { acrossRows, findObliqueInk, type ObliqueInk } from '../page/overlay-ink.ts'
import type { QuarterTurns } from '../page/orientation.ts'
import { partInk } from '../page/overlay-removal.ts'
import type { OcrEngine, OcrWord } from './ocr-engine.ts'
import { legendOf } from './overlay-legend.ts'
import { turnZone } from './text-page.ts'

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
  const overlay = await readLegend(legend, ink, engine)
  return overlay && { overlays: [overlay], grey: page }
}

/** The legends that a PDF writes itself, after the quarter turns of its page. */
export const overlaysUpright = (overlays: readonly Overlay[], turns: QuarterTurns): Overlay[] =>
  overlays.map(o => ({
    ...o,
    zones: o.zones.map(z => turnZone(z, turns)),
    angle: ((((o.angle + 90 * turns + 180) % 360) + 360) % 360) - 180,
  }))

async function readLegend(legend: Raster, ink: ObliqueInk, engine: OcrEngine): Promise<Overlay | null> {
  const { data, info } = await asSharp(legend)
    .rotate(-ink.angle, { background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const level: Raster = { ...legend, data, width: info.width, height: info.height }
  const middle = acrossRows(ink.angle)(legend.width / 2, legend.height / 2)
  const rows = ink.rows
    .map(([from, to]): [number, number] => [from - middle, to - middle])
    .sort((a, b) => Math.abs(a[0] + a[1]) - Math.abs(b[0] + b[1]))
    .slice(0, ROWS)
  const read: OcrWord[][] = []
  for (const [from, to] of rows) {
    const y0 = Math.max(0, (from + level.height / 2) / level.height)
    const y1 = Math.min(1, (to + level.height / 2) / level.height)
    if (y1 <= y0) continue
    const row = crop(level, [0, y0, 1, y1])
    const words = engine.recognise(await resample(row, Math.min(MAX_ENLARGED, ROW_HEIGHT / row.height)), {
      layout: 'line',
    })
    read.push(
      words.map(w => {
        const [x0, a, x1, b] = w.zone
        return { ...w, zone: [x0, y0 + a * (y1 - y0), x1, y0 + b * (y1 - y0)] }
      }),
    )
  }
  const found = legendOf(read)
  if (!found) return null
  const zones = found.times.flatMap(time => {
    const zone = unionZones(time.map(w => onPage(w.zone, ink.angle, level, legend)))
    return zone ? [zone] : []
  })
  const { texte, confidence, repeats } = found
  return { texte, zones: zones.map(roundZone), angle: ink.angle, confidence, repeats, source: 'ocr' }
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

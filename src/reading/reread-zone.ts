import type { Rereading } from '../domain/check.ts'
import { growZone, zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import { crop, greyOf, mapGreys, resample } from '../page/grey.ts'
import { flattenLight } from '../page/flatten-light.ts'
import type { OcrEngine } from './ocr-engine.ts'

/** Room around the zone, in parts of its height: the paper that tells ink, and no more of the lines beside it. */
const ROOM = 0.45

/**
 * Ways to look at one line. Each draws the glyphs anew on another grid, or in ink and paper alone: what is printed reads
 * alike in all of them, what the first reading guessed does not.
 */
const LOOKS = [
  { tall: 34, kernel: 'cubic', bitonal: false },
  { tall: 46, kernel: 'linear', bitonal: false },
  { tall: 26, kernel: 'cubic', bitonal: false },
  { tall: 40, kernel: 'cubic', bitonal: true },
] as const

/**
 * Reads one line of a page again, closely, several times over.
 * @param raster the upright page
 * @param zone of the words on it; the words around it may be read with them
 * @returns one reading per look that saw words, left to right
 */
export async function rereadZone(raster: Raster, zone: Zone, engine: OcrEngine): Promise<Rereading[]> {
  const ratio = raster.height / raster.width
  const room = ROOM * zoneHeight(zone)
  if (zoneWidth(zone) <= 0 || room <= 0) return []
  const even = stretched(flattenLight(greyOf(crop(raster, growZone(zone, room * ratio, room)))))
  if (!even) return []
  const height = zoneHeight(zone) * raster.height
  const readings: Rereading[] = []
  for (const { tall, kernel, bitonal } of LOOKS) {
    const larger = await resample(even, tall / height, { kernel })
    const words = engine.recognise(bitonal ? inkAndPaper(larger) : larger, { layout: 'line', characters: true })
    if (words.length === 0) continue
    const characters = words.map(w => w.characters ?? [])
    readings.push({
      text: characters.map(word => word.map(c => c.text).join('')).join(' '),
      confidences: characters.flatMap((word, i) => [
        ...(i === 0 ? [] : [1]),
        ...word.flatMap(c => [...c.text].map(() => c.confidence)),
      ]),
    })
  }
  return readings
}

/** Difference of grey between ink and paper; less is the grain of paper, on which OCR sees letters. */
const INK = 24

/** Paper to white and the darkest ink to black; `null` when nothing is written. */
function stretched(grey: Raster): Raster | null {
  const [dark, light] = extremes(grey)
  return light - dark < INK ? null : mapGreys(grey, v => ((v - dark) * 255) / (light - dark))
}

/** Every pixel ink or paper, parted half way. */
const inkAndPaper = (grey: Raster): Raster => mapGreys(grey, v => (v < 140 ? 0 : 255))

/** Greys of the darkest hundredth and of the lightest half. */
function extremes({ data }: Raster): [number, number] {
  const sorted = Uint8Array.from(data).sort()
  return [sorted[Math.floor(sorted.length * 0.01)] ?? 0, sorted[Math.floor(sorted.length * 0.6)] ?? 255]
}

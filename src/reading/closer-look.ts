import type { Raster } from '../domain/raster.ts'
import { growZone, unionZones, zoneHeight, zoneWidth } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'
import { flattenLight } from '../page/flatten-light.ts'
import { crop, resample } from '../page/grey.ts'
import type { OcrCharacter, OcrEngine } from './ocr-engine.ts'

/** Heights of a capital or figure at which words are read again, in pixels: the LSTM was trained on some 36. */
const HEIGHTS = [28, 36, 48] as const
/** Words lower than this many pixels give nothing more when enlarged. */
const LOWEST = 5

/** The characters of one look, without spaces. */
export type Look = readonly OcrCharacter[]

/**
 * Neighbouring words of a line looked at again, alone, at three sizes.
 * @param grey the page, upright; zones are fractions of it
 * @param options.tallest height of the words at most, in parts of their width: a higher box swallowed a rule or a line
 * @param options.whitelist only these characters are read
 * @returns one look per size, the likes of which vote; none when the words are too small
 */
export async function closerLooks(
  grey: Raster,
  words: readonly Word[],
  engine: OcrEngine,
  { tallest, whitelist }: { readonly tallest: number; readonly whitelist?: string },
): Promise<Look[]> {
  const zone = unionZones(words.map(w => w.zone))
  if (!zone) return []
  const height = Math.min(zoneHeight(zone) * grey.height, tallest * zoneWidth(zone) * grey.width)
  if (height < LOWEST) return []
  const part = flattenLight(crop(grey, growZone(zone, (0.5 * height) / grey.width, (0.35 * height) / grey.height)))
  const looks: Look[] = []
  for (const tall of HEIGHTS) {
    const seen = await resample(part, tall / height)
    const read = engine.recognise(seen, { layout: 'line', characters: true, ...(whitelist ? { whitelist } : {}) })
    looks.push(read.flatMap(w => (w.characters ?? []).filter(c => c.text.trim() !== '')))
  }
  return looks
}

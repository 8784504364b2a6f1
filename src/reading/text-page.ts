import { zoneHeight, zonesMeet, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'
import type { SourcePage } from '../domain/source-page.ts'
import { crop, greyOf } from '../page/grey.ts'
import type { QuarterTurns } from '../page/orientation.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPicture } from './ocr-picture.ts'

/** Pictures of a PDF page smaller than this part of the page are logos. */
const MIN_PICTURE = 0.04
const SURE = 0.5

/**
 * What the pictures of a PDF page say besides its own text: a scanned card pasted into a letter is read too.
 * @returns words on the page as received, those that its own text already gives left out
 */
export async function wordsInPictures(source: SourcePage, own: readonly Word[], engine: OcrEngine): Promise<Word[]> {
  const grey = greyOf(source.raster)
  const found: Word[] = []
  for (const zone of source.imageZones) {
    if (zoneWidth(zone) * zoneHeight(zone) < MIN_PICTURE) continue
    for (const word of engine.recognise(await ocrPicture(crop(grey, zone)), {})) {
      const placed = { ...word, zone: within(zone, word.zone) }
      if (word.confidence >= SURE && !own.some(o => zonesMeet(o.zone, placed.zone))) found.push(placed)
    }
  }
  return found
}

function within(outer: Zone, [x0, y0, x1, y1]: Zone): Zone {
  const [left, top] = outer
  const [w, h] = [zoneWidth(outer), zoneHeight(outer)]
  return [left + x0 * w, top + y0 * h, left + x1 * w, top + y1 * h]
}

/** The zone of a word after clockwise quarter turns of its page. */
export function turnZone([x0, y0, x1, y1]: Zone, turns: QuarterTurns): Zone {
  switch (turns) {
    case 0:
      return [x0, y0, x1, y1]
    case 1:
      return [1 - y1, x0, 1 - y0, x1]
    case 2:
      return [1 - x1, 1 - y1, 1 - x0, 1 - y0]
    case 3:
      return [y0, 1 - x1, y1, 1 - x0]
  }
}

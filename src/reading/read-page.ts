import type { Raster } from '../domain/raster.ts'
import type { PageReading } from '../domain/reading.ts'
import type { SourcePage } from '../domain/source-page.ts'
import { findSheet } from '../page/find-sheet.ts'
import { greyOf } from '../page/grey.ts'
import { rectify } from '../page/rectify.ts'
import { refineSheet } from '../page/refine-sheet.ts'
import { readBarcodes } from './barcodes.ts'
import { findUpright } from './find-upright.ts'
import { rebuildLines } from './lines.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPicture } from './ocr-picture.ts'
import { meanConfidence } from './reading-score.ts'

const SENSELESS = 0.55

export async function readPage(
  source: SourcePage,
  page: number,
  engine: OcrEngine,
): Promise<{ reading: PageReading; upright: Raster }> {
  const picture = sheetOf(source.raster)
  let upright = await findUpright(picture, engine)
  let words = engine.recognise(await ocrPicture(upright.grey), {})
  if (words.length > 0 && meanConfidence(words) < SENSELESS) {
    const other = await findUpright(picture, engine, upright.orientation)
    if (other.orientation.quarterTurns !== upright.orientation.quarterTurns) {
      upright = other
      words = engine.recognise(await ocrPicture(upright.grey), {})
    }
  }
  const barcodes = await readBarcodes(upright.grey)
  const { raster } = upright
  return {
    upright: raster,
    reading: {
      page,
      widthPx: raster.width,
      heightPx: raster.height,
      dpi: raster.dpi,
      orientation: upright.orientation,
      quality: { state: 'readable', motif: null, sharpness: 0, meanGrey: 0, meanConfidence: meanConfidence(words) },
      lines: rebuildLines(words),
      barcodes,
      mrzBands: [],
      source: 'ocr',
    },
  }
}

function sheetOf(photo: Raster): Raster {
  const grey = greyOf(photo)
  const sheet = findSheet(grey)
  return (sheet && rectify(photo, refineSheet(grey, sheet.corners))) ?? photo
}

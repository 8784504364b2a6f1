import { turnZone, WHOLE, type Corners, type Point } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { LayerDisagreement, Line, MrzBand, Orientation, Overlay, PageReading, Word } from '../domain/reading.ts'
import type { SourcePage } from '../domain/source-page.ts'
import { findSheet } from '../page/find-sheet.ts'
import { flattenLight } from '../page/flatten-light.ts'
import { findBoxRows } from '../page/form-boxes.ts'
import { greyOf } from '../page/grey.ts'
import { isNight, measureQuality } from '../page/quality.ts'
import { cornersAsReceived } from '../page/received.ts'
import { rectify } from '../page/rectify.ts'
import { refineSheet } from '../page/refine-sheet.ts'
import { turn } from '../page/transform.ts'
import { readBarcodes } from './barcodes.ts'
import { readBoxWords } from './box-words.ts'
import { isOfIdentity, readClosely } from './close-reading.ts'
import { compareTextLayer } from './compare-text-layer.ts'
import { findUpright } from './find-upright.ts'
import { judgeQuality } from './judge-quality.ts'
import { rebuildLines } from './lines.ts'
import { mrzBandsInText, readMrzBands } from './mrz-band.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPictureOf } from './ocr-picture.ts'
import { overlaysUpright, readOverlays } from './overlays.ts'
import { meanConfidence } from './reading-score.ts'
import { readOwnText } from './text-page.ts'
import { contains, readTurnedParts, withParts } from './turned-parts.ts'
import { turnedTextOf } from './turned-words.ts'

const SENSELESS = 0.55

interface Read {
  /** What the user will see. */
  readonly raster: Raster
  /** What is read: without the legend laid over the page, if there is one. */
  readonly grey: Raster
  readonly orientation: Orientation
  readonly received: Corners
  readonly words: readonly Word[]
  readonly overlays?: readonly Overlay[]
  readonly source: PageReading['source']
}

/**
 * Makes a page upright and reads it: the words of the PDF itself where they say what is seen, else OCR.
 * @param page number in the file, from 1
 * @param options.compareLayer also tells where the text of a PDF says other than its pixels
 * @param options.onStep called when a step is over; what comes after the last is reading too
 * @returns the reading, and the upright picture in its natural colours; zones are fractions of that picture
 */
export async function readPage(
  source: SourcePage,
  page: number,
  engine: OcrEngine,
  {
    compareLayer = false,
    onStep = () => undefined,
  }: { readonly compareLayer?: boolean; readonly onStep?: (step: 'lecture' | 'codes') => void } = {},
): Promise<{ reading: PageReading; upright: Raster }> {
  const read = (source.words && (await readText(source, source.words, engine))) ?? (await readPicture(source, engine))
  const turned = read.source === 'ocr' ? await readTurnedParts(read.grey, read.words, engine) : turnedTextOf(read.words)
  const inPlace = rebuildLines(
    read.words.filter(w => !w.upright && !(read.source === 'ocr' && turned.some(part => contains(part.zone, w.zone)))),
  )
  onStep('lecture')
  const barcodes = await readBarcodes(read.grey, { drawn: read.source === 'texte-pdf' && source.imageShare === 0 })
  onStep('codes')
  const bands = await readBands(read, inPlace)
  const mrzBands = [...bands, ...turned.flatMap(part => part.mrzBands)]
  const ofIdentity = bands.length > 0 || isOfIdentity(inPlace)
  const lines = withParts(ofIdentity ? await readClosely(read.grey, inPlace, engine) : inPlace, turned)
  const disagreements = compareLayer ? await layerDisagreements(source, engine) : null
  const { raster } = read
  return {
    upright: raster,
    reading: {
      page,
      widthPx: raster.width,
      heightPx: raster.height,
      dpi: raster.dpi,
      orientation: read.orientation,
      received: read.received,
      quality: judgeQuality(read.grey, read.words, barcodes.length > 0 || mrzBands.length > 0),
      lines,
      barcodes,
      mrzBands,
      ...(read.overlays ? { overlays: read.overlays } : {}),
      ...(disagreements && { layerDisagreements: disagreements }),
      source: read.source,
    },
  }
}

async function layerDisagreements(source: SourcePage, engine: OcrEngine): Promise<LayerDisagreement[] | null> {
  const { words, textTurns } = source
  if (!words) return null
  const said = words.map(w => ({ ...w, zone: turnZone(w.zone, textTurns) }))
  return compareTextLayer(greyOf(await turn(source.raster, textTurns)), said, engine)
}

async function readPicture(source: SourcePage, engine: OcrEngine): Promise<Read> {
  const { picture, corners } = sheetOf(source.raster)
  const seen = greyOf(picture)
  if (isNight(measureQuality(seen))) {
    const orientation: Orientation = { quarterTurns: 0, skew: 0, reason: 'image trop sombre pour être redressée' }
    return { raster: picture, grey: seen, orientation, received: corners ?? WHOLE, words: [], source: 'ocr' }
  }
  let upright = await findUpright(picture, engine)
  let under = await readUnderLegend(upright.grey, engine)
  if (under.words.length > 0 && meanConfidence(under.words) < SENSELESS) {
    const other = await findUpright(picture, engine, upright.orientation)
    if (other.orientation.quarterTurns !== upright.orientation.quarterTurns) {
      upright = other
      under = await readUnderLegend(upright.grey, engine)
    }
  }
  const written = overlaysUpright(source.overlays ?? [], upright.orientation.quarterTurns)
  const overlays = written.length > 0 ? written : under.overlays
  const received = cornersAsReceived(corners, picture, upright.raster, upright.orientation)
  return { ...upright, ...under, received, ...(overlays && { overlays }), source: 'ocr' }
}

/** What stands on a picture, the legend laid over it told apart. */
async function readUnderLegend(grey: Raster, engine: OcrEngine): Promise<Pick<Read, 'grey' | 'words' | 'overlays'>> {
  const unmarked = await readOverlays(grey, engine)
  const under = unmarked?.grey ?? grey
  const flat = flattenLight(under)
  const boxes = findBoxRows(flat)
  const words = readBoxWords(flat, boxes, engine.recognise(await ocrPictureOf(flat, boxes), {}), engine)
  if (!unmarked) return { grey, words }
  const { overlays, numbers } = unmarked
  return { grey: under, words: [...words, ...numbers], ...(overlays.length > 0 && { overlays }) }
}

async function readText(source: SourcePage, own: readonly Word[], engine: OcrEngine): Promise<Read | null> {
  const turns = source.textTurns
  const raster = await turn(source.raster, turns)
  const grey = greyOf(raster)
  const words = await readOwnText(source, own, grey, engine)
  if (!words) return null
  const written = overlaysUpright(source.overlays ?? [], turns)
  const drawn = written.length > 0 ? null : await readOverlays(grey, engine)
  const overlays = drawn?.overlays ?? written
  const orientation: Orientation = { quarterTurns: turns, skew: 0, reason: 'sens du texte du PDF' }
  return {
    raster,
    grey,
    ...(overlays.length > 0 && { overlays }),
    orientation,
    received: cornersAsReceived(null, source.raster, raster, orientation),
    words: [...words, ...(drawn?.numbers ?? [])],
    source: 'texte-pdf',
  }
}

/** Bands of the text itself are certain; those that stand in a picture are read there. */
async function readBands(read: Read, lines: readonly Line[]): Promise<MrzBand[]> {
  const printed = lines.filter(l => l.words.every(w => w.source === 'texte-pdf'))
  const pictured = lines.filter(l => l.words.some(w => w.source === 'ocr'))
  return [...mrzBandsInText(printed), ...(await readMrzBands(read.grey, pictured))]
}

/** The sheet or card on a photograph, from straight above, and its corners there; the picture itself when none is found. */
function sheetOf(photo: Raster): { readonly picture: Raster; readonly corners: Corners | null } {
  const grey = greyOf(photo)
  const sheet = findSheet(grey)
  const quad = sheet && refineSheet(grey, sheet.corners)
  const picture = quad && rectify(photo, quad)
  if (!picture) return { picture: photo, corners: null }
  const [a, b, c, d] = quad
  return { picture, corners: [pointOf(a), pointOf(b), pointOf(c), pointOf(d)] }
}

const pointOf = ({ x, y }: { readonly x: number; readonly y: number }): Point => [x, y]

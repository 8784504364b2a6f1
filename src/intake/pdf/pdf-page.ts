import type { SourcePage } from '../../domain/source-page.ts'
import type { Raster } from '../../domain/raster.ts'
import { toRaster } from '../image-file.ts'
import type { Matrix } from './matrix.ts'
import { coveredShare, listObjects, type DrawnImage, type PageObjects } from './page-objects.ts'
import { readWords, type PdfWord } from './page-words.ts'
import type { Pdfium } from './pdfium.ts'
import { partOblique } from './oblique-text.ts'
import { visibleWords } from './visible-words.ts'

/** Resolution of drawn text; a page that is one scanned picture keeps its own, within what reading makes use of. */
const TEXT_DPI = 200
const MIN_SCAN_DPI = 150
const MAX_SCAN_DPI = 300
/** Smallest share of the page of a picture that may hold text: an identity card covers 7 % of an A4 page. */
const MIN_PICTURE_SHARE = 0.05
const SCANNED_PAGE_SHARE = 0.8

const FLAG_ANNOTATIONS = 0x01
const FLAG_RGB_ORDER = 0x10
const FLAG_GREY = 0x08
const BITMAP_GREY = 1
const BITMAP_BGR = 2
const WHITE = 0xffffffff

/**
 * Renders a page and reads its text.
 * @param page FPDF_PAGE, annotations already flattened
 */
export function readPdfPage(pdfium: Pdfium, page: number, maxPixels: number): SourcePage {
  const size = sizeOf(pdfium, page)
  const toPage = pageMatrix(pdfium, page)
  const objects = listObjects(pdfium, page, toPage)
  const text = readWords(pdfium, page, toPage, size, objects)
  const pictures = largePictures(objects)
  const imageZones = objects.images.map(i => i.zone)
  const imageShare = coveredShare(imageZones)
  const drawnText = text.words.some(w => !w.invisible)

  const wanted = wantedDpi(pictures, imageShare >= SCANNED_PAGE_SHARE || !drawnText)
  const raster = render(pdfium, page, size, affordable(wanted, size, maxPixels))
  const seen = visibleWords(text, objects, raster)
  const { words, overlays } = seen ? partOblique(seen) : { words: null, overlays: [] }
  return {
    raster,
    words: words && words.map(w => w.word),
    ...(words ? { wordTurns: words.map(w => w.turns) } : {}),
    ...(overlays.length > 0 ? { overlays } : {}),
    textTurns: words ? commonTurns(words) : 0,
    imageShare,
    imageZones,
    widthMm: (size.width / 72) * 25.4,
    heightMm: (size.height / 72) * 25.4,
  }
}

/**
 * What a page shows, in grey, at the resolution at which {@link readPdfPage} renders one that is a picture.
 * @param page FPDF_PAGE of a file of ours: pictures, and no text that is seen
 */
export function drawPdfPage(pdfium: Pdfium, page: number, maxPixels: number): Raster {
  const size = sizeOf(pdfium, page)
  const wanted = wantedDpi(largePictures(listObjects(pdfium, page, pageMatrix(pdfium, page))), true)
  return renderGrey(pdfium, page, size, affordable(wanted, size, maxPixels))
}

/** In points. */
interface Size {
  readonly width: number
  readonly height: number
}

function sizeOf(pdfium: Pdfium, page: number): Size {
  const width = pdfium.call('FPDF_GetPageWidthF', page)
  const height = pdfium.call('FPDF_GetPageHeightF', page)
  if (!(width > 0 && height > 0)) throw new Error('page without a size')
  return { width, height }
}

const largePictures = ({ images }: PageObjects): DrawnImage[] =>
  images.filter(i => coveredShare([i.zone]) >= MIN_PICTURE_SHARE)

const affordable = (dpi: number, { width, height }: Size, maxPixels: number): number =>
  Math.min(dpi, Math.sqrt(maxPixels / ((width / 72) * (height / 72))))

function wantedDpi(pictures: readonly DrawnImage[], scanned: boolean): number {
  const finest = Math.max(0, ...pictures.map(i => i.dpi))
  if (finest === 0) return TEXT_DPI
  return Math.round(Math.min(MAX_SCAN_DPI, Math.max(scanned ? MIN_SCAN_DPI : TEXT_DPI, finest)))
}

/** User space to fractions of the page as shown: crop box and /Rotate included. */
function pageMatrix(pdfium: Pdfium, page: number): Matrix {
  const unit = 1_000_000
  const map = (x: number, y: number): [number, number] =>
    pdfium.scratch(8, at => {
      pdfium.call('FPDF_PageToDevice', page, 0, 0, unit, unit, 0, x, y, at, at + 4)
      const view = pdfium.view()
      return [view.getInt32(at, true) / unit, view.getInt32(at + 4, true) / unit]
    })
  const step = 500
  const [e, f] = map(0, 0)
  const [ax, bx] = map(step, 0)
  const [cx, dx] = map(0, step)
  return [(ax - e) / step, (bx - f) / step, (cx - e) / step, (dx - f) / step, e, f]
}

const render = (pdfium: Pdfium, page: number, size: Size, dpi: number): Raster =>
  rendered(pdfium, page, size, dpi, 3, FLAG_ANNOTATIONS | FLAG_RGB_ORDER)

const renderGrey = (pdfium: Pdfium, page: number, size: Size, dpi: number): Raster =>
  rendered(pdfium, page, size, dpi, 1, FLAG_GREY)

function rendered(pdfium: Pdfium, page: number, size: Size, dpi: number, channels: 1 | 3, flags: number): Raster {
  const width = Math.max(1, Math.round((size.width / 72) * dpi))
  const height = Math.max(1, Math.round((size.height / 72) * dpi))
  const stride = width * channels
  return pdfium.scratch(stride * height, pixels => {
    const format = channels === 1 ? BITMAP_GREY : BITMAP_BGR
    const bitmap = pdfium.call('FPDFBitmap_CreateEx', width, height, format, pixels, stride)
    if (bitmap === 0) throw new Error('page too large to render')
    try {
      pdfium.call('FPDFBitmap_FillRect', bitmap, 0, 0, width, height, WHITE)
      pdfium.call('FPDF_RenderPageBitmap', bitmap, page, 0, 0, width, height, 0, flags)
      return toRaster(pdfium.lend(pixels, stride * height), width, height, channels, Math.round(dpi), lent =>
        lent.slice(),
      )
    } finally {
      pdfium.call('FPDFBitmap_Destroy', bitmap)
    }
  })
}

/** The direction of most characters. */
function commonTurns(words: readonly PdfWord[]): 0 | 1 | 2 | 3 {
  const votes = [0, 0, 0, 0]
  for (const { turns, word } of words) if (turns !== null) votes[turns] = (votes[turns] ?? 0) + word.text.length
  return votes.indexOf(Math.max(...votes)) as 0 | 1 | 2 | 3
}

import { PDFDocument, StandardFonts, type PDFPage } from '@cantoo/pdf-lib'
import sharp, { type TiffOptions } from 'sharp'

/** Small files drawn by the tests themselves. */

export const LIMITS = { maxBytes: 50e6, maxPages: 20, maxPixelsPerPage: 40e6 }

/** A white picture with a dark bar near its top left corner. */
export function pictureWithBar(width: number, height: number, channels: 1 | 3 = 1, ink: readonly number[] = [0, 0, 0]) {
  const data = Buffer.alloc(width * height * channels, 255)
  for (let y = Math.round(height * 0.1); y < height * 0.15; y++) {
    for (let x = Math.round(width * 0.1); x < width * 0.3; x++) {
      for (let c = 0; c < channels; c++) data[(y * width + x) * channels + c] = ink[c] ?? 0
    }
  }
  return sharp(data, { raw: { width, height, channels } })
}

/** Several grey pages in one TIFF, each with its bar. */
export async function tiffOf(pages: number, options: TiffOptions = { compression: 'lzw' }): Promise<Buffer> {
  const [width, height] = [400, 560]
  const data = Buffer.alloc(width * height * pages, 255)
  for (let page = 0; page < pages; page++) {
    const from = page * height + 20 + 30 * page
    data.fill(0, from * width, (from + 20) * width)
  }
  return sharp(data, { raw: { width, height: height * pages, channels: 1, pageHeight: height } })
    .toColourspace('b-w')
    .tiff(options)
    .toBuffer()
}

/** A4 pages drawn with pdf-lib. */
export async function pdfOf(
  ...draw: ((page: PDFPage, document: PDFDocument) => void | Promise<void>)[]
): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (const one of draw) {
    const page = document.addPage([595.28, 841.89])
    page.setFont(await document.embedFont(StandardFonts.Helvetica))
    await one(page, document)
  }
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A scan of an A4 page at `dpi`, as one JPEG over the whole PDF page. */
export async function drawScan(page: PDFPage, document: PDFDocument, dpi: number): Promise<void> {
  const jpeg = await pictureWithBar(Math.round(8.268 * dpi), Math.round(11.693 * dpi))
    .jpeg()
    .toBuffer()
  page.drawImage(await document.embedJpg(jpeg), { x: 0, y: 0, width: 595.28, height: 841.89 })
}

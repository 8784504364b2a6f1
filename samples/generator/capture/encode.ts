import { crc32 } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { toSharp, type Image } from './image.ts'
import { joinTiffPages } from './tiff-pages.ts'

/** How captured pages become one file. Several pages of a single-page format become a PDF of images, as scanners do. */
export type Format =
  | { readonly kind: 'jpeg'; readonly quality: number; readonly grey: boolean }
  | { readonly kind: 'pdf-images'; readonly quality: number; readonly grey: boolean }
  /** A phone writes its pixels sideways and an EXIF orientation. */
  | { readonly kind: 'jpeg-sideways'; readonly quality: number }
  | { readonly kind: 'png' | 'webp'; readonly grey: boolean }
  | { readonly kind: 'tiff-lzw'; readonly grey: boolean }
  | { readonly kind: 'tiff-jpeg'; readonly quality: number; readonly grey: boolean }
  | { readonly kind: 'tiff-g4' }

export interface EncodedFile {
  readonly extension: 'jpg' | 'png' | 'webp' | 'tiff' | 'pdf'
  readonly bytes: Buffer
}

/** Date that stands in every PDF the generator writes: same pages, same bytes. */
const WRITTEN = new Date('2026-10-15T09:00:00Z')

export async function encode(pages: readonly Image[], format: Format): Promise<EncodedFile> {
  const [first] = pages
  if (!first) throw new Error('no page to encode')
  switch (format.kind) {
    case 'jpeg':
    case 'jpeg-sideways':
    case 'png':
    case 'webp':
      return pages.length === 1
        ? onePage(first, format)
        : encode(pages, { quality: 75, grey: false, ...format, kind: 'pdf-images' })
    case 'pdf-images': {
      const images = pages.map(async p => ({ jpeg: await jpeg(p, format.quality, format.grey), page: p }))
      return { extension: 'pdf', bytes: await imagesPdf(await Promise.all(images)) }
    }
    case 'tiff-lzw':
    case 'tiff-jpeg':
    case 'tiff-g4': {
      const tiffs: Buffer[] = []
      for (const page of pages) tiffs.push(await tiff(page, format))
      return { extension: 'tiff', bytes: joinTiffPages(tiffs) }
    }
  }
}

type OnePageFormat = Exclude<Format, { kind: 'pdf-images' | `tiff-${string}` }>

async function onePage(page: Image, format: OnePageFormat): Promise<EncodedFile> {
  switch (format.kind) {
    case 'jpeg':
      return { extension: 'jpg', bytes: await jpeg(page, format.quality, format.grey) }
    case 'jpeg-sideways':
      return { extension: 'jpg', bytes: await sideways(page, format.quality) }
    case 'png':
      return { extension: 'png', bytes: await png(page, format.grey) }
    case 'webp':
      return { extension: 'webp', bytes: await base(page, format.grey).webp({ quality: 72 }).toBuffer() }
  }
}

const base = (image: Image, grey: boolean): Sharp => (grey ? toSharp(image).toColourspace('b-w') : toSharp(image))

/** The page as a JPEG that says its resolution (JFIF header; sharp would only write it beside a colour profile). */
export async function jpeg(image: Image, quality: number, grey: boolean): Promise<Buffer> {
  const bytes = await base(image, grey).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer()
  const jfif = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  jfif.writeUInt16BE(image.dpi, 12)
  jfif.writeUInt16BE(image.dpi, 14)
  return Buffer.concat([bytes.subarray(0, 2), jfif, bytes.subarray(2)])
}

/** The page as a PNG that says its resolution (chunk pHYs, after IHDR). */
async function png(image: Image, grey: boolean): Promise<Buffer> {
  const bytes = await base(image, grey).png({ compressionLevel: 9 }).toBuffer()
  const perMetre = Math.round(image.dpi / 0.0254)
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(perMetre, 8)
  chunk.writeUInt32BE(perMetre, 12)
  chunk[16] = 1
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)])
}

async function sideways(image: Image, quality: number): Promise<Buffer> {
  const turned = await toSharp(image).rotate(270).raw().toBuffer({ resolveWithObject: true })
  return sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } })
    .withMetadata({ orientation: 6, density: 72 })
    .jpeg({ quality })
    .toBuffer()
}

function tiff(image: Image, format: Extract<Format, { kind: `tiff-${string}` }>): Promise<Buffer> {
  const resolution = { xres: image.dpi / 25.4, yres: image.dpi / 25.4, resolutionUnit: 'inch' } as const
  switch (format.kind) {
    case 'tiff-g4':
      return toSharp(image)
        .toColourspace('b-w')
        .tiff({ ...resolution, compression: 'ccittfax4', bitdepth: 1, miniswhite: true })
        .toBuffer()
    case 'tiff-lzw':
      return base(image, format.grey)
        .tiff({ ...resolution, compression: 'lzw', predictor: 'horizontal' })
        .toBuffer()
    case 'tiff-jpeg':
      return base(image, format.grey)
        .tiff({ ...resolution, compression: 'jpeg', quality: format.quality })
        .toBuffer()
  }
}

/** A new PDF with our constant dates and no trace of the library's own clock. */
export async function newPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setCreator('Numérisation')
  pdf.setProducer('Copieur multifonction')
  pdf.setCreationDate(WRITTEN)
  pdf.setModificationDate(WRITTEN)
  return pdf
}

/** Adds a page that is one image, at its true size. */
export async function addImagePage(pdf: PDFDocument, bytes: Buffer, image: Image): Promise<void> {
  const width = (image.width / image.dpi) * 72
  const height = (image.height / image.dpi) * 72
  pdf.addPage([width, height]).drawImage(await pdf.embedJpg(bytes), { x: 0, y: 0, width, height })
}

async function imagesPdf(images: readonly { readonly jpeg: Buffer; readonly page: Image }[]): Promise<Buffer> {
  const pdf = await newPdf()
  for (const { jpeg: bytes, page } of images) await addImagePage(pdf, bytes, page)
  return Buffer.from(await pdf.save())
}

import { PDFDocument } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { toSharp, type Image } from './image.ts'
import { joinTiffPages } from './tiff-pages.ts'

/** How captured pages become one file. Several pages of a single-page format become a PDF of images, as scanners do. */
export type Format =
  | { readonly kind: 'jpeg' | 'pdf-images'; readonly quality: number; readonly grey: boolean }
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
      if (pages.length > 1) return encode(pages, { ...format, kind: 'pdf-images' })
      return { extension: 'jpg', bytes: await jpeg(first, format.quality, format.grey) }
    case 'jpeg-sideways':
      return { extension: 'jpg', bytes: await sideways(first, format.quality) }
    case 'png':
      return { extension: 'png', bytes: await base(first, format.grey).png({ compressionLevel: 9 }).toBuffer() }
    case 'webp':
      return { extension: 'webp', bytes: await base(first, format.grey).webp({ quality: 72 }).toBuffer() }
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

const base = (image: Image, grey: boolean): Sharp => {
  const pipeline = toSharp(image).withMetadata({ density: image.dpi })
  return grey ? pipeline.toColourspace('b-w') : pipeline
}

export const jpeg = (image: Image, quality: number, grey: boolean): Promise<Buffer> =>
  base(image, grey).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer()

async function sideways(image: Image, quality: number): Promise<Buffer> {
  const turned = await toSharp(image).rotate(270).raw().toBuffer({ resolveWithObject: true })
  return sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } })
    .withMetadata({ orientation: 6, density: 72 })
    .jpeg({ quality })
    .toBuffer()
}

function tiff(image: Image, format: Format & { kind: `tiff-${string}` }): Promise<Buffer> {
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

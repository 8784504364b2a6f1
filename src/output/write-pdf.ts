import { PDFDocument, PDFHexString, PDFName, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import { createHash } from 'node:crypto'
import type { Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Line } from '../domain/reading.ts'
import { archiveMetadata } from './archive-metadata.ts'
import { CodePages } from './code-pages.ts'
import { encodePage, type EncodedPage, type PageLayer } from './encode-page.ts'
import type { JpegImage } from './jpeg.ts'
import { embedTextFonts } from './text-fonts.ts'
import { textLayer, type PageSize } from './text-layer.ts'

export interface OutputPage {
  /** The upright page, every NIR already burnt out. */
  readonly raster: Raster
  /** Words that may be written: none that a NIR covers. */
  readonly lines: readonly Line[]
  /** Keep the resolution that reading needs: a masked page, or one under an overlay. */
  readonly keepDetail: boolean
}

/**
 * The PDF of one piece: a new document made from the pixels of its pages and our own invisible text, never an edit of
 * the source. Same pages, same title: same bytes. Written towards PDF/A-2b; nothing personal in its metadata.
 * @param pages each is asked for once the one before is coded: only one picture need be in memory
 */
export async function writePiecePdf(
  pages: Iterable<OutputPage> | AsyncIterable<OutputPage>,
  meta: { titre: string },
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const codes = new CodePages()
  const contents: { page: ReturnType<PDFDocument['addPage']>; text: string; drawn: Drawn }[] = []
  for await (const { raster, lines, keepDetail } of pages) {
    const size: PageSize = { width: points(raster.width, raster.dpi), height: points(raster.height, raster.dpi) }
    const encoded = await encodePage(raster, keepDetail)
    const page = document.addPage([size.width, size.height])
    contents.push({ page, text: textLayer(lines, size, codes), drawn: drawLayers(context, encoded, size) })
  }
  const fonts = embedTextFonts(context, codes)
  const hash = createHash('sha256').update(meta.titre)
  for (const { page, text, drawn } of contents) {
    const content = Buffer.from(drawn.operators + text, 'latin1')
    hash.update(content)
    for (const bytes of drawn.bytes) hash.update(bytes)
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
    page.node.set(
      PDFName.of('Resources'),
      context.obj({ XObject: drawn.images, ...(text === '' ? {} : { Font: fonts }) }),
    )
  }
  const { info, metadata, intent } = await archiveMetadata(context, meta.titre)
  catalog.set(PDFName.of('Lang'), PDFString.of('fr'))
  catalog.set(PDFName.of('Metadata'), metadata)
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32))
  context.trailerInfo.Info = info
  context.trailerInfo.ID = context.obj([id, id])
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}

/** Length in points of a number of pixels, to the hundredth. */
const points = (pixels: number, dpi: number): number => Math.round((pixels * 7200) / dpi) / 100

interface Drawn {
  readonly operators: string
  readonly images: Record<string, PDFRef>
  readonly bytes: readonly Uint8Array[]
}

function drawLayers(context: PDFContext, { layers }: EncodedPage, size: PageSize): Drawn {
  let operators = ''
  const images: Record<string, PDFRef> = {}
  const bytes: Uint8Array[] = []
  layers.forEach((layer, i) => {
    const name = `I${i}`
    images[name] = embedLayer(context, layer, bytes)
    operators += `q ${matrix(layer.zone, size)} cm /${name} Do Q\n`
  })
  return { operators, images, bytes }
}

/** The unit square to a zone of the page (origin bottom left). */
function matrix([x0, y0, x1, y1]: Zone, { width, height }: PageSize): string {
  const n = (v: number): string => String(Math.round(v * 1e4) / 1e4)
  return `${n((x1 - x0) * width)} 0 0 ${n((y1 - y0) * height)} ${n(x0 * width)} ${n((1 - y1) * height)}`
}

function embedLayer(context: PDFContext, layer: PageLayer, bytes: Uint8Array[]): PDFRef {
  switch (layer.kind) {
    case 'picture':
      return embedJpeg(context, layer.image, bytes, null)
    case 'ink': {
      const { width, height } = layer.mask
      bytes.push(layer.mask.bytes)
      const stencil = context.register(
        context.stream(layer.mask.bytes, {
          Type: 'XObject',
          Subtype: 'Image',
          Width: width,
          Height: height,
          ImageMask: true,
          BitsPerComponent: 1,
          Filter: 'JBIG2Decode',
        }),
      )
      return layer.colours === null ? stencil : embedJpeg(context, layer.colours, bytes, stencil)
    }
  }
}

function embedJpeg(context: PDFContext, image: JpegImage, bytes: Uint8Array[], mask: PDFRef | null): PDFRef {
  bytes.push(image.bytes)
  return context.register(
    context.stream(image.bytes, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: image.width,
      Height: image.height,
      BitsPerComponent: 8,
      ColorSpace: image.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
      Filter: 'DCTDecode',
      ...(mask ? { Mask: mask } : {}),
    }),
  )
}

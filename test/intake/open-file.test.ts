import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { openFile, type SourceFile } from '../../src/intake/open-file.ts'
import { PageUnreadable } from '../../src/intake/page-unreadable.ts'
import { LIMITS, pdfOf, pictureWithBar, tiffOf } from './drawings.ts'

const HEIC = new URL('../fixtures/intake/passport.heic', import.meta.url)

async function opened(bytes: Uint8Array): Promise<SourceFile> {
  const outcome = await openFile(bytes, LIMITS)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.file
}
const codeOf = async (bytes: Uint8Array, limits = LIMITS): Promise<string> => {
  const outcome = await openFile(bytes, limits)
  return outcome.ok ? 'ouvert' : outcome.code
}

describe('what a deposited file is, by its content', () => {
  it('is a JPEG, PNG, WebP, TIFF, HEIC or PDF', async () => {
    const picture = pictureWithBar(300, 400)
    expect((await opened(await picture.clone().jpeg().toBuffer())).format).toBe('jpeg')
    expect((await opened(await picture.clone().png().toBuffer())).format).toBe('png')
    expect((await opened(await picture.clone().webp().toBuffer())).format).toBe('webp')
    expect((await opened(await tiffOf(1))).format).toBe('tiff')
    expect((await opened(await readFile(HEIC))).format).toBe('heic')
    expect((await opened(await pdfOf(() => undefined))).format).toBe('pdf')
  })

  it('is a PDF even when a mail gateway put lines before its header', async () => {
    const pdf = await pdfOf(page => page.drawText('Quittance', { x: 50, y: 700 }))
    expect((await opened(Buffer.concat([Buffer.from('\r\n\r\nX-Scan: ok\r\n'), pdf]))).format).toBe('pdf')
  })

  it('is refused with the reason when it is not a document', async () => {
    expect(await codeOf(new Uint8Array())).toBe('fichier-vide')
    expect(await codeOf(Buffer.from('Bonjour, voici mon dossier'))).toBe('format-non-accepte')
    expect(await codeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))).toBe('format-non-accepte')
    expect(await codeOf(new Uint8Array(2000))).toBe('format-non-accepte')
  })
})

describe('a file that cannot be read', () => {
  it('is told apart: protected by a password, truncated, broken', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    document.encrypt({ userPassword: 'secret', ownerPassword: 'maitre' })
    expect(await codeOf(await document.save())).toBe('fichier-protege')

    const pdf = await pdfOf(...Array.from({ length: 5 }, () => () => undefined))
    expect(await codeOf(pdf.subarray(0, pdf.length * 0.6))).toBe('fichier-illisible')
    expect(await codeOf(Buffer.from('%PDF-1.7\nrien'))).toBe('fichier-illisible')

    const noise = Buffer.from(Array.from({ length: 300 * 400 }, (_, i) => (i * 7919) % 251))
    const picture = sharp(noise, { raw: { width: 300, height: 400, channels: 1 } })
    for (const bytes of [await picture.clone().jpeg().toBuffer(), await picture.clone().png().toBuffer()]) {
      expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toBe('fichier-illisible')
    }
    const tiff = await tiffOf(1)
    expect(await codeOf(tiff.subarray(0, 100))).toBe('fichier-illisible')
    const heic = await readFile(HEIC)
    expect(await codeOf(heic.subarray(0, 600))).toBe('fichier-illisible')
  })

  it('opens normally when only the owner password is missing', async () => {
    const document = await PDFDocument.create()
    document.addPage().drawText('Avis de situation')
    document.encrypt({ userPassword: '', ownerPassword: 'maitre', permissions: { modifying: false } })
    const file = await opened(await document.save())
    const page = await file.page(1)
    expect(page.words?.map(w => w.text)).toEqual(['Avis', 'de', 'situation'])
  })

  it('is refused before anything is decoded when it passes the limits', async () => {
    const png = await pictureWithBar(3000, 3000).png().toBuffer()
    expect(await codeOf(png, { ...LIMITS, maxBytes: png.length - 1 })).toBe('fichier-trop-grand')
    expect(await codeOf(png, { ...LIMITS, maxPixelsPerPage: 1e6 })).toBe('fichier-trop-grand')
    const pages = Array.from({ length: 4 }, () => () => undefined)
    expect(await codeOf(await pdfOf(...pages), { ...LIMITS, maxPages: 3 })).toBe('fichier-trop-grand')
    expect(await codeOf(await tiffOf(4), { ...LIMITS, maxPages: 3 })).toBe('fichier-trop-grand')
    expect(await codeOf(await readFile(HEIC), { ...LIMITS, maxPixelsPerPage: 1000 })).toBe('fichier-trop-grand')
  })
})

describe('the pages of pictures', () => {
  it('come one by one from a TIFF of several pages, whatever its compression', async () => {
    for (const options of [
      { compression: 'lzw' },
      { compression: 'deflate' },
      { compression: 'jpeg' },
      { compression: 'ccittfax4', bitdepth: 1 },
    ] as const) {
      const file = await opened(await tiffOf(3, options))
      expect(file.pageCount).toBe(3)
      for (const n of [1, 2, 3]) {
        const { raster } = await file.page(n)
        expect([raster.width, raster.height, raster.channels]).toEqual([400, 560, 1])
        const barTop = 20 + 30 * (n - 1)
        expect(raster.data[(barTop + 10) * 400 + 200]).toBeLessThan(40)
        expect(raster.data[(barTop - 10) * 400 + 200]).toBeGreaterThan(215)
      }
    }
  })

  it('cost only themselves when they are damaged', async () => {
    const tiff = Buffer.from(await tiffOf(3, { compression: 'deflate' }))
    // Spoil the compressed strip of the second page: the file holds three zlib streams.
    const streams = [...tiff.toString('latin1').matchAll(/\x78\x9c|\x78\xda|\x78\x5e/g)].map(m => m.index)
    expect(streams.length).toBeGreaterThanOrEqual(3)
    const perPage = streams.length / 3
    const strip = streams[perPage] as number
    tiff.fill(0xff, strip, strip + 20)
    const file = await opened(tiff)
    await expect(file.page(2)).rejects.toThrow(PageUnreadable)
    expect((await file.page(3)).raster.width).toBe(400)
  })

  it('are turned as the camera says', async () => {
    const jpeg = await pictureWithBar(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { raster } = await (await opened(jpeg)).page(1)
    expect([raster.width, raster.height]).toEqual([400, 600])
  })

  it('have one channel when they hold no colour, three when they do', async () => {
    const channels = async (image: Sharp): Promise<number> =>
      (await (await opened(await image.png().toBuffer())).page(1)).raster.channels
    expect(await channels(pictureWithBar(200, 200, 1))).toBe(1)
    expect(await channels(pictureWithBar(200, 200, 3, [20, 20, 20]))).toBe(1)
    expect(await channels(pictureWithBar(200, 200, 3, [20, 20, 120]))).toBe(3)
  })

  it('stand on white where they were transparent', async () => {
    const clear = {
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    } as const
    const { raster } = await (await opened(await sharp(clear).png().toBuffer())).page(1)
    expect(Math.min(...raster.data)).toBe(255)
  })

  it('have the resolution that the file says, or that of an A4 sheet when it cannot be true', async () => {
    const dpi = async (image: Sharp): Promise<number> =>
      (await (await opened(await image.jpeg().toBuffer())).page(1)).raster.dpi
    expect(await dpi(pictureWithBar(1240, 1754).withMetadata({ density: 150 }))).toBe(150)
    expect(await dpi(pictureWithBar(1654, 2339).withMetadata({ density: 72 }))).toBe(200)
    expect(await dpi(pictureWithBar(1011, 638))).toBe(300)
  })

  it('are brought down to 300 dpi when a scanner gave more than reading uses', async () => {
    const png = await pictureWithBar(4961, 7016).withMetadata({ density: 600 }).png().toBuffer()
    const { raster, widthMm } = await (await opened(png)).page(1)
    expect([raster.width, raster.height, raster.dpi]).toEqual([2481, 3508, 300])
    expect(widthMm).toBeCloseTo(210, 0)
  })

  it('give their hidden texts: comments of the camera or of the scanner', async () => {
    const jpeg = await pictureWithBar(100, 100)
      .withExif({ IFD0: { ImageDescription: 'Bulletin de Paul', Artist: 'Scanner du guichet' } })
      .jpeg()
      .toBuffer()
    expect(await (await opened(jpeg)).hiddenTexts()).toEqual(
      expect.arrayContaining(['Bulletin de Paul', 'Scanner du guichet']),
    )
    expect(await (await opened(await readFile(HEIC))).hiddenTexts()).toContain('Carte de Mme DUBOIS')
  })
})

import { degrees, rgb, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { openFile, type SourceFile } from '../../src/intake/open-file.ts'
import { openWritten } from '../../src/intake/pdf/pdf-file.ts'
import { PageUnreadable } from '../../src/intake/page-unreadable.ts'
import type { SourcePage } from '../../src/domain/source-page.ts'
import { greyOf } from '../../src/page/grey.ts'
import { drawScan, LIMITS, pdfOf, pictureWithBar } from './drawings.ts'

async function opened(bytes: Uint8Array): Promise<SourceFile> {
  const outcome = await openFile(bytes, LIMITS)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.file
}
const firstPage = async (...draw: Parameters<typeof pdfOf>): Promise<SourcePage> =>
  (await opened(await pdfOf(...draw))).page(1)
const textOf = (page: SourcePage): string | null => page.words?.map(w => w.text).join(' ') ?? null

describe('a written page looked at again', () => {
  it('shows in grey what it shows in colour, at the same resolution', async () => {
    const pdf = await pdfOf(async (p, d) => {
      await drawScan(p, d, 180)
      p.drawRectangle({ x: 100, y: 500, width: 200, height: 80, color: rgb(0.8, 0.1, 0.1) })
    })
    const seen = (await (await opened(pdf)).page(1)).raster
    const written = await openWritten(pdf, LIMITS)
    const picture = written.picture(1)
    written.close()
    const grey = greyOf(seen)
    expect([picture.width, picture.height, picture.dpi]).toEqual([grey.width, grey.height, grey.dpi])
    expect(picture.data.reduce((most, v, i) => Math.max(most, Math.abs(v - (grey.data[i] ?? 0))), 0)).toBeLessThan(3)
  })

  it('fails when the file does not open', async () => {
    await expect(openWritten(Buffer.from('%PDF-1.7 nothing'), LIMITS)).rejects.toThrow(/does not open/)
  })
})

describe('the text of a born-digital page', () => {
  it('is its words, each with its zone on the page', async () => {
    const page = await firstPage(p => p.drawText('Loyer 612,45 euros', { x: 100, y: 700, size: 20 }))
    expect(textOf(page)).toBe('Loyer 612,45 euros')
    const [x0, y0, x1, y1] = page.words?.[0]?.zone ?? [0, 0, 0, 0]
    expect(x0).toBeCloseTo(100 / 595.28, 2)
    expect(x1).toBeCloseTo(155 / 595.28, 1)
    expect(y0).toBeCloseTo((841.89 - 715) / 841.89, 2)
    expect(y1).toBeCloseTo((841.89 - 696) / 841.89, 2)
    expect(page.raster.dpi).toBe(200)
    expect([page.widthMm, page.heightMm].map(v => Math.round(v ?? 0))).toEqual([210, 297])
  })

  it('leaves out what no reader sees: invisible ink, white on white, text under a box', async () => {
    const page = await firstPage(p => {
      p.drawText('Visible', { x: 50, y: 700 })
      p.drawText('Transparent', { x: 50, y: 650, opacity: 0 })
      p.drawText('Blanc', { x: 50, y: 600, color: rgb(1, 1, 1) })
      p.drawText('Ancien', { x: 50, y: 550 })
      p.drawRectangle({ x: 40, y: 540, width: 200, height: 40, color: rgb(1, 1, 1) })
      p.drawText('Nouveau', { x: 50, y: 550 })
    })
    expect(textOf(page)).toBe('Visible Nouveau')
  })

  it('keeps text over a coloured band, and an oblique watermark apart from the text', async () => {
    const page = await firstPage(p => {
      p.drawRectangle({ x: 40, y: 540, width: 200, height: 40, color: rgb(0.8, 0.85, 1) })
      p.drawText('Total', { x: 50, y: 550 })
      p.drawText('SPECIMEN', { x: 200, y: 200, size: 60, rotate: degrees(45), opacity: 0.3 })
    })
    expect(textOf(page)).toBe('Total')
    expect(page.overlays).toMatchObject([{ texte: 'SPECIMEN', angle: -45, repeats: 1, source: 'texte-pdf' }])
  })

  it('takes the writing around a stamp for no watermark, and a text that comes back for one', async () => {
    const page = await firstPage(p => {
      p.drawText('Total', { x: 50, y: 550 })
      for (const [i, part] of ['MAIRIE', 'DE', 'ROSNY'].entries())
        p.drawText(part, { x: 200 + 50 * i, y: 300 - 20 * i, size: 9, rotate: degrees(40 - 40 * i) })
      for (const y of [100, 250, 400]) p.drawText('Dossier Martin', { x: 300, y, size: 18, rotate: degrees(25) })
    })
    expect(textOf(page)).toContain('Total')
    expect(page.overlays).toMatchObject([{ texte: 'Dossier Martin', repeats: 3 }])
  })

  it('keeps an oblique text that may be a number among its words, so that it can be masked', async () => {
    const page = await firstPage(p => {
      p.drawText('Total', { x: 50, y: 550 })
      p.drawText('2 85 05 75 115 005 42', { x: 200, y: 200, size: 20, rotate: degrees(30) })
    })
    expect(textOf(page)).toContain('115')
    expect(page.overlays).toBeUndefined()
  })

  it('holds what was filled in a form', async () => {
    const page = await firstPage((p, document) => {
      p.drawText('Demandeur', { x: 50, y: 700 })
      const field = document.getForm().createTextField('demandeur.nom')
      field.setText('LEFEBVRE Martine')
      field.addToPage(p, { x: 150, y: 690, width: 200, height: 24 })
    })
    expect(textOf(page)).toContain('LEFEBVRE Martine')
  })

  it('tells how the page must be turned when its text lies on its side', async () => {
    const up = await firstPage(p => p.drawText('Texte couché', { x: 300, y: 100, rotate: degrees(90) }))
    const down = await firstPage(p => p.drawText('Texte couché', { x: 300, y: 700, rotate: degrees(-90) }))
    const flipped = await firstPage(p => p.drawText('Texte couché', { x: 300, y: 700, rotate: degrees(180) }))
    const byRotate = await firstPage(p => {
      p.drawText('Texte couché', { x: 100, y: 300 })
      p.setRotation(degrees(90))
    })
    expect([up.textTurns, down.textTurns, flipped.textTurns, byRotate.textTurns]).toEqual([1, 3, 2, 3])
    expect(byRotate.raster.width).toBeGreaterThan(byRotate.raster.height)
  })

  it('is not taken from a scanner: an invisible layer or a text under the picture is no text of its own', async () => {
    const layered = await firstPage(async (p, document) => {
      await drawScan(p, document, 200)
      p.drawText('couche de reconnaissance', { x: 50, y: 500, renderMode: TextRenderingMode.Invisible })
    })
    const under = await firstPage(async (p, document) => {
      p.drawText('couche de reconnaissance', { x: 50, y: 500 })
      await drawScan(p, document, 200)
    })
    expect([layered.words, under.words]).toEqual([null, null])
    expect(layered.imageShare).toBe(1)
  })

  it('goes with the pictures of the page, told by their zones', async () => {
    const page = await firstPage(async (p, document) => {
      p.drawText('Copie de la carte', { x: 50, y: 780 })
      const image = await document.embedJpg(await pictureWithBar(1000, 630).jpeg().toBuffer())
      p.drawImage(image, { x: 100, y: 400, width: 300, height: 190 })
    })
    expect(textOf(page)).toBe('Copie de la carte')
    expect(page.imageShare).toBeCloseTo((300 * 190) / (595.28 * 841.89), 2)
    expect(page.imageZones).toHaveLength(1)
    // 1000 pixels over 300 points: the picture is finer than drawn text and must stay readable.
    expect(page.raster.dpi).toBe(240)
  })
})

describe('a scanned page in a PDF', () => {
  it('keeps the resolution of its picture, between 150 and 300 dpi', async () => {
    const dpi = async (scan: number): Promise<number> => (await firstPage((p, d) => drawScan(p, d, scan))).raster.dpi
    expect(await dpi(100)).toBe(150)
    expect(await dpi(240)).toBe(240)
    expect(await dpi(400)).toBe(300)
  })

  it('is one grey channel when the scan is grey', async () => {
    expect((await firstPage((p, d) => drawScan(p, d, 150))).raster.channels).toBe(1)
  })
})

describe('a PDF as a whole', () => {
  it('gives its hidden texts, also after its pages were read', async () => {
    const bytes = await pdfOf(async (p, document) => {
      document.setTitle('Dossier de Mme Dubois')
      document.setAuthor('Service paie')
      p.setFont(await document.embedFont(StandardFonts.Helvetica))
      p.drawText('Page', { x: 50, y: 700 })
      const field = document.getForm().createTextField('numero.dossier')
      field.setText('D-1234')
      field.addToPage(p, { x: 150, y: 690, width: 200, height: 24 })
      await document.attach(Buffer.from('x'), 'ancien-bulletin.txt')
    })
    const file = await opened(bytes)
    await file.page(1)
    expect(await file.hiddenTexts()).toEqual(
      expect.arrayContaining([
        'Dossier de Mme Dubois',
        'Service paie',
        'numero.dossier',
        'D-1234',
        'ancien-bulletin.txt',
      ]),
    )
  })

  it('gives no page once closed, and refuses a page it does not have', async () => {
    const file = await opened(await pdfOf(() => undefined))
    await expect(file.page(7)).rejects.toThrow(PageUnreadable)
    file.close()
    await expect(file.page(1)).rejects.toThrow(PageUnreadable)
    expect(await file.hiddenTexts()).toEqual([])
  })

  it('renders a poster within the limit of pixels', async () => {
    const bytes = await pdfOf(p => p.setSize(6000, 6000))
    const outcome = await openFile(bytes, { ...LIMITS, maxPixelsPerPage: 1e6 })
    if (!outcome.ok) throw new Error(outcome.code)
    const { raster } = await outcome.file.page(1)
    expect(raster.width * raster.height).toBeLessThan(1.01e6)
  })
})

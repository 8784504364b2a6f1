import { degrees, PDFDict, PDFName, StandardFonts, type PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageText, type PageReading } from '../../src/domain/reading.ts'
import type { SourcePage } from '../../src/domain/source-page.ts'
import { openFile } from '../../src/intake/open-file.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { readPage } from '../../src/reading/read-page.ts'
import { LIMITS, pdfOf } from '../intake/drawings.ts'

let engine: OcrEngine
beforeAll(async () => {
  engine = await createOcrEngine()
})
afterAll(() => engine.close())

const LETTER = [
  'Attestation de paiement',
  'Madame Delaunay habite Clermont depuis septembre',
  'Versement du 14/09/2026 montant 1284,37 euros',
  'Dossier 7730912 allocataire 4051688',
  'Situation familiale inchangée',
  'Cette attestation vous est remise pour faire valoir vos droits',
  'auprès de votre caisse, de votre bailleur et des administrations',
]
const NUMBER = '2 85 05 75 115 005 42'

type Draw = (page: PDFPage, document: PDFDocument) => void | Promise<void>

async function source(...draw: Draw[]): Promise<SourcePage> {
  const outcome = await openFile(
    await pdfOf(async (p, d) => {
      for (const one of draw) await one(p, d)
    }),
    LIMITS,
  )
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.file.page(1)
}
const reading = async (page: SourcePage): Promise<PageReading> => (await readPage(page, 1, engine)).reading

const letter: Draw = page => {
  LETTER.forEach((line, i) => page.drawText(line, { x: 60, y: 740 - 26 * i, size: 13 }))
}

/** Helvetica whose ToUnicode table says that its signs are others. */
async function lyingFont(document: PDFDocument, says: (sign: string) => string): Promise<PDFFont> {
  const font = await document.embedFont(StandardFonts.Helvetica)
  font.encodeText('x')
  await document.flush()
  const hex = (text: string): string => text.charCodeAt(0).toString(16).padStart(4, '0')
  const signs = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  const table = signs.map(sign => `<${hex(sign).slice(2)}> <${hex(says(sign))}>`).join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Lie def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
95 beginbfchar
${table}
endbfchar endcmap end end`
  const stream = document.context.register(document.context.stream(cmap))
  document.context.lookup(font.ref, PDFDict).set(PDFName.of('ToUnicode'), stream)
  return font
}

/** What was drawn, as a picture of its own. */
async function asPicture(draw: Draw): Promise<Sharp> {
  const { data, width, height, channels } = (await source(draw)).raster
  return sharp(data, { raw: { width, height, channels } })
}

describe('the text of a PDF page', () => {
  it('is taken as it is when it says what is seen; a signature adds nothing to it', async () => {
    const page = await source(letter, p => {
      p.drawSvgPath('M 0 20 C 20 -30 40 60 60 10 S 90 -20 120 25 S 150 40 180 0', { x: 330, y: 300, borderWidth: 1.5 })
    })
    const read = await reading(page)
    expect(read.source).toBe('texte-pdf')
    expect(pageText(read)).toBe(LETTER.join('\n'))
  })

  it('stands when one of its words alone says other than what is seen', async () => {
    const page = await source(letter)
    const words = page.words?.map(w => (w.text === 'Attestation' ? { ...w, text: 'Suspension' } : w)) ?? null
    expect((await reading({ ...page, words })).source).toBe('texte-pdf')
  })

  it('gives way to the picture when a font says other figures than it draws', async () => {
    const page = await source(async (p, d) => {
      p.setFont(await lyingFont(d, sign => (/\d/.test(sign) ? String((Number(sign) * 3 + 4) % 10) : sign)))
      await letter(p, d)
    })
    expect(page.words?.map(w => w.text)).not.toContain('7730912')
    const read = await reading(page)
    expect(read.source).toBe('ocr')
    for (const number of ['14/09/2026', '1284,37', '7730912', '4051688']) expect(pageText(read)).toContain(number)
  })

  it('gives way to the picture when it lies elsewhere on the page', async () => {
    const page = await source(letter)
    const zones = page.words?.map(w => w.zone) ?? []
    const words = page.words?.map((w, i) => ({ ...w, zone: zones[(i + 5) % zones.length] ?? w.zone })) ?? null
    expect((await reading({ ...page, words })).source).toBe('ocr')
  })

  it('is completed by what a font draws without saying it', async () => {
    const page = await source(letter, async (p, d) => {
      p.setFont(await lyingFont(d, sign => String.fromCharCode(0xe000 + sign.charCodeAt(0))))
      p.drawText(NUMBER, { x: 60, y: 500, size: 13 })
    })
    const read = await reading(page)
    expect(read.source).toBe('texte-pdf')
    expect(pageText(read).replace(/ /g, '')).toContain(NUMBER.replace(/ /g, ''))
    expect(pageText(read)).toContain(LETTER[2])
  })

  it.each([0, 90])('is completed by a line pasted as a small picture, the page turned by %s degrees', async angle => {
    const drawn = await asPicture(p => p.drawText(NUMBER, { x: 10, y: 820, size: 14 }))
    const image = await drawn.extract({ left: 0, top: 0, width: 625, height: 75 }).png().toBuffer()
    const page = await source(async (p, d) => {
      const at = (x: number, y: number): { x: number; y: number } =>
        angle === 0 ? { x, y } : { x: 590 - y / 1.5, y: x }
      LETTER.forEach((line, i) => p.drawText(line, { ...at(60, 740 - 26 * i), size: 13, rotate: degrees(angle) }))
      p.drawImage(await d.embedPng(image), { ...at(60, 480), width: 225, height: 27, rotate: degrees(angle) })
    })
    expect(page.textTurns).toBe(angle / 90)
    const read = await reading(page)
    expect(read.source).toBe('texte-pdf')
    expect(pageText(read).replace(/ /g, '')).toContain(NUMBER.replace(/ /g, ''))
  })

  it('does not stand for a scan that was stamped', async () => {
    const scan = await (await asPicture(letter)).rotate(180).jpeg().toBuffer()
    const page = await source(async (p, d) => {
      p.drawImage(await d.embedJpg(scan), { x: 0, y: 0, width: 595.28, height: 841.89 })
      p.drawText('Page 1', { x: 500, y: 20, size: 9 })
    })
    expect(page.words).toHaveLength(2)
    const read = await reading(page)
    expect(read.source).toBe('ocr')
    expect(read.orientation.quarterTurns).toBe(2)
    expect(pageText(read)).toContain('Dossier 7730912')
  })
})

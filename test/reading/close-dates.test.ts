import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { lineText, type Line, type Word } from '../../src/domain/reading.ts'
import { readDatesClosely } from '../../src/reading/close-dates.ts'
import { isOfIdentity } from '../../src/reading/close-reading.ts'
import { rebuildLines } from '../../src/reading/lines.ts'
import { createOcrEngine, type OcrEngine, type OcrWord } from '../../src/reading/ocr-engine.ts'

const WHITE: Raster = { width: 800, height: 400, channels: 1, data: new Uint8Array(800 * 400).fill(255), dpi: 200 }

/** Words side by side on one line, 10 pixels a character. */
function lineOf(texts: readonly string[], other: Partial<Word> = {}): Line {
  let x = 50
  const words = texts.map((text): Word => {
    const zone = [x / 800, 0.5, (x + 10 * text.length) / 800, 0.55] as const
    x += 10 * (text.length + 1)
    return { text, zone, confidence: 0.7, source: 'ocr', ...other }
  })
  return { words, zone: [50 / 800, 0.5, x / 800, 0.55] }
}

/** Says its texts one after the other, whatever it is shown. */
function engineSaying(texts: readonly string[], confidence = 0.99): OcrEngine & { asked: number } {
  return {
    asked: 0,
    recognise(): OcrWord[] {
      const text = texts[this.asked++ % texts.length] ?? ''
      const characters = [...text].map(c => ({ text: c, confidence, zone: [0, 0, 1, 1] as const }))
      return [{ text, zone: [0, 0, 1, 1], confidence, source: 'ocr', characters }]
    },
    close: () => undefined,
  }
}

async function closely(line: Line, texts: readonly string[], confidence?: number): Promise<[string, number]> {
  const [read] = await readDatesClosely(WHITE, [line], engineSaying(texts, confidence))
  return [lineText(read as Line), Math.min(...(read as Line).words.map(w => w.confidence))]
}

describe('a date of an identity document is read again, closely', () => {
  it('all readings agree: the date is as sure as can be', async () => {
    expect(await closely(lineOf(['04.01.1965']), ['04.01.1965'])).toEqual(['04.01.1965', 0.98])
    expect(await closely(lineOf(['26', '04', '2037']), ['26042037'])).toEqual(['26 04 2037', 0.98])
  })

  it('two of the three agree with the page: less sure', async () => {
    expect(await closely(lineOf(['04.01.1965']), ['04.01.1965', '64.01.1965', '04.01.1965'])).toEqual([
      '04.01.1965',
      0.95,
    ])
  })

  it('signs glued to it are no part of it', async () => {
    expect(await closely(lineOf([':04.01.1965,']), ['04.01.1965'])).toEqual([':04.01.1965,', 0.98])
  })

  it('all three say another date than the page did: theirs is taken', async () => {
    expect(await closely(lineOf(['19.03.2012']), ['10.03.2012'])).toEqual(['10.03.2012', 0.92])
    expect(await closely(lineOf(['O4', '0l', '1965']), ['04011965'])).toEqual(['04 01 1965', 0.92])
  })

  it('two say another date and one does not: the page is no longer sure of its own', async () => {
    const line = lineOf(['19.03.2012'], { confidence: 0.97 })
    expect(await closely(line, ['10.03.2012', '10.03.2012', ''])).toEqual(['19.03.2012', 0.6])
  })

  it('readings that are unsure, that are no day of the calendar or that differ change nothing', async () => {
    const before = ['04.01.1965', 0.7]
    expect(await closely(lineOf(['04.01.1965']), ['04.01.1966'], 0.8)).toEqual(before)
    expect(await closely(lineOf(['04.01.1965']), ['31.02.1965'])).toEqual(before)
    expect(await closely(lineOf(['04.01.1965']), ['04.01.1966', '04.01.1968', '04.01.1985'])).toEqual(before)
  })

  it('never makes a word less sure than it was when it agrees', async () => {
    expect(await closely(lineOf(['04.01.1965'], { confidence: 0.99 }), ['04.01.1965'])).toEqual(['04.01.1965', 0.99])
  })

  it.each([
    ['a number', ['120338623604']],
    ['a telephone number', ['04', '01', '65', '12']],
    ['a word glued to the date', ['le:04.01.1965']],
    ['a page of dates, which is no card', Array.from({ length: 13 }, () => '04.01.1965')],
  ])('is not looked for in %s', async (_, texts) => {
    const engine = engineSaying(['04.01.1965'])
    const line = lineOf(texts)
    expect(await readDatesClosely(WHITE, [line], engine)).toEqual([line])
    expect(engine.asked).toBe(0)
  })

  it('is left as it is in the text of a PDF and on a card that lies sideways', async () => {
    const engine = engineSaying(['04.01.1965'])
    const exact = lineOf(['04.01.1965'], { source: 'texte-pdf' })
    const sideways = lineOf(['04.01.1965'], { upright: [0, 0, 1, 1] })
    expect(await readDatesClosely(WHITE, [exact, sideways], engine)).toEqual([exact, sideways])
    expect(engine.asked).toBe(0)
  })

  it('the other side of a card is told by what it is called', () => {
    expect(isOfIdentity([lineOf(['CARTE', 'NATIONALE', "D'IDENTITÉ"])])).toBe(true)
    expect(isOfIdentity([lineOf(['QUITTANCE', 'DE', 'LOYER'])])).toBe(false)
  })
})

describe('on a picture', () => {
  let engine: OcrEngine
  beforeAll(async () => {
    engine = await createOcrEngine()
  })
  afterAll(() => engine.close())

  it('what OCR of the page misread on a guilloche is read right', async () => {
    const [width, height] = [600, 120]
    const waves = [30, 44, 58, 72, 86]
      .map(y => `<path d="M0 ${y}q75 -26 150 0t150 0t150 0t150 0" fill="none" stroke="#9a9a9a"/>`)
      .join('')
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#eee"/>${waves}` +
      `<text x="200" y="66" font-size="24" font-weight="bold" font-family="Liberation Mono, monospace">10.03.2012</text></svg>`
    const data = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
    const misread: Word = {
      text: '19.03.2012',
      zone: [200 / width, 48 / height, 344 / width, 67 / height],
      confidence: 0.74,
      source: 'ocr',
    }
    const [line] = await readDatesClosely(
      { width, height, channels: 1, data, dpi: 200 },
      rebuildLines([misread]),
      engine,
    )
    expect(line && lineText(line)).toBe('10.03.2012')
  })
})

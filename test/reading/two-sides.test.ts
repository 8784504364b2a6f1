import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { lineText, type PageReading, type Word } from '../../src/domain/reading.ts'
import type { SourcePage } from '../../src/domain/source-page.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { readPage } from '../../src/reading/read-page.ts'

/** A4 at 200 dpi. */
const WIDTH = 1654
const HEIGHT = 2339
const CARD = { w: 674, h: 425 }

const FRONT = [
  'TITRE DE SÉJOUR',
  'NOM MARTINEAU',
  'PRÉNOM CLÉMENTINE',
  'NATIONALITÉ CANADIENNE',
  'VALABLE JUSQUAU 14 03 2029',
]
const BACK = [
  'DATE DE DÉLIVRANCE 15 03 2024',
  'LIEU DE NAISSANCE MONTRÉAL',
  'AUTORISE SON TITULAIRE',
  'PRÉFECTURE DU RHÔNE',
  'TAILLE 172 CENTIMÈTRES',
]

const card = (lines: readonly string[], x: number, y: number, angle: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${angle}) translate(${-CARD.w / 2} ${-CARD.h / 2})"><rect width="${CARD.w}" height="${CARD.h}" rx="24" fill="#e3ebf3"/>${lines
    .map((l, i) => `<text x="40" y="${80 + i * 70}" font-size="32">${l}</text>`)
    .join('')}</g>`

const SAYINGS = [
  'attestation de droits',
  'cotisation retraite complémentaire du mois',
  'net à payer avant impôt',
  'période du mois',
  'date de versement au compte',
]
const pageOfText = Array.from(
  { length: 24 },
  (_, i) =>
    `<text x="${150 + (i % 3) * 40}" y="${250 + i * 60}" font-size="32">${(i * 37) % 91} ${SAYINGS[i % 5]} ${SAYINGS[(i * 3) % 5]}</text>`,
).join('')

async function draw(content: string): Promise<SourcePage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Liberation Sans"><rect width="100%" height="100%" fill="#fff"/>${content}</svg>`
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const raster: Raster = { width: WIDTH, height: HEIGHT, channels: 3, data, dpi: 200 }
  return { raster, words: null, textTurns: 0, imageShare: 1, imageZones: [], widthMm: 210, heightMm: 297 }
}

let engine: OcrEngine
beforeAll(async () => {
  engine = await createOcrEngine()
})
afterAll(() => engine.close())

const read = async (content: string): Promise<{ reading: PageReading; upright: Raster }> =>
  readPage(await draw(content), 1, engine)
const texts = (reading: PageReading): string[] => reading.lines.map(lineText)
const word = (reading: PageReading, text: string): Word | undefined =>
  reading.lines.flatMap(l => [...l.words]).find(w => w.text === text)

describe('two sides of a card on one page', () => {
  it.each([
    ['upside down', 180],
    ['sideways and a little askew', 87.5],
  ])('are both read when one lies %s', async (_, angle) => {
    const { reading } = await read(card(FRONT, 620, 420, 0) + card(BACK, 900, 1300, angle))
    expect(texts(reading)).toEqual(expect.arrayContaining([...FRONT, ...BACK]))
    expect(texts(reading).filter(t => BACK.includes(t))).toEqual(BACK)
  })

  it('give words that stand where the page shows them, and where they would stand upright', async () => {
    const { reading } = await read(card(FRONT, 620, 350, 0) + card(BACK, 900, 1200, 90) + card(FRONT, 620, 1950, 0))
    const found = word(reading, 'MONTRÉAL')
    // Second of five lines, of a card turned clockwise: right of its middle, running down.
    const [x0, y0, x1, y1] = found?.zone ?? [0, 0, 0, 0]
    expect((x1 - x0) * WIDTH).toBeLessThan(45)
    expect((y1 - y0) * HEIGHT).toBeGreaterThan(120)
    expect(((x0 + x1) / 2) * WIDTH).toBeGreaterThan(900 + 40)
    expect(((x0 + x1) / 2) * WIDTH).toBeLessThan(900 + 85)
    const upright = found?.upright ?? [0, 0, 0, 0]
    expect((upright[2] - upright[0]) * WIDTH).toBeGreaterThan(120)
    expect((upright[3] - upright[1]) * HEIGHT).toBeLessThan(45)
    expect(word(reading, 'MARTINEAU')?.upright).toBeUndefined()
  })

  it('leave a page of text as it is: nothing there lies otherwise', async () => {
    const { reading } = await read(pageOfText)
    expect(reading.lines.flatMap(l => [...l.words]).some(w => w.upright)).toBe(false)
  })
})

describe('the picture that people see', () => {
  it('keeps its natural colours: the light that OCR sees evened is not evened for them', async () => {
    const shade =
      '<defs><linearGradient id="s"><stop offset="0" stop-color="#f2e2b8"/><stop offset="1" stop-color="#7d7050"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>'
    const source = await draw(shade + pageOfText)
    const { upright, reading } = await readPage(source, 1, engine)
    expect(reading.lines.length).toBe(24)
    expect(upright.channels).toBe(3)
    expect(Buffer.from(upright.data).equals(Buffer.from(source.raster.data))).toBe(true)
  })
})

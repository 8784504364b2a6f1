import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { greyOf } from '../../src/page/grey.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { ocrPicture } from '../../src/reading/ocr-picture.ts'

const WIDTH = 900
const HEIGHT = 220

async function draw(lines: readonly string[], dpi = 200, size = 34): Promise<Raster> {
  const text = lines.map((l, i) => `<text x="30" y="${70 + 80 * i}" font-size="${size}">${l}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Liberation Sans"><rect width="100%" height="100%" fill="#fff"/>${text}</svg>`
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return greyOf({ width: WIDTH, height: HEIGHT, channels: 3, data, dpi })
}

let engine: OcrEngine
beforeAll(async () => {
  engine = await createOcrEngine()
})
afterAll(() => engine.close())

describe('the OCR engine', () => {
  it('reads words of French, each in its zone of the picture', async () => {
    const words = engine.recognise(await draw(['Échéance réglée', 'Loyer 612,45']), {})
    expect(words.map(w => w.text)).toEqual(['Échéance', 'réglée', 'Loyer', '612,45'])
    for (const { zone, confidence } of words) {
      expect(zone.every(v => v >= 0 && v <= 1)).toBe(true)
      expect(confidence).toBeGreaterThan(0.7)
    }
    expect(words[0]?.zone[0]).toBeCloseTo(32 / WIDTH, 2)
    expect(words[2]?.zone[3]).toBeCloseTo(158 / HEIGHT, 1)
  })

  it('gives the same words whatever was read before', async () => {
    const grey = await draw(['Loyer 612,45'])
    const first = engine.recognise(grey, {})
    engine.recognise(await draw(['0O8B 5S']), { whitelist: '0123456789', layout: 'line' })
    expect(engine.recognise(grey, {})).toEqual(first)
  })

  it('reads only the characters it is told, and gives each with its zone when asked', async () => {
    const [word, ...rest] = engine.recognise(await draw(['1O5l7']), {
      layout: 'line',
      whitelist: '0123456789',
      characters: true,
    })
    expect(rest).toEqual([])
    expect(word?.text).toMatch(/^\d+$/)
    expect(word?.characters?.map(c => c.text).join('')).toBe(word?.text)
    const left = word?.characters?.map(c => c.zone[0]) ?? []
    expect(left).toEqual([...left].sort((a, b) => a - b))
  })

  it('finds nothing on white, nor on a picture too small for a sign', async () => {
    expect(engine.recognise(await draw([]), {})).toEqual([])
    expect(engine.recognise({ width: 4, height: 4, channels: 1, data: new Uint8Array(16), dpi: 200 }, {})).toEqual([])
  })

  it('refuses a colour picture: its reader would take channels for pixels', () => {
    const colour: Raster = { width: 20, height: 20, channels: 3, data: new Uint8Array(1200), dpi: 200 }
    expect(() => engine.recognise(colour, {})).toThrow('grey')
  })

  it('refuses language data that are none', async () => {
    await expect(createOcrEngine({ dataPath: import.meta.filename })).rejects.toThrow('language data')
  })
})

describe('the picture that OCR reads', () => {
  it('is enlarged to 240 dpi when the scan is coarser, and left as it is when it is finer', async () => {
    expect(await ocrPicture(await draw(['Loyer'], 150))).toMatchObject({ width: 1440, height: 352, dpi: 240 })
    expect(await ocrPicture(await draw(['Loyer'], 300))).toMatchObject({ width: WIDTH, height: HEIGHT, dpi: 300 })
  })

  it('has even light: words in a shadow are read', async () => {
    const grey = await draw(['Loyer 612,45', 'Charges 38,20'])
    const shadow = grey.data.map((v, i) => Math.round(v * (1 - (0.75 * (i % WIDTH)) / WIDTH)))
    const words = engine.recognise(await ocrPicture({ ...grey, data: shadow }), {})
    expect(words.map(w => w.text)).toEqual(['Loyer', '612,45', 'Charges', '38,20'])
  })
})

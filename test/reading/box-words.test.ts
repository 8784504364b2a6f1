import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import type { OcrEngine, OcrOptions, OcrWord } from '../../src/reading/ocr-engine.ts'
import { findBoxRows } from '../../src/page/form-boxes.ts'
import { readBoxWords } from '../../src/reading/box-words.ts'

async function boxed(digits: string, missing = -1): Promise<Raster> {
  const [width, height] = [1000, 160]
  const body = [...digits]
    .map(
      (d, i) =>
        `<path d="M${100 + i * 34} 60h34M${100 + i * 34} 100h34${i === missing ? '' : `M${100 + i * 34} 60v40`}M${134 + i * 34} 60v40" ` +
        `stroke="#333" stroke-width="2"/><text x="${110 + i * 34}" y="91" font-size="28" font-family="sans-serif">${d}</text>`,
    )
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${body}</svg>`
  const data = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  return { width, height, channels: 1, data, dpi: 200 }
}

/** Says what it was told, and keeps the strips it was shown. */
function engineSaying(text: string): OcrEngine & { readonly strips: Raster[] } {
  const strips: Raster[] = []
  return {
    strips,
    recognise(grey: Raster, options: OcrOptions): OcrWord[] {
      expect(options.layout).toBe('line')
      strips.push(grey)
      const characters = [...text].map(c => ({ text: c, confidence: 0.9, zone: [0, 0, 1, 1] as const }))
      return [{ text, zone: [0, 0, 1, 1], confidence: 0.9, source: 'ocr', characters }]
    },
    close() {
      strips.length = 0
    },
  }
}

const read = (grey: Raster, words: readonly OcrWord[], engine: OcrEngine) =>
  readBoxWords(grey, findBoxRows(grey), words, engine)

const noise: OcrWord = { text: '[2][6|9]', zone: [0.1, 0.38, 0.3, 0.62], confidence: 0.2, source: 'ocr' }
const label: OcrWord = { text: 'NIR', zone: [0.02, 0.4, 0.06, 0.55], confidence: 0.9, source: 'ocr' }

describe('a number written one character per box', () => {
  it('replaces what OCR made of the borders, in the place of its boxes', async () => {
    const words = read(await boxed('269054958'), [label, noise], engineSaying('269054958'))
    expect(words.map(w => w.text)).toEqual(['NIR', '269054958'])
    expect(words[1]?.zone[0]).toBeCloseTo(0.1, 2)
    expect(words[1]?.zone[2]).toBeCloseTo(0.406, 2)
  })

  it('stays as it was when the reading has not one character per box', async () => {
    expect(read(await boxed('269054958'), [label, noise], engineSaying('2690549'))).toEqual([label, noise])
  })

  it('is shown to OCR without its borders, on a strip of its own', async () => {
    const engine = engineSaying('269054958')
    read(await boxed('269054958'), [], engine)
    const [strip] = engine.strips as [Raster]
    const middle = strip.data.subarray(0, strip.width * 8)
    expect(middle.every(v => v === 255)).toBe(true)
    expect(strip.data.some(v => v < 100)).toBe(true)
  })

  it('is not looked for on a page without boxes', () => {
    const engine = engineSaying('1')
    const blank: Raster = { width: 800, height: 600, channels: 1, data: new Uint8Array(480_000).fill(250), dpi: 200 }
    expect(read(blank, [label], engine)).toEqual([label])
    expect(engine.strips).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOcrBLine } from '../../../src/reading/ocr-b/read-line.ts'
import { drawMrz, type Capture } from '../draw-ocr-b.ts'

const LENGTHS = [30, 36, 44]
const read = async (line: string, capture: Capture): Promise<Awaited<ReturnType<typeof readOcrBLine>>> => {
  const { grey, middles, pitch } = await drawMrz([line], capture)
  return readOcrBLine(grey, pitch, middles[0] as number, 0.8, LENGTHS)
}

const EVERY_GLYPH = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<0123456789<<<<<<<'

describe('a line of OCR-B', () => {
  it.each<[string, Capture]>([
    ['scanned at 300 dpi', { dpi: 300 }],
    ['scanned at 200 dpi and blurred', { dpi: 200, blur: 0.8 }],
    ['scanned at 150 dpi', { dpi: 150 }],
    ['sent by fax', { dpi: 200, bitonal: true }],
    ['compressed too much', { dpi: 200, jpeg: 30 }],
    ['scanned with noise', { dpi: 200, noise: 40 }],
    ['leaning a little', { dpi: 200, slope: 0.007 }],
  ])('%s gives every character', async (_, capture) => {
    expect((await read(EVERY_GLYPH, capture))?.text).toBe(EVERY_GLYPH)
  })

  it('gives any characters, whatever they mean', async () => {
    const glyph = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<')
    const line = fc
      .constantFrom(...LENGTHS)
      .chain(length => fc.array(glyph, { minLength: length, maxLength: length }))
      .map(glyphs => `P${glyphs.join('').slice(1, -1)}7`)
    await fc.assert(
      fc.asyncProperty(line, async text => (await read(text, { dpi: 200, blur: 0.5 }))?.text === text),
      { seed: 6, numRuns: 12 },
    )
  })

  it('names what a blurred glyph may be instead, and is not sure of it', async () => {
    const line = await read(EVERY_GLYPH.replaceAll('<', '0'), { dpi: 100, blur: 1.8, noise: 60 })
    const doubtful = line?.alternatives.flatMap((others, k) => (others.length > 0 ? [k] : [])) ?? []
    expect(doubtful.length).toBeGreaterThan(0)
    for (const k of doubtful) {
      expect(line?.confidences[k]).toBeLessThan(0.95)
      expect(line?.alternatives[k]?.map(a => a.glyph)).not.toContain(line?.text[k])
    }
  })

  it('is not found on blank paper', async () => {
    expect(await read('', { dpi: 200, noise: 10 })).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import type { Line, Word } from '../../src/domain/reading.ts'
import { readNamesClosely } from '../../src/reading/close-names.ts'
import type { OcrEngine, OcrWord } from '../../src/reading/ocr-engine.ts'

const WHITE: Raster = { width: 800, height: 400, channels: 1, data: new Uint8Array(800 * 400).fill(255), dpi: 200 }

const word = (text: string, confidence: number, other: Partial<Word> = {}): Word => ({
  text,
  zone: [0.1, 0.5, 0.1 + 0.015 * text.length, 0.55],
  confidence,
  source: 'ocr',
  ...other,
})

/** The words after closer looks that say these texts one after the other, and how many looks were taken. */
async function closely(words: readonly Word[], ...texts: readonly string[]): Promise<{ words: Word[]; looks: number }> {
  let looks = 0
  const engine: OcrEngine = {
    recognise(): OcrWord[] {
      const text = texts[looks++ % texts.length] ?? ''
      const characters = [...text].map(c => ({ text: c, confidence: 0.9, zone: [0, 0, 1, 1] as const }))
      return [{ text, zone: [0, 0, 1, 1], confidence: 0.9, source: 'ocr', characters }]
    },
    close: () => undefined,
  }
  const line: Line = { words, zone: [0, 0.5, 1, 0.55] }
  const read = await readNamesClosely(WHITE, [line], engine)
  return { words: read.flatMap(l => [...l.words]), looks }
}

describe('a surname that OCR of the page was not sure of is looked at again', () => {
  it.each([
    ['all looks say the same', ['FONTAINE'], 0.96],
    ['two of three say the same', ['FONTAINE', 'FONTAINE', 'FONTAINF'], 0.93],
    ['one says the same', ['FONTAINE', 'FONTANE', 'FONTAINF'], 0.86],
    ['all say another word', ['FONTAINF'], 0.86],
  ])('%s', async (_, texts, confidence) => {
    const read = await closely([word('FONTAINE', 0.86)], ...texts)
    expect(read.words).toEqual([word('FONTAINE', confidence)])
  })

  it.each([
    ['sure already', word('FONTAINE', 0.95)],
    ['hardly a word', word('FONTAINE', 0.3)],
    ['not in capitals', word('Fontaine', 0.86)],
    ['a number', word('CA07303HC', 0.82)],
    ['text of a PDF', word('FONTAINE', 0.86, { source: 'texte-pdf' })],
    ['on a card that lies sideways', word('FONTAINE', 0.86, { upright: [0, 0, 1, 1] })],
  ])('%s: no look is taken', async (_, seen) => {
    expect(await closely([seen], seen.text)).toEqual({ words: [seen], looks: 0 })
  })

  it('a page full of doubtful words is no card', async () => {
    const many = Array.from({ length: 17 }, () => word('FONTAINE', 0.8))
    expect((await closely(many, 'FONTAINE')).looks).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import type { Word } from '../../src/domain/reading.ts'
import { readNumbersClosely } from '../../src/reading/close-numbers.ts'
import type { OcrEngine, OcrWord } from '../../src/reading/ocr-engine.ts'

const WHITE: Raster = { width: 800, height: 400, channels: 1, data: new Uint8Array(800 * 400).fill(255), dpi: 200 }

/** A number of a card after three looks that say these texts, each sign of them so surely. */
async function closely(
  text: string,
  confidence: number,
  ...said: readonly (readonly [text: string, sure: number])[]
): Promise<[string, number, number]> {
  let looks = 0
  const engine: OcrEngine = {
    recognise(_, { whitelist }): OcrWord[] {
      expect(whitelist).not.toContain('a')
      const [signs, sure] = said[looks++ % said.length] ?? ['', 0]
      const characters = [...signs].map(c => ({ text: c, confidence: sure, zone: [0, 0, 1, 1] as const }))
      return [{ text: signs, zone: [0, 0, 1, 1], confidence: sure, source: 'ocr', characters }]
    },
    close: () => undefined,
  }
  const word: Word = { text, zone: [0.1, 0.5, 0.3, 0.55], confidence, source: 'ocr' }
  const [line] = await readNumbersClosely(WHITE, [{ words: [word], zone: word.zone }], engine)
  return [line?.words[0]?.text ?? '', line?.words[0]?.confidence ?? 0, looks]
}

describe('a number of letters and figures that OCR of the page was not sure of is looked at again', () => {
  it('what the surest look says is taken, and is never sure enough to accuse anybody', async () => {
    const looks = [
      ['CFXILYFNRX', 0.92],
      ['CFX1YFNRX', 0.96],
      ['CFXILYFNRX', 0.92],
    ] as const
    expect(await closely('CFX1LYFNRX', 0.4, ...looks)).toEqual(['CFX1YFNRX', 0.85, 3])
    expect(await closely('F8K2TR7B4', 0.8, ['F8K2TR7B4', 0.99])).toEqual(['F8K2TR7B4', 0.85, 3])
  })

  it('looks that are not sure, or that give no number, change nothing', async () => {
    expect(await closely('F8K2TR7B4', 0.8, ['FBK2TR7B4', 0.85])).toEqual(['F8K2TR7B4', 0.8, 3])
    expect(await closely('F8K2TR7B4', 0.8, ['F8', 0.99], ['', 0.99])).toEqual(['F8K2TR7B4', 0.8, 3])
  })

  it.each([
    ['what is sure', 'F8K2TR7B4', 0.9],
    ['a word', 'FONTAINE', 0.5],
    ['a number of figures alone', '120338623604', 0.5],
  ])('%s is not looked at', async (_, text, confidence) => {
    expect(await closely(text, confidence, [text, 0.99])).toEqual([text, confidence, 0])
  })
})

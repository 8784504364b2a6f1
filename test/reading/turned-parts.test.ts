import { describe, expect, it } from 'vitest'
import type { Zone } from '../../src/domain/geometry.ts'
import type { Raster } from '../../src/domain/raster.ts'
import type { OcrEngine, OcrWord } from '../../src/reading/ocr-engine.ts'
import { readTurnedParts } from '../../src/reading/turned-parts.ts'
import { stripedPage } from '../page/drawings.ts'

const word = (text: string, zone: Zone, confidence = 0.95): OcrWord => ({ text, zone, confidence, source: 'ocr' })

/** Reads two words from a picture that is wider than high, in the middle of it, and noise from any other. */
function engineForWide(reads: (grey: Raster) => boolean): OcrEngine & { asked: number } {
  return {
    asked: 0,
    recognise(grey): OcrWord[] {
      this.asked++
      return reads(grey)
        ? [word('NATIONALITÉ', [0.1, 0.1, 0.4, 0.2]), word('FRANÇAISE', [0.5, 0.1, 0.8, 0.2])]
        : [word('~', [0.1, 0.1, 0.2, 0.2], 0.2)]
    },
    close() {
      this.asked = 0
    },
  }
}

describe('a card that lies sideways on a sheet', () => {
  const sideways = [100, 400, 260, 650] as const

  it('is read as it lies, its words in their places on the page, in reading order', async () => {
    const parts = await readTurnedParts(
      stripedPage(sideways),
      [],
      engineForWide(grey => grey.width > grey.height),
    )
    expect(parts).toHaveLength(1)
    const [line] = parts[0]?.lines ?? []
    expect(line?.words.map(w => w.text)).toEqual(['NATIONALITÉ', 'FRANÇAISE'])
    for (const { zone } of line?.words ?? []) {
      expect(zone[0]).toBeGreaterThan(100 / 620 - 0.02)
      expect(zone[2]).toBeLessThan(260 / 620 + 0.02)
      expect(zone[3] - zone[1]).toBeGreaterThan(zone[2] - zone[0])
    }
  })

  it('costs nothing when its words were read with the page', async () => {
    const engine = engineForWide(() => true)
    const words = Array.from({ length: 40 }, (_, i) =>
      word('DÉLIVRANCE', [0.2, 0.5 + i * 0.005, 0.4, 0.51 + i * 0.005]),
    )
    expect(await readTurnedParts(stripedPage(sideways), words, engine)).toEqual([])
    expect(engine.asked).toBe(0)
  })

  it('stays as it was when no way of turning it makes sense', async () => {
    expect(
      await readTurnedParts(
        stripedPage(sideways),
        [],
        engineForWide(() => false),
      ),
    ).toEqual([])
  })

  it('is not sought in a page of text', async () => {
    const engine = engineForWide(() => true)
    expect(await readTurnedParts(stripedPage([60, 60, 560, 800]), [], engine)).toEqual([])
    expect(engine.asked).toBe(0)
  })
})

describe('a line along the margin', () => {
  it('is read sideways', async () => {
    const parts = await readTurnedParts(
      stripedPage([20, 200, 36, 500]),
      [],
      engineForWide(grey => grey.width > grey.height),
    )
    expect(parts).toHaveLength(1)
  })
})

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Zone } from '../../src/domain/geometry.ts'
import type { Raster } from '../../src/domain/raster.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { rereadZone } from '../../src/reading/reread-zone.ts'
import { drawnText } from '../drawn-text.ts'

let engine: OcrEngine
let page: Raster
beforeAll(async () => {
  engine = await createOcrEngine()
  page = await drawnText(['25 386 €', '45 386 €', ''])
})
afterAll(() => engine.close())

/** Where the ink of the first line of the drawing stands. */
function zoneOf(raster: Raster): Zone {
  let [x0, y0, x1, y1] = [raster.width, raster.height, 0, 0]
  for (let y = 20; y < 90; y++)
    for (let x = 0; x < raster.width; x++)
      if ((raster.data[y * raster.width + x] ?? 255) < 128)
        [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)]
  return [x0 / raster.width, y0 / raster.height, x1 / raster.width, y1 / raster.height]
}

describe('a line read again, closely', () => {
  it('gives what stands there in every look, with a confidence for each character, and not the line below', async () => {
    const looks = await rereadZone(page, zoneOf(page), engine)
    expect(looks.length).toBeGreaterThanOrEqual(3)
    for (const { text, confidences } of looks) {
      expect(text.replace(/ /g, '')).toContain('25386')
      expect(text).not.toContain('45')
      expect(confidences).toHaveLength(text.length)
      expect(confidences.every(c => c >= 0 && c <= 1)).toBe(true)
    }
  })

  it('reads a colour picture as it reads the grey one', async () => {
    const data = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
      .toColourspace('srgb')
      .raw()
      .toBuffer()
    const zone = zoneOf(page)
    expect(await rereadZone({ ...page, data, channels: 3 }, zone, engine)).toEqual(await rereadZone(page, zone, engine))
  })

  it('gives nothing where nothing stands', async () => {
    expect(await rereadZone(page, [0.1, 0.85, 0.4, 0.9], engine)).toEqual([])
    expect(await rereadZone(page, [0.3, 0.5, 0.3, 0.5], engine)).toEqual([])
  })
})

import { expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { textBand } from '../../src/page/text-band.ts'

it('the band of a page with the most writing is where letters are many, not where a bar is dark', () => {
  const [width, height] = [400, 500]
  const writing = (x: number, y: number): boolean => y >= 300 && y < 340 && y % 8 < 4 && x % 6 < 2
  const bar = (y: number): boolean => y >= 60 && y < 75
  const page: Raster = {
    width,
    height,
    channels: 1,
    data: Uint8Array.from({ length: width * height }, (_, i) => {
      const y = Math.floor(i / width)
      return bar(y) || writing(i % width, y) ? 20 : 245
    }),
    dpi: 72,
  }
  const [left, top, right, bottom] = textBand(page, 0.08)
  expect([left, right]).toEqual([0, 1])
  expect(bottom - top).toBeCloseTo(0.08, 2)
  expect(top * height).toBeGreaterThan(295)
  expect(bottom * height).toBeLessThan(345)
})

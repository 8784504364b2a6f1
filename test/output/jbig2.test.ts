import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writePiecePdf } from '../../src/output/write-pdf.ts'
import { pageOf, shown } from './pages.ts'

describe('ink coded as JBIG2', () => {
  it('is given back pixel for pixel, whatever its pattern', async () => {
    const bitmap = fc.tuple(
      fc.constantFrom(16, 32, 48, 80),
      fc.constantFrom(16, 32, 64),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
    )
    await fc.assert(
      fc.asyncProperty(bitmap, async ([width, height, density, seed]) => {
        let state = seed
        const data = new Uint8Array(width * height)
        for (let i = 0; i < data.length; i++) {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0
          data[i] = (state >>> 8) % 10 < density ? 0 : 255
          // A row that repeats the one above is coded apart.
          if (Math.floor(i / width) % 3 === 2) data[i] = data[i - width] as number
        }
        const page = await shown(
          await writePiecePdf([pageOf({ width, height, channels: 1, data, dpi: 72 })], { titre: 'x' }),
          72,
        )
        const black = Array.from(data, v => (v === 0 ? 1 : 0))
        const got = black.map((_, i) => {
          const at = (Math.floor(i / width) * page.width + (i % width)) * 3
          return (page.data[at] as number) < 128 ? 1 : 0
        })
        expect(got).toEqual(black)
      }),
      { numRuns: 40 },
    )
  })
})

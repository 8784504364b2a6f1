import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { darkenInk } from '../../src/page/darken-ink.ts'

/** Paper with ink on one pixel of twenty. */
const pageOf = (ink: number, paper = 248): Raster => ({
  width: 100,
  height: 100,
  channels: 1,
  dpi: 200,
  data: Uint8Array.from({ length: 10_000 }, (_, i) => (i % 20 === 0 ? ink : paper)),
})

describe('ink for OCR', () => {
  it('is made dark where it is pale, on white paper and in the dark', () => {
    const copy = darkenInk(pageOf(188))
    expect([copy.data[0], copy.data[1]]).toEqual([20, 245])
    const night = darkenInk(pageOf(12, 60))
    expect([night.data[0], night.data[1]]).toEqual([20, 245])
  })

  it('is left as it is where it is dark already', () => {
    const page = pageOf(40)
    expect(darkenInk(page)).toBe(page)
  })

  it('is left pale where it only shows through the sheet', () => {
    const page = pageOf(225)
    expect(darkenInk(page)).toBe(page)
  })
})

import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { islandsOf } from '../../src/page/islands.ts'

/** A white A4 page at 75 dpi with stripes of ink inside each box. */
function pageWith(...boxes: readonly (readonly [number, number, number, number])[]): Raster {
  const [width, height] = [620, 877]
  const data = new Uint8Array(width * height).fill(250)
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (x % 4 < 2 && y % 8 < 5) data[y * width + x] = 20
  }
  return { width, height, channels: 1, data, dpi: 75 }
}

describe('islands of a page', () => {
  it('are the two sides of a card copied on one sheet', () => {
    const islands = islandsOf(pageWith([100, 100, 350, 260], [100, 400, 260, 650]))
    expect(islands).toHaveLength(2)
    const [recto] = islands
    expect(recto?.zone[0]).toBeCloseTo(100 / 620, 1)
    expect(recto?.zone[3]).toBeCloseTo(260 / 877, 1)
  })

  it('do not part lines of one text', () => {
    expect(islandsOf(pageWith([80, 100, 500, 110], [80, 118, 500, 128], [80, 136, 300, 146]))).toHaveLength(1)
  })

  it('are none on a blank page', () => {
    expect(islandsOf(pageWith())).toEqual([])
  })
})

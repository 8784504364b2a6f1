import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { blobsOf } from '../../src/page/blobs.ts'

/** Paper of one grey on which boxes (x0, y0, x1, y1) are filled. */
function paper(grey: number, ...boxes: readonly (readonly [number, number, number, number, number])[]): Raster {
  const [width, height] = [80, 60]
  const data = new Uint8Array(width * height).fill(grey)
  for (const [x0, y0, x1, y1, ink] of boxes) {
    for (let y = y0; y < y1; y++) data.fill(ink, y * width + x0, y * width + x1)
  }
  return { width, height, channels: 1, data, dpi: 100 }
}

describe('the blobs of a picture', () => {
  it('are the marks darker than the paper around them, with their size and their depth', () => {
    const [dark, pale, ...others] = blobsOf(paper(230, [10, 10, 14, 13, 40], [50, 40, 52, 46, 180]))
    expect(others).toEqual([])
    expect(dark).toMatchObject({ x0: 10, y0: 10, x1: 14, y1: 13, area: 12 })
    expect(pale).toMatchObject({ x0: 50, y0: 40, x1: 52, y1: 46, area: 12 })
    expect(dark?.depth).toBeGreaterThan(150)
    expect(pale?.depth).toBeLessThan(60)
  })

  it('are found on grey paper as on white, and lighter marks are none', () => {
    expect(blobsOf(paper(120, [10, 10, 14, 13, 40]))).toHaveLength(1)
    expect(
      blobsOf(paper(120, [10, 10, 14, 13, 250])).some(b => b.x0 >= 10 && b.x1 <= 14 && b.y0 >= 10 && b.y1 <= 13),
    ).toBe(false)
  })

  it('are none in the grain of a sensor', () => {
    const grainy = paper(200)
    const data = grainy.data.map((v, i) => v + ((i * 7919) % 13) - 6)
    expect(blobsOf({ ...grainy, data })).toEqual([])
  })
})

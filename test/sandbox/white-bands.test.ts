import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { withoutWhiteBands } from '../../src/sandbox/white-bands.ts'

/** A white page with ink on some rows. */
function page(height: number, ...inked: readonly number[]): Raster {
  const data = new Uint8Array(10 * height).fill(255)
  for (const y of inked) data[y * 10 + 3] = 0
  return { width: 10, height, channels: 1, data, dpi: 150 }
}

describe('a page with wide white bands', () => {
  it('keeps every row with ink, and what is found there is told at its place on the page', () => {
    const whole = page(400, 100, 101, 300)
    const { grey, back } = withoutWhiteBands(whole)
    expect(grey.height).toBeLessThan(100)
    const inked = Array.from({ length: grey.height }, (_, y) => y).filter(y => grey.data[y * 10 + 3] === 0)
    expect(inked.map(y => Math.round(back([0.3, y / grey.height, 0.4, (y + 1) / grey.height])[1] * 400))).toEqual([
      100, 101, 300,
    ])
    const [, top, , bottom] = back([0, 0, 1, (inked[1] as number) / grey.height + 1e-9])
    expect([top, Math.round(bottom * 400)]).toEqual([0, 101])
  })

  it('keeps lines apart: the band between them is narrowed, not taken away', () => {
    const { grey } = withoutWhiteBands(page(400, 100, 300))
    const [first = 0, second = 0] = Array.from({ length: grey.height }, (_, y) => y).filter(
      y => grey.data[y * 10 + 3] === 0,
    )
    expect(second - first).toBeGreaterThan(20)
  })

  it('without any comes back as it is', () => {
    const dense = page(20, 3, 9, 15)
    expect(withoutWhiteBands(dense).grey).toBe(dense)
  })
})

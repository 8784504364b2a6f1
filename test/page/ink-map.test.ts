import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { inkMapOf, integral, reduce } from '../../src/page/ink-map.ts'

const picture = (width: number, height: number, at: (x: number, y: number) => number): Raster => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
  dpi: 150,
})

describe('the ink of a page', () => {
  it('is what is darker than the paper around it, also in a shadow', () => {
    const stroke = (x: number, y: number): boolean => y === 30 && x % 40 > 10
    const { ink, width } = inkMapOf(picture(200, 60, (x, y) => (stroke(x, y) ? 0.5 : 1) * (x < 100 ? 240 : 110)))
    expect(ink[30 * width + 20]).toBe(1)
    expect(ink[30 * width + 190]).toBe(1)
    expect(ink[30 * width + 5]).toBe(0)
    expect(ink[50 * width + 150]).toBe(0)
  })

  it('is not grain of white paper, nor the inside of a dark area', () => {
    const grain = inkMapOf(picture(100, 100, (x, y) => 245 + ((x * 7 + y * 13) % 11) - 5))
    expect(grain.ink).not.toContain(1)
    const dark = inkMapOf(picture(100, 100, (x, y) => (x > 20 && x < 80 && y > 20 && y < 80 ? 30 : 240)))
    expect(dark.ink[50 * 100 + 50]).toBe(0)
    expect(dark.ink[50 * 100 + 22]).toBe(1)
  })
})

describe('a picture brought down', () => {
  it('keeps its mean grey and its shape, and says its new resolution', () => {
    const small = reduce(
      picture(400, 200, x => (x % 2 === 0 ? 0 : 200)),
      100,
    )
    expect([small.width, small.height, small.dpi]).toEqual([100, 50, 38])
    expect(new Set(small.data)).toEqual(new Set([100]))
  })

  it('is left alone when it is small already', () => {
    const own = picture(40, 20, () => 9)
    expect(reduce(own, 100)).toBe(own)
  })
})

it('sums of a picture tell the sum of any rectangle', () => {
  const sums = integral(Uint8Array.from([1, 2, 3, 4, 5, 6]), 3, 2)
  expect([...sums]).toEqual([0, 0, 0, 0, 0, 1, 3, 6, 0, 5, 12, 21])
})

import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { flattenLight } from '../../src/page/flatten-light.ts'

const WIDTH = 840
const HEIGHT = 1188

/** Paper under a light, with rows of strokes a third as bright. */
function page(light: (x: number, y: number) => number): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) data[y * WIDTH + x] = light(x / WIDTH, y / HEIGHT) * (isInk(x, y) ? 0.33 : 1)
  return { width: WIDTH, height: HEIGHT, channels: 1, data, dpi: 100 }
}
const isInk = (x: number, y: number): boolean => y % 28 < 3 && x % 7 < 3 && x > 80 && x < 760

const at = (raster: Raster, x: number, y: number): number => raster.data[y * WIDTH + x] as number

describe('the light of a page', () => {
  it('is even afterwards, though a lamp stood in a corner and a hand shaded the other', () => {
    const lit = page((x, y) => 235 - 120 * x * y - 30 * y)
    const flat = flattenLight(lit)
    for (const [x, y] of [
      [100, 104],
      [700, 104],
      [100, 1056],
      [700, 1056],
    ] as const) {
      expect(at(flat, x, y)).toBeGreaterThan(225)
    }
    expect(at(flat, 700, 1064)).toBeLessThan(120)
  })

  it('is left as it is when it is even: the very same pixels', () => {
    const even = page(() => 240)
    expect(flattenLight(even)).toBe(even)
  })

  it('keeps a portrait dark: it is no shadow', () => {
    const lit = page(x => 235 - 80 * x)
    for (let y = 400; y < 520; y++) for (let x = 200; x < 300; x++) lit.data[y * WIDTH + x] = 60
    expect(at(flattenLight(lit), 250, 460)).toBeLessThan(110)
  })

  it('never changes the picture it was given', () => {
    const lit = page((x, y) => 235 - 120 * x * y)
    const before = Buffer.from(lit.data)
    flattenLight(lit)
    expect(before.equals(lit.data)).toBe(true)
  })
})

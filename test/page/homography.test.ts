import { describe, expect, it } from 'vitest'
import { homography } from '../../src/page/homography.ts'

describe('a perspective map', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ] as const
  it('sends every corner where it must go', () => {
    const to = [
      { x: 10, y: 12 },
      { x: 95, y: 20 },
      { x: 90, y: 140 },
      { x: 5, y: 130 },
    ] as const
    const map = homography(square, to)
    expect(map).not.toBeNull()
    const [a, b, c, d, e, f, g, h] = map as NonNullable<typeof map>
    square.forEach((p, i) => {
      const z = g * p.x + h * p.y + 1
      expect((a * p.x + b * p.y + c) / z).toBeCloseTo(to[i]?.x as number, 6)
      expect((d * p.x + e * p.y + f) / z).toBeCloseTo(to[i]?.y as number, 6)
    })
  })
  it('does not exist for corners in one line', () => {
    const flat = [0, 1, 2, 3].map(x => ({ x, y: x })) as unknown as typeof square
    expect(homography(flat, square)).toBeNull()
  })
})

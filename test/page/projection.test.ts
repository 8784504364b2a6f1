import { describe, expect, it } from 'vitest'
import { edgePoints, lineEnergy, wholePixels } from '../../src/page/projection.ts'

/** A dark bar on rows 10 to 14 whose lower edge lies at 14 and two thirds. */
function bar(): Parameters<typeof edgePoints>[0] {
  const [width, height] = [40, 30]
  const row = (y: number): number => (y >= 10 && y <= 14 ? 30 : y === 15 ? 180 : 240)
  const grey = Uint8Array.from({ length: width * height }, (_, i) => row(Math.floor(i / width)))
  const level = new Uint8Array(grey.length).fill(130)
  return { width, height, grey, level, ink: grey.map(v => (v < 130 ? 1 : 0)), scale: 1 }
}

describe('the edges of strokes', () => {
  it('are found on the side asked for, between two pixels', () => {
    const below = edgePoints(bar(), 'rows', 1)
    expect(below.along).toHaveLength(38)
    for (const y of below.across) expect(y).toBeCloseTo(14.667, 2)
    for (const y of edgePoints(bar(), 'rows', -1).across) expect(y).toBeCloseTo(9.524, 2)
    expect(edgePoints(bar(), 'columns', 1).along).toHaveLength(0)
  })

  it('are those of their own pixel of ink when whole pixels are asked for', () => {
    expect(new Set(wholePixels(edgePoints(bar(), 'rows', 1), 1).across)).toEqual(new Set([14]))
    expect(new Set(wholePixels(edgePoints(bar(), 'rows', -1), -1).across)).toEqual(new Set([10]))
  })
})

describe('lines of points', () => {
  const slope = Math.tan((3 * Math.PI) / 180)
  const along = Float32Array.from({ length: 600 }, (_, i) => i % 200)
  const across = along.map((x, i) => 40 + 30 * Math.floor(i / 200) + x * slope)

  it('are sharpest at the angle that they lean by', () => {
    const energies = [-3, 0, 2.5, 3, 3.5, 6].map(a => lineEnergy({ along, across }, a, 200, 150))
    expect(energies.indexOf(Math.max(...energies))).toBe(3)
  })
})

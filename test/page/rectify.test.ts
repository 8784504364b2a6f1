import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import type { Quad } from '../../src/page/homography.ts'
import { rectify } from '../../src/page/rectify.ts'

const photo = (width: number, height: number): Raster => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height).map((_, i) => (i % width >= width / 2 ? 200 : 50)),
  dpi: 72,
})
const quad = (x0: number, y0: number, x1: number, y1: number): Quad => [
  { x: x0, y: y0 },
  { x: x1, y: y0 },
  { x: x1, y: y1 },
  { x: x0, y: y1 },
]

describe('a sheet cut out of a photograph', () => {
  it('has the proportions of A4 and the resolution that its size gives', () => {
    const sheet = rectify(photo(1000, 1400), quad(0.1, 0.1, 0.9, 0.9))
    expect([sheet?.width, sheet?.height, sheet?.dpi]).toEqual([792, 1120, 96])
  })

  it('that has the shape of a card is as large as a card', () => {
    const card = rectify(photo(856, 540), quad(0, 0, 1, 1))
    expect([card?.width, card?.height, card?.dpi]).toEqual([856, 540, 254])
  })

  it('of another shape keeps it', () => {
    const receipt = rectify(photo(300, 900), quad(0, 0, 1, 1))
    expect([receipt?.width, receipt?.height]).toEqual([300, 900])
  })

  it('shows each place where it was', () => {
    const sheet = rectify(photo(1000, 1400), quad(0.1, 0.1, 0.9, 0.9)) as Raster
    const row = sheet.data.subarray(500 * sheet.width, 501 * sheet.width)
    expect([row[10], row[380], row[412], row[780]]).toEqual([50, 50, 200, 200])
  })

  it('is none when its corners hold next to nothing', () => {
    expect(rectify(photo(1000, 1400), quad(0.5, 0.5, 0.502, 0.505))).toBeNull()
  })
})

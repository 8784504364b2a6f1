import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { WHOLE, type Corners, type Zone } from '../../src/domain/geometry.ts'
import type { Raster } from '../../src/domain/raster.ts'
import { cornersAsReceived, zoneAsReceived } from '../../src/page/received.ts'
import { rectify } from '../../src/page/rectify.ts'
import { straighten, turn } from '../../src/page/transform.ts'

/** A white page with a stamp in its upper right part, turned clockwise by `degrees`. */
async function pageTurned(degrees: number): Promise<Raster> {
  const stamp = '<rect x="300" y="100" width="60" height="30" fill="#000"/>'
  const page = sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594">${stamp}</svg>`))
  const { data, info } = await page
    .flatten({ background: '#fff' })
    .greyscale()
    .rotate(degrees, { background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 1, data, dpi: 50 }
}

/** Smallest zone that holds the dark pixels. */
function stampOf({ data, width, height }: Raster): Zone {
  let [x0, y0, x1, y1] = [width, height, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] as number) > 128) continue
      ;[x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)]
    }
  }
  return [x0 / width, y0 / height, x1 / width, y1 / height]
}

const around = (quad: Corners): Zone => [
  Math.min(...quad.map(p => p[0])),
  Math.min(...quad.map(p => p[1])),
  Math.max(...quad.map(p => p[0])),
  Math.max(...quad.map(p => p[1])),
]

describe('what was found on the upright page', () => {
  it.each([
    [0, 0, 0],
    [90, 3, 0],
    [180, 2, 0],
    [270, 1, 0],
    [4, 0, 4],
    [-7, 0, -7],
    [94, 3, 4],
    [175, 2, -5],
    [262, 1, -8],
  ] as const)('is shown at its place on a page received turned by %d degrees', async (degrees, quarterTurns, skew) => {
    const received = await pageTurned(degrees)
    const upright = await straighten(await turn(received, quarterTurns), skew)
    const corners = cornersAsReceived(null, received, upright, { quarterTurns, skew, reason: '' })
    const shown = around(zoneAsReceived(stampOf(upright), corners))
    stampOf(received).forEach((edge, i) => expect(Math.abs((shown[i] as number) - edge)).toBeLessThan(0.01))
  })

  it('is shown at its place on a sheet photographed at an angle and upside down', async () => {
    const photo = await photoOfSheet()
    const quad = SHEET.map(([x, y]) => ({ x, y })) as unknown as Parameters<typeof rectify>[1]
    const sheet = rectify(photo, quad) as Raster
    const upright = await turn(sheet, 2)
    const corners = cornersAsReceived(SHEET, sheet, upright, { quarterTurns: 2, skew: 0, reason: '' })
    const shown = around(zoneAsReceived(stampOf(upright), corners))
    stampOf(photo).forEach((edge, i) => expect(Math.abs((shown[i] as number) - edge)).toBeLessThan(0.012))
  })

  it('covers the whole picture when nothing was turned', () => {
    const size = { width: 210, height: 297 }
    expect(cornersAsReceived(null, size, size, { quarterTurns: 0, skew: 0, reason: '' })).toEqual(WHOLE)
  })
})

/** Corners of the sheet on its photograph. */
const SHEET: Corners = [
  [0.2, 0.15],
  [0.8, 0.1],
  [0.9, 0.9],
  [0.1, 0.85],
]

async function photoOfSheet(): Promise<Raster> {
  const outline = SHEET.map(([x, y]) => `${x * 800},${y * 1000}`).join(' ')
  const stamp = '<rect x="330" y="480" width="60" height="40" fill="#000"/>'
  const scene = `<polygon points="${outline}" fill="#fff"/>${stamp}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000">${scene}</svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#bbb' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 1, data, dpi: 100 }
}

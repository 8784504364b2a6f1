import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { isNight, measureQuality } from '../../src/page/quality.ts'

const [WIDTH, HEIGHT] = [1240, 1754]

/** A few lines of text on a sheet, in so little light that white is `white`, with the grain of the sensor. */
async function sheetIn(white: number, sigma: number): Promise<Raster> {
  const text = Array.from(
    { length: 9 },
    (_, i) =>
      `<text x="150" y="${300 + 60 * i}" font-family="Liberation Sans" font-size="28">Je certifie que son état de santé justifie un logement</text>`,
  ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>${text}</svg>`
  const page = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer()
  let seed = 11
  const grain = (): number => {
    seed = (seed * 16807) % 2147483647
    return (seed / 2147483647 - 0.5) * Math.sqrt(12) * sigma
  }
  const data = page.map(v => Math.max(0, Math.min(255, Math.round((v / 255) * (white - 5) + 5 + grain()))))
  return { width: WIDTH, height: HEIGHT, channels: 1, data, dpi: 150 }
}

describe('a picture taken in the dark', () => {
  it('is still read when a short letter shows on it', async () => {
    expect(isNight(measureQuality(await sheetIn(60, 1.2)))).toBe(false)
  })

  it('is night when only the grain of the sensor shows', async () => {
    expect(isNight(measureQuality(await sheetIn(11, 8)))).toBe(true)
  })
})

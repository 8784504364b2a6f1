import sharp from 'sharp'
import type { Raster } from '../src/domain/raster.ts'

/**
 * Lines of print of 12 points on white, grey, at 200 dpi, 80 pixels apart. Set by Pango: where files are opened, SVG may
 * no longer be.
 */
export async function drawnText(lines: readonly string[], width = 900): Promise<Raster> {
  const height = 40 + 80 * lines.length
  const drawn = lines.flatMap((text, i) =>
    text === ''
      ? []
      : { input: { text: { text, font: 'Liberation Sans 12', dpi: 200, rgba: true } }, left: 30, top: 30 + 80 * i },
  )
  const data = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(drawn)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { width, height, channels: 1, data: new Uint8Array(data), dpi: 200 }
}

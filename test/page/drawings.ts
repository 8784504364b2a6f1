import type { Raster } from '../../src/domain/raster.ts'

/** A white A4 page at 75 dpi; each box (x0, y0, x1, y1 in pixels) is filled with stripes of ink, as text would. */
export function stripedPage(...boxes: readonly (readonly [number, number, number, number])[]): Raster {
  const [width, height] = [620, 877]
  const data = new Uint8Array(width * height).fill(250)
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (x % 4 < 2 && y % 8 < 5) data[y * width + x] = 20
  }
  return { width, height, channels: 1, data, dpi: 75 }
}

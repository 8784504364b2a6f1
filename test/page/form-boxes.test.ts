import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { boxesOf, findBoxRows, withoutBoxBorders } from '../../src/page/form-boxes.ts'

/** An A5-wide strip of a form at 200 dpi, drawn as SVG. */
async function form(body: string): Promise<Raster> {
  const [width, height] = [1200, 260]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fcfcfa"/>${body}</svg>`
  const data = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  return { width, height, channels: 1, data, dpi: 200 }
}

/** Boxes of 34 x 40 pixels (4.3 x 5 mm) from `x`, one digit each. */
const boxes = (x: number, y: number, digits: string): string =>
  [...digits]
    .map(
      (d, i) =>
        `<rect x="${x + i * 34}" y="${y}" width="34" height="40" fill="none" stroke="#333" stroke-width="2"/>` +
        `<text x="${x + i * 34 + 10}" y="${y + 31}" font-size="28" font-family="sans-serif">${d}</text>`,
    )
    .join('')

describe('boxes of a printed form', () => {
  it('are found as one row, with a gap between day, month and year', async () => {
    const grey = await form(boxes(100, 60, '06') + boxes(190, 60, '09') + boxes(280, 60, '2026'))
    const rows = findBoxRows(grey)
    expect(rows).toHaveLength(1)
    expect(rows.flatMap(boxesOf)).toHaveLength(8)
  })

  it('are wiped for OCR, and what they hold stays', async () => {
    const grey = await form(boxes(100, 60, '2690549588157'))
    expect(findBoxRows(grey)).toHaveLength(1)
    const wiped = withoutBoxBorders(grey)
    const dark = (r: Raster): number => r.data.reduce((n, v) => n + Number(v < 200), 0)
    const digits = await form(boxes(100, 60, '2690549588157').replaceAll('stroke="#333"', ''))
    expect(dark(grey)).toBeGreaterThan(dark(digits) * 1.5)
    expect(dark(wiped)).toBeLessThan(dark(digits) * 1.1)
    expect(dark(wiped)).toBeGreaterThan(dark(digits) * 0.9)
    expect(findBoxRows(wiped)).toEqual([])
  })

  it('are not a line of large capitals, nor the cells of a table', async () => {
    const title = '<text x="60" y="90" font-size="42" font-family="sans-serif">HILTHE MILLE ET UNE</text>'
    const table = [0, 1, 2, 3, 4, 5]
      .map(
        i => `<rect x="${60 + i * 180}" y="130" width="180" height="40" fill="none" stroke="black" stroke-width="2"/>`,
      )
      .join('')
    const grey = await form(title + table)
    expect(findBoxRows(grey)).toEqual([])
    expect(withoutBoxBorders(grey)).toBe(grey)
  })
})

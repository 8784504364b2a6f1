import bwipjs from 'bwip-js/node'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { readBarcodes } from '../../src/reading/barcodes.ts'

const DPI = 200
const MM = DPI / 25.4
const TEXT =
  'DC04FR050001203A203A0701FR60ELODIE/ANNE\u001d62LE GOFF\u001d65ID66KM9VCTHT767FRA68F6C01\u001f' +
  'OAGJ5VPVJH7JBCJVTMOXUMKVMTVLY5HL6NAPXDQJWJPA2QCLAW3K45U6JOR7KTOGWB3HROHEWR46XJKVAQW26LMEJXN4NE3OJ5IOBAY'

/** A page at 200 dpi, in black and white as a fax, with lines of text and a symbol of modules of `moduleMm`. */
async function faxedPage(
  moduleMm: number | null,
  [widthMm, heightMm]: readonly [number, number],
  blur = 0.8,
): Promise<Raster> {
  const [width, height] = [Math.round(widthMm * MM), Math.round(heightMm * MM)]
  const lines = Array.from({ length: Math.floor(heightMm / 6) }, (_, i) => {
    const y = (4 + i * 6) * MM
    return `<text x="${3 * MM}" y="${y}" font-family="Liberation Sans" font-size="${3 * MM}">Nom et prénoms, no ${i}</text>`
  })
  const symbol = moduleMm === null ? '' : symbolAt(widthMm - 24.3, 10.2, moduleMm)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}${symbol}</svg>`
  const { data } = await sharp(Buffer.from(svg))
    .flatten()
    .toColourspace('b-w')
    .blur(blur)
    .threshold(128)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, channels: 1, data, dpi: DPI }
}

function symbolAt(xMm: number, yMm: number, moduleMm: number): string {
  const path = /<path [^>]*>/.exec(bwipjs.toSVG({ bcid: 'datamatrix', text: TEXT, scale: 1 }))?.[0] ?? ''
  // bwip-js draws a module as a square of two units at scale 1.
  return `<g transform="translate(${xMm * MM} ${yMm * MM}) scale(${(moduleMm * MM) / 2})">${path}</g>`
}

describe('The symbols of a page', () => {
  test.each([
    ['an identity card with modules of 0.25 mm', 0.25, [85.6, 54], 0.8],
    ['a sheet with modules of 0.25 mm, out of focus,', 0.25, [210, 297], 1],
    ['a sheet with modules of 0.4 mm', 0.4, [210, 297], 0.8],
  ] as const)('are read to the byte on %s sent by fax', async (_, moduleMm, [width, height], blur) => {
    const found = await readBarcodes(await faxedPage(moduleMm, [width, height], blur))
    expect(found.map(b => [b.format, b.content])).toEqual([['datamatrix', TEXT]])
    const [x0, y0, x1, y1] = found[0]?.zone ?? [0, 0, 0, 0]
    expect(x0 * width).toBeCloseTo(width - 24.3, 0)
    expect(y0 * height).toBeCloseTo(10.2, 0)
    expect(x1 - x0).toBeGreaterThan(0)
    expect(y1 - y0).toBeGreaterThan(0)
  })

  test('are looked for without failing on a page whose resolution is said to be very low', async () => {
    const { data, width, height } = await faxedPage(null, [60, 60])
    // A chequered square: the grain of a symbol, which is none.
    for (let y = 60; y < 260; y++)
      for (let x = 60; x < 260; x++) data[y * width + x] = ((x >> 2) + (y >> 2)) % 2 ? 0 : 255
    expect(await readBarcodes({ data, width, height, channels: 1, dpi: 40 })).toEqual([])
  })

  test('are none on a page of text', async () => {
    expect(await readBarcodes(await faxedPage(null, [210, 297]))).toEqual([])
  })

  test.each([
    ['code128', '269054958815780'],
    ['code39', '186022A21532523'],
  ] as const)('are bars too (%s) when a long number stands in them, with all their height', async (bcid, text) => {
    const bars = await bwipjs.toBuffer({ bcid, text, scale: 2, height: 12, backgroundcolor: 'FFFFFF' })
    const { width: w = 0, height: h = 0 } = await sharp(bars).metadata()
    const page = await pageWith(bars)
    const read = await readBarcodes(page)
    expect(read.map(b => [b.format, b.content])).toEqual([['other', text]])
    const [x0, y0, x1, y1] = read[0]?.zone ?? [0, 0, 0, 0]
    const shares = [(x1 - x0) * page.width, (y1 - y0) * page.height].map((side, i) => side / ([w, h][i] ?? 1))
    for (const share of shares) expect(Math.abs(share - 1)).toBeLessThan(0.05)
    expect(await readBarcodes(page, { drawn: true })).toEqual(read)
  })

  test('are no bars that hold but a short number', async () => {
    const bars = await bwipjs.toBuffer({ bcid: 'code128', text: 'LR 4512', scale: 2, height: 12 })
    expect(await readBarcodes(await pageWith(bars))).toEqual([])
  })
})

/** White, 140 mm wide, with a picture on it. */
async function pageWith(input: Buffer): Promise<Raster> {
  const [width, height] = [1100, 700]
  const data = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([{ input, left: 120, top: 300 }])
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { width, height, channels: 1, data, dpi: DPI }
}

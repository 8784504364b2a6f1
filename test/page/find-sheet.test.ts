import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { findSheet } from '../../src/page/find-sheet.ts'
import { greyOf } from '../../src/page/grey.ts'
import type { Quad } from '../../src/page/homography.ts'
import { rectify } from '../../src/page/rectify.ts'
import { refineSheet } from '../../src/page/refine-sheet.ts'

const WIDTH = 900
const HEIGHT = 1200

async function picture(table: string, sheet: string, over = '', width = WIDTH, height = HEIGHT): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Liberation Sans">${table}${sheet}${over}</svg>`
  const { data } = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, channels: 3, data, dpi: 100 }
}

const wood = '<rect width="100%" height="100%" fill="#7a5a3c"/>'
/** A sheet of A4 seen a little askew and from below. */
const CORNERS = [
  [130, 90],
  [760, 120],
  [800, 1050],
  [90, 1010],
] as const
const lines = Array.from(
  { length: 18 },
  (_, i) => `<text x="190" y="${200 + i * 42}" font-size="20">Ligne ${i} attestation de droits 1${i}2,50</text>`,
).join('')
const sheet = (fill: string): string =>
  `<polygon points="${CORNERS.map(c => c.join()).join(' ')}" fill="${fill}"/>${lines}`

/** Pixels from a true corner to the nearest corner found. */
const worst = (corners: Quad, photo: Raster): number =>
  Math.max(
    ...CORNERS.map(([x, y]) =>
      Math.min(...corners.map(c => Math.hypot(c.x * photo.width - x, c.y * photo.height - y))),
    ),
  )

describe('the sheet in a photograph', () => {
  it.each([
    ['a wooden table', wood, '#f4f2ec'],
    ['a grey table, the sheet in dim yellow light', '<rect width="100%" height="100%" fill="#3c3424"/>', '#8a7850'],
    ['a nearly white table', '<rect width="100%" height="100%" fill="#c9c9c5"/>', '#f0f0ec'],
  ])('is found on %s, and its corners to within 3 pixels', async (_, table, paper) => {
    const photo = await picture(table, sheet(paper))
    const grey = greyOf(photo)
    const found = findSheet(grey)
    expect(found).not.toBeNull()
    if (found) expect(worst(refineSheet(grey, found.corners), photo)).toBeLessThan(3)
  })

  it('is found on a checked tablecloth', async () => {
    const squares = Array.from({ length: 15 * 20 }, (_, i) =>
      (i + Math.floor(i / 15)) % 2 === 0
        ? `<rect x="${(i % 15) * 60}" y="${Math.floor(i / 15) * 60}" width="60" height="60" fill="#34548e"/>`
        : '',
    ).join('')
    const photo = await picture(`<rect width="100%" height="100%" fill="#8d9dbb"/>${squares}`, sheet('#f2f2ef'))
    const grey = greyOf(photo)
    const found = findSheet(grey)
    expect(found).not.toBeNull()
    if (found) expect(worst(refineSheet(grey, found.corners), photo)).toBeLessThan(3)
  })

  it('is not a frame printed on a scanned page: a flat scan is left whole', async () => {
    const frame = '<rect x="80" y="80" width="740" height="1040" fill="none" stroke="#222" stroke-width="4"/>'
    const tinted = '<rect x="120" y="300" width="660" height="500" fill="#dde6f2"/>'
    expect(findSheet(greyOf(await picture('', frame + tinted + lines)))).toBeNull()
  })

  it('is seen from straight above afterwards, with the proportions of A4', async () => {
    const photo = await picture(wood, sheet('#f4f2ec'))
    const grey = greyOf(photo)
    const found = findSheet(grey)
    const flat = found && rectify(photo, refineSheet(grey, found.corners))
    expect(flat).not.toBeNull()
    if (!flat) return
    expect(flat.height / flat.width).toBeCloseTo(297 / 210, 2)
    // No table is left along its sides, 2 pixels of blend aside.
    const sides = [3, flat.width - 4].flatMap(x => Array.from({ length: 50 }, (_, i) => [x, 20 + i * 15] as const))
    for (const [x, y] of sides) expect(flat.data[(y * flat.width + x) * 3 + 2]).toBeGreaterThan(225)
  })

  it('is told to be a card by its proportions, and its resolution follows', async () => {
    const card = '<rect x="110" y="330" width="685" height="432" fill="#e9eef4"/>'
    const photo = await picture(wood, card)
    const grey = greyOf(photo)
    const found = findSheet(grey)
    const flat = found && rectify(photo, refineSheet(grey, found.corners))
    expect(flat?.dpi).toBeGreaterThan(195)
    expect(flat?.dpi).toBeLessThan(212)
  })

  it('is nothing when the corners are in line', async () => {
    const photo = await picture(wood, '')
    const point = (x: number): { x: number; y: number } => ({ x, y: 0.5 })
    expect(rectify(photo, [point(0.1), point(0.4), point(0.7), point(0.9)])).toBeNull()
  })
})

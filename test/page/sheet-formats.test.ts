import { describe, expect, it } from 'vitest'
import { formatOf } from '../../src/page/sheet-formats.ts'

const scanned = (widthMm: number, heightMm: number): string => {
  const px = (mm: number): number => Math.round((mm / 25.4) * 200)
  return formatOf({ width: px(widthMm), height: px(heightMm), channels: 1, data: new Uint8Array(), dpi: 200 })
}

describe('the size of a page', () => {
  it.each([
    ['a sheet', 210, 297],
    ['a sheet scanned across', 297, 210],
    ['a card', 85.6, 54],
    ['a card with some glass around it', 94, 62],
    ['an open passport', 125, 176],
    ['a third of a sheet, as rent receipts are', 210, 99],
    ['a till receipt', 80, 143],
    ['a photograph that fills its frame, of no known size', 297, 223],
  ])('is whole when it is that of %s', (_, width, height) => {
    expect(scanned(width, height)).toBe('whole')
  })

  it.each([
    ['its head or foot', 210, 180],
    ['a side and its foot', 125, 160],
    ['half of a card', 85.6, 30],
  ])('is less than a sheet when it lacks %s', (_, width, height) => {
    expect(scanned(width, height)).toBe('part-of-sheet')
  })

  it('is odd when it is as long as a sheet and much narrower', () => {
    expect(scanned(150, 297)).toBe('odd')
  })
})

import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { guessOrientation } from '../../src/page/orientation.ts'
import { straighten, turn } from '../../src/page/transform.ts'
import { drawnPage } from './drawn-page.ts'

const small: Raster = { width: 3, height: 2, channels: 1, data: Uint8Array.from([1, 2, 3, 4, 5, 6]), dpi: 100 }

describe('a page turned by quarter turns', () => {
  it.each([
    [1, 2, 3, [4, 1, 5, 2, 6, 3]],
    [2, 3, 2, [6, 5, 4, 3, 2, 1]],
    [3, 2, 3, [3, 6, 2, 5, 1, 4]],
  ] as const)('%i times clockwise keeps every pixel', async (turns, width, height, pixels) => {
    const turned = await turn(small, turns)
    expect([turned.width, turned.height, turned.dpi]).toEqual([width, height, 100])
    expect([...turned.data]).toEqual(pixels)
  })

  it('not at all is the page itself', async () => {
    expect(await turn(small, 0)).toBe(small)
  })
})

describe('a page straightened', () => {
  it('leans no more', async () => {
    const straight = await straighten(await drawnPage(5.3), 5.3)
    expect(Math.abs(guessOrientation(straight).poses.find(p => p.turns === 0)?.skew ?? 99)).toBeLessThanOrEqual(0.1)
  })

  it('keeps its size when its rim is empty', async () => {
    const page = await drawnPage(2)
    const straight = await straighten(page, 2)
    expect([straight.width, straight.height]).toEqual([page.width, page.height])
  })

  it('grows rather than lose writing in a corner', async () => {
    const corner = Array.from(
      { length: 12 },
      (_, i) => `<text x="2" y="${12 + i * 11}" font-size="11">numéro 1234</text>`,
    )
    const page = await drawnPage(0, corner.join(''))
    const straight = await straighten(page, 4)
    expect(straight.width).toBeGreaterThan(page.width)
    expect(straight.height).toBeGreaterThan(page.height)
  })

  it('is not sampled anew for a lean that nobody sees', async () => {
    const page = await drawnPage(0)
    expect(await straighten(page, 0.1)).toBe(page)
  })
})

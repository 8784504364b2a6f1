import { describe, expect, it } from 'vitest'
import { baselineSide } from '../../src/page/baseline-side.ts'
import { inkMapOf } from '../../src/page/ink-map.ts'
import { turn } from '../../src/page/transform.ts'
import { drawnPage } from './drawn-page.ts'

describe('the side on which letters stand', () => {
  it('is below on an upright page and above on one upside down', async () => {
    const page = await drawnPage(0)
    expect(baselineSide(inkMapOf(page), 'rows', 0)).toBeGreaterThan(1.16)
    expect(baselineSide(inkMapOf(await turn(page, 2)), 'rows', 0)).toBeLessThan(1 / 1.16)
  })

  it('is left or right on a page that lies on its side, a little askew', async () => {
    const page = await drawnPage(1)
    expect(baselineSide(inkMapOf(await turn(page, 3)), 'columns', 1)).toBeGreaterThan(1.05)
    expect(baselineSide(inkMapOf(await turn(page, 1)), 'columns', 1)).toBeLessThan(1 / 1.05)
  })

  it('is not told by rules, which have none', async () => {
    const rules = Array.from({ length: 20 }, (_, i) => `<rect x="60" y="${146 + i * 34}" width="700" height="2"/>`)
    expect(baselineSide(inkMapOf(await drawnPage(0, rules.join(''))), 'rows', 0)).toBeGreaterThan(1)
  })

  it('is unknown where there is no ink', () => {
    const blank = { width: 300, height: 300, channels: 1 as const, data: new Uint8Array(90_000).fill(240), dpi: 72 }
    expect(baselineSide(inkMapOf(blank), 'rows', 0)).toBe(1)
  })
})

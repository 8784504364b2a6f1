import { describe, expect, it } from 'vitest'
import { guessOrientation } from '../../src/page/orientation.ts'
import { turn } from '../../src/page/transform.ts'
import { drawnPage } from './drawn-page.ts'

describe('the way up of a page', () => {
  it.each([0, 1, 2, 3] as const)('is found on a letter turned %i quarter turns', async turns => {
    const page = await turn(await drawnPage(1.2), turns)
    const [first] = guessOrientation(page).poses
    expect(first.turns).toBe((4 - turns) % 4)
    expect(Math.abs(first.skew - 1.2)).toBeLessThanOrEqual(0.2)
  })

  it('is not mistaken for that of the frame and sidebar beside the text', async () => {
    const bars = [60, 66, 72, 770, 776, 782].map(x => `<rect x="${x}" y="20" width="2" height="1130"/>`).join('')
    const [first] = guessOrientation(await drawnPage(0, bars)).poses
    expect(first.turns).toBe(0)
  })

  it('is not asked of a page without writing', () => {
    const blank = { width: 400, height: 600, channels: 1 as const, data: new Uint8Array(240_000).fill(250), dpi: 72 }
    expect(guessOrientation(blank)).toMatchObject({ bare: true, sure: false })
  })
})

describe('the skew of a page', () => {
  it.each([-14.3, -7.7, -2.1, -0.3, 0, 0.2, 0.9, 4.4, 11.6, 14.8])('of %d degrees is found to 0.1', async degrees => {
    const guess = guessOrientation(await drawnPage(degrees))
    const upright = guess.poses.find(p => p.turns === 0)
    expect(Math.abs((upright?.skew ?? 99) - degrees)).toBeLessThanOrEqual(0.1)
  })
})

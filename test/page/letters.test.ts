import { describe, expect, it } from 'vitest'
import { lettersOf } from '../../src/page/letters.ts'

describe('the letters of a page', () => {
  it('are kept where rules and frames are left out', () => {
    const [width, height] = [300, 200]
    const ink = new Uint8Array(width * height)
    for (let x = 10; x < 290; x++) ink[20 * width + x] = 1
    for (let i = 0; i < 60; i++)
      for (let k = 0; k < 10; k++) ink[(40 + Math.floor(i / 10) * 20 + k) * width + 20 + (i % 10) * 20] = 1
    const letters = lettersOf({ width, height, ink, grey: ink, level: ink, scale: 1 })
    expect(letters.ink.reduce((a, b) => a + b, 0)).toBe(600)
    expect(letters.ink[20 * width + 100]).toBe(0)
    expect(letters.ink[40 * width + 20]).toBe(1)
  })
})

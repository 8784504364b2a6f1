import { describe, expect, it } from 'vitest'
import { islandsOf } from '../../src/page/islands.ts'
import { stripedPage } from './drawings.ts'

describe('islands of a page', () => {
  it('are the two sides of a card copied on one sheet', () => {
    const islands = islandsOf(stripedPage([100, 100, 350, 260], [100, 400, 260, 650]))
    expect(islands).toHaveLength(2)
    const [recto] = islands
    expect(recto?.zone[0]).toBeCloseTo(100 / 620, 1)
    expect(recto?.zone[3]).toBeCloseTo(260 / 877, 1)
  })

  it('do not part lines of one text', () => {
    expect(islandsOf(stripedPage([80, 100, 500, 110], [80, 118, 500, 128], [80, 136, 300, 146]))).toHaveLength(1)
  })

  it('are none on a blank page', () => {
    expect(islandsOf(stripedPage())).toEqual([])
  })
})

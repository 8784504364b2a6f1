import { describe, expect, it } from 'vitest'
import { eachPart } from '../../src/page/connected.ts'

/** The parts of a drawing, each as its size and box; `#` is ink. */
function partsOf(rows: readonly string[], reach = 1): [number, number, number, number, number][] {
  const width = rows[0]?.length ?? 0
  const open = Uint8Array.from(rows.join(''), c => (c === '#' ? 1 : 0))
  const parts: [number, number, number, number, number][] = []
  eachPart(open, width, rows.length, reach, ({ cells, x0, y0, x1, y1 }) => parts.push([cells.length, x0, y0, x1, y1]))
  expect(open.every(v => v === 0)).toBe(true)
  return parts
}

describe('pixels that hang together', () => {
  it('are one part when they touch, by a corner too, and another is apart', () => {
    expect(partsOf(['#..##', '.#...', '....#'])).toEqual([
      [2, 0, 0, 2, 2],
      [2, 3, 0, 5, 1],
      [1, 4, 2, 5, 3],
    ])
  })

  it('are followed back up and to the left, as round the foot of a U', () => {
    expect(partsOf(['#..#', '#..#', '####'])).toEqual([[8, 0, 0, 4, 3]])
  })

  it('do not go on from the end of a row to the start of the next', () => {
    expect(partsOf(['..#', '#..'])).toHaveLength(2)
  })

  it('may be a few pixels apart where a broken stroke is followed', () => {
    expect(partsOf(['#..#...#'], 3)).toEqual([
      [2, 0, 0, 4, 1],
      [1, 7, 0, 8, 1],
    ])
  })

  it('are none on an empty page', () => {
    expect(partsOf(['...', '...'])).toEqual([])
  })
})

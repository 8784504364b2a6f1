import { describe, expect, it } from 'vitest'
import { follows, readPagination } from '../../src/sorting/pagination.ts'
import { page } from '../documents/page-builder.ts'

const read = (drawing: string) => readPagination(page(drawing))

describe('page number', () => {
  it.each<[string, number, number | null]>([
    ['Page 2/3', 2, 3],
    ['un texte\nPage : 1 / 12', 1, 12],
    ['Avis          PAGE 2 SUR 4', 2, 4],
    ['Feuillet n° 1/2', 1, 2],
    ['p. 3/5', 3, 5],
    ['Convention de divorce      KE FL        1 / 3', 1, 3],
    ['Tribunal judiciaire      Poge 2 sur 3', 2, 3],
    ['texte\n- 4 -', 4, null],
    ['texte\npage 7', 7, null],
  ])('is read in "%s"', (drawing, number, of) => {
    expect(read(drawing)).toEqual({ page: number, of })
  })

  it.each(['3/2', '03/24', '12/2024', 'Le 1/2 tarif', 'article 3/5 du code', 'Page 0/3', 'total 2 sur 100 000'])(
    'is none in "%s"',
    drawing => {
      expect(read(drawing)).toBeNull()
    },
  )

  it('follows the one before in the same document only', () => {
    expect(follows({ page: 1, of: 3 }, { page: 2, of: 3 })).toBe(true)
    expect(follows({ page: 1, of: 3 }, { page: 2, of: null })).toBe(true)
    expect(follows({ page: 1, of: 3 }, { page: 2, of: 4 })).toBe(false)
    expect(follows({ page: 1, of: 3 }, { page: 3, of: 3 })).toBe(false)
  })
})

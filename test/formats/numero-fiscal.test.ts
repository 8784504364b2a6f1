import { describe, expect, it } from 'vitest'
import { findNumerosFiscaux, isNumeroFiscal } from '../../src/formats/numero-fiscal.ts'

describe('numéro fiscal', () => {
  it.each(['3023217600053', '1234567890066', '0102030405057'])('%s has the right key', n =>
    expect(isNumeroFiscal(n)).toBe(true),
  )

  it.each(['1909599999010', '3001123456789', '4023217600053', '302321760005'])('%s has not', n =>
    expect(isNumeroFiscal(n)).toBe(false),
  )

  it('it is found alone or in its groups, whatever its key', () => {
    expect(findNumerosFiscaux('N° fiscal : 30 23 217 600 053')).toMatchObject([
      { numero: '3023217600053', cleValide: true },
    ])
    expect(findNumerosFiscaux('Déclarant 1 : 3001123456789')).toMatchObject([
      { numero: '3001123456789', cleValide: false },
    ])
    expect(findNumerosFiscaux('3O 23 2l7 6OO 053').map(n => n.numero)).toEqual([])
    expect(findNumerosFiscaux('3O 23 2l7 600 053')).toMatchObject([{ numero: '3023217600053', repare: true }])
  })

  it('two déclarants, two numbers, each at its place', () => {
    const text = 'Déclarant 1 : 30 23 217 600 053 Déclarant 2 : 1234567890066'
    expect(findNumerosFiscaux(text).map(n => text.slice(n.start, n.end))).toEqual([
      '30 23 217 600 053',
      '1234567890066',
    ])
  })

  it('longer runs and other groups are not one', () => {
    expect(findNumerosFiscaux('73282932000074')).toEqual([])
    expect(findNumerosFiscaux('2 69 05 49 588 157')).toEqual([])
    expect(findNumerosFiscaux('9023217600053')).toEqual([])
  })
})

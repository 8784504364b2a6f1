import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAmounts, parseAmount } from '../../src/formats/amounts.ts'

describe('one amount', () => {
  it('reads an amount that closes a bracket of words', () => {
    expect(findAmounts('impôt prélevé à la source (base 947,16)').map(a => a.valeur)).toEqual([947.16])
    expect(findAmounts('(12,50)').map(a => a.valeur)).toEqual([-12.5])
  })

  it.each([
    ['1 234,56 €', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1234.56', 1234.56],
    ['18 240', 18240],
    ['18240', 18240],
    ['1 234 567,89', 1234567.89],
    ['1 234 ,56', 1234.56],
    ['1 234, 56', 1234.56],
    ['1 234,56 EUR', 1234.56],
    ['1\u00a0234,56\u202f€', 1234.56],
    ['1\u202f234,5', 1234.5],
    ["12'345,00", 12345],
    ['€ 12', 12],
    [': 720,00 euros', 720],
    ['-12,50', -12.5],
    ['- 12,50 €', -12.5],
    ['−12,50', -12.5],
    ['12,50-', -12.5],
    ['(12,50)', -12.5],
    ['0,00', 0],
    ['11,6570', 11.657],
    ['1 2O4,56', 1204.56],
    ['l 234,56', 1234.56],
    ['18.240 €', 18240],
    ['1 234,56 E', 1234.56],
  ])('%s is %s', (text, value) => {
    expect(parseAmount(text)).toBe(value)
  })

  it.each(['', 'néant', '1.234', '11.657', '12,50 13,00', '6,90 %', '14/06/2022', '78.20Z', '12l', 'page 3'])(
    '%s is not one amount',
    text => expect(parseAmount(text)).toBeNull(),
  )

  it('any amount in cents written the French way is read back', () => {
    const write = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), cents => {
        expect(parseAmount(write.format(cents / 100))).toBe(cents / 100)
      }),
    )
  })
})

describe('amounts in a line', () => {
  it('dates, rates, postal codes glued to letters and percentages are told apart', () => {
    const text = 'Salaire 151,67 11.657 1 768,02 du 01/08/2023 6,90 % 78.20Z -12,50 100,00 - 20,00 720 €'
    expect(findAmounts(text).map(a => a.valeur)).toEqual([151.67, 1768.02, -12.5, 100, 20, 720])
  })

  it('each amount says where it stands and how it was written', () => {
    const text = 'Net à payer : 1 426,30 € pour 35 heures'
    const [net, hours] = findAmounts(text)
    expect(net && text.slice(net.start, net.end)).toBe('1 426,30 €')
    expect(net).toMatchObject({ decimales: 2, devise: true })
    expect(hours).toMatchObject({ valeur: 35, decimales: 0, devise: false })
  })
})

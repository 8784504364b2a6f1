import { describe, expect, it } from 'vitest'
import { findIbans, isIban } from '../../src/formats/iban.ts'

describe('IBAN', () => {
  it.each(['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'DE89370400440532013000', 'BE68539007547034'])(
    '%s holds',
    iban => expect(isIban(iban)).toBe(true),
  )

  it.each([
    'FR1420041010050500013M02607',
    'FR142004101005050001',
    'XX1420041010050500013M02606',
    '7630006000011234567890189',
  ])('%s does not', iban => expect(isIban(iban)).toBe(false))

  it('it is found in groups of four or in one run, at its place', () => {
    const text = 'Virement sur FR76 3000 6000 0112 3456 7890 189 (BNP), puis DE89370400440532013000.'
    const found = findIbans(text)
    expect(found.map(i => i.iban)).toEqual(['FR7630006000011234567890189', 'DE89370400440532013000'])
    expect(found.map(i => text.slice(i.start, i.end))).toEqual([
      'FR76 3000 6000 0112 3456 7890 189',
      'DE89370400440532013000',
    ])
  })

  it('other runs are none', () => {
    expect(findIbans('FR76 3000 6000 0112 3456 7890 188 et FR12')).toEqual([])
  })
})

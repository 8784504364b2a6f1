import { describe, expect, it } from 'vitest'
import { bordereauCode, parseBordereau } from '../../src/formats/bordereau.ts'

const NUMERO = '1111023517879GDPUB'

describe('the code of a separator sheet', () => {
  it('gives back what was written into it', () => {
    for (const type of ['bail', 'bulletin-de-paie', null] as const)
      expect(parseBordereau(bordereauCode({ numeroUnique: NUMERO, type }))).toEqual({ numeroUnique: NUMERO, type })
  })

  it('is not taken from any other symbol', () => {
    for (const content of ['', 'DC04FR0000011A2B', 'https://exemple.fr', 'NUMERISEUR:B1', 'NUMERISEUR:B1:ABC123:bail'])
      expect(parseBordereau(content)).toBeNull()
  })

  it('is refused when one sign of it was changed', () => {
    const code = bordereauCode({ numeroUnique: NUMERO, type: 'bail' })
    for (let i = 0; i < code.length; i++) {
      const changed = `${code.slice(0, i)}${code[i] === '7' ? '4' : '7'}${code.slice(i + 1)}`
      expect(parseBordereau(changed)).toBeNull()
    }
  })

  it('is refused when it announces a type that nobody knows', () => {
    const code = bordereauCode({ numeroUnique: NUMERO, type: 'bail' }).replace('bail', 'facture')
    expect(parseBordereau(code)).toBeNull()
  })

  it('cannot be made for a number that is none', () => {
    expect(() => bordereauCode({ numeroUnique: '12:34', type: null })).toThrow(RangeError)
  })
})

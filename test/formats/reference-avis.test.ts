import { describe, expect, it } from 'vitest'
import { anneeEmission, parseReferenceAvis } from '../../src/formats/reference-avis.ts'

describe("référence de l'avis", () => {
  it.each([
    ['22 78 0123456 78', '2278012345678'],
    ['2278012345678', '2278012345678'],
    ['23 75 A123456 78', '2375A12345678'],
    ['22 78 0123456 789', '22780123456789'],
  ])('%s', (text, reference) => {
    expect(parseReferenceAvis(text)).toBe(reference)
    expect(anneeEmission(reference)).toBe(2000 + Number(text.slice(0, 2)))
  })

  it.each(['', '227801234567', '227801234567890', '99 78 0123456 78', 'AB78012345678', '22REVENUSFISC'])(
    '%s is none',
    text => {
      expect(parseReferenceAvis(text)).toBeNull()
    },
  )
})

import { describe, expect, it } from 'vitest'
import { correctionDeCoupure, correctionDeType, parseCorrection } from '../../src/domain/correction.ts'

const PIECE = {
  type: 'hors-perimetre',
  classement: { second: null, raisons: ['titre d’un autre document'], mots: ['loyer', 'bailleur'] },
} as const

describe('what a person corrects', () => {
  it('is written as a line and read again', () => {
    for (const correction of [correctionDeType(PIECE, 'bail'), correctionDeCoupure(PIECE, true)])
      expect(parseCorrection(JSON.stringify(correction))).toEqual(correction)
  })

  it('holds the type that is right and words of our lists, nothing else of the document', () => {
    expect(correctionDeType(PIECE, 'bail')).toEqual({
      schema: 'numeriseur/correction@1',
      objet: 'type',
      lu: 'hors-perimetre',
      juste: 'bail',
      mots: ['loyer', 'bailleur'],
    })
  })

  it.each([
    '',
    'null',
    '[]',
    '{"schema":"numeriseur/correction@2"}',
    '{"schema":"numeriseur/correction@1","objet":"type","lu":"bail","juste":"facture","mots":[]}',
    '{"schema":"numeriseur/correction@1","objet":"type","lu":"bail","juste":"bail","mots":[3]}',
    '{"schema":"numeriseur/correction@1","objet":"coupure","faite":"oui","raisons":[]}',
  ])('is not read from a line that is none: %s', line => {
    expect(parseCorrection(line)).toBeNull()
  })
})

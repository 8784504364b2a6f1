import { describe, expect, it } from 'vitest'
import { missingFields, neededFields } from '../../src/documents/needed-fields.ts'
import { CODES_TYPE } from '../../src/domain/type-piece.ts'

const read = (valeur: string | number | null) => ({ valeur, confiance: 1, page: 1, zone: null, source: 'ocr' as const })

describe('what must be read on a piece', () => {
  it('is known for every type: whose it is at least, but for a document out of scope', () => {
    for (const type of CODES_TYPE)
      expect([type, neededFields(type).flat().includes('nom')]).toEqual([type, type !== 'hors-perimetre'])
  })

  it('is there when one field of each group is', () => {
    const champs = { nom: read('DURAND'), periodeFin: read('2026-09-30'), loyer: read(480), bailleur: read('OFFICE') }
    expect(missingFields('quittance-de-loyer', champs)).toEqual([])
  })

  it('is missing when no field of a group is, or when it stands without a value', () => {
    const champs = { nom: read('DURAND'), periodeFin: read(null), loyer: read(480), bailleur: read('OFFICE') }
    expect(missingFields('quittance-de-loyer', champs)).toEqual([['periodeFin', 'periodeDebut']])
  })
})

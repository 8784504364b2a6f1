import { describe, expect, it } from 'vitest'
import { companyNameSimilarity } from '../../src/formats/company-name.ts'

describe('the name of a company', () => {
  it.each([
    ['SARL BOULANGERIE DES LILAS', 'BOULANGERIE DES LILAS'],
    ['Transports Mercier & Fils', 'TRANSPORTS MERCIER ET FILS SAS'],
    ['BOULANGERIE DES LlLAS', 'BOULANGERIE DES LILAS'],
    ['CREDIT INDUSTRIEL ET COMMERCIAL', 'CIEC'],
    ['LA POSTE', 'LA POSTE'],
    ['Mercier Transports agence de Lyon', 'MERCIER TRANSPORTS'],
  ])('agrees: %s and %s', (printed, registered) => {
    expect(companyNameSimilarity(printed, [registered])).toBeGreaterThanOrEqual(0.6)
  })

  it.each([
    ['BOULANGERIE DES LILAS', 'GARAGE DU CENTRE'],
    ['MERCIER TRANSPORTS', 'DUPONT SERVICES'],
    ['FRANCE SERVICES', 'ACTUAL FRANCE'],
  ])('does not agree: %s and %s', (printed, registered) => {
    expect(companyNameSimilarity(printed, [registered])).toBeLessThan(0.45)
  })

  it('takes the best of the names that a register knows', () => {
    expect(companyNameSimilarity('CHEZ LULU', ['SARL LEMOINE', 'CHEZ LULU'])).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { bareName, cutName } from '../../src/documents/names.ts'

describe('cutName', () => {
  it.each([
    // text, surname, given names, usage name
    ['M. DUPONT Jean', 'DUPONT', 'Jean', null],
    ['Madame Jeanne MARTIN', 'MARTIN', 'Jeanne', null],
    ['Mme LE GOFF Anne-Marie', 'LE GOFF', 'Anne-Marie', null],
    ['Jean de LA TOUR', 'DE LA TOUR', 'Jean', null],
    ['MONSIEUR DUPONT JEAN', 'DUPONT', 'JEAN', null],
    ['JEAN DUPONT', 'DUPONT', 'JEAN', null],
    ['JEAN PIERRE DUPONT', 'DUPONT', 'JEAN PIERRE', null],
    ['DUPONT JEAN PIERRE', 'DUPONT', 'JEAN PIERRE', null],
    ['BEN AMMAR FATIMA', 'BEN AMMAR', 'FATIMA', null],
    ['DE SOUSA XYLA', 'DE SOUSA', 'XYLA', null],
    ['MARTIN THOMAS', 'MARTIN', 'THOMAS', null],
    ['BOUGUERRA NOUR EL HOUDA MERIEM', 'BOUGUERRA', 'NOUR EL HOUDA MERIEM', null],
    ['MUKENDI JEAN-PIERRE-MULUMBA', 'MUKENDI', 'JEAN-PIERRE-MULUMBA', null],
    ['Mme DIALLO née TRAORE Aminata', 'TRAORE', 'Aminata', 'DIALLO'],
    ['DUPONT épouse MARTIN Jeanne', 'DUPONT', 'Jeanne', 'MARTIN'],
    ['MME MARTIN NÉE DUPONT JEANNE', 'DUPONT', 'JEANNE', 'MARTIN'],
    ['DUPONT', 'DUPONT', null, null],
    ['Monsieur DURAND', 'DURAND', null, null],
    ['Dupont Jean', 'DUPONT', 'Jean', null],
    ["M. N'DIAYE Oumar", "N'DIAYE", 'Oumar', null],
    ['MOREAU Jean.', 'MOREAU', 'Jean', null],
  ])('%s is %s, %s', (text, nom, prenoms, nomUsage) => {
    expect(cutName(text)).toEqual({ nom, prenoms, nomUsage })
  })

  it('follows the order of the document when given names do not decide', () => {
    expect(cutName('BERNARD THOMAS', 'prenoms-nom')).toMatchObject({ nom: 'THOMAS', prenoms: 'BERNARD' })
    expect(cutName('BERNARD THOMAS')).toMatchObject({ nom: 'BERNARD', prenoms: 'THOMAS' })
    expect(cutName('XYLA OKONKWO', 'prenoms-nom')).toMatchObject({ nom: 'OKONKWO', prenoms: 'XYLA' })
  })

  it('refuses what is no name', () => {
    for (const text of ['', ' : ', '12 rue des Lilas', 'X', 'M.']) expect(cutName(text)).toBeNull()
  })

  it('does not take the first letters of a name for a title', () => {
    expect(bareName('MRABET Sonia')).toBe('MRABET Sonia')
    expect(bareName('MR. MRABET Sonia')).toBe('MRABET Sonia')
  })
})

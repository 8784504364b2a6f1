import { describe, expect, it } from 'vitest'
import { mrzChamps } from '../../../src/formats/mrz/mrz-champs.ts'
import { readMrz } from '../../../src/formats/mrz/read-mrz.ts'
import { band } from './band.ts'
import { MRZ_VECTORS, REFERENCE_DAY } from './vectors.ts'

const champs = (id: string): Record<string, string> => {
  const lines = MRZ_VECTORS.vectors.find(v => v.id === id)?.lines ?? []
  const reading = readMrz(band(lines), REFERENCE_DAY)
  if (reading.status === 'unread') throw new Error(reading.reason)
  return Object.fromEntries(mrzChamps(reading).map(c => [c.nom, c.valeur]))
}

describe('fields of the result that an MRZ gives', () => {
  it('a CNIe gives its identity, number and expiry', () => {
    expect(champs('fr-cnie-oconnor')).toEqual({
      nom: 'OCONNOR',
      prenoms: 'SEAN',
      numeroDocument: 'G4M8PX1Q7',
      dateNaissance: '1970-10-10',
      sexe: 'M',
      nationalite: 'FRA',
      dateExpiration: '2032-09-20',
      mrz: 'IDFRAG4M8PX1Q72<<<<<<<<<<<<<<<\n7010103M3209206FRA<<<<<<<<<<<0\nOCONNOR<<SEAN<<<<<<<<<<<<<<<<<',
    })
  })

  it('a laminated card gives no expiry, and a French nationality that it does not print', () => {
    const read = champs('fr-cni-2005')
    expect(read).toMatchObject({ numeroDocument: '050875300417', prenoms: 'JULIE CLAIRE', nationalite: 'FRA' })
    expect(read).not.toHaveProperty('dateExpiration')
  })

  it('a titre de séjour gives the foreigner number of its optional zone', () => {
    expect(champs('fr-titre-sejour-td1')).toMatchObject({ numeroEtranger: '9912345678', nationalite: 'SEN' })
  })

  it('a field whose check digit is wrong is not given', () => {
    expect(champs('td3-expiry-edited')).not.toHaveProperty('dateExpiration')
    expect(champs('td3-expiry-edited')).toHaveProperty('dateNaissance')
  })

  it('an unspecified sex is X', () => {
    expect(champs('td3-sex-unspecified').sexe).toBe('X')
  })

  it('each field stands in its line of the band', () => {
    const lines = MRZ_VECTORS.vectors.find(v => v.id === 'fr-cnie-oconnor')?.lines ?? []
    const reading = readMrz(band(lines), REFERENCE_DAY)
    if (reading.status === 'unread') throw new Error(reading.reason)
    const zone = (nom: string): readonly number[] | undefined => mrzChamps(reading).find(c => c.nom === nom)?.zone
    expect(zone('numeroDocument')).toEqual([0.2, 0.8, 0.47, 0.85])
    expect(zone('dateNaissance')).toEqual([0.05, 0.85, 0.23, 0.9])
    expect(zone('nom')).toEqual([0.05, 0.9, 0.95, 0.95])
  })
})

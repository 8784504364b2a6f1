import { describe, expect, it } from 'vitest'
import { depotDePlainte } from '../../../src/documents/kinds/depot-de-plainte.ts'
import { mainCourante } from '../../../src/documents/kinds/main-courante.ts'
import { page, piece } from '../page-builder.ts'
import { MAIN_COURANTE, PLAINTE, RECEPISSE_PLAINTE, RENSEIGNEMENT_JUDICIAIRE } from './drawings/police.ts'

const values = (kind: typeof depotDePlainte, drawing: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(kind.readFields(piece(page(drawing)), '2025-04-01')).map(([nom, champ]) => [nom, champ.valeur]),
  )

describe('dépôt de plainte et main courante', () => {
  it('reads a report whose day is written in letters', () => {
    expect(values(depotDePlainte, PLAINTE)).toMatchObject({
      nom: 'BOUCHER',
      prenoms: 'Laurence',
      dateNaissance: '1990-09-02',
      numeroProcedure: '2024/003871',
      dateDocument: '2024-03-12',
    })
  })

  it('reads a receipt of the gendarmerie', () => {
    expect(values(depotDePlainte, RECEPISSE_PLAINTE)).toMatchObject({
      nom: 'ROLLAND',
      numeroProcedure: '12345/00678/2025',
      dateDocument: '2025-01-18',
    })
  })

  it('keeps the name that the person uses beside the birth name', () => {
    const drawing = PLAINTE.replace('Nom : BOUCHER', 'Nom : BOUCHER\nNom de naissance : LE GALL')
    expect(values(depotDePlainte, drawing)).toMatchObject({ nom: 'LE GALL', nomUsage: 'BOUCHER', prenoms: 'Laurence' })
  })

  it('reads a log statement', () => {
    expect(values(mainCourante, MAIN_COURANTE)).toMatchObject({
      nom: 'PEREZ',
      prenoms: 'Alicia',
      numeroProcedure: '2024/018452',
      dateDocument: '2024-05-06',
    })
  })

  it('reads the gendarmerie equivalent', () => {
    expect(values(mainCourante, RENSEIGNEMENT_JUDICIAIRE)).toMatchObject({
      nom: 'LE BIHAN',
      numeroProcedure: '04512/00231/2023',
      dateDocument: '2023-09-14',
    })
  })
})

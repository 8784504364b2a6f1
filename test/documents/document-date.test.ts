import { describe, expect, it } from 'vitest'
import { allDates, readDocumentDate } from '../../src/documents/document-date.ts'
import { page, piece } from './page-builder.ts'

const dated = (drawing: string, labels: readonly string[] = []) =>
  readDocumentDate(piece(page(drawing)), labels)?.valeur

describe('date of a document', () => {
  it.each([
    ['Fait à Lyon, le 3 mars 2024', '2024-03-03'],
    ['                                        Saint-Malo, le 10/01/2025', '2025-01-10'],
    ['Pour copie conforme, Nantes, le 29/09/2026', '2026-09-29'],
    ['Délivré le 9 janvier 2025', '2025-01-09'],
    ["L'AN DEUX MILLE VINGT-SIX et le 14 JUIN 2026", '2026-06-14'],
    ['Dossier 12                    Le 28 décembre 2025', '2025-12-28'],
  ])('reads "%s"', (drawing, iso) => {
    expect(dated(drawing)).toBe(iso)
  })

  it.each([
    'Née le 12 mai 1990',
    'à payer avant le 05/11/2024',
    'Loi du 6 juillet 1989',
    "l'avoir déposée au rang de ses minutes le 25 mai 2026",
  ])('does not take another date for it: "%s"', drawing => {
    expect(dated(drawing)).toBeUndefined()
  })

  it('prefers its label to the place of signature, and the last signature to the first', () => {
    expect(dated("Date d'émission : 02/05/2024\nFait à Tours, le 6 mars 2024", ["Date d'émission"])).toBe('2024-05-02')
    expect(dated('Lyon, le 1er mars 2024\nFait à Lyon, le 6 mars 2024')).toBe('2024-03-06')
  })
})

describe('dates in the boxes of a form', () => {
  it.each([
    ['1 0 1 1 2 0 0 5', '2005-11-10'],
    ['[o|7|[o[8|[2|0[0lo|', '2000-08-07'],
    ['[1[4]| [o[7||2[0/2[6|', '2026-07-14'],
  ])('reads "%s"', (boxes, iso) => {
    expect(allDates(boxes).map(d => d.value)).toEqual([iso])
  })

  it.each(['[2 [al [o! 1 | | 2 | 0 | 2 | 7|', '06 12 34 56 78', '[316[7[9/1/9{5]', '9 9 9 9 2 0 2 6'])(
    'reads none where a figure is missing or none is meant: "%s"',
    boxes => {
      expect(allDates(boxes)).toEqual([])
    },
  )
})

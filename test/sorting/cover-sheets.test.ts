import { describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/domain/reading.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { bordereauCode } from '../../src/formats/bordereau.ts'
import { coverSheetOn, coverSheets } from '../../src/sorting/cover-sheets.ts'
import { splitBundle } from '../../src/sorting/split-bundle.ts'
import { page } from '../documents/page-builder.ts'
import * as logement from '../documents/kinds/drawings/logement.ts'
import * as d from './drawings.ts'

const NUMERO = '1111023517879GDPUB'
const MARS = d.BULLETIN('mars 2025', '01/03/2025', '31/03/2025')
const AVRIL = d.BULLETIN('avril 2025', '01/04/2025', '30/04/2025')
const PRINTED = `
BORDEREAU  DE  SÉPARATION

Numéro unique
${NUMERO}
Document qui suit
Bail
Placez cette feuille devant le document, face imprimée du même côté.
`

const sheet = (type: TypePiece | null): PageReading =>
  page(PRINTED, { barcodes: [bordereauCode({ numeroUnique: NUMERO, type })] })
const large = (read: PageReading): PageReading => ({
  ...read,
  // The title is printed twice as high as the rest.
  lines: read.lines.map((l, i) =>
    i > 0
      ? l
      : {
          ...l,
          words: l.words.map(w => ({ ...w, zone: [w.zone[0], w.zone[1], w.zone[2], w.zone[1] + 0.018] as const })),
        },
  ),
})
const UNREAD_SHEET = large(page(PRINTED.replaceAll('  ', ' ')))
const split = (...sheets: (string | PageReading)[]) =>
  splitBundle(sheets.map((s, i) => ({ ...(typeof s === 'string' ? page(s) : s), page: i + 1 })))

describe('a bundle scanned with separator sheets', () => {
  it('is cut at each sheet, and the sheets belong to no piece', () => {
    const pieces = split(sheet('bulletin-de-paie'), MARS, sheet('bail'), logement.BAIL_VIDE, sheet(null), d.PASSEPORT)
    expect(pieces.map(p => p.pages)).toEqual([[2], [4], [6]])
    expect(pieces.map(p => p.type)).toEqual(['bulletin-de-paie', 'bail', 'passeport'])
    expect(pieces.some(p => p.coupureIncertaine)).toBe(false)
  })

  it('keeps together what lies behind one sheet, and marks it when it looks like several documents', () => {
    const [piece, ...others] = split(sheet('bulletin-de-paie'), MARS, AVRIL)
    expect(others).toEqual([])
    expect(piece).toMatchObject({ pages: [2, 3], coupureIncertaine: true })
  })

  it('cuts what comes before the first sheet as any bundle', () => {
    expect(split(MARS, AVRIL, sheet('passeport'), d.PASSEPORT).map(p => p.pages)).toEqual([[1], [2], [4]])
  })

  it('takes the announced type for a page that says nothing by itself', () => {
    const [piece] = split(sheet('attestation-hebergement'), 'Je vous écris ces quelques mots\nVotre tante')
    expect(piece?.type).toBe('attestation-hebergement')
    expect(piece?.evidence.join()).toContain('annoncé')
  })

  it('does not believe a sheet laid before another document', () => {
    const [piece] = split(sheet('bail'), MARS)
    expect(piece?.type).toBe('bulletin-de-paie')
    expect(piece?.bordereau?.contenu?.type).toBe('bail')
  })

  it('makes no piece of two sheets in a row nor of a blank page behind one', () => {
    const blank = { ...page(''), quality: { ...page('').quality, state: 'blank' as const } }
    expect(split(sheet('bail'), sheet('bail'), blank)).toEqual([])
  })

  it('still cuts at a sheet of which no code can be read, and marks that cut', () => {
    const pieces = split(sheet('bail'), logement.BAIL_VIDE, UNREAD_SHEET, MARS)
    expect(pieces.map(p => p.pages)).toEqual([[2], [4]])
    expect(pieces.map(p => p.coupureIncertaine)).toEqual([false, true])
  })
})

describe('what a separator sheet is', () => {
  it('is known by its code, or by its title', () => {
    expect(coverSheetOn(sheet('bail'))?.contenu).toEqual({ numeroUnique: NUMERO, type: 'bail' })
    expect(coverSheetOn(UNREAD_SHEET)).toEqual({ page: 1, contenu: null })
  })

  it('is no document, whatever its codes, and no letter that speaks of sheets', () => {
    const letter = page('Madame,\nVeuillez joindre un bordereau de séparation à chaque envoi de documents au service.')
    expect(coverSheets([page(MARS), page(d.PASSEPORT, { barcodes: ['DC04'] }), letter])).toEqual([])
  })
})

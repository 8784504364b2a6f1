import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/domain/reading.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { splitBundle, type PieceRange } from '../../src/sorting/split-bundle.ts'
import { noisy, page } from '../documents/page-builder.ts'
import * as famille from '../documents/kinds/drawings/famille.ts'
import * as logement from '../documents/kinds/drawings/logement.ts'
import * as police from '../documents/kinds/drawings/police.ts'
import * as d from './drawings.ts'

type Sheet = string | PageReading

const numbered = (sheets: readonly Sheet[]): PageReading[] =>
  sheets.map((s, i) => ({ ...(typeof s === 'string' ? page(s) : s), page: i + 1 }))

const split = (...sheets: Sheet[]): PieceRange[] => splitBundle(numbered(sheets))
const ranges = (...sheets: Sheet[]): (readonly number[])[] => split(...sheets).map(p => p.pages)
const types = (...sheets: Sheet[]): TypePiece[] => split(...sheets).map(p => p.type)

const withState = (state: 'blank' | 'unreadable', drawing = ''): PageReading => {
  const read = page(drawing)
  return { ...read, quality: { ...read.quality, state, motif: state === 'unreadable' ? 'floue' : null } }
}
const BLANK = withState('blank')
const UNREAD = withState('unreadable', 'xx')

const JANVIER = d.BULLETIN('janvier 2025', '01/01/2025', '31/01/2025')
const FEVRIER = d.BULLETIN('février 2025', '01/02/2025', '28/02/2025')
const MARS = d.BULLETIN('mars 2025', '01/03/2025', '31/03/2025')

describe('pages of different documents', () => {
  it('cuts where the type changes', () => {
    const bundle = [logement.QUITTANCE_PARTICULIER, JANVIER, famille.CERTIFICAT_GROSSESSE, d.PASSEPORT]
    expect(ranges(...bundle)).toEqual([[1], [2], [3], [4]])
    expect(types(...bundle)).toEqual(['quittance-de-loyer', 'bulletin-de-paie', 'certificat-de-grossesse', 'passeport'])
  })

  it('makes a piece of each payslip of a row', () => {
    expect(ranges(JANVIER, FEVRIER, MARS)).toEqual([[1], [2], [3]])
  })

  it('makes a piece of the payslip of each spouse, for one month', () => {
    const other = d
      .BULLETIN('mars 2025', '01/03/2025', '31/03/2025', 'BENSAÏD Karim')
      .replace('BOULANGERIE DU QUAI', 'GARAGE DU PORT')
    expect(ranges(MARS, other)).toEqual([[1], [2]])
  })

  it('makes a piece of each quittance of a row', () => {
    const months = ['JANVIER 2025', 'FÉVRIER 2025', 'MARS 2025']
    expect(ranges(...months.map(m => logement.QUITTANCE_BAILLEUR_SOCIAL.replace('AVRIL 2024', m)))).toEqual([
      [1],
      [2],
      [3],
    ])
  })

  it('keeps the same payslip scanned twice as two pieces', () => {
    expect(ranges(MARS, MARS)).toEqual([[1], [2]])
  })

  it('does not glue a bill without a title of its own to the attestation before it', () => {
    const bill = `
Bonjour Monsieur BENSAÏD
Votre forfait mobile 80 Go                                    19,99 €
Ligne mobile 06 00 00 00 00      appels et SMS illimités       0,00 €
Hors forfait                                                   1,50 €
`
    expect(types(d.ATTESTATION_CAF, bill)).toEqual(['attestation-caf', 'hors-perimetre'])
  })

  it('does not glue an unknown letter to an identity card', () => {
    expect(ranges(d.CNI_RECTO, d.CNI_VERSO, d.PROSE)).toEqual([[1, 2], [3]])
  })
})

describe('pages of one document', () => {
  it('keeps the leaves of a tax notice together', () => {
    const [notice, ...others] = split(d.AVIS_IMPOT, d.AVIS_IMPOT_2)
    expect(notice).toMatchObject({ pages: [1, 2], type: 'avis-imposition', coupureIncertaine: false })
    expect(others).toEqual([])
  })

  it('cuts between the notices of two years', () => {
    const next = d.AVIS_IMPOT.replace('ÉTABLI EN 2024', 'ÉTABLI EN 2023').replace("l'année 2023", "l'année 2022")
    expect(ranges(d.AVIS_IMPOT, d.AVIS_IMPOT_2, next)).toEqual([[1, 2], [3]])
  })

  it('follows the articles of a contract over its pages', () => {
    expect(ranges(d.CONTRAT_TRAVAIL, d.CONTRAT_TRAVAIL_2, JANVIER)).toEqual([[1, 2], [3]])
  })

  it('follows roman clauses over a list of annexes that names other documents', () => {
    const annexes = `
XV. ANNEXES
Pièces remises au locataire                       Date de remise
État des lieux d'entrée                           07/11/2025
Diagnostic de performance énergétique             07/11/2025
`
    const lease = logement.BAIL_VIDE.replace('V. CLAUSE RÉSOLUTOIRE', 'XIV. CLAUSE RÉSOLUTOIRE')
    expect(ranges(lease, annexes, JANVIER)).toEqual([[1, 2], [3]])
  })

  it('takes a title repeated on the leaves of a judgment for a running title', () => {
    const leaf = `JUGE AUX AFFAIRES FAMILIALES\n${d.PROSE}\nLe greffier                Le juge`
    expect(ranges(famille.JUGEMENT, leaf, JANVIER)).toEqual([[1, 2], [3]])
  })

  it('cuts between two judgments of one court', () => {
    const other = famille.JUGEMENT.replace(/21\/04567/g, '19/00321').replace(/KERVELLA/g, 'LE GOFF')
    expect(ranges(famille.JUGEMENT, other)).toEqual([[1], [2]])
  })

  it('follows page numbers, whatever stands on the page', () => {
    const numbers = ['Page 1/3', 'Page 2/3', 'Page 3/3']
    const [first, second, third] = [logement.BAIL_VIDE, d.PROSE, logement.QUITTANCE_PARTICULIER].map(
      (drawing, i) => `${drawing}\n${numbers[i]}`,
    )
    expect(ranges(first ?? '', second ?? '', third ?? '', JANVIER)).toEqual([[1, 2, 3], [4]])
  })

  it('cuts before each first page of numbered documents of one kind', () => {
    const judgment = (n: number): string => `${n === 1 ? famille.JUGEMENT : d.PROSE}\n- ${n} -`
    expect(ranges(judgment(1), judgment(2), judgment(1), judgment(2))).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it('keeps the pages of a livret de famille together, and a full copy of a record out of it', () => {
    const leaf = `
EXTRAIT DE L'ACTE DE NAISSANCE N° 12
Nom : LEFEBVRE
Prénoms : Noé
Né le : 03/05/2019 à Lille
Délivré conforme aux registres le 6 mai 2019
`
    expect(ranges(famille.LIVRET_MARIAGE, famille.LIVRET_ENFANTS, leaf, famille.COPIE_INTEGRALE)).toEqual([
      [1, 2, 3],
      [4],
    ])
  })

  it('does not over-split one born-digital file of many pages', () => {
    const digital = (drawing: string): PageReading => page(drawing, { source: 'texte-pdf' })
    const leaves = [logement.BAIL_SOCIAL, d.PROSE, d.PROSE, d.PROSE].map(digital)
    expect(ranges(...leaves)).toHaveLength(1)
  })
})

describe('cards', () => {
  it('puts the back of a card with its front', () => {
    const [card] = split(d.CNI_RECTO, d.CNI_VERSO)
    expect(card).toMatchObject({ pages: [1, 2], type: 'carte-nationale-identite' })
  })

  it('puts a back scanned first with its front', () => {
    expect(ranges(d.CNI_VERSO, d.CNI_RECTO, JANVIER)).toEqual([[1, 2], [3]])
  })

  it('makes a piece of each card of a family', () => {
    const wife = d.CNI_RECTO.replace(/MARTIN/g, 'NGUYEN').replace(/SOPHIE/g, 'LINH')
    expect(ranges(d.CNI_RECTO, d.CNI_VERSO, wife, d.CNI_VERSO)).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it('takes both sides on one page as a whole card', () => {
    const both = `${d.CNI_RECTO}\n\n${d.CNI_VERSO}`
    const wife = both.replace(/MARTIN/g, 'NGUYEN').replace(/SOPHIE/g, 'LINH')
    expect(ranges(both, wife)).toEqual([[1], [2]])
  })
})

describe('blank and unreadable pages', () => {
  it('leaves blank pages out of every piece', () => {
    expect(ranges(JANVIER, BLANK, FEVRIER, BLANK, BLANK)).toEqual([[1], [3]])
  })

  it('gives no piece for a file of blank pages', () => {
    expect(ranges(BLANK, BLANK)).toEqual([])
    expect(splitBundle([])).toEqual([])
  })

  it('does not cut a numbered document at a blank page', () => {
    expect(ranges(d.AVIS_IMPOT, BLANK, d.AVIS_IMPOT_2)).toEqual([[1, 3]])
  })

  it('makes a piece of its own of an unreadable page', () => {
    const pieces = split(JANVIER, UNREAD, FEVRIER)
    expect(pieces.map(p => p.pages)).toEqual([[1], [2], [3]])
    expect(pieces[1]?.coupureIncertaine).toBe(true)
  })

  it('keeps an unreadable page that the numbers of its neighbours announce', () => {
    expect(ranges(`${logement.BAIL_VIDE}\nPage 1/3`, UNREAD, `${d.PROSE}\nPage 3/3`)).toEqual([[1, 2, 3]])
  })

  it('keeps an unreadable page whose own number can be read', () => {
    const second = withState('unreadable', 'xx\nPage 2/2')
    expect(ranges(`${logement.BAIL_VIDE}\nPage 1/2`, second, JANVIER)).toEqual([[1, 2], [3]])
  })
})

describe('close calls', () => {
  it('marks both sides of a cut that could be wrong, and says what decided', () => {
    const [card, rest] = split(police.MAIN_COURANTE, d.PROSE)
    expect(card?.coupureIncertaine).toBe(true)
    expect(rest?.coupureIncertaine ?? true).toBe(true)
  })

  it('says why pages were kept together', () => {
    const [notice] = split(d.AVIS_IMPOT, d.AVIS_IMPOT_2)
    expect(notice?.evidence.join(' | ')).toContain('page 2/2 à la suite de la page 1/2')
  })
})

describe('no page is lost', () => {
  const sheets: readonly Sheet[] = [
    logement.QUITTANCE_PARTICULIER,
    JANVIER,
    FEVRIER,
    d.CNI_RECTO,
    d.CNI_VERSO,
    d.AVIS_IMPOT,
    d.AVIS_IMPOT_2,
    d.PROSE,
    famille.LIVRET_ENFANTS,
    `${logement.BAIL_VIDE}\nPage 1/2`,
    'Page 2/2',
    noisy(page(famille.JUGEMENT), 12),
    BLANK,
    UNREAD,
    withState('unreadable', 'Page 2/3'),
    page(d.BULLETIN('avril 2025', '01/04/2025', '30/04/2025'), { source: 'texte-pdf' }),
    page(d.TITRE_SEJOUR, { ratio: 1.586 }),
    '',
  ]

  it('puts every page that is not blank in exactly one piece, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sheets), { maxLength: 9 }), bundle => {
        const pages = numbered(bundle)
        const pieces = splitBundle(pages)
        const printed = pages.filter(p => p.quality.state !== 'blank').map(p => p.page)
        expect(pieces.flatMap(p => [...p.pages])).toEqual(printed)
        expect(pieces.every(p => p.pages.length > 0 && p.confiance >= 0 && p.confiance <= 1)).toBe(true)
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

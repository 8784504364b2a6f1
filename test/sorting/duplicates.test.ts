import { describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/domain/reading.ts'
import { findDuplicates } from '../../src/sorting/duplicates.ts'
import { splitBundle } from '../../src/sorting/split-bundle.ts'
import { noisy, page } from '../documents/page-builder.ts'
import * as logement from '../documents/kinds/drawings/logement.ts'
import * as d from './drawings.ts'

const MARS = d.BULLETIN('mars 2025', '01/03/2025', '31/03/2025')
const AVRIL = d.BULLETIN('avril 2025', '01/04/2025', '30/04/2025')

/** Duplicates among sheets, each of which has the picture that `pictures` gives, or none. */
function duplicates(sheets: readonly (string | PageReading)[], pictures: readonly string[] = []) {
  const pages = sheets.map((s, i) => ({ ...(typeof s === 'string' ? page(s) : s), page: i + 1 }))
  return findDuplicates(splitBundle(pages), pages, n => pictures[n - 1] ?? null)
}

describe('the same document twice in one file', () => {
  it('is found, with the pages that came first', () => {
    expect(duplicates([MARS, d.PASSEPORT, MARS])).toEqual([{ pages: [3], of: [1] }])
  })

  it('is found on a second scan that was read a little worse', () => {
    const again = noisy(page(logement.QUITTANCE_PARTICULIER), 60, 3)
    expect(duplicates([logement.QUITTANCE_PARTICULIER, d.CNI_RECTO, again])).toEqual([{ pages: [3], of: [1] }])
  })

  it('is said of one page when the others are there once', () => {
    const [first, second] = [
      page(logement.BAIL_VIDE),
      page('Article 9\nLe locataire use paisiblement des locaux loués et les rend propres'),
    ]
    const [given] = duplicates([first, second, first])
    expect(given).toEqual({ pages: [3], of: [1] })
  })

  it('is not two payslips of one job, nor those of two people', () => {
    expect(duplicates([MARS, AVRIL])).toEqual([])
    const other = d.BULLETIN('mars 2025', '01/03/2025', '31/03/2025', 'BENSAÏD Karim')
    expect(duplicates([MARS, other])).toEqual([])
  })

  it('is not the two sides of a card', () => {
    expect(duplicates([d.CNI_RECTO, d.CNI_VERSO])).toEqual([])
  })

  it('is told by the picture where nothing is written', () => {
    const photo = page('')
    const [view, nearly, other] = ['0f0f33cc55aa9966', '0f0f33cc55aa9967', 'f0f0cc33aa556699']
    expect(duplicates([photo, photo], [view, nearly])).toEqual([{ pages: [2], of: [1] }])
    expect(duplicates([photo, photo], [view, other])).toEqual([])
    expect(duplicates([photo, photo])).toEqual([])
  })
})

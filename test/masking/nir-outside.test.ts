import { describe, expect, it } from 'vitest'
import { findKnownNirs } from '../../src/masking/find-nirs.ts'
import { findOutside } from '../../src/masking/nir-outside.ts'
import { page } from './page-builder.ts'

const NIR = '2 69 05 49 588 157 80'

describe('a number outside the pages', () => {
  it.each([
    ['in the name of the file', '2690549588157_bulletin.pdf'],
    ['in the title of the document', `Bulletin de paie N° Sécurité sociale : ${NIR}`],
    ['in the value of a form field', '269054958815780'],
    ['in a bookmark', `Mme ALIX ${NIR}`],
  ])('is found %s', (_, text) => {
    expect(findOutside([text])).toHaveLength(1)
  })

  it('is then masked on a page where nothing says what it is', () => {
    const reading = page().line('Dossier 2690549588157 du personnel').build()
    expect(findKnownNirs([reading], [])).toEqual([])
    const again = findKnownNirs([reading], findOutside([`NIR : ${NIR}`]))
    expect(again.map(f => f.page)).toEqual([1])
  })

  it('is nothing when the properties only hold dates, producers and other numbers', () => {
    expect(
      findOutside(['avis-2026.pdf', 'PDFium 2026-10-15', 'SIRET 73282932000074', 'scan_20261015_142233.jpg']),
    ).toEqual([])
  })

  it('cannot be printed with the finding', () => {
    expect(JSON.stringify(findOutside([`NIR : ${NIR}`]))).not.toMatch(/2\s?69\s?05/)
  })
})

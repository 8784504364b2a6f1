import { describe, expect, it } from 'vitest'
import type { Champs } from '../../src/domain/champs.ts'
import type { PageQuality, PageReading } from '../../src/domain/reading.ts'
import { whyUnusable } from '../../src/pipeline/legibility.ts'
import { page } from '../documents/page-builder.ts'

const FLOUE = 'La photo est floue : reprenez-la à la lumière, bien à plat.'
const read = (quality: Partial<PageQuality> = {}): PageReading => {
  const drawn = page('Quittance de loyer')
  return { ...drawn, quality: { ...drawn.quality, ...quality } }
}
const champs = (values: Readonly<Record<string, string | number>>): Champs =>
  Object.fromEntries(
    Object.entries(values).map(([nom, valeur]) => [
      nom,
      { valeur, confiance: 0.9, page: 1, zone: [0, 0, 1, 1] as const, source: 'ocr' as const },
    ]),
  )
const WHOLE = champs({ nom: 'DURAND', periodeFin: '2026-09-30', montantTotal: 512.4 })
const WITHOUT_TOTAL = champs({ nom: 'DURAND', periodeFin: '2026-09-30' })

describe('a piece that can be used', () => {
  it('has all that its type needs, even if a margin is trimmed or its reading was hard', () => {
    const trimmed = read({ cut: { sliced: [], bare: ['left', 'bottom'], oddShape: false } })
    expect(whyUnusable('quittance-de-loyer', WHOLE, [trimmed])).toBeNull()
    expect(whyUnusable('quittance-de-loyer', WHOLE, [read({ motif: FLOUE })])).toBeNull()
  })

  it('lacks a field on a page that reads well: that is a matter of checks', () => {
    expect(whyUnusable('quittance-de-loyer', WITHOUT_TOTAL, [read()])).toBeNull()
  })

  it('is out of scope and needs nothing, or is of a shape of its own', () => {
    const odd = read({ cut: { sliced: [], bare: [], oddShape: true } })
    expect(whyUnusable('hors-perimetre', {}, [odd])).toBeNull()
    expect(
      whyUnusable('recu-hotel', champs({ nom: 'DURAND', dateFin: '2026-09-30', montantTotal: 80 }), [odd]),
    ).toBeNull()
  })

  it('has its foot sliced off below all that is needed', () => {
    const foot = read({ cut: { sliced: ['bottom'], bare: ['bottom'], oddShape: true } })
    expect(whyUnusable('quittance-de-loyer', WHOLE, [foot])).toBeNull()
  })
})

describe('a piece that cannot be used', () => {
  it('has no page that can be read', () => {
    expect(whyUnusable('quittance-de-loyer', {}, [read({ state: 'unreadable', motif: FLOUE })])).toBe(FLOUE)
    expect(whyUnusable('quittance-de-loyer', {}, [read({ state: 'blank', motif: null })])).toMatch(/illisible/)
  })

  it('lacks what stood on its unreadable page', () => {
    const pages = [read({ state: 'unreadable', motif: FLOUE }), read()]
    expect(whyUnusable('quittance-de-loyer', WITHOUT_TOTAL, pages)).toBe(FLOUE)
    expect(whyUnusable('quittance-de-loyer', WHOLE, pages)).toBeNull()
  })

  it('lacks what stood where it is cut, and says where that is', () => {
    const cut = read({ cut: { sliced: [], bare: ['left', 'bottom'], oddShape: false } })
    expect(whyUnusable('quittance-de-loyer', WITHOUT_TOTAL, [cut])).toBe(
      'Le document est coupé à gauche et en bas : numérisez la page entière.',
    )
    const odd = read({ cut: { sliced: [], bare: [], oddShape: true } })
    expect(whyUnusable('quittance-de-loyer', WITHOUT_TOTAL, [odd])).toMatch(/paraît coupé/)
  })

  it('lacks a field and was hard to read', () => {
    expect(whyUnusable('quittance-de-loyer', WITHOUT_TOTAL, [read({ motif: FLOUE })])).toBe(FLOUE)
  })

  it('lost its head or a side with much of the sheet: what is left cannot be trusted', () => {
    const cut = read({ cut: { sliced: ['top'], bare: ['top'], oddShape: true } })
    expect(whyUnusable('quittance-de-loyer', WHOLE, [cut])).toBe(
      'Le document est coupé en haut : numérisez la page entière.',
    )
  })

  it('is sliced so that nothing tells what it was', () => {
    const cut = read({ cut: { sliced: ['left'], bare: ['left'], oddShape: false } })
    expect(whyUnusable('hors-perimetre', {}, [cut])).toMatch(/coupé à gauche/)
    expect(whyUnusable('hors-perimetre', champs({ natureDocument: 'rib' }), [cut])).toBeNull()
    const bare = read({ cut: { sliced: [], bare: ['top'], oddShape: true } })
    expect(whyUnusable('hors-perimetre', {}, [bare])).toMatch(/coupé en haut/)
  })
})

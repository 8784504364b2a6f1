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
const QUITTANCE = { type: 'quittance-de-loyer', confiance: 0.95 } as const
const OUTSIDE = { type: 'hors-perimetre', confiance: 0.95 } as const
const WHOLE = champs({ nom: 'DURAND', periodeFin: '2026-09-30', montantTotal: 512.4, bailleur: 'AGENCE DU BEFFROI' })
const WITHOUT_TOTAL = champs({ nom: 'DURAND', periodeFin: '2026-09-30', bailleur: 'AGENCE DU BEFFROI' })

describe('a piece that can be used', () => {
  it('has all that its type needs, even if a margin is trimmed or its reading was hard', () => {
    const trimmed = read({ cut: { sliced: [], bare: ['left', 'bottom'], format: 'whole' } })
    expect(whyUnusable(QUITTANCE, WHOLE, [trimmed])).toBeNull()
    expect(whyUnusable(QUITTANCE, WHOLE, [read({ motif: FLOUE })])).toBeNull()
  })

  it('lacks a field on a page that reads well: that is a matter of checks', () => {
    expect(whyUnusable(QUITTANCE, WITHOUT_TOTAL, [read()])).toBeNull()
  })

  it('is out of scope and needs nothing, or is of a shape of its own', () => {
    const odd = read({ cut: { sliced: [], bare: [], format: 'odd' } })
    expect(whyUnusable(OUTSIDE, {}, [odd])).toBeNull()
    expect(
      whyUnusable(
        { type: 'recu-hotel', confiance: 0.95 },
        champs({ nom: 'DURAND', dateFin: '2026-09-30', montantTotal: 80 }),
        [odd],
      ),
    ).toBeNull()
  })

  it('has its foot sliced off below all that is needed', () => {
    const foot = read({ cut: { sliced: ['bottom'], bare: ['bottom'], format: 'odd' } })
    expect(whyUnusable(QUITTANCE, WHOLE, [foot])).toBeNull()
  })
})

describe('a piece that cannot be used', () => {
  it('has no page that can be read', () => {
    expect(whyUnusable(QUITTANCE, {}, [read({ state: 'unreadable', motif: FLOUE })])).toBe(FLOUE)
    expect(whyUnusable(QUITTANCE, {}, [read({ state: 'blank', motif: null })])).toMatch(/illisible/)
  })

  it('lacks what stood on its unreadable page', () => {
    const pages = [read({ state: 'unreadable', motif: FLOUE }), read()]
    expect(whyUnusable(QUITTANCE, WITHOUT_TOTAL, pages)).toBe(FLOUE)
    expect(whyUnusable(QUITTANCE, WHOLE, pages)).toBeNull()
  })

  it('lacks what stood where it is cut, and says where that is', () => {
    const cut = read({ cut: { sliced: [], bare: ['left', 'bottom'], format: 'whole' } })
    expect(whyUnusable(QUITTANCE, WITHOUT_TOTAL, [cut])).toBe(
      'Le document est coupé à gauche et en bas : numérisez la page entière.',
    )
    const odd = read({ cut: { sliced: [], bare: [], format: 'odd' } })
    expect(whyUnusable(QUITTANCE, WITHOUT_TOTAL, [odd])).toMatch(/paraît coupé/)
  })

  it('lacks a field and was hard to read', () => {
    expect(whyUnusable(QUITTANCE, WITHOUT_TOTAL, [read({ motif: FLOUE })])).toBe(FLOUE)
  })

  it('lost its head or a side with much of the sheet: what is left cannot be trusted', () => {
    const cut = read({ cut: { sliced: ['top'], bare: ['top'], format: 'odd' } })
    expect(whyUnusable(QUITTANCE, WHOLE, [cut])).toBe('Le document est coupé en haut : numérisez la page entière.')
  })

  it('is sliced so that nothing tells what it was', () => {
    const cut = read({ cut: { sliced: ['left'], bare: ['left'], format: 'whole' } })
    expect(whyUnusable(OUTSIDE, {}, [cut])).toMatch(/coupé à gauche/)
    expect(whyUnusable(OUTSIDE, champs({ natureDocument: 'rib' }), [cut])).toBeNull()
    const bare = read({ cut: { sliced: [], bare: ['top'], format: 'odd' } })
    expect(whyUnusable(OUTSIDE, {}, [bare])).toMatch(/coupé en haut/)
  })

  it('is less than a sheet, and what is left does not tell its type: its title may have gone', () => {
    const part = read({ cut: { sliced: [], bare: [], format: 'part-of-sheet' } })
    expect(whyUnusable({ type: 'hors-perimetre', confiance: 0.6 }, champs({ natureDocument: 'rib' }), [part])).toBe(
      'Le document paraît coupé, une partie manque : numérisez la page entière.',
    )
    expect(whyUnusable({ type: 'carte-etudiant', confiance: 0.5 }, champs({ nom: 'DURAND' }), [part])).not.toBeNull()
    expect(whyUnusable(QUITTANCE, WHOLE, [part])).toBeNull()
    expect(whyUnusable(OUTSIDE, champs({ natureDocument: 'rib' }), [part])).toBeNull()
  })

  it('lost its head in clean paper: what is left speaks of other documents', () => {
    const headless = read({ cut: { sliced: [], bare: ['top'], format: 'part-of-sheet' } })
    expect(whyUnusable(OUTSIDE, champs({ natureDocument: 'attestation-assurance' }), [headless])).toBe(
      'Le document est coupé en haut : numérisez la page entière.',
    )
    expect(whyUnusable(QUITTANCE, WHOLE, [headless])).toBeNull()
  })
})

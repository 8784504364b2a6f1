import { describe, expect, it } from 'vitest'
import { pageText } from '../../src/domain/reading.ts'
import type { Draft } from '../../src/pipeline/draft.ts'
import { findMasks } from '../../src/pipeline/masks.ts'
import { printed } from '../checks/context.ts'
import { inside, page, zonesOf } from '../masking/page-builder.ts'
import { draft } from './draft-builder.ts'

const SPACED = '2 69 05 49 588 157 80'
const KEYLESS = '2690549588157'

const PAIE = page(1).line('BULLETIN DE PAIE').line('N° SS', SPACED).line('Net à payer 1 512,40').build()

describe('what must disappear from a file', () => {
  it('is the number where its label stands; the words around it stay, and pages without number are left alone', () => {
    const other = page(2).line('Quittance de loyer').build()
    const { pages, outside } = findMasks([draft('bulletin-de-paie', [PAIE]), draft('quittance-de-loyer', [other])], [])
    expect([...pages.keys()]).toEqual([1])
    expect(outside).toBe(0)
    const masks = pages.get(1)
    for (const zone of zonesOf(PAIE, SPACED)) expect(inside(zone, masks?.zones ?? [])).toBe(true)
    expect(masks && pageText(masks.reading)).toBe('BULLETIN DE PAIE\nN° SS\nNet à payer 1 512,40')
  })

  it('is the same number on the pages of other pieces too, where nothing says what it is', () => {
    const bail = page(2).line('Dossier', KEYLESS, 'suivi par Mme FERRAND').build()
    const { pages } = findMasks([draft('bulletin-de-paie', [PAIE]), draft('bail', [bail])], [])
    expect(pages.get(2)?.findings.map(f => f.evidence)).toEqual([['numero-deja-trouve']])
    expect(pageText(pages.get(2)?.reading ?? bail)).toBe('Dossier suivi par Mme FERRAND')
    expect(findMasks([draft('bail', [bail])], []).pages.size).toBe(0)
  })

  it('is a number that agrees with a birth read on another piece', () => {
    const agent = page(2).line('Agent', KEYLESS).build()
    const identity = page(1).line('CARTE NATIONALE').build()
    const drafts = (birth: string): Draft[] => [
      draft('carte-nationale-identite', [identity], { champs: printed({ dateNaissance: birth }) }),
      draft('contrat-de-travail', [agent]),
    ]
    const spoken = findMasks(drafts('1969-05-12'), []).pages.get(2)?.findings[0]?.evidence
    const silent = findMasks(drafts('1971-03-12'), []).pages.get(2)?.findings[0]?.evidence ?? []
    expect(spoken).toContain('naissance-concordante')
    expect(silent).not.toContain('naissance-concordante')
  })

  it('is the number of the file name, on pages where it stands without label', () => {
    const bail = page(1).line('Dossier', KEYLESS).build()
    const { pages, outside } = findMasks([draft('bail', [bail])], [`${KEYLESS}80_bail.pdf`, 'Scanner du 3 mai'])
    expect(outside).toBe(1)
    expect(pageText(pages.get(1)?.reading ?? bail)).toBe('Dossier')
  })
})

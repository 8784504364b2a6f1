import { describe, expect, it } from 'vitest'
import type { Finding, Preuve } from '../../src/domain/check.ts'
import { INDICES_PERTINENCE } from '../../src/domain/indice-pertinence.ts'
import { decideIndex, type IndexFacts } from '../../src/pertinence/decide-index.ts'

const preuve: Preuve = { libelle: 'SIRET', valeur: '73282932000074', page: 1, zone: null, source: 'ocr' }
const conforme: Finding = { code: 'siret-cle', statut: 'conforme', motif: 'Clé juste.', preuves: [preuve] }
const anomalie: Finding = {
  code: 'mrz-cles',
  statut: 'anomalie',
  motif: 'Une clé de la MRZ est fausse.',
  preuves: [preuve],
}
const nonRealise: Finding = { code: '2d-doc-signature', statut: 'non-realise', motif: 'Le 2D-Doc est illisible.' }
const sansObjet: Finding = { code: 'mrz-coherence', statut: 'sans-objet', motif: 'Pas de MRZ sur ce document.' }

const piece = (change: Partial<IndexFacts> = {}): IndexFacts => ({
  illisible: null,
  horsPerimetre: null,
  validite: { dateFinValidite: '2026-11-24', neJamaisObsolete: false },
  jourDepot: '2026-11-24',
  constats: [conforme, sansObjet],
  masquage: null,
  ...change,
})
const withFinding = (facts: IndexFacts, finding: Finding): IndexFacts => ({
  ...facts,
  constats: [...facts.constats, finding],
})

/** One change per reason, in the order of the contract. */
const REASONS: readonly (readonly [string, (f: IndexFacts) => IndexFacts])[] = [
  ['suspicion-de-fraude', f => withFinding(f, anomalie)],
  ['inexploitable', f => ({ ...f, illisible: 'La photo est floue : reprenez-la.' })],
  ['hors-perimetre-reglementaire', f => ({ ...f, horsPerimetre: "Un RIB n'est pas demandé." })],
  ['obsolete', f => ({ ...f, validite: { dateFinValidite: '2026-11-23', neJamaisObsolete: false } })],
  ['non-verifie', f => withFinding(f, nonRealise)],
]

describe('the pertinence index', () => {
  it('is « périmètre réglementaire » without motif when everything is right', () => {
    expect(decideIndex(piece())).toEqual({ indicePertinence: 'perimetre-reglementaire', motifs: [] })
  })

  it('takes the most severe reason over all 32 combinations, and keeps the motif of each', () => {
    for (let mask = 0; mask < 1 << REASONS.length; mask++) {
      const present = REASONS.filter((_, i) => mask & (1 << i))
      const facts = present.reduce((f, [, change]) => change(f), piece())
      const decision = decideIndex(facts)
      expect(decision.indicePertinence).toBe(present[0]?.[0] ?? 'perimetre-reglementaire')
      expect(decision.motifs).toHaveLength(present.length)
    }
  })

  it('knows every index of the contract', () => {
    expect([...REASONS.map(([code]) => code), 'perimetre-reglementaire']).toEqual([...INDICES_PERTINENCE])
  })

  it('accepts a document on its last day, and calls it obsolete the day after', () => {
    expect(decideIndex(piece({ jourDepot: '2026-11-24' })).indicePertinence).toBe('perimetre-reglementaire')
    const late = decideIndex(piece({ jourDepot: '2026-11-25' }))
    expect(late).toEqual({ indicePertinence: 'obsolete', motifs: ['Fin de validité dépassée : 24/11/2026.'] })
  })

  it('does not call obsolete a card whose five-year extension is possible', () => {
    const facts = piece({ validite: { dateFinValidite: '2022-06-14', neJamaisObsolete: true } })
    expect(decideIndex(facts).indicePertinence).toBe('perimetre-reglementaire')
  })

  it('does not call obsolete a document without an end of validity', () => {
    const facts = piece({ validite: { dateFinValidite: null, neJamaisObsolete: false } })
    expect(decideIndex(facts).indicePertinence).toBe('perimetre-reglementaire')
  })

  it('is « non vérifié » when a NIR may be left on the page', () => {
    const facts = piece({ masquage: 'Un numéro de sécurité sociale reste peut-être lisible : masquez-le à la main.' })
    expect(decideIndex(facts).indicePertinence).toBe('non-verifie')
  })

  it('says the same motif once', () => {
    expect(decideIndex(piece({ constats: [anomalie, { ...anomalie, code: 'mrz-coherence' }] })).motifs).toHaveLength(1)
  })
})

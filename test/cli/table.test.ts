import { describe, expect, it } from 'vitest'
import { pageRange, renderTable } from '../../src/cli/table.ts'
import type { Piece, Resultat } from '../../src/domain/resultat.ts'

const piece = (change: Partial<Piece>): Piece => ({
  id: 'depot-0-001',
  pages: [1, 2],
  categorie: 'ressources',
  type: 'bulletin-de-paie',
  confianceType: 0.98,
  champs: {},
  dateFinValidite: '2026-12-31',
  regleValidite: 'bulletin-paie-3-mois',
  nir: { occurrences: [{ page: 1, zone: [0.1, 0.1, 0.3, 0.12] }], neutralise: true },
  controles: [],
  indicePertinence: 'non-verifie',
  motifs: ['Le répertoire des entreprises n’a pas répondu.'],
  fichier: { nom: 'depot-0/01-bulletin-de-paie.pdf', octets: 1, sha256: '0' },
  ...change,
})

const resultat = (change: Partial<Resultat>): Resultat => ({
  schema: 'numeriseur/resultat@1',
  depot: {
    id: 'depot-0',
    canal: 'cli',
    guichet: null,
    numeroUnique: null,
    fichier: 'liasse.pdf',
    sha256: '0',
    octets: 1,
    pages: 2,
    recuLe: '2026-11-24T00:00:00+01:00',
  },
  erreur: null,
  pieces: [piece({})],
  ...change,
})

describe('the table of results', () => {
  it('gives each piece its pages, type, end of validity, NIR masked, index, and its motifs below', () => {
    const lines = renderTable([resultat({})]).split('\n')
    expect(lines[2]).toMatch(/^liasse\.pdf +1-2 +Bulletin de paie +31\/12\/2026 +1 +Non vérifié$/)
    expect(lines[3]).toBe('    - Le répertoire des entreprises n’a pas répondu.')
    expect(lines.at(-2)).toBe('1 fichier, 1 pièce')
  })

  it('says why a file has no piece', () => {
    const erreur = { code: 'fichier-vide' as const, message: 'Ce fichier est vide. Redéposez le document.' }
    const table = renderTable([resultat({ erreur, pieces: [] })])
    expect(table).toContain('Inexploitable')
    expect(table).toContain('    - Ce fichier est vide. Redéposez le document.')
  })

  it('says « à masquer » when the masking is not proven', () => {
    const left = piece({ nir: { occurrences: [], neutralise: false } })
    expect(renderTable([resultat({ pieces: [left] })])).toContain('à masquer')
  })

  it('says « sans limite » for a card without end of validity', () => {
    const card = piece({ dateFinValidite: null, regleValidite: 'sans-limite' })
    expect(renderTable([resultat({ pieces: [card] })])).toContain('sans limite')
  })

  it('groups the pages that follow each other', () => {
    expect(pageRange([1, 2, 3, 5, 7, 8])).toBe('1-3, 5, 7-8')
  })
})

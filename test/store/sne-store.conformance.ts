import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SneStore } from '../../src/domain/ports.ts'
import type { Piece, Resultat } from '../../src/domain/resultat.ts'
import { NirInResult } from '../../src/store/nir-wall.ts'

const piece = (rank: number, change: Partial<Piece> = {}): Piece => ({
  id: `depot-a-00${rank}`,
  pages: [rank],
  categorie: 'ressources',
  type: 'bulletin-de-paie',
  confianceType: 0.98,
  champs: { nom: { valeur: "D'ALMEIDA", confiance: 1, page: 1, zone: [0, 0, 0.5, 0.1], source: 'ocr' } },
  dateFinValidite: '2026-12-31',
  regleValidite: 'bulletin-paie-3-mois',
  nir: { occurrences: [], neutralise: true },
  controles: [],
  indicePertinence: 'perimetre-reglementaire',
  motifs: [],
  fichier: { nom: 'x.pdf', octets: 1, sha256: '0' },
  ...change,
})

export const resultat = (change: Partial<Resultat> = {}): Resultat => ({
  schema: 'numeriseur/resultat@1',
  depot: {
    id: 'depot-a',
    canal: 'guichet',
    guichet: '75001',
    numeroUnique: null,
    fichier: 'liasse.pdf',
    sha256: '0'.repeat(64),
    octets: 10,
    pages: 3,
    recuLe: '2026-11-24T00:00:00+01:00',
  },
  erreur: null,
  pieces: [piece(1), piece(2)],
  ...change,
})

/** What every SNE store does, whatever is behind it. */
export function sneStoreConformance(name: string, open: () => Promise<SneStore>): void {
  describe(`the SNE store on ${name}`, () => {
    let store: SneStore
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('gives back a result as it was written', async () => {
      await store.enregistrer(resultat())
      expect(await store.lire('depot-a')).toEqual(resultat())
    })

    it('writes the same result twice without a second piece', async () => {
      await store.enregistrer(resultat())
      await store.enregistrer(resultat())
      expect((await store.lire('depot-a'))?.pieces).toHaveLength(2)
    })

    it('replaces a result by a newer one, pieces that are gone included', async () => {
      const newer = resultat({ pieces: [piece(1, { indicePertinence: 'obsolete', motifs: ['Périmé.'] })] })
      await store.enregistrer(newer)
      expect(await store.lire('depot-a')).toEqual(newer)
    })

    it('keeps a file that could not be read, with its reason', async () => {
      const erreur = { code: 'fichier-protege' as const, message: 'Ce fichier est protégé.' }
      const refused = resultat({ erreur, pieces: [] })
      await store.enregistrer(refused)
      expect(await store.lire('depot-a')).toEqual(refused)
    })

    it('knows nothing of a deposit that was never made', async () => {
      expect(await store.lire('depot-b')).toBeNull()
    })

    it('refuses whole a result that still holds a NIR, and does not repeat it in the error', async () => {
      await store.enregistrer(resultat())
      const leak = resultat({ pieces: [piece(1, { motifs: ['N° 2 69 05 49 588 157 80'] })] })
      await expect(store.enregistrer(leak)).rejects.toThrow(/^((?!588).)*$/s)
      expect(await store.lire('depot-a')).toEqual(resultat())
    })

    it('refuses a NIR that was read as a number', async () => {
      const champs = { montant: { valeur: 269054958815780, confiance: 1, page: 1, zone: null, source: 'ocr' as const } }
      await expect(store.enregistrer(resultat({ pieces: [piece(1, { champs })] }))).rejects.toBeInstanceOf(NirInResult)
    })

    it('keeps accents, apostrophes and empty values as they are', async () => {
      const champs = {
        nom: {
          valeur: 'Lœtitia N\'Diaye-Müller \\ "x" é',
          confiance: 0.5,
          page: null,
          zone: null,
          source: 'calcul' as const,
        },
        rien: { valeur: null, confiance: 0, page: null, zone: null, source: 'ocr' as const },
        vrai: { valeur: true, confiance: 1, page: 1, zone: [0, 0.1, 0.25, 1] as const, source: '2d-doc' as const },
      }
      const written = resultat({ pieces: [piece(1, { champs, dateFinValidite: null })], pagesBlanches: [2] })
      await store.enregistrer(written)
      expect(await store.lire('depot-a')).toEqual(written)
    })

    it('gives the pieces back in the order of the file', async () => {
      const many = Array.from({ length: 12 }, (_, i) =>
        piece(i + 1, { id: `depot-a-${String(12 - i).padStart(3, '0')}` }),
      )
      await store.enregistrer(resultat({ pieces: many }))
      expect((await store.lire('depot-a'))?.pieces.map(p => p.id)).toEqual(many.map(p => p.id))
    })

    it('keeps apart two results written at the same time', async () => {
      const other = resultat({
        depot: { ...resultat().depot, id: 'depot-c' },
        pieces: [piece(1, { id: 'depot-c-001' })],
      })
      await Promise.all([store.enregistrer(resultat()), store.enregistrer(other)])
      expect(await store.lire('depot-a')).toEqual(resultat())
      expect(await store.lire('depot-c')).toEqual(other)
    })
  })
}

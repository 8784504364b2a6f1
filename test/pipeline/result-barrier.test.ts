import { describe, expect, it } from 'vitest'
import type { Piece, Resultat } from '../../src/domain/resultat.ts'
import { NIR_MASK } from '../../src/formats/nir-text.ts'
import { withoutNir } from '../../src/pipeline/result-barrier.ts'

const NIR = '269054958815780'
const SPACED = '2 69 05 49 588 157 80'

const PIECE: Piece = {
  id: 'depot-1-001',
  pages: [1],
  categorie: 'ressources',
  type: 'bulletin-de-paie',
  confianceType: 0.9,
  champs: {
    nom: { valeur: 'ALIX', confiance: 0.9, page: 1, zone: [0.1, 0.1, 0.2, 0.12], source: 'ocr' },
    netAPayer: { valeur: 1512.4, confiance: 0.9, page: 1, zone: null, source: 'ocr' },
    siret: { valeur: '73282932000074', confiance: 0.9, page: null, zone: null, source: 'calcul' },
  },
  dateFinValidite: null,
  regleValidite: null,
  nir: { occurrences: [{ page: 1, zone: [0.1, 0.2, 0.3, 0.22] }], neutralise: true },
  controles: [
    {
      code: 'siret-cle',
      statut: 'conforme',
      motif: 'La clé du SIRET est juste.',
      preuves: [{ libelle: 'SIRET', valeur: '732 829 320 00074', page: 1, zone: null, source: 'ocr' }],
    },
  ],
  indicePertinence: 'perimetre-reglementaire',
  motifs: [],
  fichier: { nom: 'depot-1/01-bulletin-de-paie.pdf', octets: 10, sha256: 'ab'.repeat(32) },
}

const resultat = (...pieces: Piece[]): Resultat => ({
  schema: 'numeriseur/resultat@1',
  depot: {
    id: 'depot-1',
    canal: 'cli',
    guichet: null,
    numeroUnique: null,
    fichier: 'bulletin.pdf',
    sha256: 'ab'.repeat(32),
    octets: 10,
    pages: 1,
    recuLe: '2026-10-15T00:00:00+02:00',
  },
  erreur: null,
  pieces,
})

/** Figures of the number still in what would be sent. */
const leaks = (sent: Resultat): boolean =>
  JSON.stringify(sent)
    .replace(/[^0-9]/g, '')
    .includes('0549588157')

describe('what leaves the service', () => {
  it('is unchanged when no text of it holds a social security number', () => {
    expect(withoutNir(resultat(PIECE))).toEqual(resultat(PIECE))
  })

  it('holds no number that was read as a field', () => {
    const nom = { ...PIECE.champs['nom'], valeur: `ALIX ${SPACED}` } as Piece['champs'][string]
    const sent = withoutNir(resultat({ ...PIECE, champs: { ...PIECE.champs, nom } }))
    expect(sent.pieces[0]?.champs['nom']).toEqual({ ...nom, valeur: `ALIX ${NIR_MASK}` })
    expect(sent.pieces[0]?.champs['netAPayer']).toEqual(PIECE.champs['netAPayer'])
    expect(leaks(sent)).toBe(false)
  })

  it('holds none that was read as an amount', () => {
    const netAPayer = { ...PIECE.champs['netAPayer'], valeur: Number(NIR) } as Piece['champs'][string]
    const sent = withoutNir(resultat({ ...PIECE, champs: { netAPayer } }))
    expect(sent.pieces[0]?.champs['netAPayer']?.valeur).toBe(NIR_MASK)
  })

  it('holds no number in what a check compared or says, nor in the reasons of the index', () => {
    const controles: Piece['controles'] = [
      {
        code: 'mrz-coherence',
        statut: 'anomalie',
        motif: `Le numéro ${NIR} ne concorde pas.`,
        preuves: [{ libelle: `N° SS ${NIR}`, valeur: SPACED, page: 1, zone: [0, 0, 1, 1], source: 'ocr' }],
      },
    ]
    const sent = withoutNir(resultat(PIECE, { ...PIECE, controles, motifs: [`Assuré ${SPACED} à vérifier.`] }))
    expect(leaks(sent)).toBe(false)
    const [, second] = sent.pieces
    expect(second?.motifs).toEqual([`Assuré ${NIR_MASK} à vérifier.`])
    expect(second?.controles[0]?.motif).toBe(`Le numéro ${NIR_MASK} ne concorde pas.`)
    expect(second?.controles[0]?.preuves?.[0]).toMatchObject({ valeur: NIR_MASK, page: 1, zone: [0, 0, 1, 1] })
  })
})

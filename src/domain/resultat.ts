import type { Categorie, TypePiece } from './type-piece.ts'
import type { Champs } from './champs.ts'
import type { Corners, Zone } from './geometry.ts'
import type { Preuve } from './check.ts'
import type { IndicePertinence } from './indice-pertinence.ts'
import type { CodeErreurDepot } from './erreurs.ts'

/** The result of one deposited file: `numeriseur/resultat@1` (JSON Schema in `models/contract/result.schema.json`). */

export type Canal = 'guichet' | 'portail' | 'cli'

export interface Depot {
  readonly id: string
  readonly canal: Canal
  readonly guichet: string | null
  readonly numeroUnique: string | null
  /** Base name as received, any NIR in it masked. */
  readonly fichier: string
  readonly sha256: string
  readonly octets: number
  readonly pages: number
  /** ISO date-time. */
  readonly recuLe: string
}

export interface OccurrenceNir {
  readonly page: number
  readonly zone: Zone | null
}

export interface Controle {
  readonly code: string
  readonly statut: 'conforme' | 'anomalie' | 'non-realise' | 'sans-objet'
  readonly motif: string
  readonly preuves?: readonly Preuve[]
  readonly reverifierLe?: string
}

export interface FichierProduit {
  /** Path relative to the output folder. */
  readonly nom: string
  readonly octets: number
  readonly sha256: string
}

export interface Piece {
  readonly id: string
  readonly pages: readonly number[]
  readonly categorie: Categorie
  readonly type: TypePiece
  readonly confianceType: number
  /** Why the piece has this type and these pages, and what else it could be; absent in results of before it was kept. */
  readonly classement?: Classement
  readonly champs: Champs
  readonly dateFinValidite: string | null
  readonly regleValidite: string | null
  /** How the end of validity was found, or why there is none, in French words. Results stored before 2026-11 lack it. */
  readonly explicationValidite?: string
  /** 0..1 */
  readonly confianceValidite?: number
  /** Regional profile that the durations come from, and the mark of its content: `*@1f0c93a2`. */
  readonly profilValidite?: string
  readonly nir: { readonly occurrences: readonly OccurrenceNir[]; readonly neutralise: boolean }
  readonly controles: readonly Controle[]
  readonly indicePertinence: IndicePertinence
  readonly motifs: readonly string[]
  readonly fichier: FichierProduit
}

export interface Resultat {
  readonly schema: 'numeriseur/resultat@1'
  readonly depot: Depot
  readonly erreur: { readonly code: CodeErreurDepot; readonly message: string } | null
  readonly pieces: readonly Piece[]
  /** Pages set aside because nothing stands on them. */
  readonly pagesBlanches?: readonly number[]
  /** Separator sheets of `numeriseur bordereau`: they belong to no piece. Absent: none was found. */
  readonly bordereaux?: readonly Bordereau[]
  /** Pieces that show once more what another piece of the file shows; absent: none was found. */
  readonly doublons?: readonly Doublon[]
  /** How each page was made upright; absent for a page that could not be decoded. */
  readonly redressements?: readonly Redressement[]
}

/** How a piece was sorted. Reasons and words come from our own lists: nothing read on the pages stands in them. */
export interface Classement {
  readonly second: { readonly type: TypePiece; readonly confiance: number } | null
  /** French, what decided the type first. */
  readonly raisons: readonly string[]
  /** Known words that stand on the piece: what a person's correction teaches (`correction.ts`). */
  readonly mots: readonly string[]
}

/** Pages that show the same document as others of the file, which came first. */
export interface Doublon {
  readonly pages: readonly number[]
  readonly de: readonly number[]
}

/** A separator sheet as it was scanned. The numéro unique that it carries is that of the deposit. */
export interface Bordereau {
  readonly page: number
  /** Its code could be read; if not, the sheet is known by its title, and its cut is uncertain. */
  readonly lu: boolean
  /** What it announces; `null` when it announces none or cannot be read. */
  readonly type: TypePiece | null
}

/** How a page as received was made upright, and why: zones are mapped back to it by the corners. */
export interface Redressement {
  readonly page: number
  /** Clockwise quarter turns applied. */
  readonly quartsDeTour: 0 | 1 | 2 | 3
  /** Degrees of skew removed, positive when the page had turned clockwise. */
  readonly inclinaison: number
  readonly raison: string
  /** Corners of the upright page in fractions of the page as received, clockwise from the top left. */
  readonly coins: Corners
}

import type { Zone } from './geometry.ts'
import type { Champs } from './champs.ts'
import type { PageReading, ReadingSource } from './reading.ts'
import type { TypePiece } from './type-piece.ts'

/** Check codes of the result contract. */
export type CheckCode =
  | 'mrz-cles'
  | 'mrz-coherence'
  | '2d-doc-signature'
  | '2d-doc-coherence'
  | 'siret-cle'
  | 'siret-registre'
  | 'avis-coherence'
  | 'avis-administration'
  | 'bulletin-totaux'
  | 'bulletin-vraisemblance'
  | 'bulletin-cumuls'
  | 'filigrane'
  | 'fichier-retouche'
  | 'identite-vraisemblance'
  | 'demande-coherence'
  | 'doublon'

/** A value that a check compared, and where it stands. Never holds a NIR. Field names as the result writes them. */
export interface Preuve {
  readonly libelle: string
  readonly valeur: string
  readonly page: number | null
  readonly zone: Zone | null
  readonly source: ReadingSource
}

export type NonEmpty<T> = readonly [T, ...T[]]

/**
 * What a check found. A pass or an anomaly cannot be built without the values it compared:
 * a check that compared nothing is `non-realise` or `sans-objet`.
 */
export type CheckResult =
  | { readonly statut: 'conforme'; readonly motif: string; readonly preuves: NonEmpty<Preuve> }
  | { readonly statut: 'anomalie'; readonly motif: string; readonly preuves: NonEmpty<Preuve> }
  | {
      readonly statut: 'non-realise'
      readonly motif: string
      readonly preuves?: readonly Preuve[]
      /** Set when the cause is an outage: run again from this instant (ISO date-time). */
      readonly reverifierLe?: string
    }
  | { readonly statut: 'sans-objet'; readonly motif: string }

export type Finding = CheckResult & { readonly code: CheckCode }

/** One line of a page read again, closely, by one of several looks at it. */
export interface Rereading {
  /** Words parted by a space. */
  readonly text: string
  /** Of each character of the text, 0..1; 1 for a space. */
  readonly confidences: readonly number[]
}

/**
 * Reads a line of a page of the piece again, closely, several times over; words just around the zone may be read with it.
 * Empty when the page has no picture any more.
 */
export type Reread = (page: number, zone: Zone) => Promise<readonly Rereading[]>

/** What a check sees: one piece, read, with the deposit day. */
export interface CheckContext {
  readonly type: TypePiece
  readonly pages: readonly PageReading[]
  readonly champs: Champs
  /** Europe/Paris calendar day, ISO. */
  readonly jourDepot: string
  /** Absent: nothing can be read again. */
  readonly reread?: Reread
}

/** A check: its code, the pieces it concerns, how it runs. Stores and services come in by closure. */
export interface Check {
  readonly code: CheckCode
  appliesTo(context: CheckContext): boolean
  run(context: CheckContext): CheckResult | Promise<CheckResult>
}

/** A check of the registry, with what the catalogue `docs/checks.md` says of it, in English. */
export interface CataloguedCheck extends Check {
  /** What is compared with what. */
  readonly compares: string
  /** What alone is an `anomalie`. */
  readonly accuses: string
}

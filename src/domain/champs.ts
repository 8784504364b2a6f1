import type { Zone } from './geometry.ts'
import type { ReadingSource } from './reading.ts'

export type ValeurChamp = string | number | boolean | null

/** One reading of a value, with its evidence. */
export interface Lecture {
  readonly valeur: ValeurChamp
  /** 0..1 */
  readonly confiance: number
  readonly page: number | null
  readonly zone: Zone | null
  readonly source: ReadingSource
}

/** One value read on a piece, with its evidence (result contract, `champs`). */
export interface Champ extends Lecture {
  /** The same value read elsewhere (MRZ, 2D-Doc, print), agreeing or not; absent when it stands in one place only. */
  readonly autresLectures?: readonly Lecture[]
}

/** camelCase French business term to what was read. A name that was not read is absent. */
export type Champs = Readonly<Record<string, Champ>>

/** The string value of a field, or `null` when absent or of another kind. */
export function champTexte(champs: Champs, nom: string): string | null {
  const v = champs[nom]?.valeur
  return typeof v === 'string' && v !== '' ? v : null
}

/** The number value of a field, or `null` when absent or of another kind. */
export function champNombre(champs: Champs, nom: string): number | null {
  const v = champs[nom]?.valeur
  return typeof v === 'number' ? v : null
}

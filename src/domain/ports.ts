import type { Resultat } from './resultat.ts'

/** Where results are written for the SNE. Every adapter passes the same conformance suite. */
export interface SneStore {
  /**
   * Writes a result, whole or not at all. Writing the same result twice changes nothing; a newer result of the same
   * deposit replaces the old one, pieces that are no longer there included.
   * @throws NirInResult when a text of the result still holds a NIR: nothing is written
   */
  enregistrer(resultat: Resultat): Promise<void>
  /** The result of a deposit, or `null` when there is none. */
  lire(depotId: string): Promise<Resultat | null>
  close(): Promise<void>
}

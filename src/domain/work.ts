/** What the workers have to do with a deposit. Identifiers only: this is all that a queue ever carries. */

/** Reading the file into a result, writing that result to the SNE, then telling who wants to be told. */
export type Etape = 'traitement' | 'versement' | 'avis'

/**
 * Where work waits. Three queues read files, so that a long bundle never keeps a short file waiting: `courte` for short
 * files and for people who wait on the portal, `longue` for bundles, `recontrole` for files read again because a service
 * was down. `versement` writes to the SNE, `avis` calls webhooks.
 */
export const VOIES = ['courte', 'longue', 'recontrole', 'versement', 'avis'] as const
export type Voie = (typeof VOIES)[number]

/** One stage of one deposit. `revision` counts from 1 and grows each time the file is read again. */
export interface Travail {
  readonly depotId: string
  readonly etape: Etape
  readonly revision: number
}

/** Work that waits, with its place. */
export interface TravailEnAttente extends Travail {
  readonly voie: Voie
  /** Place in the queue, from 1: lower is served first. */
  readonly rang: number
  /** Milliseconds to wait before it may start; 0 for at once. */
  readonly delaiMs: number
}

/** State of a deposit, as its guichet sees it. */
export type EtatDepot = 'recu' | 'lu' | 'verse' | 'quarantaine'

/** How far the reading is. */
export interface Avancement {
  readonly pages: number
  readonly pagesLues: number
  readonly pieces: number
}

import type { Champs } from '../domain/champs.ts'
import { finLue, lue, type Lue } from './validity/validity.ts'

interface Surest {
  /** A date or number of the piece, or `null`. */
  lue(nom: string): Lue | null
  /** An end of validity that can be (sanity window), or `null`. */
  fin(nom: string): Lue | null
}

/**
 * Dates in the order of trust of the validity rules (1.1): a machine readable source first, then the print. When they
 * disagree the first one counts and the coherence checks report it.
 */
export function surest(champs: Champs, machine: Champs | null, jourDepot: string): Surest {
  return {
    lue: nom => (machine && lue(machine, nom)) ?? lue(champs, nom),
    fin: nom => (machine && finLue(machine, nom, jourDepot)) ?? finLue(champs, nom, jourDepot),
  }
}

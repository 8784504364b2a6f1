import { champTexte, type Champs } from '../../domain/champs.ts'
import { addYears, compareDates } from '../../formats/calendar.ts'
import type { Validity } from '../kind.ts'
import { DUREE_MAXIMALE_ANNEES, PREMIERE_DATE_CROYABLE } from './rules.ts'

/** A date (`YYYY-MM-DD`), a month (`YYYY-MM`) or a year as read, with how sure the reading is (0..1). */
export interface Lue {
  readonly valeur: string
  readonly confiance: number
}

/** The text field of that name as a reading, or `null` when it was not read. */
export function lue(champs: Champs, nom: string): Lue | null {
  const valeur = champTexte(champs, nom)
  return valeur === null ? null : { valeur, confiance: champs[nom]?.confiance ?? 0 }
}

/**
 * The date field of that name when it can be an end of validity: not before 1990, not more than 16 years after the
 * deposit. A date outside is a reading error (validity table of the trade, 1.6).
 */
export function finLue(champs: Champs, nom: string, jourDepot: string): Lue | null {
  const date = lue(champs, nom)
  if (!date || compareDates(date.valeur, PREMIERE_DATE_CROYABLE) < 0) return null
  return compareDates(date.valeur, addYears(jourDepot, DUREE_MAXIMALE_ANNEES)) > 0 ? null : date
}

/** Ends on a day, the last one included. */
export const finLe = (
  dateFinValidite: string,
  regleValidite: string,
  confiance: number,
  explication: string,
): Validity => ({ dateFinValidite, regleValidite, confiance, explication })

/** The document never ends (`sans-limite`): not the same as an end that could not be read. */
export const sansLimite = (explication: string, confiance = 0.9): Validity => ({
  dateFinValidite: null,
  regleValidite: 'sans-limite',
  confiance,
  explication,
})

/** The type has no end of validity. */
export const SANS_OBJET: Validity = {
  dateFinValidite: null,
  regleValidite: 'sans-objet',
  confiance: 1,
  explication: "Ce type de pièce n'a pas de date de fin de validité.",
}

/** No date could be read: never guess. */
export const nonDeterminee = (explication: string): Validity => ({
  dateFinValidite: null,
  regleValidite: 'non-determinee',
  confiance: 0,
  explication,
})

/**
 * The piece ended before the day of deposit; it is valid through the whole of its last day.
 * @param jourDepot Europe/Paris day, ISO
 */
export const estObsolete = (validity: Validity, jourDepot: string): boolean =>
  validity.dateFinValidite !== null &&
  validity.neJamaisObsolete !== true &&
  compareDates(validity.dateFinValidite, jourDepot) < 0

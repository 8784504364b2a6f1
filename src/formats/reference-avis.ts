import { foldSigns } from './signs.ts'

/**
 * Référence de l'avis d'imposition: 13 characters (14 for a dégrèvement), figures and capital letters; the first two are the
 * year of issue (`22`: issued in 2022 on the revenues of 2021), the next two the direction of public finances.
 * Example: 22 78 0123456 78. Source: published specimens of the 2D-Doc and of API Particulier.
 */
const REFERENCE = /^\d{2}[0-9A-Z]{11,12}$/

/** The reference without separators, upper case, or `null` when the text is none. A year of issue after 2049 is none. */
export function parseReferenceAvis(text: string): string | null {
  const compact = foldSigns(text)
    .replace(/[\s.\-/]/g, '')
    .toUpperCase()
  // A reference has letters at most among its last nine characters; a word is no reference.
  const figures = compact.replace(/\D/g, '').length
  return REFERENCE.test(compact) && Number(compact.slice(0, 2)) < 50 && figures >= 7 ? compact : null
}

/** Year in which the notice was issued. */
export const anneeEmission = (reference: string): number => 2000 + Number(reference.slice(0, 2))

import type { Champ, Champs, Lecture } from '../domain/champs.ts'
import type { NonEmpty, Preuve } from '../domain/check.ts'

/** A reading this sure may count against a person on its own (mrz.md 11, avis-imposition 7). Text of a PDF has 1. */
export const SURE = 0.9

/** Text of a PDF and signed codes are sure; an OCR reading only with a high confidence. */
export const isSure = (champ: Pick<Champ, 'confiance'> | undefined): boolean => (champ?.confiance ?? 0) >= SURE

/** None was read by OCR nor deduced: an MRZ, a signed code and the text of a PDF hold no misread figure. */
export const isExact = (...read: readonly Pick<Champ, 'source'>[]): boolean =>
  read.every(({ source }) => source !== 'ocr' && source !== 'calcul')

/**
 * The evidence that a field of the piece is: its value where it was read.
 * @param libelle what people call it ("Date de naissance")
 * @returns `null` when the field was not read
 */
export function preuveOf(champs: Champs, nom: string, libelle: string): Preuve | null {
  const champ = champs[nom]
  return champ && champ.valeur !== null && champ.valeur !== '' ? champPreuve(champ, libelle) : null
}

/** The same, for a field in hand. */
export const champPreuve = ({ valeur, page, zone, source }: Lecture, libelle: string): Preuve => ({
  libelle,
  valeur: String(valeur),
  page,
  zone,
  source,
})

/** The evidence of several findings, of the first one first. */
export const gatherPreuves = (
  first: { readonly preuves: NonEmpty<Preuve> },
  others: readonly { readonly preuves: NonEmpty<Preuve> }[],
): NonEmpty<Preuve> => [first.preuves[0], ...first.preuves.slice(1), ...others.flatMap(o => o.preuves)]

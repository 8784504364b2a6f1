import { asDigit, asLetter } from './confusions.ts'
import type { MrzParse } from './mrz-reading.ts'

/**
 * What can stand at each place of an issuer's numbers (mrz.md 4): `9` a digit, `A` a letter, `G` a digit or one of the
 * letters of German numbers (no vowel, none that looks like a digit), `*` anything.
 */
const PATTERNS = {
  frenchPassport: '99AA99999',
  frenchLicence: '99AA99999',
  /** Year and month of issue, three characters of département or service, serial. */
  frenchLaminatedCard: '9999***99999',
  german: 'GGGGGGGGG',
  spanishSupport: 'AAA999999',
} as const

const GERMAN_LETTERS = 'CFGHJKLMNPRTVWXYZ'

/** The pattern of the numbers of this document, or `null` when none is known. */
export function numberPattern({ format, fields }: Pick<MrzParse, 'format' | 'fields'>): string | null {
  if (format === 'FR-CNI') return PATTERNS.frenchLaminatedCard
  if (format === 'FR-PERMIS') return PATTERNS.frenchLicence
  if (format === 'TD3' && fields.issuingState === 'FRA') return PATTERNS.frenchPassport
  if ((format === 'TD3' || format === 'TD1') && fields.issuingState === 'D') return PATTERNS.german
  if (format === 'TD1' && fields.issuingState === 'ESP') return PATTERNS.spanishSupport
  return null
}

/** The number with each look-alike made what its place asks for, or `null` when it still does not fit the pattern. */
export function toPattern(number: string, pattern: string): string | null {
  const fitted = [...number].map((character, i) => toClass(character, pattern.charAt(i)))
  return fitted.every((character, i) => isOfClass(character, pattern.charAt(i))) ? fitted.join('') : null
}

/** A French passport is numbered two digits, two letters, five digits. */
export const isFrenchPassportNumber = (number: string): boolean => /^\d{2}[A-Z]{2}\d{5}$/.test(number)

function toClass(character: string, place: string): string {
  switch (place) {
    case '9':
      return asDigit(character)
    case 'A':
      return asLetter(character)
    case 'G':
      return GERMAN_LETTERS.includes(character) ? character : asDigit(character)
    default:
      return character
  }
}

function isOfClass(character: string, place: string): boolean {
  switch (place) {
    case '9':
      return /\d/.test(character)
    case 'A':
      return /[A-Z]/.test(character)
    case 'G':
      return /\d/.test(character) || GERMAN_LETTERS.includes(character)
    default:
      return true
  }
}

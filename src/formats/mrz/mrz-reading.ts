import type { Zone } from '../../domain/geometry.ts'
import type { MrzCheckName, MrzFieldName, MrzFormat, Slice } from './layout.ts'

/** What an MRZ says. Text without fillers; a field that the format does not have is `null`, an empty one is `''`. */
export interface MrzFields {
  readonly documentCode: string
  /** ICAO code without fillers: `FRA`, `D`. */
  readonly issuingState: string
  /** Whole number: long numbers put together, 12 characters for the French laminated card. */
  readonly documentNumber: string
  readonly nationality: string | null
  readonly surname: string
  readonly givenNames: string
  /** Six characters as they stand. */
  readonly birthDateRaw: string | null
  /** ISO date; `null` when unknown in part or impossible. */
  readonly birthDate: string | null
  /** `M`, `F`, `<` (unspecified), or the character that was read. */
  readonly sex: string | null
  readonly expiryDateRaw: string | null
  readonly expiryDate: string | null
  /** The document has no end (Spanish card of an older holder). */
  readonly permanent: boolean
  readonly optional1: string | null
  readonly optional2: string | null
  /** French laminated card: `YYYY-MM` of issue as its number says, even when the month cannot be; `null` if unread. */
  readonly issueMonth: string | null
  /** French laminated card: the six characters of positions 31-36, fillers kept. */
  readonly issuingOffice: string | null
  /** The zone is full: a longer name would have been cut. */
  readonly surnameMayBeCut: boolean
  readonly givenNamesMayBeCut: boolean
  /** The digit of a long number was computed over the filler too (Belgian cards of the 2000s). */
  readonly numberCheckIncludesFiller: boolean
}

export interface MrzCheck {
  readonly name: MrzCheckName
  /** `absent`: no digit because the field is empty (a filler stands there), as the standard allows. */
  readonly status: 'ok' | 'wrong' | 'absent'
  /** Where the digit stands. */
  readonly at: Slice
}

export interface MrzParse {
  readonly format: MrzFormat
  readonly lines: readonly string[]
  readonly fields: MrzFields
  readonly checks: readonly MrzCheck[]
}

/** One character changed in the lines as read. */
export interface MrzCorrection {
  readonly line: number
  readonly column: number
  readonly from: string
  readonly to: string
  /**
   * `classe`: only digits, or only letters, can stand there; `cle`: a look-alike, on a glyph the reader was unsure of,
   * that makes the check digits agree. The second is weaker: another reading must confirm it.
   */
  readonly reason: 'classe' | 'cle'
}

export type MrzUnreadReason = 'lignes-incompletes' | 'format-inconnu' | 'trop-de-corrections' | 'plusieurs-lectures'

/** A band as understood. The raw lines are always kept. */
export type MrzReading =
  | (MrzParse & {
      readonly status: 'read'
      readonly raw: readonly string[]
      readonly corrections: readonly MrzCorrection[]
      /** 0..1 per field: its least sure character, times 0.8 when it was corrected. Of names in one zone, each has its own. */
      readonly confidences: Readonly<Partial<Record<MrzFieldName, number>>>
      /** 0..1 per check digit, the digit's own glyph. */
      readonly digitConfidences: Readonly<Partial<Record<MrzCheckName, number>>>
      /** Lowest confidence of all characters that count (trailing fillers left out). */
      readonly confidence: number
      readonly zone: Zone
      readonly source: 'ocr' | 'texte-pdf'
    })
  | {
      readonly status: 'unread'
      readonly reason: MrzUnreadReason
      readonly raw: readonly string[]
      readonly zone: Zone
      readonly source: 'ocr' | 'texte-pdf'
    }

export type MrzRead = Extract<MrzReading, { status: 'read' }>

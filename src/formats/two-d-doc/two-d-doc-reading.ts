import type { TwoDDocValue } from './values.ts'

/** One field of a 2D-Doc. */
export interface TwoDDocField {
  /** Data identifier, two characters. */
  readonly id: string
  /** Label of the dictionary, `null` when the identifier is of a newer edition. */
  readonly label: string | null
  /** The text as it stands. */
  readonly text: string
  readonly value: TwoDDocValue
  /** The issuer cut it (RS): compare as a prefix. */
  readonly truncated: boolean
  /** A fixed field that is too short. */
  readonly short: boolean
}

/** ISO dates, `null` for none (`FFFF`). Perimeter is `01` before version 3, country `FR` before version 4. */
export interface TwoDDocHeader {
  readonly version: 1 | 2 | 3 | 4
  /** Certification authority: `FR04`. */
  readonly authority: string
  /** Certificate of the issuer, an id inside the authority: `FPE3`. */
  readonly certificate: string
  readonly issueDate: string | null
  readonly signatureDate: string | null
  /** Document type: `28`. */
  readonly type: string
  readonly perimeter: string
  readonly country: string
}

export type TwoDDocSignature =
  | { readonly kind: 'present'; readonly bytes: Buffer }
  /** The unit separator is missing: control characters were lost on the way. */
  | { readonly kind: 'missing' }
  /** Separators are written out as text (`<US>`): nothing that a reader would do. */
  | { readonly kind: 'written-out' }
  | { readonly kind: 'not-base32' }

export interface TwoDDocReading {
  readonly header: TwoDDocHeader
  /** Label of the document type, `null` when it is of a newer edition. */
  readonly typeLabel: string | null
  /** Signed fields, in the order of the code. */
  readonly fields: readonly TwoDDocField[]
  /** Fields after the signature: nobody vouches for them, they are never a proof. */
  readonly annexe: readonly TwoDDocField[]
  /** Exactly the bytes that were signed, one character per byte. */
  readonly signed: string
  readonly signature: TwoDDocSignature
}

/** Header of a binary 2D-Doc (version 4), as far as it goes. */
export interface BinaryHeader {
  readonly authority: string
  readonly certificate: string
  readonly issueDate: string | null
  readonly signatureDate: string | null
  readonly type: string
  readonly perimeter: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string
}

export type TwoDDocParse =
  | { readonly kind: 'read'; readonly reading: TwoDDocReading }
  /** A 2D-Doc of a form that is not read: binary, or the next generation (ISO 22376). */
  | { readonly kind: 'unsupported'; readonly form: 'binaire'; readonly header: BinaryHeader | null }
  | { readonly kind: 'unsupported'; readonly form: 'iso-22376' }
  /** Looks like a 2D-Doc, but the header cannot be. */
  | { readonly kind: 'bad-header' }
  /** Another barcode: franking, GS1, a link. */
  | { readonly kind: 'other' }

/** The signed text of a field, or `null`. */
export const fieldText = (reading: TwoDDocReading, id: string): string | null =>
  reading.fields.find(f => f.id === id)?.text ?? null

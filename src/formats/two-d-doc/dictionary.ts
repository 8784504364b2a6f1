import table from '../../../models/two-d-doc/dictionary.json' with { type: 'json' }

/**
 * The dictionary of 2D-Doc: document types and data identifiers of the specification of the ANTS (France Titres),
 * editions 3.2.6 to 3.3.9. Table and sources: `models/two-d-doc/`.
 */
export interface DataIdentifier {
  /** Two characters. */
  readonly id: string
  /** `null` where the specification was read in excerpts only. */
  readonly label: string | null
  readonly min: number
  /** Characters; `null`: no maximum. */
  readonly max: number | null
  /** Exactly `min` characters, never followed by a separator. */
  readonly fixed: boolean
  /** How the text is coded: `date-ddmmyyyy`, `decimal-comma`... */
  readonly kind: string
}

export interface DocumentType {
  /** Two characters. */
  readonly code: string
  readonly label: string
  /** Type of the result contract that such a document normally is. */
  readonly productType: string
}

const identifiers: readonly DataIdentifier[] = table.identifiers
const types: readonly DocumentType[] = table.documentTypes
const IDENTIFIERS: ReadonlyMap<string, DataIdentifier> = new Map(identifiers.map(entry => [entry.id, entry]))
const TYPES: ReadonlyMap<string, DocumentType> = new Map(types.map(entry => [entry.code, entry]))

/** `null` for an identifier of a newer edition: it is read all the same. */
export const dataIdentifier = (id: string): DataIdentifier | null => IDENTIFIERS.get(id) ?? null

/** `null` for a type of a newer edition. */
export const documentType = (code: string): DocumentType | null => TYPES.get(code) ?? null

import type { Categorie, TypePiece } from '../../src/domain/type-piece.ts'

/**
 * What a template of a fictional document is. A template draws dense, realistic pages as HTML and says what is true
 * of them. Everything random comes from `rng`, every date from `today`: same seed, same bytes.
 */

/** Deterministic random numbers. */
export interface Rng {
  /** 0 <= x < 1 */
  next(): number
  /** Integer, both ends included. */
  int(min: number, max: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** `n` random digits. */
  digits(n: number): string
}

/** A fictional person with fictional numbers whose keys are right. */
export interface Person {
  readonly civilite: 'M.' | 'Mme'
  readonly sexe: 'M' | 'F'
  /** Upper case, accents kept. */
  readonly nom: string
  readonly nomUsage: string | null
  readonly prenoms: readonly string[]
  /** ISO. */
  readonly dateNaissance: string
  /** As printed: `LYON 3E ARRONDISSEMENT`, `ORAN (ALGÉRIE)`. */
  readonly lieuNaissance: string
  /** The town alone. */
  readonly villeNaissance: string
  /** French name of the country in capitals when born abroad, `null` in France. */
  readonly paysNaissance: string | null
  /** `69`, `2A`, `974`, `99` abroad. */
  readonly departementNaissance: string
  /** ICAO code. */
  readonly nationalite: string
  /** 15 characters, no space, right key, agreeing with birth and sex. */
  readonly nir: string
  readonly numeroFiscal: string
  readonly adresse: Adresse
}

export interface Adresse {
  readonly ligne: string
  readonly codePostal: string
  readonly ville: string
}

/** A fictional employer or body. */
export interface Company {
  readonly nom: string
  /** Valid Luhn keys. */
  readonly siret: string
  readonly naf: string
  readonly adresse: Adresse
  readonly conventionCollective: string
}

export interface DrawContext {
  readonly rng: Rng
  readonly person: Person
  readonly partner: Person
  /** Children under 18 of the household, eldest first; may be empty. */
  readonly children: readonly Person[]
  /** The employer of the person. */
  readonly company: Company
  /** The landlord of the household. */
  readonly bailleur: Company
  /** The day on which the demande is made, ISO: documents are dated around it. */
  readonly today: string
  /** SVG of a barcode (bwip-js): `2d-doc` gives a signed DataMatrix of the given header and fields. */
  readonly twoDDoc: (doc: TwoDDocSpec) => string
  readonly qr: (text: string) => string
  /** Data URI of a fictional portrait drawing (greyscale or colour), from the rng. */
  readonly portrait: () => string
}

export interface TwoDDocSpec {
  /** Document type: `28`, `06`, `07`... */
  readonly type: string
  /** ISO; `null` for types without a document date. */
  readonly issueDate: string | null
  readonly signatureDate: string
  /** Identifier to value, in order (a Map-like list). */
  readonly fields: readonly (readonly [string, string])[]
  /** Module size in mm. */
  readonly moduleMm?: number
}

export interface DrawnPage {
  /** Body HTML; fonts: Liberation Sans/Serif/Mono, DejaVu, `OCR B` for the MRZ. */
  readonly html: string
  readonly css?: string
  readonly widthMm: number
  readonly heightMm: number
}

/**
 * A drawn document and its truth. In the HTML: class `nir` on the element that holds a NIR with its key (its box is
 * the truth of the masking), `data-champ="nom"` on the element that holds a field (its box is the truth of the zone).
 */
export interface Drawn {
  readonly pages: readonly DrawnPage[]
  /** Field name of the contract to its true value (dates ISO, amounts numbers). */
  readonly champs: Readonly<Record<string, string | number | boolean>>
  readonly dateFinValidite: string | null
  readonly regleValidite: string
  /** Category when the type alone does not give it (`autre-piece-reglementaire`). */
  readonly categorie?: Categorie
}

export interface HolderWish {
  readonly sexe?: 'M' | 'F'
  readonly ageMin?: number
  readonly ageMax?: number
  /** ICAO codes, one of which the person holds. */
  readonly nationalites?: readonly string[]
}

export interface Template {
  /** `<type>/<layout>`, for example `bulletin-de-paie/clarifie-2024`. */
  readonly id: string
  readonly type: TypePiece
  /** What the person must be for the document to make sense (a pensioner, a mother to be). Absent: anybody adult. */
  readonly titulaire?: HolderWish
  draw(context: DrawContext): Drawn
}

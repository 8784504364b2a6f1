/** Ports to the State's services. An outage is never a fact about a document: it is its own outcome. */

export type UnavailableCause =
  'non-configure' | 'delai-depasse' | 'debit-depasse' | 'panne' | 'reponse-inattendue' | 'acces-refuse'

export interface Unavailable {
  readonly kind: 'unavailable'
  readonly cause: UnavailableCause
  /** ISO instant from which to ask again; `null` when asking again is no use. */
  readonly reverifierLe: string | null
}

export type ServiceOutcome<T> =
  { readonly kind: 'found'; readonly value: T } | { readonly kind: 'not-found' } | Unavailable

/** One establishment of the company register. Dates ISO; `null` when unknown. */
export interface Etablissement {
  readonly siret: string
  /** Every name of the unit and of the establishment; empty when the register hides them. */
  readonly noms: readonly string[]
  readonly nonDiffusible: boolean
  readonly ouvert: boolean
  readonly dateCreation: string | null
  readonly dateFermeture: string | null
  /** The unit has another open establishment. */
  readonly uniteOuverte: boolean
  /** Category 1000: the employer is a natural person, named here. */
  readonly exploitants: readonly string[]
}

export interface CompanyRegistry {
  /** Shown to people: « Recherche d'entreprises », « Sirene ». */
  readonly nom: string
  /** True when the register also knows the units that refuse diffusion: unknown then means unknown. */
  readonly exhaustif: boolean
  find(siret: string): Promise<ServiceOutcome<Etablissement>>
}

/** What the tax administration says of a notice. Amounts in euros, `null` when it has none. */
export interface AvisAdministration {
  readonly declarants: readonly { readonly nom: string; readonly nomNaissance: string; readonly prenoms: string }[]
  readonly anneeRevenus: number | null
  readonly nombreParts: number | null
  readonly revenuFiscalReference: number | null
  readonly montantImpot: number | null
  /** ISO. */
  readonly dateRecouvrement: string | null
  /** A more recent notice exists. */
  readonly remplace: boolean
  /** The situation covers a part of the year only. */
  readonly partielle: boolean
}

export interface TaxNoticeService {
  find(numeroFiscal: string, referenceAvis: string): Promise<ServiceOutcome<AvisAdministration>>
}

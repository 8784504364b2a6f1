import type { Champs } from '../domain/champs.ts'
import type { CheckCode } from '../domain/check.ts'
import type { Categorie, TypePiece } from '../domain/type-piece.ts'
import type { RegionalProfile } from './regional-profile.ts'
import type { PieceText } from './piece-text.ts'

/** A group of words that tells a kind of document (pieces-justificatives, section 3). */
export interface Cue {
  /** Words as printed; compared without accents or case, OCR noise tolerated. */
  readonly words: string
  /** Evidence it adds; negative for a veto. Strong cues are 5 and more, weak ones 1 or 2. */
  readonly weight: number
  /** `head`: counts only in the top 40 % of a page. */
  readonly where?: 'head' | 'anywhere'
}

/** One of several documents that a kind gathers (`natureDocument`); only the cues of the best one count. */
export interface Nature {
  readonly code: string
  /** French, with its article: "une facture d'énergie". */
  readonly label: string
  readonly cues: readonly Cue[]
}

/** End of validity with the rule that gave it and its derivation in words. */
export interface Validity {
  /** ISO date, or `null` when none can be given. */
  readonly dateFinValidite: string | null
  /** Rule code: `cni-prolongation-5-ans`, `sans-limite`, `sans-objet`, `non-determinee`... */
  readonly regleValidite: string
  /** 0..1 */
  readonly confiance: number
  /** French: how the date was derived. */
  readonly explication: string
  /** The piece must not be called obsolete although the date is past (doubt in favour of the applicant). */
  readonly neJamaisObsolete?: boolean
}

export interface ValidityContext {
  readonly champs: Champs
  readonly text: PieceText
  /** Deposit day, Europe/Paris, ISO. */
  readonly jourDepot: string
  readonly profil: RegionalProfile
}

/** One kind of document: the cues that tell it, its fields, its validity rule, the checks that apply. One file each. */
export interface DocumentKind {
  readonly type: TypePiece
  readonly cues: readonly Cue[]
  readonly natures?: readonly Nature[]
  /** @param jourDepot Europe/Paris day, ISO: it settles the century of two-figure years of birth */
  readFields(text: PieceText, jourDepot: string): Champs
  validity(context: ValidityContext): Validity
  readonly checks: readonly CheckCode[]
  /** Category when it depends on what was read (`autre-piece-reglementaire`). */
  categorie?(champs: Champs): Categorie
  /** Motifs that concern the document itself and do not change its index ("verso manquant"). */
  remarks?(context: ValidityContext): readonly string[]
}

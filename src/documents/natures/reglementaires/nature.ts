import type { Categorie } from '../../../domain/type-piece.ts'
import type { Nature } from '../../kind.ts'

/** A document that the regulation lists and that has no type code of its own. */
export interface NatureReglementaire extends Nature {
  readonly categorie: Categorie
}

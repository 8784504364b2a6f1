import type { TypePiece } from '../../../src/domain/type-piece.ts'

/** Words that documents of one kind carry, whoever drew them: written from the regulation and the forms of the issuers. */
export interface Vocabulaire {
  readonly type: TypePiece
  readonly titres: readonly string[]
  readonly mentions: readonly string[]
}

const lignes = (texte: string): string[] =>
  texte
    .split(/[|\n]/)
    .map(t => t.trim())
    .filter(t => t !== '')

/** @param titres,mentions expressions separated by `|` or line ends */
export const vocabulaire = (type: TypePiece, titres: string, mentions: string): Vocabulaire => ({
  type,
  titres: lignes(titres),
  mentions: lignes(mentions),
})

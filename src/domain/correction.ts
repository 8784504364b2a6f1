import type { Piece } from './resultat.ts'
import { CODES_TYPE, type TypePiece } from './type-piece.ts'

/**
 * What a person corrected, as one line of `corrections.jsonl`: the training learns from it (`npm run train -- --corrections
 * FILE`). It holds no text of the document: words and reasons come from our own lists only.
 */
export type Correction =
  | {
      readonly schema: 'numeriseur/correction@1'
      readonly objet: 'type'
      /** What numeriseur said. */
      readonly lu: TypePiece
      readonly juste: TypePiece
      readonly mots: readonly string[]
    }
  | {
      readonly schema: 'numeriseur/correction@1'
      readonly objet: 'coupure'
      /** A cut was made before the piece. */
      readonly faite: boolean
      readonly raisons: readonly string[]
    }

/** The correction of the type of a piece. */
export const correctionDeType = (
  { type, classement }: Pick<Piece, 'type' | 'classement'>,
  juste: TypePiece,
): Correction => ({
  schema: 'numeriseur/correction@1',
  objet: 'type',
  lu: type,
  juste,
  mots: classement?.mots ?? [],
})

/**
 * The correction of a cut.
 * @param faite the cut before the piece was made and should not have been; `false`: it should have been made
 */
export const correctionDeCoupure = ({ classement }: Pick<Piece, 'classement'>, faite: boolean): Correction => ({
  schema: 'numeriseur/correction@1',
  objet: 'coupure',
  faite,
  raisons: classement?.raisons ?? [],
})

/** Reads one line of `corrections.jsonl`; `null` when it is no correction. */
export function parseCorrection(line: string): Correction | null {
  const value = parsed(line)
  if (value?.['schema'] !== 'numeriseur/correction@1') return null
  if (value['objet'] === 'type') {
    const [lu, juste, mots] = [typeOf(value['lu']), typeOf(value['juste']), texts(value['mots'])]
    return lu && juste && mots ? { schema: 'numeriseur/correction@1', objet: 'type', lu, juste, mots } : null
  }
  const [faite, raisons] = [value['faite'], texts(value['raisons'])]
  if (value['objet'] !== 'coupure' || typeof faite !== 'boolean' || raisons === null) return null
  return { schema: 'numeriseur/correction@1', objet: 'coupure', faite, raisons }
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const typeOf = (value: unknown): TypePiece | null => CODES_TYPE.find(t => t === value) ?? null

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every(v => typeof v === 'string') ? value : null

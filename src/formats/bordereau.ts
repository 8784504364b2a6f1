import { CODES_TYPE, type TypePiece } from '../domain/type-piece.ts'

/** What a cover sheet says of the document behind it. */
export interface BordereauContenu {
  /** Numéro unique of the demande: figures and capitals, as the SNE writes it. */
  readonly numeroUnique: string
  /** `null`: the sheet only separates. */
  readonly type: TypePiece | null
}

/** Title of a cover sheet: by it a sheet is known of which no symbol can be read. */
export const BORDEREAU_TITRE = 'Bordereau de séparation'

/** Marks our own symbols among the others that stand on documents, with the version of the form that follows. */
const PREFIX = 'NUMERISEUR:B1'
const NUMERO_UNIQUE = /^[0-9A-Z]{6,24}$/

export const isNumeroUnique = (text: string): boolean => NUMERO_UNIQUE.test(text)

/** Content of the DataMatrix of a cover sheet: `NUMERISEUR:B1:<numéro unique>:<type or ->:<key>`. */
export function bordereauCode({ numeroUnique, type }: BordereauContenu): string {
  if (!isNumeroUnique(numeroUnique)) throw new RangeError('not a numéro unique')
  const body = `${PREFIX}:${numeroUnique}:${type ?? '-'}`
  return `${body}:${keyOf(body)}`
}

/** Reads the content of a symbol; `null` when it is none of ours, or damaged. */
export function parseBordereau(content: string): BordereauContenu | null {
  const at = content.lastIndexOf(':')
  const body = content.slice(0, at)
  const [numeroUnique = '', code] = body.slice(PREFIX.length + 1).split(':')
  if (!body.startsWith(`${PREFIX}:`) || content.slice(at + 1) !== keyOf(body) || !isNumeroUnique(numeroUnique))
    return null
  if (code === '-') return { numeroUnique, type: null }
  const type = CODES_TYPE.find(t => t === code)
  return type === undefined ? null : { numeroUnique, type }
}

/** Two figures over the text: a symbol typed or edited by hand is not taken for ours. */
function keyOf(text: string): string {
  let sum = 7
  for (const sign of text) sum = (sum * 31 + sign.charCodeAt(0)) % 97
  return String(sum).padStart(2, '0')
}

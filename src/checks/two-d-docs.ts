import type { CheckContext, Preuve } from '../domain/check.ts'
import type { Zone } from '../domain/geometry.ts'
import { assembleTwoDDocs } from '../formats/two-d-doc/assemble.ts'
import { documentType } from '../formats/two-d-doc/dictionary.ts'
import { parseTwoDDoc } from '../formats/two-d-doc/parse.ts'
import { fieldText, type TwoDDocReading } from '../formats/two-d-doc/two-d-doc-reading.ts'

export interface TwoDDocOnPiece {
  /** `null` when the code was put together from several symbols. */
  readonly page: number | null
  readonly zone: Zone | null
  readonly reading: TwoDDocReading
}

export interface TwoDDocsOnPiece {
  /** Codes of the kind of document that the piece is. */
  readonly own: readonly TwoDDocOnPiece[]
  /** Codes of other documents (an energy bill behind a tax notice). */
  readonly others: readonly TwoDDocOnPiece[]
  /** A 2D-Doc stands there that cannot be read: a form that is not supported, or a damaged header. */
  readonly unreadable: 'binaire' | 'iso-22376' | 'bad-header' | null
}

/** The 2D-Doc of a piece, each content once; other barcodes (franking, links) are no 2D-Doc. */
export function twoDDocsOf({ pages, type }: CheckContext): TwoDDocsOnPiece {
  const symbols = pages.flatMap(page => page.barcodes.map(b => ({ page: page.page, zone: b.zone, content: b.content })))
  const found: TwoDDocOnPiece[] = []
  let unreadable: TwoDDocsOnPiece['unreadable'] = null
  for (const content of new Set(assembleTwoDDocs(symbols.map(s => s.content)))) {
    const parsed = parseTwoDDoc(content)
    const at = symbols.find(s => s.content === content)
    if (parsed.kind === 'read') found.push({ page: at?.page ?? null, zone: at?.zone ?? null, reading: parsed.reading })
    else if (parsed.kind === 'bad-header') unreadable = 'bad-header'
    else if (parsed.kind === 'unsupported') unreadable = parsed.form
  }
  const isOwn = ({ reading }: TwoDDocOnPiece): boolean => productType(reading) === type
  return { own: found.filter(isOwn), others: found.filter(d => !isOwn(d)), unreadable }
}

/** Type of piece that a code is of. A titre d'identité of kind `IR` is a titre de séjour (field 65). */
function productType(reading: TwoDDocReading): string | null {
  if (reading.header.type === '07' && fieldText(reading, '65') === 'IR') return 'titre-de-sejour'
  return documentType(reading.header.type)?.productType ?? null
}

/**
 * The evidence that a code is: what it says, where it stands.
 * @param libelle what of it ("Nom")
 */
export const codePreuve = ({ page, zone }: TwoDDocOnPiece, libelle: string, valeur: string): Preuve => ({
  libelle: `2D-Doc, ${libelle}`,
  valeur,
  page,
  zone,
  source: '2d-doc',
})

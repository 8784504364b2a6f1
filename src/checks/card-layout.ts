import { champTexte } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { issuerByWords } from '../documents/kinds/carte-identite-emetteurs.ts'
import { PieceText } from '../documents/piece-text.ts'
import type { BandsOnPiece } from './mrz-bands.ts'

/** Models of identity cards, by what they carry: MRZ and 2D-Doc on the back, MRZ on the front and no 2D-Doc, other. */
export type CardLayout = 'electronique' | 'plastifiee' | 'etrangere'

/** Which model a piece of type `carte-nationale-identite` is, `null` when nothing tells. */
export function cardLayout(context: CheckContext, bands: BandsOnPiece): CardLayout | null {
  const [band] = bands.read
  if (band) {
    if (band.reading.format === 'FR-CNI') return 'plastifiee'
    return band.reading.fields.issuingState === 'FRA' ? 'electronique' : 'etrangere'
  }
  const number = champTexte(context.champs, 'numeroDocument') ?? ''
  if (/^\d{4}[0-9A-Z]{3}\d{5}$/.test(number)) return 'plastifiee'
  const text = new PieceText(context.pages)
  if (text.has("Cette carte est valable jusqu'au")) return 'plastifiee'
  const issuer = issuerByWords(text)
  if (issuer !== null && issuer !== 'FRA') return 'etrangere'
  if (issuer === 'FRA' && text.hasAny('Identity card', 'Alternate name', "Date d'expir", 'N° du document'))
    return 'electronique'
  return null
}

import type { Champ, Champs } from '../domain/champs.ts'
import type { Barcode, PageReading } from '../domain/reading.ts'
import { assembleTwoDDocs } from '../formats/two-d-doc/assemble.ts'
import { parseTwoDDoc } from '../formats/two-d-doc/parse.ts'
import { twoDDocChamps } from '../formats/two-d-doc/two-d-doc-champs.ts'
import type { TwoDDocReading } from '../formats/two-d-doc/two-d-doc-reading.ts'
import { cutName } from './names.ts'
import type { PieceText } from './piece-text.ts'

/** A code that was decoded was read right: its error correction leaves no wrong byte. */
const DECODED = 0.99

interface Read2DDoc {
  readonly page: PageReading
  /** The symbol; `null` when the code is spread over several. */
  readonly symbol: Barcode | null
  readonly reading: TwoDDocReading
}

/**
 * The first 2D-Doc of a piece of one of some types. The signature is not looked at here: its check does, and says so.
 * @param types document types that the kind of document bears (`28`, `06`)
 */
export function twoDDocOn(text: PieceText, types: readonly string[]): Read2DDoc | null {
  for (const page of text.pages) {
    for (const content of assembleTwoDDocs(page.barcodes.map(b => b.content))) {
      const parsed = parseTwoDDoc(content)
      if (parsed.kind !== 'read' || !types.includes(parsed.reading.header.type)) continue
      return { page, symbol: page.barcodes.find(b => b.content === content) ?? null, reading: parsed.reading }
    }
  }
  return null
}

/** Fields that the 2D-Doc of a piece gives, with the source `2d-doc`; values that the issuer cut are left out. */
export function twoDDocFields(text: PieceText, types: readonly string[]): Champs {
  const found = twoDDocOn(text, types)
  if (!found) return {}
  const field = (valeur: string | number): Champ => ({
    valeur,
    confiance: DECODED,
    page: found.page.page,
    zone: found.symbol?.zone ?? null,
    source: '2d-doc',
  })
  const fields: Record<string, Champ> = {}
  for (const { nom, valeur, tronque } of twoDDocChamps(found.reading)) {
    if (tronque) continue
    if (nom === 'salarie') Object.assign(fields, holder(String(valeur), field))
    else fields[nom] = field(valeur)
  }
  const first = fields['declarant1']?.valeur
  return typeof first === 'string' ? { ...holder(first, field), ...fields } : fields
}

/** "MME/DIALLO/AMINATA" or "DIALLO AMINATA" as surname and given names. */
function holder(line: string, field: (valeur: string) => Champ): Record<string, Champ> {
  const parts = line.split('/').map(p => p.trim())
  const [, nom, prenoms] = parts
  const name = parts.length >= 3 && nom ? { nom, prenoms: prenoms ?? null } : cutName(parts.join(' '))
  if (!name) return {}
  return { nom: field(name.nom), ...(name.prenoms ? { prenoms: field(name.prenoms) } : {}) }
}

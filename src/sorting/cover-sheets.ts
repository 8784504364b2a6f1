import { cuePlaces } from '../documents/cue-places.ts'
import { wordsOf, type PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { BORDEREAU_TITRE, parseBordereau, type BordereauContenu } from '../formats/bordereau.ts'

/** A separator sheet of `numeriseur bordereau`, as it was scanned among the documents. */
export interface CoverSheet {
  readonly page: number
  /** `null`: the sheet is known by its title, and no symbol on it can be read. */
  readonly contenu: BordereauContenu | null
}

/** Pages between two sheets, with the sheet before them; none before the first sheet of a file. */
export interface Section {
  readonly sheet: CoverSheet | null
  readonly pages: readonly PageReading[]
}

/** A sheet carries a title, a number, a type and three lines: a document that speaks of sheets says more. */
const WORDS_OF_A_SHEET = 80

export function coverSheetOn(page: PageReading): CoverSheet | null {
  for (const barcode of page.barcodes) {
    const contenu = parseBordereau(barcode.content)
    if (contenu) return { page: page.page, contenu }
  }
  const titled = cuePlaces(page, BORDEREAU_TITRE).some(p => p.coverage >= 0.8 && p.relativeHeight >= 1.2)
  return titled && wordsOf(page).length <= WORDS_OF_A_SHEET ? { page: page.page, contenu: null } : null
}

/** Every sheet among the pages of a file. They belong to no piece. */
export const coverSheets = (pages: readonly PageReading[]): CoverSheet[] => pages.flatMap(p => coverSheetOn(p) ?? [])

/** The pages of a file cut at its sheets; one section without a sheet when there is none. */
export function sectionsOf(pages: readonly PageReading[]): Section[] {
  const sections: { sheet: CoverSheet | null; pages: PageReading[] }[] = [{ sheet: null, pages: [] }]
  for (const page of pages) {
    const sheet = coverSheetOn(page)
    if (sheet) sections.push({ sheet, pages: [] })
    else sections.at(-1)?.pages.push(page)
  }
  return sections
}

/** The type that the sheet announces, `null` when it announces none or cannot be read. */
export const announced = (sheet: CoverSheet): TypePiece | null => sheet.contenu?.type ?? null

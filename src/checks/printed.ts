import type { Champ } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { zonesMeet, type Zone } from '../domain/geometry.ts'
import { lineText, type Line, type PageReading } from '../domain/reading.ts'
import { findDates } from '../formats/dates.ts'
import { foldWords } from '../formats/text.ts'

/** A field as printed: read by OCR or in the text of the PDF, not taken from an MRZ, a 2D-Doc or a computation. */
export function printedChamp({ champs }: Pick<CheckContext, 'champs'>, nom: string): Champ | null {
  const champ = champs[nom]
  if (!champ || champ.valeur === null || champ.valeur === '') return null
  return champ.source === 'ocr' || champ.source === 'texte-pdf' ? champ : null
}

/** The same, when it is text. */
export function printedText(
  context: Pick<CheckContext, 'champs'>,
  nom: string,
): { readonly champ: Champ; readonly text: string } | null {
  const champ = printedChamp(context, nom)
  return champ && typeof champ.valeur === 'string' ? { champ, text: champ.valeur } : null
}

/** Lines printed on the piece, those of the machine readable zones left out. */
function printedLines(pages: readonly PageReading[]): Line[] {
  return pages.flatMap(page =>
    page.lines.filter(
      line => !lineText(line).includes('<') && !page.mrzBands.some(band => zonesMeet(line.zone, band.zone)),
    ),
  )
}

/** A date stands somewhere on the piece. */
export const dateIsPrinted = ({ pages }: CheckContext, iso: string): boolean =>
  printedLines(pages).some(line => findDates(lineText(line)).some(d => d.iso === iso))

/** A number stands somewhere on the piece, whatever the spaces and signs in it. */
export const numberIsPrinted = ({ pages }: CheckContext, number: string): boolean =>
  printedLines(pages).some(line => foldWords(lineText(line)).replace(/ /g, '').includes(number))

/** All the words of a name stand on one line of the piece. */
export function nameIsPrinted({ pages }: CheckContext, name: string): boolean {
  const wanted = foldWords(name).split(' ')
  return printedLines(pages).some(line => {
    const words = new Set(foldWords(lineText(line)).split(' '))
    return wanted.every(word => words.has(word))
  })
}

/** Lines of a page at the height of a zone: the row that a value was read on. */
export function rowsAt({ pages }: CheckContext, page: number | null, zone: Zone | null): string[] {
  if (page === null || zone === null) return []
  const found = pages.find(p => p.page === page)
  return (found?.lines ?? []).filter(l => l.zone[1] < zone[3] && zone[1] < l.zone[3]).map(lineText)
}

/** Every line of the piece. */
export const allRows = ({ pages }: CheckContext): string[] => pages.flatMap(page => page.lines.map(lineText))

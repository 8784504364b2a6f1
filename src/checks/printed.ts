import type { Champ, Lecture } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { roundZone, unionZones, zonesMeet, type Zone } from '../domain/geometry.ts'
import { lineText, type Line, type PageReading } from '../domain/reading.ts'
import { wordsAt } from '../documents/piece-text.ts'
import { findDates } from '../formats/dates.ts'
import { foldWords } from '../formats/text.ts'

/** A field as printed: read by OCR or in the text of the PDF, not taken from an MRZ, a 2D-Doc or a computation. */
export function printedChamp({ champs }: Pick<CheckContext, 'champs'>, nom: string): Champ | null {
  const champ = champs[nom]
  if (!champ || champ.valeur === null || champ.valeur === '') return null
  return champ.source === 'ocr' || champ.source === 'texte-pdf' ? champ : null
}

/**
 * The same, or the printed reading that gave way to a surer one: too doubtful to stand for the field, it still tells where
 * the value is printed.
 */
export function printedReading(context: Pick<CheckContext, 'champs'>, nom: string): Lecture | null {
  const isPrint = ({ source, valeur }: Lecture): boolean =>
    (source === 'ocr' || source === 'texte-pdf') && valeur !== null && valeur !== ''
  return printedChamp(context, nom) ?? context.champs[nom]?.autresLectures?.find(isPrint) ?? null
}

/** The same, when it is text. */
export function printedText(
  context: Pick<CheckContext, 'champs'>,
  nom: string,
): { readonly champ: Champ; readonly text: string } | null {
  const champ = printedChamp(context, nom)
  return champ && typeof champ.valeur === 'string' ? { champ, text: champ.valeur } : null
}

/** Lines printed on a page, those of the machine readable zones left out. */
const printedLinesOf = ({ lines, mrzBands }: PageReading): Line[] =>
  lines.filter(line => !isOfBand(lineText(line), line.zone, mrzBands))

const isOfBand = (text: string, zone: Zone, bands: PageReading['mrzBands']): boolean =>
  text.includes('<') || bands.some(band => zonesMeet(zone, band.zone))

const printedLines = (pages: readonly PageReading[]): Line[] => pages.flatMap(printedLinesOf)

/** A line of the text of the piece is no line of a machine readable zone. */
export const isPrintedLine = (
  { pages }: Pick<CheckContext, 'pages'>,
  { page, text, zone }: { readonly page: number; readonly text: string; readonly zone: Zone },
): boolean => !isOfBand(text, zone, pages.find(p => p.page === page)?.mrzBands ?? [])

/** A date as printed somewhere on the piece. */
export interface PrintedDate {
  readonly iso: string
  /** The date as a field: its place, and the sureness of its least sure word. */
  readonly champ: Champ
}

/** Every date printed on the piece. */
export function printedDates({ pages }: Pick<CheckContext, 'pages'>): PrintedDate[] {
  return pages.flatMap(page =>
    printedLinesOf(page).flatMap(line =>
      findDates(lineText(line)).flatMap(({ iso, start, end }) => {
        const words = wordsAt(line, start, end)
        const zone = unionZones(words.map(w => w.zone))
        if (!zone) return []
        const confiance = Math.min(...words.map(w => w.confidence))
        return [{ iso, champ: { valeur: iso, confiance, page: page.page, zone: roundZone(zone), source: page.source } }]
      }),
    ),
  )
}

/** How sure the glyphs of a date are, whatever the doubt on its label: those of its words where it was read. */
export function glyphSureness(context: Pick<CheckContext, 'pages'>, champ: Champ): number {
  const { page, zone } = champ
  const here = printedDates(context).find(
    d =>
      d.iso === champ.valeur &&
      d.champ.page === page &&
      zone !== null &&
      d.champ.zone !== null &&
      zonesMeet(zone, d.champ.zone),
  )
  return Math.max(champ.confiance, here?.champ.confiance ?? 0)
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

/** How sure a word of letters and figures is that stands on the piece, whatever its label; `null` when it does not. */
export function printedWord({ pages }: Pick<CheckContext, 'pages'>, text: string): number | null {
  const found = printedLines(pages).flatMap(line => line.words.filter(w => w.text.replace(/[^\p{L}\d]/gu, '') === text))
  return found.length > 0 && text !== '' ? Math.max(...found.map(w => w.confidence)) : null
}

/** Lines of a page at the height of a zone: the row that a value was read on. */
export function rowsAt({ pages }: CheckContext, page: number | null, zone: Zone | null): string[] {
  if (page === null || zone === null) return []
  const found = pages.find(p => p.page === page)
  return (found?.lines ?? []).filter(l => l.zone[1] < zone[3] && zone[1] < l.zone[3]).map(lineText)
}

/** Every line of the piece. */
export const allRows = ({ pages }: CheckContext): string[] => pages.flatMap(page => page.lines.map(lineText))

import type { Raster } from '../domain/raster.ts'
import { lineText, type Line } from '../domain/reading.ts'
import { foldWords } from '../formats/text.ts'
import { readDatesClosely } from './close-dates.ts'
import { readNamesClosely } from './close-names.ts'
import { readNumbersClosely } from './close-numbers.ts'
import type { OcrEngine } from './ocr-engine.ts'

const IDENTITY =
  /\b(?:IDENTITE|IDENTITY|IDENTITA|IDENTIDAD|IDENTITEIT|PASSEPORT|PASSPORT|SEJOUR|RESIDENCE PERMIT|PERSONALAUSWEIS|CIDADAO)\b/

/** A page that names an identity document: its other side may bear the machine readable zone. */
export const isOfIdentity = (lines: readonly Line[]): boolean => IDENTITY.test(foldWords(lines.map(lineText).join(' ')))

/** The lines of an identity document, the dates, numbers and names on it read again where the page as a whole left a doubt. */
export async function readClosely(grey: Raster, lines: readonly Line[], engine: OcrEngine): Promise<Line[]> {
  const dated = await readDatesClosely(grey, lines, engine)
  return readNamesClosely(grey, await readNumbersClosely(grey, dated, engine), engine)
}

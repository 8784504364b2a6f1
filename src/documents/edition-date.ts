import type { Champ } from '../domain/champs.ts'
import { fold } from '../formats/text.ts'
import { allDates, WHAT_HAPPENED } from './document-date.ts'
import { field } from './fields.ts'
import type { PieceText } from './piece-text.ts'
import { readField, spanIn } from './read-value.ts'

/** "Le", "Lyon, le" that opens a cell and stands just before the date; a town of one or two words may lose its comma. */
const LETTER = /^(?:\p{Lu}[\p{L}' -]{1,40},\s*|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?\s+)?[Ll]e\s*(?::\s*)?$/u
/** Words before "le" that are no town. */
const NOT_A_TOWN =
  /\b(?:NEE?|PAYE|PAIEMENT|VERSEE?|RECU|DELIVREE?|VIREMENT|EFFECTUE|REGLE|MIS EN|CLOS|DEPUIS|VALABLE|ENTREE?|DEPOSEE?)\b/
const SIGNED = /\b(?:FAIT|ETABLIE?|DRESSEE?|SIGNEE?|EDITEE?|EMISE?)(?: [A-Z' ,-]{1,60})? LE$/

/**
 * The day a letter or an attestation was made: under one of its labels, in the head of the letter ("Lyon, le 3 août
 * 2024", "Le 03/08/2024"), or beside the signature ("Fait à Lyon, le ..."). Payments and births have days of their own.
 */
export function readEditionDate(text: PieceText, labels: readonly string[] = []): Champ | null {
  const labelled = readField(text, [...labels, "Date d'édition", 'Edité le', 'Editée le'], allDates, {
    nextCellOnly: true,
  })
  if (labelled) return labelled
  let signed: Champ | null = null
  for (const line of text.lines) {
    for (const cell of line.cells) {
      const [found] = allDates(cell.text)
      const span = found && spanIn(line, cell, found)
      if (!span) continue
      const shown = cell.text.slice(0, found.start)
      const before = fold(shown)
      const rest = cell.text.slice(found.end).replace(/[\s.]/g, '')
      const town = LETTER.test(shown) && !NOT_A_TOWN.test(before) && (/,/.test(shown) || !WHAT_HAPPENED.test(before))
      if (town && rest === '' && line.zone[1] < 0.45) return field(span, found.value)
      if (SIGNED.test(before)) signed = field(span, found.value, 0.95)
    }
  }
  return signed
}

import type { Champ } from '../domain/champs.ts'
import { findDates } from '../formats/dates.ts'
import { foldWords } from '../formats/text.ts'
import { field } from './fields.ts'
import { isLabel, LIEU } from './identity-labels.ts'
import type { Cell, PieceText, TextLine } from './piece-text.ts'
import { readField, spanIn, type NearOptions, type Parser } from './read-value.ts'

/** The place of birth (`lieuNaissance`): under its label, else after the day of birth ("à : PARIS (75)"). */
export const readBirthPlace = (text: PieceText): Champ | null => placeUnderLabel(text) ?? placeAfterBirth(text)

/**
 * Beside or below its label. Small letters beside it may be what OCR left of the label's translation ("Piace of birth"):
 * a place in capitals below comes first.
 */
function placeUnderLabel(text: PieceText): Champ | null {
  const options: NearOptions = { rows: 2, nextCellOnly: true, unless: /\| (?:ET DATE|DELIVR\w*|OF ISSUE)/ }
  const near = readField(text, LIEU, places, options)
  if (!near || !/\p{Ll}/u.test(String(near.valeur))) return near
  const capitals: Parser<string> = shown => places(shown).filter(p => p.value === p.value.toUpperCase())
  return readField(text, LIEU, capitals, { ...options, where: ['below'], rows: 1 }) ?? near
}

/** "à : PARIS (75)" in a cell of its own, "Né le 12/07/1968 à KAYES": the place of birth without label. */
function placeAfterBirth(text: PieceText): Champ | null {
  for (const line of text.lines) {
    for (const cell of line.cells) {
      const opening = /^[àÀa]\s*:?\s+|^[àÀaA]\s*:\s*/u.exec(cell.text)
      const from = opening ? opening[0].length : afterBirthDate(line, cell)
      // "À Lyon, le 3 mars" signs.
      const signs = /,?\s+le\s+(?:\d|:)/iu.test(cell.text.slice(from ?? 0))
      const [place] = from === null || signs ? [] : places(cell.text.slice(from))
      const span =
        place && from !== null ? spanIn(line, cell, { start: from + place.start, end: from + place.end }) : null
      if (place && span && place.start === 0 && !SMALL_WORD.test(place.value)) return field(span, place.value, 0.95)
    }
  }
  return null
}
const SMALL_WORD = /^(?:LA|LE|L|VOTRE|CE|COMPTER|TITRE)\b/iu

/** Where the words after "Né(e) le 12/07/1968 à" begin in a cell, "Né(e) le" possibly in the cell before; or `null`. */
function afterBirthDate(line: TextLine, cell: Cell): number | null {
  const text = cell.text
  const born = /n[ée]+(?:\(e\))?\s+le\s*:?\s*/iu.exec(text)
  const before = line.cells[line.cells.indexOf(cell) - 1]?.text ?? ''
  if (!born && !/^n[ée]+(?:\(e\))?\s+le\s*:?$/iu.test(before)) return null
  const at = born ? born.index + born[0].length : 0
  const [date] = findDates(text.slice(at), BIRTH_CENTURY)
  const link = date?.start === 0 ? /^[\s,]*[àÀaA](?:\s*:|(?=\s))\s*/u.exec(text.slice(at + date.end)) : null
  return date && link ? at + date.end + link[0].length : null
}
/** The day is only passed over: any century will do. */
const BIRTH_CENTURY = 15

/** A town, without the département or country in brackets and without the date that may stand beside it. */
const places: Parser<string> = text => {
  const afterDate = /^\D*\d{2}[\s./-]\d{2}[\s./-]\d{4}\s+(?:[àa]\s+)?/u.exec(text)
  const from = afterDate ? afterDate[0].length : 0
  const start = text.slice(from).search(/\p{L}/u) + from
  const shown = text
    .slice(start)
    .replace(/\s+(?:Taille|Sexe|Sex|Nationalit|Date|Né\(e\)|\d{2}[\s./-]\d{2}[\s./-]\d{4}).*$/u, '')
    .replace(/[\s.:,;-]+$/, '')
  const value = shown.replace(/\s*\([^()]*\)?$/, '')
  const folded = foldWords(value).split(' ')
  if (start < from || !/\p{L}{3}/u.test(value) || !/^\p{Lu}/u.test(value) || folded.some(isLabel)) return []
  return [{ value, start, end: start + shown.length }]
}

import type { Champ } from '../domain/champs.ts'
import { findDates } from '../formats/dates.ts'
import { fold, foldWords } from '../formats/text.ts'
import { field } from './fields.ts'
import { toSpan, wordsAt, type PieceText, type Span } from './piece-text.ts'
import { dates } from './parsers.ts'
import { readField, type Parsed, type Parser } from './read-value.ts'
import { findWrittenDates } from './written-dates.ts'

/** Dates in figures and in letters, left to right. */
export const allDates: Parser<string> = text =>
  [...dates(text), ...findWrittenDates(text)].sort((a, b) => a.start - b.start)

/** Folded words before the date of a document: "FAIT A LYON LE", "DELIVRE LE". */
const SIGNED =
  /\b(?:FAIT|FAITE|ETABLIE?|DRESSEE?|DELIVREE?|SIGNEE?|EDITEE?|EMISE?|RENDUE?) (?:.{1,60} )?(?:LE|DU)(?: [A-Z]+DI)?$/
/** "Cannes, le", alone before the date: a town, not "Née le". */
const TOWN = /^[A-Z][A-Z' -]{1,40},? LE(?: [A-Z]+DI)?$/
const NO_TOWN =
  /^(?:NEE?S?|MARIEE?S?|DECEDEE?|DEPUIS|JUSQU|AVANT|APRES|VALABLE|PAYE|REGLE|RECU|DIVORCE|A|ET|QUE|EXPIRE|VU)\b/

const isSigned = (before: string): boolean => {
  const folded = fold(before).replace(/[\s:]+$/, '')
  return SIGNED.test(folded.replace(/[^0-9A-Z]+/g, ' ')) || (TOWN.test(folded) && !NO_TOWN.test(folded))
}

/**
 * The day a document was made (`dateDocument`): under one of its labels, else after "Fait à ..., le" (the last place:
 * signatures stand at the end), else beside the town in the head of a letter.
 */
export function readDocumentDate(text: PieceText, labels: readonly string[] = []): Champ | null {
  const labelled = labels.length > 0 ? readField(text, labels, allDates) : null
  if (labelled) return labelled
  let signed: Champ | null = null
  for (const line of text.lines) {
    for (const found of allDates(line.text)) {
      if (!isSigned(line.text.slice(0, found.start))) continue
      const span = toSpan(line.page, wordsAt(line, found.start, found.end))
      if (span) signed = field(span, found.value, 0.95)
    }
  }
  return signed
}

/**
 * Dates of a text whose sentences run over lines (records, reports): each with the words that hold it, in figures or in
 * letters, and the folded text before it.
 */
export function datesInProse(text: PieceText): { iso: string; span: Span; before: string }[] {
  return text.lines.flatMap((line, i) => {
    const next = text.lines[i + 1]
    const continued = next?.page === line.page ? next : null
    const joined = continued ? `${line.text} ${continued.text}` : line.text
    const found: Parsed<string>[] = [
      ...findDates(joined).map(d => ({ value: d.iso, start: d.start, end: d.end })),
      ...findWrittenDates(joined),
    ]
    const previous = text.lines[i - 1]
    const head = previous?.page === line.page ? `${previous.text} ` : ''
    return found.flatMap(({ value, start, end }) => {
      if (start >= line.text.length) return []
      const words = [
        ...wordsAt(line, start, end),
        ...(continued ? wordsAt(continued, start - line.text.length - 1, end - line.text.length - 1) : []),
      ]
      const span = toSpan(line.page, words)
      return span ? [{ iso: value, span, before: foldWords(head + joined.slice(0, start)) }] : []
    })
  })
}

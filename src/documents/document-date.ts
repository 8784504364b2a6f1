import type { Champ } from '../domain/champs.ts'
import { civilDate } from '../formats/calendar.ts'
import { findDates } from '../formats/dates.ts'
import { fold, foldWords } from '../formats/text.ts'
import { field } from './fields.ts'
import { toSpan, wordsAt, type PieceText, type Span, type TextLine } from './piece-text.ts'
import { dates } from './parsers.ts'
import { matching, readField, type Parsed, type Parser } from './read-value.ts'
import { findWrittenDates } from './written-dates.ts'

/** Eight figures, each in its box of a form: "1 0 1 1 2 0 0 5". */
const boxedDates: Parser<string> = matching(/(?<![\d\p{L}] ?)(\d(?: ?\d){7})(?! ?[\d\p{L}])/u, boxes => {
  const figures = boxes.replace(/ /g, '')
  const [day, month, year] = [figures.slice(0, 2), figures.slice(2, 4), figures.slice(4)].map(Number)
  return boxes.split(' ').length >= 6 ? civilDate(year ?? 0, month ?? 0, day ?? 0) : null
})

/** Dates in figures, in the boxes of a form and in letters, left to right. */
export const allDates: Parser<string> = text => {
  const found = [...dates(text), ...findWrittenDates(text)]
  return (found.length > 0 ? found : [...boxedDates(text)]).sort((a, b) => a.start - b.start)
}

/** Folded words before the date of a document: "FAIT A LYON LE", "DELIVRE LE". */
const SIGNED =
  /\b(?:FAIT|FAITE|ETABLIE?|DRESSEE?|DELIVREE?|SIGNEE?|EDITEE?|EMISE?|RENDUE?) (?:.{1,60} )?(?:LE|DU)(?: [A-Z]+DI)?$/
/** "Cannes, le", "Pour copie conforme, Nantes, le" before the date: a town, not "Née le". */
const TOWN = /^\p{Lu}[\p{L}'’-]*(?: [\p{L}'’-]+){0,3},? le(?: \p{L}+di)?$/iu
const NO_TOWN =
  /^(?:NEE?S?|MARIEE?S?|DECEDEE?|DEPUIS|JUSQU|AVANT|APRES|VALABLE|PAYE|REGLE|RECU|DIVORCE|A|ET|QUE|EXPIRE|VU)\b/

const isSigned = (before: string): boolean => {
  const folded = fold(before).replace(/[\s:]+$/, '')
  const words = folded.replace(/[^0-9A-Z]+/g, ' ').trim()
  if (SIGNED.test(words) || /\bL AN\b.{0,60} LE$/.test(words)) return true
  const place = /(?:^|, )([^,]+,? le(?: \p{L}+di)?)[\s:]*$/iu.exec(before)?.[1] ?? ''
  return /^\p{Lu}/u.test(place) && TOWN.test(place) && !NO_TOWN.test(fold(place))
}

/**
 * The day a document was made (`dateDocument`): under one of its labels, else after "Fait à ..., le" or beside a town (the
 * last place: signatures stand at the end).
 */
export function readDocumentDate(text: PieceText, labels: readonly string[] = []): Champ | null {
  const labelled = labels.length > 0 ? readField(text, labels, allDates) : null
  if (labelled) return labelled
  let signed: Champ | null = null
  for (const line of text.lines) {
    for (const found of allDates(line.text)) {
      // A letterhead may stand at the left of "Bobigny, le": the words of the cell count too.
      const span = toSpan(line.page, wordsAt(line, found.start, found.end))
      if (!span) continue
      const before = cellBefore(line, found.start)
      // "Le 29 mai 2024" alone in a cell of the head dates a letter.
      const alone = /^le\s*$/iu.test(before) && line.zone[1] < 0.3
      if (alone || isSigned(line.text.slice(0, found.start)) || isSigned(before))
        signed = field(span, found.value, 0.95)
    }
  }
  return signed
}

/** Text of the cell that holds an offset of its line, up to that offset. */
function cellBefore(line: TextLine, offset: number): string {
  let start = 0
  for (const cell of line.cells) {
    if (offset < start + cell.text.length) return line.text.slice(start, offset)
    start += cell.text.length + 1
  }
  return ''
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

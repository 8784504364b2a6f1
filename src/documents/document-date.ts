import type { Champ } from '../domain/champs.ts'
import { civilDate } from '../formats/calendar.ts'
import { findDates } from '../formats/dates.ts'
import { fold, foldWords } from '../formats/text.ts'
import { field } from './fields.ts'
import { toSpan, wordsAt, type PieceText, type Span, type TextLine } from './piece-text.ts'
import { dates } from './parsers.ts'
import { matching, readField, type Parsed, type Parser } from './read-value.ts'
import { findWrittenDates } from './written-dates.ts'

/** Borders of boxes as OCR gives them, and the letters it may give for one. */
const BORDERS = /[[\]|/!(){}\s]+/g
const BOXED = /^:?\s*((?:[\dOoIl[\]|/!(){}]\s?){8,40})$/u

/**
 * The date whose eight figures stand in boxes that OCR read too: "[o|7|[o[8|[2|0[0lo|" is 07/08/2000. A letter `l` is a
 * border or a one: when both readings are dates, neither is taken.
 */
function framedDate(text: string): string | null {
  const run = BOXED.exec(text.trim())?.[1]
  if (run === undefined || (run.match(/[[\]|]/g)?.length ?? 0) < 4) return null
  const figures = run.replace(BORDERS, '').replace(/[Oo]/g, '0')
  const readings = [figures.replace(/[Il]/g, ''), figures.replace(/[Il]/g, '1')]
  const found = new Set(readings.flatMap(f => (f.length === 8 ? (dayOf(f) ?? []) : [])))
  return found.size === 1 ? ([...found][0] ?? null) : null
}

const dayOf = (figures: string): string | null =>
  civilDate(Number(figures.slice(4)), Number(figures.slice(2, 4)), Number(figures.slice(0, 2)))

/** Eight figures, each in its box of a form: "1 0 1 1 2 0 0 5". */
const boxedDates: Parser<string> = text => {
  const plain = matching(/(?<![\d\p{L}] ?)(\d(?: ?\d){7})(?! ?[\d\p{L}])/u, boxes =>
    boxes.split(' ').length >= 6 ? dayOf(boxes.replace(/ /g, '')) : null,
  )(text)
  const framed = plain.length === 0 ? framedDate(text) : null
  return framed === null ? plain : [{ value: framed, start: text.search(/\S/), end: text.trimEnd().length }]
}

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
  /^(?:NEE?S?|MARIEE?S?|DECEDEE?|DEPUIS|JUSQU|AVANT|APRES|VALABLE|PAYE|REGLE|RECU|DIVORCE|A|ET|QUE|EXPIRE|VU|VERSE|VIRE|PRELEVE|MIS|CLOS|ECHU|DU|AU|LE)\b/
/** Without a comma, a last word that ends so is what happened that day, not a town: "Prélèvement le", "Arrivée le". */
export const WHAT_HAPPENED = /(?:MENT|TION|SION|EE?S?|URE|AGE|ANCE|ENCE|PART|TOUR) LE(?: [A-Z]+DI)?$/

const isSigned = (before: string): boolean => {
  const folded = fold(before).replace(/[\s:]+$/, '')
  const words = folded.replace(/[^0-9A-Z]+/g, ' ').trim()
  if (SIGNED.test(words) || /\bL AN\b.{0,60} LE$/.test(words)) return true
  const place = /(?:^|, )([^,]+,? le(?: \p{L}+di)?)[\s:]*$/iu.exec(before)?.[1] ?? ''
  const shown = fold(place)
  // "À Saint-Denis, le" signs too.
  const town = /^A [A-Z][^,]*, ?LE\b/.test(shown) ? place.replace(/^\P{L}*\p{L}\s+/u, '') : place
  return (
    /^\p{Lu}/u.test(town) &&
    TOWN.test(town) &&
    !NO_TOWN.test(fold(town)) &&
    (shown.includes(',') || !WHAT_HAPPENED.test(shown))
  )
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

import type { Champ, ValeurChamp } from '../domain/champs.ts'
import type { Zone } from '../domain/geometry.ts'
import { fold, foldWords } from '../formats/text.ts'
import { field } from './fields.ts'
import {
  columnOf,
  cutCell,
  toSpan,
  wordsAt,
  type Cell,
  type Hit,
  type PieceText,
  type Span,
  type TextLine,
} from './piece-text.ts'

/** A value that a parser found in a text, and where. */
export interface Parsed<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** Every value of one kind in a text, left to right. */
export type Parser<T> = (text: string) => readonly Parsed<T>[]

export interface Found<T> {
  readonly value: T
  readonly span: Span
  readonly hit: Hit
}

export interface NearOptions {
  /** Sides of the label where the value may stand, tried in order. */
  readonly where?: readonly ('right' | 'below' | 'above')[]
  /** Rows below (or above) the label that may hold the value. */
  readonly rows?: number
  /** The value to the right stands no further than this share of the page's width. */
  readonly maxGap?: number
  /** A label with these folded words around it in its cell, as `before | after`, is another label. */
  readonly unless?: RegExp
  /** The label opens its cell: not a word of a sentence or of another label. */
  readonly opensCell?: boolean
  /** The label stands in a cell of at most so many words: not in running text. */
  readonly maxCellWords?: number
  /** To the right, only the rest of the label's own cell and the next cell that holds words may hold the value. */
  readonly nextCellOnly?: boolean
  /** Below and above, words may stand before the value in its cell ("PREF. DU RHÔNE 05.08.2026"). */
  readonly wordsBefore?: boolean
  /** Only linking words and signs may stand between the label and a value in its own cell. */
  readonly adjacent?: boolean
  /** Folded words that, between the label and a value to its right, say that the value is another one's. */
  readonly stop?: RegExp
}

/** Words that may stand between a border and the value: "le", "mois de", "en euros", a sign. */
const LINKING = /^(?:LE|LA|DU|AU|DE|DES|EN|A|MOIS|EUROS?|EUR|TOTAL|THE|ON|N|NO)$/

const MAX_WORDS_BETWEEN = 5

/**
 * The value of a label, wherever it stands: after it in its cell, in a cell to its right, below it in its column, or
 * above. Labels are tried in order, and each of their places in reading order, until the parser finds a value.
 */
export function readNear<T>(
  text: PieceText,
  labels: readonly string[],
  parse: Parser<T>,
  options: NearOptions = {},
): Found<T> | null {
  for (const hits of [(label: string) => text.findAll(label), (label: string) => text.findStacked(label)]) {
    for (const label of labels) {
      for (const hit of hits(label)) {
        const found = valueOf(text, hit, parse, options)
        if (found) return found
      }
    }
  }
  return null
}

/** The value of every place of a label that has one, in reading order. */
export function readAll<T>(text: PieceText, label: string, parse: Parser<T>, options: NearOptions = {}): Found<T>[] {
  return text.findAll(label).flatMap(hit => valueOf(text, hit, parse, options) ?? [])
}

function valueOf<T>(text: PieceText, hit: Hit, parse: Parser<T>, options: NearOptions): Found<T> | null {
  const { where = ['right', 'below'] } = options
  if (options.unless?.test(around(hit))) return null
  if (options.maxCellWords !== undefined && cellWords(hit) > options.maxCellWords) return null
  if (options.opensCell === true && !hit.line.cells.some(c => c.from === hit.from)) return null
  for (const side of where) {
    const found = side === 'right' ? toTheRight(text, hit, parse, options) : inColumn(text, hit, parse, side, options)
    if (found) return found
    if (side === 'right' && hasUnreadValue(text, hit)) return null
  }
  return null
}

function cellWords({ line, from }: Hit): number {
  const cell = line.cells.find(c => c.from <= from && from < c.to)
  return cell ? cell.to - cell.from : 0
}

/** The value of a label as a field, or `null`. Its confidence is that of its words, lower when the label was noisy. */
export function readField<T extends ValeurChamp>(
  text: PieceText,
  labels: readonly string[],
  parse: Parser<T>,
  options: NearOptions = {},
): Champ | null {
  const found = readNear(text, labels, parse, options)
  return found && field(found.span, found.value, labelSureness(found.hit))
}

/** A wrong letter costs five hundredths in a word, less in a label of several, which no other resembles so. */
function labelSureness({ line, from, to, edits }: Hit): number {
  const length = line.words.slice(from, to).reduce((n, w) => n + w.text.length, 0)
  return 1 - 0.05 * edits * Math.min(1, WORD / Math.max(1, length))
}
const WORD = 8

/** The first value that a parser finds on the piece, without label, as a field. */
export function readAnywhere<T extends ValeurChamp>(text: PieceText, parse: Parser<T>, factor = 1): Champ | null {
  for (const line of text.lines) {
    for (const cell of line.cells) {
      const [first] = parse(cell.text)
      const span = first && spanIn(line, cell, first)
      if (span) return field(span, first.value, factor)
    }
  }
  return null
}

/** What `pattern` matches, as a parser: its first group when it has one, else the whole match; `read` may refuse. */
export function matching<T>(pattern: RegExp, read: (match: string) => T | null): Parser<T> {
  const global = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
  return text =>
    [...text.matchAll(global)].flatMap(match => {
      const value = read(match[1] ?? match[0])
      return value === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }]
    })
}

/** The words of a cell that hold a parsed value. */
export function spanIn(line: TextLine, cell: Cell, parsed: Pick<Parsed<unknown>, 'start' | 'end'>): Span | null {
  return toSpan(line.page, wordsAt({ words: line.words.slice(cell.from, cell.to) }, parsed.start, parsed.end))
}

/** Folded words before and after a label in its cell, parted by a bar. */
export function around({ line, from, to }: Hit): string {
  const cell = line.cells.find(c => c.from <= from && from < c.to)
  const folded = (a: number, b: number): string =>
    foldWords(
      line.words
        .slice(a, b)
        .map(w => w.text)
        .join(' '),
    )
  return `${folded(Math.max(cell?.from ?? 0, from - 3), from)} | ${folded(to, Math.min(cell?.to ?? to, to + 4))}`
}

/** Folded words of a cell before a value. */
const wordsBefore = (cell: Cell, parsed: Pick<Parsed<unknown>, 'start'>): string[] =>
  fold(cell.text.slice(0, parsed.start))
    .split(/[^0-9A-Z]+/)
    .filter(w => w !== '')

function toTheRight<T>(text: PieceText, hit: Hit, parse: Parser<T>, options: NearOptions): Found<T> | null {
  const { maxGap = 0.85, stop } = options
  let others = 0
  for (const { line, cell: whole } of text.cellsRight(hit)) {
    // The rest of the label's cell is cut from it: it is none of the cells of the line.
    const ownCell = !line.cells.includes(whole)
    const cell = ownCell ? afterLabelEnd(line, whole) : whole
    if (cell.zone[0] - hit.zone[2] > maxGap) continue
    if (!ownCell && options.nextCellOnly === true && others++ > 0) return null
    const [first] = parse(cell.text)
    if (!first) {
      // Another label stands between: what follows is its value, not ours.
      if (stop?.test(foldWords(cell.text))) return null
      continue
    }
    const before = wordsBefore(cell, first)
    if (stop?.test(before.join(' '))) return null
    const wordsBetween = before.filter(w => !LINKING.test(w)).length
    // A cell that opens with words has a label of its own; a sentence that goes on for long speaks of something else.
    if (wordsBetween > (ownCell && options.adjacent !== true ? MAX_WORDS_BETWEEN : 0)) return null
    const span = spanIn(line, cell, first)
    if (span) return { value: first.value, span, hit }
  }
  return null
}

/** Figures just after the label that make no value: it stands there and is not readable, what stands below is another. */
function hasUnreadValue(text: PieceText, hit: Hit): boolean {
  const [own] = text.cellsRight(hit)
  if (!own || own.line !== hit.line || hit.line.cells.includes(own.cell)) return false
  const rest = own.cell.text.replace(/^[\s:.=-]+/, '')
  return /^\d/.test(rest) && rest.replace(/\D/g, '').length >= 4 && !/^20\d\d\b/.test(rest)
}

/**
 * "de l'apprenti(e) : DUPONT" after "Nom de naissance": small words up to a colon still belong to the label, and so does
 * the number of a note ("Sexe (5) : M").
 */
function afterLabelEnd(line: TextLine, cell: Cell): Cell {
  const end = /^(?:\(\d{1,2}\)\s*)?[^:\d\p{Lu}]{0,40}:|^\(\d{1,2}\)(?=\s)/u.exec(cell.text)
  if (!end) return cell
  const words = end[0].trim().split(' ').length
  return cell.from + words < cell.to ? cutCell(line, cell.from + words, cell.to) : cell
}

function inColumn<T>(
  text: PieceText,
  hit: Hit,
  parse: Parser<T>,
  side: 'below' | 'above',
  { rows = 2, wordsBefore: anyBefore, stop }: NearOptions,
): Found<T> | null {
  const cells = side === 'below' ? text.cellsBelow(hit, rows) : text.cellsAbove(hit, rows)
  const candidates = cells.flatMap(({ line, cell }) =>
    parse(cell.text).flatMap(parsed => {
      // Words before a value in its cell are the label of that value.
      const before = wordsBefore(cell, parsed)
      if (stop?.test(before.join(' '))) return []
      if (anyBefore !== true && before.some(w => /^[A-Z]{3}/.test(w) && !LINKING.test(w))) return []
      const span = spanIn(line, cell, parsed)
      // With words before it, the value is where its cell is.
      const place = anyBefore === true && before.length > 0 ? cell.zone : span?.zone
      return span && place ? [{ value: parsed.value, span, hit, overlap: overlap(place, hit) }] : []
    }),
  )
  // Straight below first, whatever the row; then what stands a little aside.
  const straight = candidates.filter(c => c.overlap > 0)
  const found = straight.length > 0 ? straight : candidates.filter(c => c.overlap > -0.03)
  const [first] = found
  if (!first) return null
  const sameRow = found.filter(c => Math.abs(c.span.zone[1] - first.span.zone[1]) < 0.004)
  const best = sameRow.reduce((a, c) => (c.overlap > a.overlap ? c : a), first)
  return { value: best.value, span: best.span, hit }
}

/** Width that a value shares with the column of its label; negative is the distance between them. */
function overlap(zone: Zone, hit: Hit): number {
  const [x0, x1] = columnOf(hit)
  return Math.min(zone[2], x1) - Math.max(zone[0], x0)
}

import { centreY, unionZones, zoneHeight, type Zone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { findFuzzy, foldWords } from '../formats/text.ts'
import { stackedCells, type StackedCells } from './stacked-cells.ts'
import { cutCell, textLine, wordsAt, type Cell, type TextLine, type TextWord } from './text-line.ts'
import { withoutLettering } from './without-lettering.ts'
import { withoutNir } from './without-nir.ts'

export { cutCell, wordsAt } from './text-line.ts'
export type { Cell, TextLine } from './text-line.ts'

/** A run of words found on one line. */
export interface Hit {
  readonly line: TextLine
  /** Index of the first word and after the last word in `line.words`. */
  readonly from: number
  readonly to: number
  readonly zone: Zone
  /** 0 for an exact match. */
  readonly edits: number
}

/** Words that hold a value, with their evidence. */
export interface Span {
  readonly page: number
  readonly text: string
  readonly words: readonly TextWord[]
  readonly zone: Zone
  /** Lowest confidence of the words, 0..1. */
  readonly confidence: number
  readonly source: 'ocr' | 'texte-pdf'
}

/**
 * The text of one piece as kinds of documents read it: labels found whatever the accents, case and OCR noise,
 * values taken to the right of a label or below it. Words that hold a NIR are not in it: no field can take them.
 */
export class PieceText {
  readonly lines: readonly TextLine[]
  /** All lines folded, joined by a space. */
  readonly folded: string
  readonly pages: readonly PageReading[]
  readonly #offsets: readonly (readonly number[])[]
  /** Cells with the cell just below them, of lines that have columns: a title or a label on two lines of one column. */
  readonly #stacked: readonly StackedCells[]
  readonly #stackedText: string

  constructor(pages: readonly PageReading[]) {
    this.pages = pages
    const lines: TextLine[] = []
    const offsets: number[][] = []
    for (const page of pages) {
      for (const read of withoutNir(page.lines).map(withoutLettering)) {
        if (read.words.length === 0) continue
        const { line, owners } = textLine(page, read, lines.length)
        lines.push(line)
        offsets.push(owners)
      }
    }
    this.lines = lines
    this.#offsets = offsets
    this.folded = lines.map(l => l.folded).join(' ')
    this.#stacked = stackedCells(lines)
    this.#stackedText = this.#stacked.map(s => s.folded).join(' | ')
  }

  /** True when the piece holds the cue (folded words, OCR noise tolerated), on one line or cut over two. */
  has(cue: string): boolean {
    const folded = foldWords(cue)
    return findFuzzy(this.folded, folded) !== null || findFuzzy(this.#stackedText, folded) !== null
  }

  hasAny(...cues: readonly string[]): boolean {
    return cues.some(cue => this.has(cue))
  }

  /** The first place of the first label that is found, labels tried in order. */
  find(...labels: string[]): Hit | null {
    for (const label of labels) {
      const [hit] = this.findAll(label)
      if (hit) return hit
    }
    return null
  }

  /** Every place that holds the label, in reading order; exact places before noisy ones when a line has both. */
  findAll(label: string): Hit[] {
    const cue = foldWords(label)
    if (cue === '') return []
    const hits: Hit[] = []
    for (const line of this.lines) {
      const owners = this.#offsets[line.index] ?? []
      // After a hit the search goes on to its right: two columns may carry the same label.
      for (let at = 0; at < line.folded.length;) {
        const found = findFuzzy(line.folded.slice(at), cue)
        if (!found) break
        hits.push(hitOn(line, owners, at + found.start, at + found.end, found.edits))
        at += found.end + 1
      }
    }
    return hits
  }

  /**
   * Places of a label of several words that a narrow column prints on two lines ("Net" above "imposable"): cells of few
   * words one above the other. The hit is the lower cell, its zone holds both.
   */
  findStacked(label: string): Hit[] {
    const cue = foldWords(label)
    if (!cue.includes(' ')) return []
    return this.#stacked.flatMap(({ folded, upper, lower, line }) => {
      if (upper.to - upper.from > 3 || lower.to - lower.from > 3) return []
      const found = findFuzzy(folded, cue)
      const zone = unionZones([upper.zone, lower.zone])
      // A label that stands whole in one of the two cells is on no second line.
      const border = foldWords(upper.text).length
      if (!found || !zone || found.start >= border || found.end <= border + 1) return []
      return [{ line, from: lower.from, to: lower.to, zone, edits: found.edits }]
    })
  }

  /** Cells of the next `rows` lines below a label that meet its column, whole, from top to bottom. */
  cellsBelow(hit: Hit, rows = 1, reach = 0.02): { line: TextLine; cell: Cell }[] {
    return this.#rows(hit, 'below', rows, line => cellsInColumn(line, hit, reach))
  }

  /** Cells of the `rows` lines above a label that meet its column, whole, from the nearest up. */
  cellsAbove(hit: Hit, rows = 1, reach = 0.02): { line: TextLine; cell: Cell }[] {
    return this.#rows(hit, 'above', rows, line => cellsInColumn(line, hit, reach))
  }

  /**
   * Cells to the right of a label at its height, nearest first: those of its line (the rest of its own cell first),
   * then those of lines whose words overlap it vertically, since readers cut one row into two when letters differ in size.
   */
  cellsRight(hit: Hit): { line: TextLine; cell: Cell }[] {
    const out: { line: TextLine; cell: Cell }[] = []
    for (const cell of hit.line.cells) {
      if (cell.to <= hit.to) continue
      out.push({ line: hit.line, cell: cell.from >= hit.to ? cell : cutCell(hit.line, hit.to, cell.to) })
    }
    const centre = centreY(hit.zone)
    const beside = this.lines
      .filter(l => l.page === hit.line.page && l !== hit.line && l.zone[1] < hit.zone[3] && l.zone[3] > hit.zone[1])
      .flatMap(line => line.cells.map(cell => ({ line, cell })))
      .filter(({ cell }) => cell.zone[0] >= hit.zone[2] && cell.zone[1] < centre && cell.zone[3] > centre)
      .sort((a, b) => a.cell.zone[0] - b.cell.zone[0])
    return [...out, ...beside]
  }

  /** A span of whole words for a match of `pattern` on the raw text of a line, tried line by line from `fromLine`. */
  match(
    pattern: RegExp,
    fromLine = 0,
    toLine = this.lines.length,
  ): { span: Span; match: RegExpExecArray; line: TextLine } | null {
    for (const line of this.lines.slice(fromLine, toLine)) {
      const match = pattern.exec(line.text)
      if (!match) continue
      const span = toSpan(line.page, wordsAt(line, match.index, match.index + match[0].length))
      if (span) return { span, match, line }
    }
    return null
  }

  /** What `pick` finds on the next `rows` lines below or above a label where it finds something, up to a void of five heights. */
  #rows<T>(hit: Hit, side: 'below' | 'above', rows: number, pick: (line: TextLine) => readonly T[]): T[] {
    const out: T[] = []
    const [y0, y1] = [hit.zone[1], hit.zone[3]]
    const emptiness = 5 * Math.max(zoneHeight(hit.zone), 0.008)
    let last = side === 'below' ? y1 : y0
    let found = 0
    for (const line of side === 'below' ? this.lines : this.lines.toReversed()) {
      if (line.page !== hit.line.page || line.index === hit.line.index) continue
      const centre = centreY(line.zone)
      if (side === 'below' ? centre <= y1 : centre >= y0) continue
      if (side === 'below' ? line.zone[1] - last > emptiness : last - line.zone[3] > emptiness) break
      const picked = pick(line)
      if (picked.length === 0) continue
      out.push(...picked)
      last = side === 'below' ? line.zone[3] : line.zone[1]
      if (++found === rows) break
    }
    return out
  }
}

/** Column of a label: from the left edge of its cell, where values below are set, to its own right edge. */
export function columnOf(hit: Hit): readonly [number, number] {
  const cell = hit.line.cells.find(c => c.from <= hit.from && hit.from < c.to)
  return [Math.min(cell?.zone[0] ?? hit.zone[0], hit.zone[0]), hit.zone[2]]
}

function cellsInColumn(line: TextLine, hit: Hit, reach: number): { line: TextLine; cell: Cell }[] {
  const [x0, x1] = columnOf(hit)
  return line.cells.filter(c => c.zone[0] <= x1 + reach && c.zone[2] >= x0 - reach).map(cell => ({ line, cell }))
}

/** Words as one span; `null` for none. */
export function toSpan(page: number, words: readonly TextWord[]): Span | null {
  const zone = unionZones(words.map(w => w.zone))
  const [first] = words
  if (!zone || !first) return null
  return {
    page,
    text: words.map(w => w.text).join(' '),
    words,
    zone,
    confidence: Math.min(...words.map(w => w.confidence)),
    source: first.source,
  }
}

function hitOn(line: TextLine, owners: readonly number[], start: number, end: number, edits: number): Hit {
  const from = owners[start] ?? 0
  const to = (owners[end - 1] ?? from) + 1
  const zone = unionZones(line.words.slice(from, to).map(w => w.zone)) ?? line.zone
  return { line, from, to, zone, edits }
}

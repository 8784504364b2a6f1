import { centreY, zoneHeight } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { TextGrams } from '../formats/text-grams.ts'
import { findFuzzy, foldWords } from '../formats/text.ts'
import { textLine, type TextLine } from './text-line.ts'

/** Where some words stand on a page. */
export interface Place {
  /** Letters misread, 0 for an exact match. */
  readonly edits: number
  /** In the head of the page (pieces-justificatives, section 3). */
  readonly inHead: boolean
  /** Share of the printed cells that the words fill: 1 alone on its line, near 0 inside a sentence. */
  readonly coverage: number
  /** Inside running text: words in small letters before and after it. */
  readonly inSentence: boolean
  /** Height of the line of the words over that of the page's text. */
  readonly relativeHeight: number
}

/** Words beside the cue in its cells from which they are a sentence, unless in capitals. */
const SENTENCE = 7

/** Share of a page's height, or of its printed part, that is its head. */
const HEAD = 0.4

interface PageLines {
  readonly lines: readonly TextLine[]
  /** Offset in `text` of each line. */
  readonly starts: readonly number[]
  readonly text: string
  readonly grams: TextGrams
  /** Cells over two lines of one column. */
  readonly stacked: Stacked
  readonly headLimit: number
  readonly letterHeight: number
  readonly places: Map<string, readonly Place[]>
}

/** A page is asked for the same cues alone and in its piece: what was found on it is kept as long as it. */
const known = new WeakMap<PageReading, PageLines>()

/** Every place of some words on a page: all exact ones, else the best noisy one. */
export function cuePlaces(page: PageReading, words: string): readonly Place[] {
  let lines = known.get(page)
  if (!lines) known.set(page, (lines = pageLines(page)))
  let places = lines.places.get(words)
  if (!places) lines.places.set(words, (places = findPlaces(lines, foldedCue(words))))
  return places
}

/** Cues come from the tables of the kinds of documents: each is folded once. */
const foldedCues = new Map<string, string>()

function foldedCue(words: string): string {
  let cue = foldedCues.get(words)
  if (cue === undefined) foldedCues.set(words, (cue = foldWords(words)))
  return cue
}

function pageLines(page: PageReading): PageLines {
  const lines = page.lines.map((line, i) => textLine(page, line, i).line).filter(l => l.folded !== '')
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.folded.length + 1
  }
  const top = Math.min(...lines.map(l => l.zone[1]))
  const bottom = Math.max(...lines.map(l => l.zone[3]))
  const text = lines.map(l => l.folded).join(' ')
  return {
    lines,
    starts,
    text,
    grams: new TextGrams(text),
    stacked: stackedCells(lines),
    // A card may lie anywhere on the glass: its head is counted from its first line, never above 40 % of the page.
    headLimit: Math.max(HEAD, top + HEAD * (bottom - top)),
    letterHeight: median(lines.flatMap(l => l.words.map(w => zoneHeight(w.zone)))),
    places: new Map(),
  }
}

function findPlaces(page: PageLines, cue: string): Place[] {
  if (cue === '') return []
  const places: Place[] = []
  for (let from = 0; from < page.text.length;) {
    const found = findFuzzy(from === 0 ? page.text : page.text.slice(from), cue, page.grams)
    // A noisy place counts only when there is no exact one.
    if (!found || (from > 0 && found.edits > 0)) break
    places.push(placeOf(page, from + found.start, from + found.end, found.edits))
    if (found.edits > 0) break
    from += found.end + 1
  }
  if (places.length > 0) return places
  const found = findFuzzy(page.stacked.text, cue, page.stacked.grams)
  const pair = found && page.stacked.pairs.findLast(p => p.start <= found.start)
  if (!found || !pair) return []
  return [place(page, [pair.line], [pair.text], page.stacked.text.slice(found.start, found.end), found.edits)]
}

function placeOf(page: PageLines, start: number, end: number, edits: number): Place {
  const touched: TextLine[] = []
  const cells: string[] = []
  page.lines.forEach((line, i) => {
    const at = page.starts[i] ?? 0
    if (at >= end || at + line.folded.length <= start) return
    touched.push(line)
    cells.push(...cellsTouched(line, start - at, end - at))
  })
  return place(page, touched, cells, page.text.slice(start, end), edits)
}

function place(
  page: PageLines,
  lines: readonly TextLine[],
  cells: readonly string[],
  found: string,
  edits: number,
): Place {
  const [first] = lines
  const printed = cells.join(' ')
  const folded = foldWords(printed)
  const coverage = found.length / Math.max(folded.length, 1)
  const others = folded.split(' ').length - found.split(' ').length
  return {
    edits,
    inSentence: others >= SENTENCE && coverage < 0.45 && printed !== printed.toUpperCase(),
    inHead: first !== undefined && centreY(first.zone) <= page.headLimit,
    coverage: Math.min(1, coverage),
    relativeHeight: Math.max(...lines.map(l => median(l.words.map(w => zoneHeight(w.zone))))) / page.letterHeight,
  }
}

/** Cells of a line that the folded characters `[start, end)` touch. */
function cellsTouched(line: TextLine, start: number, end: number): string[] {
  let at = 0
  return line.cells.flatMap(({ text }) => {
    const size = foldWords(text).length
    const touched = size > 0 && at < end && at + size > start
    if (size > 0) at += size + 1
    return touched ? [text] : []
  })
}

/** Cells with the cell just below them, where columns stand side by side: a title on two lines of one column. */
interface Stacked {
  readonly text: string
  readonly grams: TextGrams
  readonly pairs: readonly { readonly text: string; readonly line: TextLine; readonly start: number }[]
}

function stackedCells(lines: readonly TextLine[]): Stacked {
  let text = ''
  const pairs: Stacked['pairs'][number][] = []
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next || (line.cells.length < 2 && next.cells.length < 2)) return
    for (const upper of line.cells) {
      const lower = next.cells.find(c => c.zone[0] < upper.zone[2] && c.zone[2] > upper.zone[0])
      if (!lower) continue
      const pair = foldWords(`${upper.text} ${lower.text}`)
      pairs.push({ text: pair, line, start: text.length })
      text += `${pair} | `
    }
  })
  return { text: text.trimEnd(), grams: new TextGrams(text), pairs }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0.01
}

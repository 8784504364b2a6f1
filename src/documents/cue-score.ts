import { centreY, zoneHeight } from '../domain/geometry.ts'
import { findFuzzy, foldWords } from '../formats/text.ts'
import type { Cue, Nature } from './kind.ts'
import type { PieceText, TextLine } from './piece-text.ts'

/** A cue found on a piece, with what it weighs there. */
export interface CueFound {
  readonly cue: Cue
  readonly page: number
  readonly weight: number
  /** The words stand alone near the top of the page, as a title does. */
  readonly title: boolean
}

export interface CueScore {
  readonly score: number
  /** From the heaviest to the lightest. */
  readonly found: readonly CueFound[]
}

/** Share of a page's height, from its first printed line, that is its head (pieces-justificatives, section 3). */
const HEAD = 0.4
/** Each further cue of a kind says less than the one before: words of one document come together. */
const FURTHER_CUE = 0.72
/** A title on a later page is often that of an annex. */
const LATER_PAGE = 0.75
/** A misread letter costs some trust. */
const PER_EDIT = 0.06

/** Where some words stand on a page. */
interface Place {
  readonly page: number
  readonly edits: number
  readonly inHead: boolean
  /** Share of the printed cells that the words fill: 1 alone on its line, near 0 inside a sentence. */
  readonly coverage: number
  /** Height of the words over that of the page's text. */
  readonly relativeHeight: number
}

interface PageLines {
  readonly page: number
  readonly lines: readonly TextLine[]
  /** Offset in `text` of each line. */
  readonly starts: readonly number[]
  readonly text: string
  /** Cells over two lines of one column, each with its lines. */
  readonly stacked: readonly { readonly text: string; readonly line: TextLine }[]
  readonly headLimit: number
  readonly letterHeight: number
}

/** Finds cues on one piece and weighs them by the way they stand there. Keeps what it found: build one per piece. */
export class CueReader {
  readonly #pages: readonly PageLines[]
  readonly #places = new Map<string, readonly Place[]>()

  constructor(text: PieceText) {
    this.#pages = text.pages.map(({ page }) =>
      pageLines(
        page,
        text.lines.filter(l => l.page === page),
      ),
    )
  }

  /** Score of a group of cues: the heaviest in full, each further one less, vetoes in full. */
  score(cues: readonly Cue[]): CueScore {
    const found = cues.flatMap(cue => this.#weigh(cue) ?? []).sort((a, b) => b.weight - a.weight)
    let factor = 1
    let score = 0
    for (const { weight } of found) {
      score += weight > 0 ? weight * factor : weight
      if (weight > 0) factor *= FURTHER_CUE
    }
    return { score, found }
  }

  /** The nature whose cues, with the common ones, score highest; `null` when no nature has a positive cue of its own. */
  bestNature(natures: readonly Nature[], common: readonly Cue[] = []): { nature: Nature; result: CueScore } | null {
    let best: { nature: Nature; result: CueScore } | null = null
    for (const nature of natures) {
      if (this.score(nature.cues).score <= 0) continue
      const result = this.score([...common, ...nature.cues])
      if (best === null || result.score > best.result.score) best = { nature, result }
    }
    return best
  }

  #weigh(cue: Cue): CueFound | null {
    let best: CueFound | null = null
    for (const place of this.#find(cue.words)) {
      const title = place.inHead && (place.coverage >= 0.45 || (place.coverage >= 0.2 && place.relativeHeight >= 1.35))
      const first = this.#pages[0]?.page === place.page
      const weight =
        cue.weight * prominence(cue, place) * (first ? 1 : LATER_PAGE) * Math.max(0.6, 1 - PER_EDIT * place.edits)
      if (best === null || Math.abs(weight) > Math.abs(best.weight)) best = { cue, page: place.page, weight, title }
    }
    return best
  }

  #find(words: string): readonly Place[] {
    const known = this.#places.get(words)
    if (known) return known
    const cue = foldWords(words)
    const places = cue === '' ? [] : this.#pages.flatMap(page => findOnPage(page, cue))
    this.#places.set(words, places)
    return places
  }
}

/** How much of its weight a cue keeps by the way its words stand. Cues without place keep all of it. */
function prominence(cue: Cue, { inHead, coverage, relativeHeight }: Place): number {
  if (cue.where !== 'head') return 1
  if (!inHead) return coverage >= 0.45 ? 0.5 : 0.15
  if (coverage >= 0.45) return relativeHeight >= 1.25 ? 1.25 : 1.15
  return coverage >= 0.2 ? 0.9 : 0.4
}

function pageLines(page: number, all: readonly TextLine[]): PageLines {
  const lines = all.filter(l => l.folded !== '')
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.folded.length + 1
  }
  const top = Math.min(...lines.map(l => l.zone[1]))
  const bottom = Math.max(...lines.map(l => l.zone[3]))
  const heights = lines.flatMap(l => l.words.map(w => zoneHeight(w.zone))).sort((a, b) => a - b)
  return {
    page,
    lines,
    starts,
    text: lines.map(l => l.folded).join(' '),
    stacked: stackedCells(lines),
    // A card may lie anywhere on the glass: its head is counted from its first line, never above 40 % of the page.
    headLimit: Math.max(HEAD, top + HEAD * (bottom - top)),
    letterHeight: heights[Math.floor(heights.length / 2)] ?? 0.01,
  }
}

function findOnPage(page: PageLines, cue: string): Place[] {
  const places: Place[] = []
  for (let from = 0; from < page.text.length;) {
    const found = findFuzzy(from === 0 ? page.text : page.text.slice(from), cue)
    // Noisy places are looked for once: what matters is the first good one.
    if (!found || (from > 0 && found.edits > 0)) break
    places.push(placeOf(page, from + found.start, from + found.end, found.edits))
    from += found.end + 1
    if (found.edits > 0) break
  }
  if (places.length > 0) return places
  for (const { text, line } of page.stacked) {
    const found = findFuzzy(text, cue)
    if (found) return [place(page, [line], cue.length / text.length, found.edits)]
  }
  return []
}

function placeOf(page: PageLines, start: number, end: number, edits: number): Place {
  let letters = 0
  const touched: TextLine[] = []
  page.lines.forEach((line, i) => {
    const at = page.starts[i] ?? 0
    if (at >= end || at + line.folded.length <= start) return
    touched.push(line)
    letters += cellLetters(line, start - at, end - at)
  })
  return place(page, touched, (end - start) / Math.max(letters, 1), edits)
}

function place(page: PageLines, lines: readonly TextLine[], coverage: number, edits: number): Place {
  const [first] = lines
  const height = Math.max(...lines.map(l => medianHeight(l)))
  return {
    page: page.page,
    edits,
    inHead: first !== undefined && centreY(first.zone) <= page.headLimit,
    coverage,
    relativeHeight: height / page.letterHeight,
  }
}

/** Letters of the cells of a line that the folded characters `[start, end)` touch. */
function cellLetters(line: TextLine, start: number, end: number): number {
  let at = 0
  let letters = 0
  for (const cell of line.cells) {
    const size = foldWords(cell.text).length
    if (size === 0) continue
    if (at < end && at + size > start) letters += size
    at += size + 1
  }
  return letters
}

function medianHeight(line: TextLine): number {
  const heights = line.words.map(w => zoneHeight(w.zone)).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

/** Cells with the cell just below them, where columns stand side by side: a title on two lines of one column. */
function stackedCells(lines: readonly TextLine[]): { text: string; line: TextLine }[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    if (!next || (line.cells.length < 2 && next.cells.length < 2)) return []
    return line.cells.flatMap(upper => {
      const lower = next.cells.find(c => c.zone[0] < upper.zone[2] && c.zone[2] > upper.zone[0])
      return lower ? [{ text: foldWords(`${upper.text} ${lower.text}`), line }] : []
    })
  })
}

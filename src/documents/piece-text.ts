import { centreX, centreY, unionZones, zoneHeight, type Zone } from '../domain/geometry.ts'
import { lineText, type Line, type PageReading, type Word } from '../domain/reading.ts'
import { findFuzzy, foldWords } from '../formats/text.ts'

/** One line of a piece, with its folded form and the word that each folded character comes from. */
export interface TextLine {
  readonly page: number
  /** Rank in the piece, from 0: reading order over all pages. */
  readonly index: number
  readonly text: string
  readonly folded: string
  readonly words: readonly Word[]
  readonly zone: Zone
}

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
  readonly words: readonly Word[]
  readonly zone: Zone
  /** Lowest confidence of the words, 0..1. */
  readonly confidence: number
  readonly source: 'ocr' | 'texte-pdf'
}

/**
 * The text of one piece as kinds of documents read it: labels found whatever the accents, case and OCR noise,
 * values taken to the right of a label or below it.
 */
export class PieceText {
  readonly lines: readonly TextLine[]
  /** All lines folded, joined by a space. */
  readonly folded: string
  readonly pages: readonly PageReading[]
  readonly #offsets: readonly (readonly number[])[]

  constructor(pages: readonly PageReading[]) {
    this.pages = pages
    const lines: TextLine[] = []
    const offsets: number[][] = []
    for (const page of pages) {
      for (const line of page.lines) {
        const { folded, owners } = foldLine(line)
        offsets.push(owners)
        lines.push({ page: page.page, index: lines.length, text: lineText(line), folded, words: line.words, zone: line.zone })
      }
    }
    this.lines = lines
    this.#offsets = offsets
    this.folded = lines.map(l => l.folded).join(' ')
  }

  /** True when the piece holds the cue (folded words, OCR noise tolerated). */
  has(cue: string): boolean {
    return findFuzzy(this.folded, foldWords(cue)) !== null
  }

  /** The first place of the first label that is found, labels tried in order. */
  find(...labels: string[]): Hit | null {
    for (const label of labels) {
      const [hit] = this.findAll(label)
      if (hit) return hit
    }
    return null
  }

  /** Every line that holds the label, in reading order (first place on each line). */
  findAll(label: string): Hit[] {
    const cue = foldWords(label)
    const hits: Hit[] = []
    for (const line of this.lines) {
      const found = findFuzzy(line.folded, cue)
      if (found) hits.push(this.#hit(line, found.start, found.end, found.edits))
    }
    return hits
  }

  /**
   * Words to the right of a label on its line, up to a gap wider than `maxGap` of the page's width (cell border).
   * A leading colon or dash is dropped.
   */
  rightOf(hit: Hit, maxGap = 1): Span | null {
    const words: Word[] = []
    let edge = hit.zone[2]
    for (const word of hit.line.words.slice(hit.to)) {
      if (words.length > 0 && word.zone[0] - edge > maxGap) break
      edge = word.zone[2]
      if (words.length === 0 && /^[:=.–—-]+$/.test(word.text)) continue
      words.push(word)
    }
    return toSpan(hit.line.page, words)
  }

  /**
   * Words just below a label, in its column, on the next `rows` lines that have some there.
   * @param reach how far the column extends left and right of the label, in fractions of the page's width
   */
  below(hit: Hit, rows = 1, reach = 0.06): Span | null {
    const words: Word[] = []
    const height = Math.max(zoneHeight(hit.zone), 0.008)
    let last = hit.zone[3]
    let found = 0
    for (const line of this.lines) {
      if (line.page !== hit.line.page || centreY(line.zone) <= hit.zone[3] || line.index === hit.line.index) continue
      if (line.zone[1] - last > 4 * height) break
      const inColumn = line.words.filter(w => centreX(w.zone) >= hit.zone[0] - reach && w.zone[0] <= hit.zone[2] + reach)
      if (inColumn.length === 0) continue
      words.push(...inColumn)
      last = line.zone[3]
      if (++found === rows) break
    }
    return toSpan(hit.line.page, words)
  }

  /** The value of a label: to its right, else below. */
  valueOf(...labels: string[]): Span | null {
    const hit = this.find(...labels)
    if (!hit) return null
    return this.rightOf(hit, 0.25) ?? this.below(hit)
  }

  /** A span of whole words for a match of `pattern` on the raw text of a line, tried line by line from `fromLine`. */
  match(pattern: RegExp, fromLine = 0, toLine = this.lines.length): { span: Span; match: RegExpExecArray; line: TextLine } | null {
    for (const line of this.lines.slice(fromLine, toLine)) {
      const match = pattern.exec(line.text)
      if (!match) continue
      const span = toSpan(line.page, wordsAt(line, match.index, match.index + match[0].length))
      if (span) return { span, match, line }
    }
    return null
  }

  #hit(line: TextLine, start: number, end: number, edits: number): Hit {
    const owners = this.#offsets[line.index] ?? []
    const from = owners[start] ?? 0
    const to = (owners[end - 1] ?? from) + 1
    const zone = unionZones(line.words.slice(from, to).map(w => w.zone)) ?? line.zone
    return { line, from, to, zone, edits }
  }
}

/** Words as one span; `null` for none. */
export function toSpan(page: number, words: readonly Word[]): Span | null {
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

/** Words of a line that the characters `[start, end)` of its raw text touch. */
export function wordsAt(line: Pick<TextLine, 'words'>, start: number, end: number): Word[] {
  const hit: Word[] = []
  let at = 0
  for (const word of line.words) {
    if (at < end && at + word.text.length > start) hit.push(word)
    at += word.text.length + 1
  }
  return hit
}

function foldLine(line: Line): { folded: string; owners: number[] } {
  let folded = ''
  const owners: number[] = []
  line.words.forEach((word, i) => {
    const part = foldWords(word.text)
    if (part === '') return
    if (folded !== '') {
      folded += ' '
      owners.push(i)
    }
    folded += part
    for (let k = 0; k < part.length; k++) owners.push(i)
  })
  return { folded, owners }
}

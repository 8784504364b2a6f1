import { unionZones, zoneHeight, type Zone } from '../domain/geometry.ts'
import type { Line, PageReading, Word } from '../domain/reading.ts'
import { foldWords } from '../formats/text.ts'

/** A run of words of one line without a wide gap: a table cell, one column of a two-column page. */
export interface Cell {
  readonly text: string
  /** Index of the first word and after the last word in the words of the line. */
  readonly from: number
  readonly to: number
  readonly zone: Zone
}

/** A word as its reader sees it: on a card that lies otherwise than its page, the zone is that of the card made upright. */
export interface TextWord extends Word {
  /** Where it stands on the page; absent when that is its zone. */
  readonly onPage?: Zone
}

/** One line of a piece, with its folded form and its cells. */
export interface TextLine {
  readonly page: number
  /** Rank in the piece, from 0: reading order over all pages. */
  readonly index: number
  readonly text: string
  readonly folded: string
  readonly words: readonly TextWord[]
  readonly cells: readonly Cell[]
  readonly zone: Zone
}

/** A line and, for each character of its folded form, the index of the word it comes from. */
export function textLine(page: PageReading, line: Line, index: number): { line: TextLine; owners: number[] } {
  const words = line.words.map(asSeen).flatMap(splitGlued)
  const zone = line.words.some(w => w.upright) ? (unionZones(words.map(w => w.zone)) ?? line.zone) : line.zone
  const { folded, owners } = foldOwners(words)
  const text = words.map(w => w.text).join(' ')
  return {
    line: { page: page.page, index, text, folded, words, cells: cellsOf(words, page), zone },
    owners,
  }
}

const asSeen = (word: Word): TextWord => (word.upright ? { ...word, zone: word.upright, onPage: word.zone } : word)

/** A gap wider than this many letter heights is a column border, not a space between words. */
const CELL_GAP = 1.6

/** Words (left to right) cut at wide gaps; the height of letters is the yardstick, whatever the size of the page. */
function cellsOf(words: readonly Word[], page: PageReading): Cell[] {
  const heights = words.map(w => zoneHeight(w.zone)).sort((a, b) => a - b)
  const height = heights[Math.floor(heights.length / 2)] ?? 0
  const wide = (CELL_GAP * height * page.heightPx) / page.widthPx
  const cells: Cell[] = []
  let from = 0
  for (let i = 1; i <= words.length; i++) {
    const previous = words[i - 1] as Word
    const word = words[i]
    if (word && word.zone[0] - previous.zone[2] <= wide) continue
    const run = words.slice(from, i)
    const zone = unionZones(run.map(w => w.zone))
    if (zone) cells.push({ text: run.map(w => w.text).join(' '), from, to: i, zone })
    from = i
  }
  return cells
}

/** `Nom:DUPONT`, `N°123`, `Néle`, `Le11` read as one word are a label and a value: two words, the zone shared by length. */
function splitGlued(word: TextWord): TextWord[] {
  const glued =
    /^(\p{L}[\p{L}'’().°/-]*:)([\p{L}\p{N}].*)$/u.exec(word.text) ??
    /^(N[°º])(\d.*)$/u.exec(word.text) ??
    /^([Nn][ée]e?)(le)$/u.exec(word.text) ??
    /^([Ll]e|[Dd]u|[Aa]u)(\d{1,2}(?:er)?|\d{2}[/.]\d{2}[/.]\d{4})$/u.exec(word.text)
  const [, label, value] = glued ?? []
  if (label === undefined || value === undefined || /^https?:$/i.test(label)) return [word]
  const [x0, y0, x1, y1] = word.zone
  const cut = x0 + ((x1 - x0) * label.length) / word.text.length
  return [
    { ...word, text: label, zone: [x0, y0, cut, y1] },
    { ...word, text: value, zone: [cut, y0, x1, y1] },
  ]
}

function foldOwners(words: readonly Word[]): { folded: string; owners: number[] } {
  let folded = ''
  const owners: number[] = []
  words.forEach((word, i) => {
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

/** Words of a line that the characters `[start, end)` of its raw text touch. */
export function wordsAt(line: Pick<TextLine, 'words'>, start: number, end: number): TextWord[] {
  const hit: TextWord[] = []
  let at = 0
  for (const word of line.words) {
    if (at < end && at + word.text.length > start) hit.push(word)
    at += word.text.length + 1
  }
  return hit
}

/** The words `[from, to)` of a line as a cell. */
export function cutCell(line: TextLine, from: number, to: number): Cell {
  const words = line.words.slice(from, to)
  return { text: words.map(w => w.text).join(' '), from, to, zone: unionZones(words.map(w => w.zone)) ?? line.zone }
}

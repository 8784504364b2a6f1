import { unionZones, zoneHeight, type Zone } from '../domain/geometry.ts'
import type { Line, PageReading, Word } from '../domain/reading.ts'
import { findNirLabels, type NirLabel } from '../formats/nir-labels.ts'
import { foldSigns } from '../formats/signs.ts'
import { signsZone } from './char-zones.ts'

/** A sign of a line: which word it comes from, and where in it. Spaces between words have none. */
interface Place {
  readonly word: Word
  readonly at: number
}

/** One line (or two, one above the other) as plain signs that lead back to zones. */
export interface Signs {
  /** Plain signs: a space between words, a tabulation where the gap is that of a table, `\n` between two lines. */
  readonly text: string
  readonly places: readonly (Place | null)[]
}

/** A gap wider than this many heights of the words is one between cells. */
const CELL_GAP = 2.5

/** Enough figures for a number: 13 less the repairs allowed. */
export const mayHoldNir = (text: string): boolean => text.replace(/\D/g, '').length >= 9

function signsOf(line: Pick<Line, 'words'>, page: Pick<PageReading, 'widthPx' | 'heightPx'>): Signs {
  let text = ''
  const places: (Place | null)[] = []
  line.words.forEach((word, i) => {
    const previous = line.words[i - 1]
    if (previous) {
      const [before, own] = [previous.upright ?? previous.zone, word.upright ?? word.zone]
      const gap = (own[0] - before[2]) * page.widthPx
      const height = Math.min(zoneHeight(before), zoneHeight(own)) * page.heightPx
      text += gap > CELL_GAP * height ? '\t' : ' '
      places.push(null)
    }
    text += foldSigns(word.text)
    for (let at = 0; at < word.text.length; at++) places.push({ word, at })
  })
  return { text, places }
}

/** Two runs of signs, the second on the line below. */
export const stacked = (above: Signs, below: Signs): Signs => ({
  text: `${above.text}\n${below.text}`,
  places: [...above.places, null, ...below.places],
})

/** A part of a line between two wide gaps. */
export interface Cell {
  /** Where it starts on its line. */
  readonly offset: number
  readonly signs: Signs
  readonly zone: Zone
}

export function cellsOf(signs: Signs): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const part of signs.text.split('\t')) {
    const to = from + part.length
    const zone = zoneOfSigns(signs, from, to)
    if (zone) cells.push({ offset: from, signs: { text: part, places: signs.places.slice(from, to) }, zone })
    from = to + 1
  }
  return cells
}

/** Smallest zone that holds the signs `[from, to)`, by whole words; `null` for spaces only. */
export function zoneOfSigns(signs: Signs, from: number, to: number): Zone | null {
  const words = new Set(signs.places.slice(from, to).flatMap(p => (p ? [p.word] : [])))
  return unionZones([...words].map(w => w.zone))
}

/**
 * The zones that cover the given signs: words cut where other signs are glued to them, neighbours joined up to the next
 * cell or line.
 * @param positions offsets in `signs.text`, rising
 */
export function zonesOfPositions(signs: Signs, positions: readonly number[]): Zone[] {
  const first = positions[0]
  if (first === undefined) return []
  const runs: number[][] = [[first]]
  for (const position of positions.slice(1)) {
    const run = runs.at(-1) as number[]
    // One block, the word "clé" before the key included; only a wide gap or the end of the line makes two.
    if (/[\n\t]/.test(signs.text.slice((run.at(-1) as number) + 1, position))) runs.push([position])
    else run.push(position)
  }
  return runs.flatMap(run => {
    const zone = zoneOfRun(signs, run[0] as number, (run.at(-1) as number) + 1)
    return zone ? [zone] : []
  })
}

function zoneOfRun(signs: Signs, from: number, to: number): Zone | null {
  const parts = new Map<Word, { from: number; to: number }>()
  for (const place of signs.places.slice(from, to)) {
    if (!place) continue
    const part = parts.get(place.word)
    parts.set(place.word, { from: part?.from ?? place.at, to: place.at + 1 })
  }
  return unionZones([...parts].map(([word, part]) => signsZone(word, ...withPunctuation(word.text, part))))
}

/** A point or a colon glued to a number goes with it: a cut there would be a guess for nothing. */
function withPunctuation(text: string, { from, to }: { from: number; to: number }): [number, number] {
  const before = /[^\p{L}\d]*$/u.exec(text.slice(0, from))?.[0].length ?? 0
  const after = /^[^\p{L}\d]*/u.exec(text.slice(to))?.[0].length ?? 0
  return [from - before, to + after]
}

/** A label with its place on the page. */
export interface PlacedLabel {
  readonly label: NirLabel
  readonly zone: Zone
  readonly line: PageLine
}

/** A line of a page with its signs and the labels on it. */
export interface PageLine {
  readonly index: number
  readonly signs: Signs
  readonly zone: Zone
  readonly labels: readonly NirLabel[]
}

/** What the search works on: the lines of a page as signs, and its labels in their places. */
export interface PageSigns {
  readonly page: PageReading
  readonly lines: readonly PageLine[]
  readonly labels: readonly PlacedLabel[]
}

export function pageSigns(page: PageReading): PageSigns {
  const lines = page.lines.map((line, index): PageLine => {
    const signs = signsOf(line, page)
    return { index, signs, zone: line.zone, labels: findNirLabels(signs.text) }
  })
  const labels = lines.flatMap(line => [
    ...line.labels.flatMap((label): PlacedLabel[] => {
      const zone = labelZone(line.signs, label)
      return zone ? [{ label, zone, line }] : []
    }),
    ...labelsFromAbove(line, lines[line.index - 1]),
  ])
  return { page, lines, labels }
}

/** Most signs of a cell so narrow that its label is broken; a line of prose is longer. */
const NARROW = 40

/** "N° de sécurité" with "sociale" below it in a narrow cell: labels that end on a line and began on the one above. */
function labelsFromAbove(line: PageLine, above: PageLine | undefined): PlacedLabel[] {
  if (!above) return []
  const heads = cellsOf(above.signs).filter(
    c => c.signs.text.length <= NARROW && /(?:securit[ea]|secu|assure|\bde|\bn|numero)\W*$/i.test(c.signs.text),
  )
  return heads.flatMap(head =>
    cellsOf(line.signs).flatMap(tail => {
      const apart = tail.zone[1] - head.zone[3]
      if (Math.abs(tail.zone[0] - head.zone[0]) > 0.05 || apart > head.zone[3] - head.zone[1]) return []
      const both = stacked(head.signs, tail.signs)
      const breakAt = head.signs.text.length
      return findNirLabels(both.text.replace('\n', ' ')).flatMap((label): PlacedLabel[] => {
        const zone = label.start < breakAt && label.end > breakAt + 1 ? labelZone(both, label) : null
        const start = tail.offset
        return zone ? [{ label: { ...label, start, end: start + label.end - breakAt - 1 }, zone, line }] : []
      })
    }),
  )
}

const labelZone = (signs: Signs, label: NirLabel): Zone | null => zoneOfRun(signs, label.start, label.end)

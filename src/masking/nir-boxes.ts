import { unionZones, type Zone } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'
import { sameRow } from './nir-around.ts'
import type { PageSigns, PlacedLabel } from './page-signs.ts'

/** What OCR makes of a row of boxes: brackets, pipes, letters and figures in one word. */
const BORDER = /[|[\]{}\\!/)(]/g
const PLAIN_WORD = /^[\p{L}'’.\-()*«»",;:°]+$/u

/** Fewest letters and figures read in boxes that are filled; an empty row gives borders only. */
const FEWEST = 9
/** Least width of the row, in fractions of the page's width: 15 boxes. */
const NARROWEST = 0.15
/** Words of the label itself between its name and the boxes ("NIR de l'apprenti(e) *"). */
const MOST_WORDS = 4
/** How far right of the label the boxes may start, and the widest gap inside them, in fractions of the page's width. */
const REACH = 0.2
const GAP = 0.03

/**
 * The row of filled boxes to the right of a label, of which OCR read nothing but noise. Widened by half a box on each
 * side, since OCR loses the last border.
 */
export function boxesOf(page: PageSigns, label: PlacedLabel): { zones: readonly Zone[]; secret: null } | null {
  const row = page.page.lines
    .filter(l => sameRow(l.zone, label.zone))
    .flatMap(l => l.words)
    .filter(w => sameRow(w.zone, label.zone) && w.zone[0] >= label.zone[2] - 0.005)
    .sort((a, b) => a.zone[0] - b.zone[0])
  const first = row.findIndex(looksLikeBoxes)
  if (first < 0) return null
  const start = startOfBoxes(row, first)
  const before = row.slice(0, start)
  const boxes = row.slice(start, endOfBoxes(row, first))
  const zone = unionZones(boxes.map(w => w.zone))
  const edge = Math.max(label.zone[2], ...before.map(w => w.zone[2]))
  if (!zone || before.length > MOST_WORDS || zone[0] - edge > REACH) return null
  const read = boxes.map(w => w.text.replace(/[^\p{L}\d]/gu, '')).join('')
  if (read.length < FEWEST || zone[2] - zone[0] < NARROWEST) return null
  const half = (zone[2] - zone[0]) / 30
  return { zones: [[Math.max(edge, zone[0] - half), zone[1], Math.min(1, zone[2] + half), zone[3]]], secret: null }
}

function looksLikeBoxes({ text }: Word): boolean {
  const borders = text.match(BORDER)?.length ?? 0
  const signs = text.replace(/[^\p{L}\d]/gu, '').length
  if (/\d,\d/.test(text)) return false
  return borders >= 2 && signs >= 2 && !PLAIN_WORD.test(text)
}

/** Pieces of boxes before and after: short, or with a border, and near. */
const piece = (word: Word): boolean => word.text.length <= 4 || looksLikeBoxes(word)

function startOfBoxes(row: readonly Word[], first: number): number {
  let start = first
  while (start > 0 && gapBefore(row, start) <= GAP && /[|[\]{}]/.test(row[start - 1]?.text ?? '')) start--
  return start
}

function endOfBoxes(row: readonly Word[], first: number): number {
  let end = first + 1
  while (end < row.length && gapBefore(row, end) <= GAP && piece(row[end] as Word)) end++
  return end
}

const gapBefore = (row: readonly Word[], at: number): number => (row[at]?.zone[0] ?? 1) - (row[at - 1]?.zone[2] ?? 0)

import { unionZones, type Zone } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'
import { sameRow } from './nir-around.ts'
import type { PageSigns, PlacedLabel } from './page-signs.ts'

/** What OCR makes of a row of boxes: brackets, pipes, letters and figures in one word. */
const BORDER = /[|[\]{}\\!/)(]/g
const PLAIN_WORD = /^[\p{L}'’.\-()*«»",;:°]+$/u

/** Letters and figures in a row of boxes that is filled. */
const FEWEST = 9
/** Tesseract's confidence in what is no text: a row of boxes, not a word badly printed. */
const NOISE = 0.3
/** Least width of the row, in fractions of the page's width: 15 boxes. */
const NARROWEST = 0.12
/** Words of the label itself between its name and the boxes ("NIR de l'apprenti(e) *"). */
const MOST_WORDS = 4
/** How far right of the label the boxes may start, and the widest gap inside them, in fractions of the page's width. */
const REACH = 0.2
const GAP = 0.06
/** Boxes that OCR may have lost: those between the label and the first one read, where these are near, and one at the end. */
const LOST = { before: 0.1, after: 1.2 } as const

/** The row of filled boxes to the right of a label, of which OCR read nothing but noise, with the boxes that it lost. */
export function boxesOf(page: PageSigns, label: PlacedLabel): { zones: readonly Zone[]; secret: null } | null {
  const row = page.page.lines
    .filter(l => sameRow(l.zone, label.zone))
    .flatMap(l => l.words)
    .filter(w => sameRow(w.zone, label.zone) && w.zone[0] >= label.zone[2] - 0.005)
    .sort((a, b) => a.zone[0] - b.zone[0])
  const seed = row.findIndex(looksLikeBoxes)
  if (seed < 0) return null
  const start = startOfBoxes(row, seed)
  const end = endOfBoxes(row, seed)
  const boxes = row.slice(start, end)
  const zone = unionZones(boxes.map(w => w.zone))
  const edge = Math.max(label.zone[2], ...row.slice(0, start).map(w => w.zone[2]))
  if (!zone || start > MOST_WORDS || zone[0] - edge > REACH || !filled(boxes)) return null
  if (zone[2] - zone[0] < NARROWEST) return null
  const box = (zone[2] - zone[0]) / 15
  const left = zone[0] - edge <= LOST.before ? edge + 0.003 : zone[0] - box
  const right = Math.min(row[end]?.zone[0] ?? 1, zone[2] + LOST.after * box)
  return { zones: [[Math.min(left, zone[0]), zone[1], Math.max(right, zone[2]), zone[3]]], secret: null }
}

const signsIn = (text: string): string => text.replace(/[^\p{L}\d]/gu, '')

function looksLikeBoxes({ text, confidence }: Word): boolean {
  if (signsIn(text).length < 2 || /\d,\d|\d\/\d/.test(text)) return false
  return confidence < NOISE || ((text.match(BORDER)?.length ?? 0) >= 2 && !PLAIN_WORD.test(text))
}

/** Borders without anything between them are read as pipes and capital i's. */
function filled(boxes: readonly Word[]): boolean {
  const empty = boxes.filter(w => /^[|[\]{}()!IlÏÎ1]+$/u.test(w.text)).length
  return signsIn(boxes.map(w => w.text).join('')).length >= FEWEST && empty * 2 < boxes.length
}

/** Words before and after that are more of the same boxes: near, and no word in small letters. */
const piece = (word: Word): boolean =>
  looksLikeBoxes(word) || (/[A-Z\d|[\]{}]/.test(word.text) && !/\p{Ll}{3}/u.test(word.text))

function startOfBoxes(row: readonly Word[], seed: number): number {
  let start = seed
  while (start > 0 && gapBefore(row, start) <= GAP && piece(row[start - 1] as Word)) start--
  return start
}

function endOfBoxes(row: readonly Word[], seed: number): number {
  let end = seed + 1
  while (end < row.length && gapBefore(row, end) <= GAP && piece(row[end] as Word)) end++
  return end
}

const gapBefore = (row: readonly Word[], at: number): number => (row[at]?.zone[0] ?? 1) - (row[at - 1]?.zone[2] ?? 0)

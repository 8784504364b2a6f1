import type { Line, Word } from '../domain/reading.ts'
import { unionZones, zoneHeight, type Zone } from '../domain/geometry.ts'

/** Signs whose box says nothing of the height or the baseline of their line. */
const LOW_SIGNS = /^[-–—_.,:;'’"“”«»°*|·•~^`´]+$/u
/** Least overlap of two words on one line, in parts of the lower one. */
const MIN_OVERLAP = 0.45
/** Words whose heights differ more than this are not on one line: a logo or a watermark beside body text. */
const MAX_HEIGHT_RATIO = 2.6

/** A box that swallowed a rule or a bit of the next line is too high; its signs are still as wide as their neighbours'. */
const MAX_ADVANCE_RATIO = 1.6
/** And they follow each other, in widths of a sign. */
const MAX_ADVANCES_APART = 3

/** Overlap that a neighbour one page width away must have more, to win a word from one beside it: on a card a little askew. */
const PER_GAP = 1.5

interface Row {
  words: Word[]
  top: number
  bottom: number
}

/**
 * Lines of a page from its words: words on one baseline make one line whatever the gap between them (table cells,
 * columns), left to right; lines run top to bottom.
 */
export function rebuildLines(words: readonly Word[]): Line[] {
  const rows: Row[] = []
  // Words that say where their line is come first, so that dots and dashes join lines that are already there.
  const ordered = [...words].sort((a, b) => Number(isLow(a)) - Number(isLow(b)) || a.zone[0] - b.zone[0])
  for (const word of ordered) {
    const row = bestRow(rows, word)
    if (row) add(row, word)
    else rows.push({ words: [word], top: word.zone[1], bottom: word.zone[3] })
  }
  return rows.map(toLine).sort((a, b) => centre(a.zone) - centre(b.zone) || a.zone[0] - b.zone[0])
}

/**
 * The row whose nearest words overlap this one most. Neighbours decide, not the whole row: on a page that is still a
 * little askew or curved a long line drifts by more than its height.
 */
function bestRow(rows: readonly Row[], word: Word): Row | undefined {
  let best: Row | undefined
  let bestRank = -Infinity
  for (const row of rows) {
    if (row.bottom <= word.zone[1] || row.top >= word.zone[3]) continue
    const near = nearest(row.words, word)
    if (!near || !(isLow(word) || sameSize(near, word))) continue
    const overlap = verticalOverlap(near.zone, word.zone)
    const rank = overlap - PER_GAP * Math.max(0, gapBetween(near.zone, word.zone))
    if (overlap > MIN_OVERLAP && rank > bestRank) {
      best = row
      bestRank = rank
    }
  }
  return best
}

function nearest(words: readonly Word[], to: Word): Word | undefined {
  let best: Word | undefined
  let bestGap = Infinity
  for (const word of words) {
    if (isLow(word) && words.length > 1) continue
    const gap = gapBetween(word.zone, to.zone)
    if (gap < bestGap) {
      best = word
      bestGap = gap
    }
  }
  return best
}

/** White between two zones along the page; negative where they overlap. */
const gapBetween = (a: Zone, b: Zone): number => Math.max(a[0] - b[2], b[0] - a[2])

function verticalOverlap(a: Zone, b: Zone): number {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return shared / Math.max(1e-6, Math.min(zoneHeight(a), zoneHeight(b)))
}

function add(row: Row, word: Word): void {
  row.words.push(word)
  if (isLow(word)) return
  row.top = Math.min(row.top, word.zone[1])
  row.bottom = Math.max(row.bottom, word.zone[3])
}

function toLine(row: Row): Line {
  const words = row.words.sort((a, b) => a.zone[0] - b.zone[0])
  return { words, zone: unionZones(words.map(w => w.zone)) ?? [0, 0, 0, 0] }
}

function sameSize(a: Word, b: Word): boolean {
  if (heightRatio(a.zone, b.zone) <= MAX_HEIGHT_RATIO) return true
  const [wide, narrow] = [advance(a), advance(b)].sort((x, y) => y - x) as [number, number]
  const gap = gapBetween(a.zone, b.zone)
  return wide <= MAX_ADVANCE_RATIO * narrow && gap <= MAX_ADVANCES_APART * narrow
}

/** Width of a sign, in fractions of the page's width. */
const advance = ({ zone, text }: Word): number => (zone[2] - zone[0]) / [...text].length

const isLow = (word: Word): boolean => LOW_SIGNS.test(word.text)
const centre = (zone: Zone): number => (zone[1] + zone[3]) / 2

const heightRatio = (a: Zone, b: Zone): number => {
  const [ha, hb] = [zoneHeight(a), zoneHeight(b)]
  return Math.max(ha, hb) / Math.max(1e-6, Math.min(ha, hb))
}

import type { Raster } from '../domain/raster.ts'
import type { Cut, Side, Word } from '../domain/reading.ts'
import type { Marks } from '../page/marks.ts'

const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right']
/** So many sliced signs on one side are a cut line or column, not motes on the border. */
const SLICED = 4
/** Printers leave more margin than this, in fractions of the page (3.5 mm on A4). */
const NO_MARGIN = 0.012
const SURE = 0.5
/** Words that must stand without a margin: a line of text, or several lines that end at the border. */
const WORDS = 3
/** Beside a sliced row or column other words are read, this near. */
const BESIDE = 0.06
const WORDS_BESIDE = 2
/** Long side over short side of no sheet, card or booklet (A formats and booklets 1.41, Letter 1.29, cards 1.59). */
const NO_SHEET: readonly (readonly [number, number])[] = [
  [1, 1.25],
  [1.66, 2.7],
]

/** What says that a part of a scanned or photographed page is missing; `null` when nothing does. */
export function findCut({ width, height }: Raster, words: readonly Word[], marks: Marks): Cut | null {
  const sure = words.filter(w => w.confidence >= SURE)
  const near = (side: Side, within: number): number => sure.filter(w => distance(w, side) < within).length
  // A table under the sheet draws on the border too, but nothing is written beside it.
  const sliced = SIDES.filter(side => marks.sliced[side] >= SLICED && near(side, BESIDE) >= WORDS_BESIDE)
  const bare = SIDES.filter(side => sliced.includes(side) || near(side, NO_MARGIN) >= WORDS)
  const ratio = Math.max(width, height) / Math.min(width, height)
  const oddShape = NO_SHEET.some(([low, high]) => ratio >= low && ratio < high)
  return bare.length > 0 || oddShape ? { sliced, bare, oddShape } : null
}

/** From a word to a side of the page, in fractions of it. */
function distance({ zone }: Word, side: Side): number {
  switch (side) {
    case 'left':
      return zone[0]
    case 'top':
      return zone[1]
    case 'right':
      return 1 - zone[2]
    case 'bottom':
      return 1 - zone[3]
  }
}

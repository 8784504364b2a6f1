import type { Raster } from '../domain/raster.ts'
import type { Cut, Side, Word } from '../domain/reading.ts'
import type { Marks } from '../page/marks.ts'
import { formatOf } from '../page/sheet-formats.ts'

const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right']
/** So many sliced signs on one side are a cut line or column, not motes on the border. */
const SLICED = 4
/** With a word at the border, fewer sliced signs are enough to say that its line is cut. */
const SOME_SLICED = 3
/** Printers leave more margin than this, in fractions of the page (3.5 mm on A4). */
const NO_MARGIN = 0.012
const SURE = 0.5
/** Words that must stand without a margin: a line of text, or several lines that end at the border. */
const WORDS = 3
/** Beside a sliced row or column other words are read, this near: on a sheet, less than its margin. */
const BESIDE = 0.06
const BESIDE_MM = 10
const WORDS_BESIDE = 2
/** Margins in mm: one this narrow between two this wide is what a cut between two lines leaves. */
const NARROW_MM = 6
const WIDE_MM = 10

/** What says that a part of a scanned or photographed page is missing; `null` when nothing does. */
export function findCut(page: Raster, words: readonly Word[], marks: Marks): Cut | null {
  const sure = words.filter(w => w.confidence >= SURE)
  const near = (side: Side, within: number): number => sure.filter(w => distance(w, side) < within).length
  const margin = (side: Side): number => Math.min(...sure.map(w => distance(w, side))) * mmAcross(page, side)
  // A table under the sheet draws on the border too, but nothing is written beside it.
  const sliced = SIDES.filter(side => {
    const beside = Math.min(BESIDE, BESIDE_MM / mmAcross(page, side))
    return marks.sliced[side] >= SLICED && near(side, beside) >= WORDS_BESIDE
  })
  // Who trims a sheet around its text loses nothing.
  const isTrimmed = sliced.length === 0 && SIDES.every(side => margin(side) < NARROW_MM)
  const format = isTrimmed ? 'whole' : formatOf(page)
  const isBare = (side: Side): boolean => {
    const count = near(side, NO_MARGIN)
    if (sliced.includes(side) || count >= WORDS || (count > 0 && marks.sliced[side] >= SOME_SLICED)) return true
    const isNarrow = near(side, NARROW_MM / mmAcross(page, side)) >= WORDS_BESIDE
    return format !== 'whole' && isNarrow && ACROSS[side].every(other => margin(other) >= WIDE_MM)
  }
  const bare = SIDES.filter(isBare)
  return bare.length > 0 || format !== 'whole' ? { sliced, bare, format } : null
}

const ACROSS: Readonly<Record<Side, readonly Side[]>> = {
  top: ['left', 'right'],
  bottom: ['left', 'right'],
  left: ['top', 'bottom'],
  right: ['top', 'bottom'],
}

const mmAcross = ({ width, height, dpi }: Raster, side: Side): number =>
  ((side === 'left' || side === 'right' ? width : height) / dpi) * 25.4

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

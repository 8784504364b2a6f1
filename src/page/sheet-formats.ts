import type { Raster } from '../domain/raster.ts'
import type { Cut } from '../domain/reading.ts'

/**
 * Short and long side in mm of the sheets that people hand in: ISO 216 A3 to A6 and B5, an open passport, a sheet cut in
 * three (quittances), Letter (a scanner set up for it).
 */
const FORMATS: readonly (readonly [number, number])[] = [
  [297, 420],
  [210, 297],
  [148, 210],
  [105, 148],
  [176, 250],
  [125, 176],
  [99, 210],
  [215.9, 279.4],
]
/** Cards and one side of a passport, ISO/IEC 7810 ID-1 to ID-3: scanned with some of the glass around them. */
const CARDS: readonly (readonly [number, number])[] = [
  [53.98, 85.6],
  [74, 105],
  [88, 125],
]
const GLASS = 16
/** Widths of the rolls that tills print on: a receipt is as long as what was bought. */
const ROLLS: readonly number[] = [57.5, 80]
const TOLERANCE = 0.025
const ROLL_TOLERANCE = 2
/** Proportions of the A and B formats and of cards: whole whatever resolution is announced. */
const RATIOS: readonly number[] = [Math.SQRT2, 85.6 / 53.98]
const RATIO_TOLERANCE = 0.02
/** Frames of cameras around a sheet: a picture without a known size is taken for as long as A4, and grows when straightened. */
const FRAME = { long: 290, ratios: [1.25, 1.66] } as const

/**
 * Whether a page has the size of what people hand in. A size below A4 was measured by a scanner; a picture of unknown size
 * is taken for as long as A4, and only its proportions say something.
 */
export function formatOf({ width, height, dpi }: Raster): Cut['format'] {
  const [short, long] = [width, height].map(px => (px / dpi) * 25.4).sort((a, b) => a - b) as [number, number]
  const ratio = long / short
  const isKnown =
    RATIOS.some(r => Math.abs(ratio / r - 1) < RATIO_TOLERANCE) ||
    FORMATS.some(([s, l]) => Math.abs(short / s - 1) < TOLERANCE && Math.abs(long / l - 1) < TOLERANCE) ||
    CARDS.some(([s, l]) => isWithGlass(short, s) && isWithGlass(long, l)) ||
    ROLLS.some(roll => Math.abs(short - roll) < ROLL_TOLERANCE)
  const isFrame = long >= FRAME.long && ratio >= FRAME.ratios[0] && ratio < FRAME.ratios[1]
  if (isKnown || isFrame) return 'whole'
  return long < FRAME.long ? 'part-of-sheet' : 'odd'
}

const isWithGlass = (side: number, card: number): boolean => side > card * (1 - TOLERANCE) && side < card + GLASS

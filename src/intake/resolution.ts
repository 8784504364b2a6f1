/** Physical sizes that a picture without a believable resolution is taken for, long side in inches. */
const A4 = { ratio: 297 / 210, longInches: 297 / 25.4 }
/** ISO/IEC 7810 ID-1: bank cards, CNIe, driving licences. */
const ID1 = { ratio: 85.6 / 53.98, longInches: 85.6 / 25.4 }
const RATIO_TOLERANCE = 0.03

const PLAUSIBLE_DPI = { min: 70, max: 1200 }
/** Written by cameras and screen tools whatever the picture shows: believed only when they give an A4 sheet. */
const SCREEN_DPI: ReadonlySet<number> = new Set([72, 96])
/** No sheet of a demande is longer than A3, none shorter than a card. */
const PLAUSIBLE_LONG_SIDE_MM = { min: 50, max: 430 }

/**
 * Resolution of a picture, in dots per inch.
 * @param announced what the metadata say, if anything
 * @returns the announced one when the page it gives has the size of a sheet or card, else that of an A4 sheet (or an
 *   ID-1 card, told by its proportions) that fills the picture
 */
export function resolutionOf(
  width: number,
  height: number,
  announced: number | undefined,
): { dpi: number; measured: boolean } {
  const long = Math.max(width, height)
  const ratio = long / Math.max(1, Math.min(width, height))
  if (announced !== undefined && announced >= PLAUSIBLE_DPI.min && announced <= PLAUSIBLE_DPI.max) {
    const longMm = (long / announced) * 25.4
    const isSheet = Math.abs(ratio - A4.ratio) < RATIO_TOLERANCE && Math.abs(longMm / 297 - 1) < RATIO_TOLERANCE
    const plausible = longMm >= PLAUSIBLE_LONG_SIDE_MM.min && longMm <= PLAUSIBLE_LONG_SIDE_MM.max
    if (SCREEN_DPI.has(Math.round(announced)) ? isSheet : plausible) {
      return { dpi: Math.round(announced), measured: true }
    }
  }
  const inches = Math.abs(ratio - ID1.ratio) < RATIO_TOLERANCE ? ID1.longInches : A4.longInches
  return { dpi: Math.max(PLAUSIBLE_DPI.min, Math.min(600, Math.round(long / inches))), measured: false }
}

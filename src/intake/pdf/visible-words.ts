import type { Raster } from '../../domain/raster.ts'
import type { Word } from '../../domain/reading.ts'
import { zoneHeight, zoneWidth, type Zone } from '../../domain/geometry.ts'
import type { PageObjects } from './page-objects.ts'
import type { PageText, PdfWord } from './page-words.ts'

/** Least difference of grey between ink and paper that an eye still sees. */
const MIN_CONTRAST = 24
/** Below this share of characters that their font names, the text is not what the page shows. */
const MIN_MAPPED = 0.9
/** Below this share of plausible words, the encoding of the font lies. */
const MIN_PLAUSIBLE = 0.5

/**
 * The words of a page that its reader sees, or `null` when there are none or when they cannot be trusted:
 * invisible OCR layers, text under a picture or a white box, text of the colour of the paper, broken encodings.
 */
export function visibleWords(text: PageText, objects: PageObjects, raster: Raster): PdfWord[] | null {
  if (text.mapped < MIN_MAPPED) return null
  const seen = text.words.filter(w => !w.invisible && !isCovered(w, objects) && hasInk(w.word.zone, raster))
  if (seen.length === 0 || plausibleShare(seen.map(w => w.word)) < MIN_PLAUSIBLE) return null
  return seen
}

function isCovered(word: PdfWord, { covers }: PageObjects): boolean {
  const z = word.word.zone
  return covers.some(
    ({ order, zone }) => order > word.order && zone[0] <= z[0] && zone[1] <= z[1] && zone[2] >= z[2] && zone[3] >= z[3],
  )
}

function hasInk(zone: Zone, { data, width, height, channels }: Raster): boolean {
  const x0 = Math.floor(zone[0] * width)
  const x1 = Math.min(width, Math.ceil(zone[2] * width))
  const y0 = Math.floor(zone[1] * height)
  const y1 = Math.min(height, Math.ceil(zone[3] * height))
  let low = 255
  let high = 0
  for (let y = y0; y < y1; y++) {
    for (let k = (y * width + x0) * channels, end = (y * width + x1) * channels; k < end; k++) {
      const v = data[k] as number
      if (v < low) low = v
      if (v > high) high = v
    }
    if (high - low >= MIN_CONTRAST) return true
  }
  // A raster narrower than a pixel column of the word shows nothing to compare: a dot or a thin sign.
  return zoneWidth(zone) * width < 2 && zoneHeight(zone) * height < 2
}

/** Share of the longer words that hold a vowel or are numbers; French has no word of five letters without a vowel. */
function plausibleShare(words: readonly Word[]): number {
  const long = words.filter(w => w.text.length >= 4)
  if (long.length < 5) return 1
  return long.filter(w => /[aeiouyàâäéèêëîïôöùûüœæ]/iu.test(w.text) || /\d/.test(w.text)).length / long.length
}

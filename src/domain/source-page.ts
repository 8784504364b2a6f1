import type { Raster } from './raster.ts'
import type { Overlay, Word } from './reading.ts'
import type { Zone } from './geometry.ts'

/** One page as received: its picture, and the words that the file itself says stand on it. */
export interface SourcePage {
  /** EXIF orientation and PDF /Rotate applied. Grey and bitonal pages have one channel, colour pages three. */
  readonly raster: Raster
  /** The PDF's own visible text; `null` when the page has none that can be trusted (scan, OCR layer, broken encoding). */
  readonly words: readonly Word[] | null
  /** Per word of {@link words}, the clockwise quarter turns that make it upright, `null` when it is oblique. */
  readonly wordTurns?: readonly (0 | 1 | 2 | 3 | null)[]
  /** Legends that the PDF itself writes obliquely over the page, not in {@link words}; absent: none. */
  readonly overlays?: readonly Overlay[]
  /** Clockwise quarter turns that make most of {@link words} upright; 0 without words. */
  readonly textTurns: 0 | 1 | 2 | 3
  /** Share of the page that pictures cover, 0..1. */
  readonly imageShare: number
  /** Where those pictures stand, one zone each. */
  readonly imageZones: readonly Zone[]
  /** Physical size when the file gives one. */
  readonly widthMm: number | null
  readonly heightMm: number | null
}

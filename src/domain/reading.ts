import type { Corners, Zone } from './geometry.ts'

/** Where a value was read (result contract, `champs[].source`). */
export type ReadingSource = 'ocr' | 'texte-pdf' | 'mrz' | '2d-doc' | 'calcul'

/** One word as it stands on the upright page. */
export interface Word {
  readonly text: string
  readonly zone: Zone
  /** 0..1 */
  readonly confidence: number
  readonly source: 'ocr' | 'texte-pdf'
  /**
   * Where the word would stand if the card that it is on were turned upright in its place. Present only for words of a card
   * that lies otherwise than its page (its other side copied sideways): such a word runs along `zone` in its own direction.
   */
  readonly upright?: Zone
}

/** Words that a reader sees on one line, left to right. A wide gap (table cell) does not break the line. */
export interface Line {
  readonly words: readonly Word[]
  readonly zone: Zone
}

export interface Barcode {
  readonly format: 'datamatrix' | 'qr' | 'other'
  /** Bytes as decoded, control characters intact, one character per byte (Latin-1). */
  readonly content: string
  readonly zone: Zone
}

/** A machine readable zone as read: lines of nearly equal length, upper case, fillers `<`, no correction made. */
export interface MrzBand {
  readonly lines: readonly string[]
  /** Per line, per character, 0..1. */
  readonly confidences: readonly (readonly number[])[]
  /** Per line, per character, what else the glyph may be, likeliest first. Absent: the reader gives none. */
  readonly alternatives?: readonly (readonly (readonly GlyphAlternative[])[])[]
  readonly zone: Zone
  readonly source: 'ocr' | 'texte-pdf'
}

/** Another character that the picture of a glyph resembles. */
export interface GlyphAlternative {
  readonly glyph: string
  /** Likeness with the picture, 0..1. */
  readonly score: number
}

/** A legend laid over the page after it was made (`filigrane`): its text is never part of {@link PageReading.lines}. */
export interface Overlay {
  readonly texte: string
  /** One zone for each time the legend was seen; the first shows it best. */
  readonly zones: readonly Zone[]
  /** Degrees that the text has turned clockwise: -25 rises to the right. */
  readonly angle: number
  /** 0..1 */
  readonly confidence: number
  /** How many times it was seen on the page. */
  readonly repeats: number
  readonly source: 'ocr' | 'texte-pdf'
}

/** A place where the text of a PDF says other than its pixels. */
export interface LayerDisagreement {
  /** Other words; words of the text that nothing draws; drawn words that the text does not say (logos too). */
  readonly kind: 'autre' | 'texte-seul' | 'pixels-seuls'
  readonly texte: string
  readonly pixels: string
  readonly zone: Zone
}

export interface Orientation {
  /** Clockwise quarter turns applied to make the page upright. */
  readonly quarterTurns: 0 | 1 | 2 | 3
  /** Degrees of skew removed, positive when the page had turned clockwise. */
  readonly skew: number
  /** Why this orientation was chosen, for the operator. */
  readonly reason: string
}

export type Side = 'top' | 'bottom' | 'left' | 'right'

/** What on a page says that a part of it is missing. It is no fault by itself: margins may be trimmed. */
export interface Cut {
  /** Where the border slices what is written. */
  readonly sliced: readonly Side[]
  /** Where text stands so near the border that a margin is missing; those where it is sliced among them. */
  readonly bare: readonly Side[]
  /** Its size: of a whole sheet, card or booklet; less than A4 and of none of them; as long as A4 in other proportions. */
  readonly format: 'whole' | 'part-of-sheet' | 'odd'
}

export interface PageQuality {
  readonly state: 'readable' | 'blank' | 'unreadable'
  /** French, what the applicant can do about it; set when `unreadable`, and when the page is `readable` with difficulty. */
  readonly motif: string | null
  /** The page seems cut. Absent: nothing says so. */
  readonly cut?: Cut
  /** Variance of the Laplacian over the inked part of the page; `null` where the page's own text makes it needless. */
  readonly sharpness: number | null
  /** Mean grey 0..255; `null` as above. */
  readonly meanGrey: number | null
  /** Mean confidence of the words, 0..1. */
  readonly meanConfidence: number
}

/** All that was read on one page. Zones are on the upright page. */
export interface PageReading {
  /** Number of the page in the file as received, from 1. */
  readonly page: number
  /** Size of the upright page in pixels, and its resolution. */
  readonly widthPx: number
  readonly heightPx: number
  readonly dpi: number
  readonly orientation: Orientation
  /** Where the corners of the upright page lie on the page as received: zones are mapped back by them. */
  readonly received: Corners
  readonly quality: PageQuality
  /** Reading order: top to bottom, left to right. */
  readonly lines: readonly Line[]
  readonly barcodes: readonly Barcode[]
  readonly mrzBands: readonly MrzBand[]
  /** Absent: none was found. */
  readonly overlays?: readonly Overlay[]
  /** Absent: not asked for, or no text of its own. Zones on the page turned as {@link Orientation.quarterTurns} of its text. */
  readonly layerDisagreements?: readonly LayerDisagreement[]
  readonly source: 'ocr' | 'texte-pdf'
}

export const wordsOf = (page: PageReading): Word[] => page.lines.flatMap(l => [...l.words])
export const lineText = (line: Line): string => line.words.map(w => w.text).join(' ')
export const pageText = (page: PageReading): string => page.lines.map(lineText).join('\n')

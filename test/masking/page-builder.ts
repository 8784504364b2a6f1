import type { Zone } from '../../src/domain/geometry.ts'
import { unionZones, WHOLE } from '../../src/domain/geometry.ts'
import type { Barcode, Line, MrzBand, PageReading, Word } from '../../src/domain/reading.ts'

/** A4 at 200 dpi, ten-point type. */
const WIDTH = 1654
const HEIGHT = 2339
const TYPE = 28
const ADVANCE = 16
const LEFT = 120

/** Text that starts at a fraction of the page's width: the next column. */
export interface At {
  readonly x: number
  readonly text: string
}
export const at = (x: number, text: string): At => ({ x, text })

/** Draws a page as a reader would give it: `page().line('N° SS', at(0.4, '2 69 05')).line('...')`. */
class PageBuilder {
  readonly #lines: Line[] = []
  readonly #barcodes: Barcode[] = []
  readonly #bands: MrzBand[] = []
  readonly #number: number
  #y = 150

  constructor(number: number) {
    this.#number = number
  }

  /** One line of words; each part goes on two spaces after the one before, or stands in its column. */
  line(...parts: readonly (string | At)[]): this {
    const words: Word[] = []
    let x = LEFT
    for (const part of parts) {
      if (typeof part !== 'string') x = part.x * WIDTH
      for (const text of (typeof part === 'string' ? part : part.text).split(' ').filter(t => t !== '')) {
        const zone: Zone = [x / WIDTH, this.#y / HEIGHT, (x + text.length * ADVANCE) / WIDTH, (this.#y + TYPE) / HEIGHT]
        words.push({ text, zone, confidence: 0.9, source: 'ocr' })
        x += (text.length + 1) * ADVANCE
      }
      x += ADVANCE
    }
    const zone = unionZones(words.map(w => w.zone))
    if (zone) this.#lines.push({ words, zone })
    this.#y += TYPE * 1.6
    return this
  }

  /** Empty lines. */
  skip(lines = 1): this {
    this.#y += TYPE * 1.6 * lines
    return this
  }

  barcode(content: string, format: Barcode['format'] = 'datamatrix'): this {
    this.#barcodes.push({ format, content, zone: [0.8, 0.02, 0.9, 0.09] })
    return this
  }

  mrz(...lines: string[]): this {
    const top = this.#y
    for (const text of lines) this.line(text)
    const zone: Zone = [LEFT / WIDTH, top / HEIGHT, 0.95, this.#y / HEIGHT]
    this.#bands.push({ lines, confidences: lines.map(l => [...l].map(() => 0.9)), zone, source: 'ocr' })
    return this
  }

  build(): PageReading {
    return {
      page: this.#number,
      widthPx: WIDTH,
      heightPx: HEIGHT,
      dpi: 200,
      orientation: { quarterTurns: 0, skew: 0, reason: 'droite' },
      received: WHOLE,
      quality: { state: 'readable', motif: null, sharpness: 900, meanGrey: 230, meanConfidence: 0.9 },
      lines: this.#lines,
      barcodes: this.#barcodes,
      mrzBands: this.#bands,
      source: 'ocr',
    }
  }
}

export const page = (number = 1): PageBuilder => new PageBuilder(number)

/** Where the signs of `text` stand on the page, when each word is cut into signs of equal width. */
export function zonesOf(reading: PageReading, text: string): Zone[] {
  const zones: Zone[] = []
  for (const line of reading.lines) {
    const joined = line.words.map(w => w.text).join(' ')
    for (let start = joined.indexOf(text); start >= 0; start = joined.indexOf(text, start + 1)) {
      let offset = 0
      for (const word of line.words) {
        const from = Math.max(0, start - offset)
        const to = Math.min(word.text.length, start + text.length - offset)
        const advance = (word.zone[2] - word.zone[0]) / word.text.length
        if (to > from)
          zones.push([word.zone[0] + from * advance, word.zone[1], word.zone[0] + to * advance, word.zone[3]])
        offset += word.text.length + 1
      }
    }
  }
  return zones
}

export const inside = (zone: Zone, masks: readonly Zone[]): boolean => {
  const e = 1e-6
  return masks.some(m => m[0] <= zone[0] + e && m[1] <= zone[1] + e && m[2] >= zone[2] - e && m[3] >= zone[3] - e)
}

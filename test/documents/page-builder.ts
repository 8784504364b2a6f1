import type { Barcode, Line, MrzBand, PageReading, Word } from '../../src/domain/reading.ts'
import { unionZones, WHOLE } from '../../src/domain/geometry.ts'
import { PieceText } from '../../src/documents/piece-text.ts'

interface PageOptions {
  readonly source?: 'ocr' | 'texte-pdf'
  readonly confidence?: number
  /** Columns of characters over the page's width. */
  readonly columns?: number
  /** Width over height: A4 by default, 1.586 for a card that fills the image. */
  readonly ratio?: number
  readonly page?: number
  readonly mrz?: readonly string[]
  readonly barcodes?: readonly string[]
}

const LINE_STEP = 0.0135
const LETTER_HEIGHT = 0.009

/**
 * A page drawn as text: each character stands in its column, each line at its height. Three spaces and more make a
 * column border, as on a real page.
 */
export function page(drawing: string, options: PageOptions = {}): PageReading {
  const { source = 'ocr', confidence = source === 'ocr' ? 0.95 : 1, columns = 120, ratio = 0.707 } = options
  const rows = drawing.replace(/^\n/, '').split('\n')
  const indent = Math.min(...rows.filter(r => r.trim() !== '').map(r => r.search(/\S/)))
  const lines: Line[] = []
  rows.forEach((row, i) => {
    const words: Word[] = [...row.matchAll(/\S+/g)].map(m => {
      const x0 = 0.05 + (0.9 * (m.index - indent)) / columns
      const y0 = 0.04 + LINE_STEP * i
      return {
        text: m[0],
        zone: [x0, y0, x0 + (0.9 * m[0].length) / columns, y0 + LETTER_HEIGHT],
        confidence,
        source,
      }
    })
    const zone = unionZones(words.map(w => w.zone))
    if (zone) lines.push({ words, zone })
  })
  return {
    page: options.page ?? 1,
    widthPx: Math.round(1654),
    heightPx: Math.round(1654 / ratio),
    dpi: 200,
    orientation: { quarterTurns: 0, skew: 0, reason: 'test' },
    received: WHOLE,
    quality: { state: 'readable', motif: null, sharpness: 900, meanGrey: 220, meanConfidence: confidence },
    lines,
    barcodes: (options.barcodes ?? []).map(barcode),
    mrzBands: options.mrz ? [band(options.mrz, source)] : [],
    source,
  }
}

export const piece = (...pages: readonly PageReading[]): PieceText =>
  new PieceText(pages.map((p, i) => ({ ...p, page: i + 1 })))

const barcode = (content: string): Barcode => ({ format: 'datamatrix', content, zone: [0.75, 0.03, 0.95, 0.17] })

const band = (lines: readonly string[], source: 'ocr' | 'texte-pdf'): MrzBand => ({
  lines,
  confidences: lines.map(l => [...l].map(() => 0.97)),
  zone: [0.05, 0.85, 0.95, 0.97],
  source,
})

const CONFUSIONS: Readonly<Record<string, string>> = {
  é: 'e',
  è: 'ê',
  I: 'l',
  l: 'I',
  m: 'rn',
  a: 'o',
  e: 'c',
  u: 'v',
  N: 'H',
  E: 'F',
  A: 'Á',
}

/**
 * The page as a poor scan gives it: about one letter in `every` is read as one that looks like it. Words with a digit
 * keep their text: what this noise tries is the search of labels.
 */
export function noisy(read: PageReading, every = 30, seed = 1): PageReading {
  let state = seed
  const hit = (): boolean => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % every === 0
  }
  const spoil = (text: string): string =>
    /\d/.test(text) ? text : [...text].map(c => (hit() ? (CONFUSIONS[c] ?? c) : c)).join('')
  return {
    ...read,
    lines: read.lines.map(line => ({
      ...line,
      words: line.words.map(w => ({ ...w, text: spoil(w.text), confidence: 0.8 })),
    })),
  }
}

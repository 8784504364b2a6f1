import type { Line, Word } from '../domain/reading.ts'
import type { CodePages } from './code-pages.ts'
import { GLYPHLESS } from './glyphless-font.ts'

/** Size of a page in points (1/72 inch). */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/**
 * Operators that set the words of a page at their places without showing them (text rendering mode 3), each word
 * stretched to its box (`Tz`) and followed by a space as wide as the gap to the next, so that readers select, copy and
 * search whole lines in the order given. Characters above 255 never occur: one character of the result is one byte.
 */
export function textLayer(lines: readonly Line[], size: PageSize, codes: CodePages): string {
  const writer = new TextWriter(codes)
  for (const line of lines) {
    const words = line.words.map(w => ({ word: w, text: cleanText(w.text) })).filter(w => w.text !== '')
    if (words.length > 0) writeLine(writer, words, size)
  }
  return writer.finish()
}

/** What may be written: composed characters, no control character, no blank inside. */
const cleanText = (text: string): string => text.normalize('NFC').replace(/[\p{C}\s]/gu, '')

interface Written {
  readonly word: Word
  readonly text: string
}

/** A word that stands off its line by more than this part of the line's height keeps its own height. */
const OFF_LINE = 0.4

function writeLine(writer: TextWriter, words: readonly Written[], { width, height }: PageSize): void {
  const sorted = words.map(({ word }) => (word.zone[3] - word.zone[1]) * height).sort((a, b) => a - b)
  const fontSize = Math.max(1, Math.round((sorted[Math.floor((sorted.length - 1) * 0.75)] ?? 1) * 2) / 2)
  const bottoms = words.map(({ word }) => (1 - word.zone[3]) * height).sort((a, b) => a - b)
  const bottom = bottoms[bottoms.length >> 1] ?? 0
  writer.size(fontSize)
  words.forEach(({ word, text }, i) => {
    const own = (1 - word.zone[3]) * height
    const y = (Math.abs(own - bottom) > OFF_LINE * fontSize ? own : bottom) - (GLYPHLESS.descent / 1000) * fontSize
    const x = word.zone[0] * width
    const next = words[i + 1]?.word.zone[0]
    writer.word(
      text,
      x,
      y,
      (word.zone[2] - word.zone[0]) * width,
      next === undefined ? null : (next - word.zone[2]) * width,
    )
  })
}

/** Narrowest stretch, in percent: words and gaps never have no width at all. */
const THINNEST = 1

class TextWriter {
  readonly #codes: CodePages
  #out = ''
  /** Start of the current line in tenths of a point, as the reader knows it. */
  #x = 0
  #y = 0
  #fontSize = 1
  #font = ''
  #stretch = 100

  constructor(codes: CodePages) {
    this.#codes = codes
  }

  size(fontSize: number): void {
    this.#fontSize = fontSize
  }

  /** Lengths in points; `gap` is the distance to the next word, `null` at the end of the line. */
  word(text: string, x: number, y: number, width: number, gap: number | null): void {
    this.#moveTo(Math.round(x * 10), Math.round(y * 10))
    const chars = [...text]
    const unstretched = (chars.length * GLYPHLESS.advance * this.#fontSize) / 1000
    const stretch = this.#stretchTo(width, unstretched)
    const space = (GLYPHLESS.space * this.#fontSize) / 1000
    const spaceFits = gap !== null && (space * stretch) / 100 <= gap
    this.#show(spaceFits ? [...chars, ' '] : chars)
    if (gap !== null && !spaceFits) {
      this.#stretchTo(gap, space)
      this.#show([' '])
    }
  }

  finish(): string {
    return this.#out === '' ? '' : `BT\n3 Tr\n${this.#out}ET\n`
  }

  #moveTo(x: number, y: number): void {
    this.#out += `${decimal(x - this.#x)} ${decimal(y - this.#y)} Td `
    this.#x = x
    this.#y = y
  }

  #stretchTo(width: number, unstretched: number): number {
    const stretch = Math.max(THINNEST, Math.round((100 * width) / unstretched))
    if (stretch !== this.#stretch) this.#out += `${stretch} Tz `
    this.#stretch = stretch
    return stretch
  }

  #show(chars: readonly string[]): void {
    let page = -1
    let bytes = ''
    const flush = (): void => {
      if (bytes === '') return
      this.#useFont(`/F${page} ${this.#fontSize} Tf `)
      this.#out += `(${bytes})Tj\n`
      bytes = ''
    }
    for (const char of chars) {
      const code = this.#codes.codeOf(char)
      // Every page of codes has the space.
      const on = char === ' ' && page >= 0 ? page : code.page
      if (on !== page) {
        flush()
        page = on
      }
      bytes += escaped(code.code)
    }
    flush()
  }

  #useFont(font: string): void {
    if (font !== this.#font) this.#out += font
    this.#font = font
  }
}

/** Tenths as a decimal number, as short as can be. */
const decimal = (tenths: number): string => (tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1))

const escaped = (code: number): string =>
  (code === 0x28 || code === 0x29 || code === 0x5c ? '\\' : '') + String.fromCharCode(code)

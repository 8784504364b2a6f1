import type { Word } from '../../domain/reading.ts'
import type { Zone } from '../../domain/geometry.ts'
import { applyMatrix, boxThrough, compose, type Matrix } from './matrix.ts'
import { inPage, type PageObjects } from './page-objects.ts'
import type { Pdfium } from './pdfium.ts'

/** A word of the text of a page, with what tells whether it can be seen. */
export interface PdfWord {
  readonly word: Word
  /** Painting rank of its text object. */
  readonly order: number
  /** Drawn in the invisible mode (OCR layer of a scanner) or fully transparent. */
  readonly invisible: boolean
  /** Clockwise quarter turns that make it upright, `null` when it is oblique. */
  readonly turns: 0 | 1 | 2 | 3 | null
  /** Degrees that its baseline has turned clockwise on the page as shown. */
  readonly degrees: number
}

export interface PageText {
  readonly words: readonly PdfWord[]
  /** Share of the characters whose font says what they are (a subset without ToUnicode says nothing). */
  readonly mapped: number
}

interface Char {
  readonly text: string
  /** On the page as shown, in points. */
  readonly box: readonly [number, number, number, number]
  readonly turns: 0 | 1 | 2 | 3 | null
  readonly degrees: number
  readonly order: number
  readonly invisible: boolean
}

/** Text rendering modes that paint nothing (ISO 32000-1, table 106). */
const MODE_INVISIBLE = 3
const MODE_CLIP = 7
const MIN_ALPHA = 20
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
const MAX_CHARS = 200_000

/** Size of a page as shown, in points. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/**
 * Reads the words of a page in the order of the file.
 * @param toPage user space to fractions of the page as shown
 */
export function readWords(
  pdfium: Pdfium,
  page: number,
  toPage: Matrix,
  size: PageSize,
  objects: PageObjects,
): PageText {
  const textPage = pdfium.call('FPDFText_LoadPage', page)
  if (textPage === 0) return { words: [], mapped: 1 }
  try {
    const toPoints = compose(toPage, [size.width, 0, 0, size.height, 0, 0])
    return pdfium.scratch(40, at => collect(pdfium, textPage, at, toPoints, size, objects))
  } finally {
    pdfium.call('FPDFText_ClosePage', textPage)
  }
}

function collect(
  pdfium: Pdfium,
  textPage: number,
  at: number,
  toPoints: Matrix,
  size: PageSize,
  objects: PageObjects,
): PageText {
  const words: PdfWord[] = []
  let current: Char[] = []
  let unmapped = 0
  let printed = 0
  const styles = new Map<number, Pick<Char, 'order' | 'invisible' | 'turns' | 'degrees'>>()

  const flush = (): void => {
    const word = toWord(current, size)
    if (word) words.push(word)
    current = []
  }

  const count = Math.min(pdfium.call('FPDFText_CountChars', textPage), MAX_CHARS)
  for (let i = 0; i < count; i++) {
    const text = pdfium.call('FPDFText_IsHyphen', textPage, i) === 1 ? '-' : character(pdfium, textPage, i)
    if (text.trim() === '') {
      flush()
      continue
    }
    printed++
    if (pdfium.call('FPDFText_HasUnicodeMapError', textPage, i) === 1 || /[\p{Co}\p{Cn}\uFFFD]/u.test(text)) {
      // Its font does not say what it is: the pixels will.
      unmapped++
      flush()
      continue
    }
    if (pdfium.call('FPDFText_GetCharBox', textPage, i, at, at + 8, at + 16, at + 24) === 0) continue
    const view = pdfium.view()
    const [left, right, bottom, top] = [0, 8, 16, 24].map(k => view.getFloat64(at + k, true))
    const box = boxThrough(toPoints, left ?? 0, bottom ?? 0, right ?? 0, top ?? 0)

    const object = pdfium.call('FPDFText_GetTextObject', textPage, i)
    let style = styles.get(object)
    if (!style) {
      style = {
        order: objects.textOrder.get(object) ?? 0,
        invisible: isInvisible(pdfium, textPage, i, object, at),
        ...directionOf(pdfium.call('FPDFText_GetCharAngle', textPage, i), toPoints),
      }
      styles.set(object, style)
    }
    const char: Char = { text, box, ...style }
    const previous = current.at(-1)
    if (previous && isApart(previous, char)) flush()
    current.push(char)
  }
  flush()
  return { words, mapped: printed === 0 ? 1 : 1 - unmapped / printed }
}

function character(pdfium: Pdfium, textPage: number, i: number): string {
  const code = pdfium.call('FPDFText_GetUnicode', textPage, i)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  const char = String.fromCodePoint(code)
  return LIGATURES[char] ?? (code < 0x20 || code === 0xad ? '' : char)
}

function isInvisible(pdfium: Pdfium, textPage: number, i: number, object: number, at: number): boolean {
  const mode = object === 0 ? 0 : pdfium.call('FPDFTextObj_GetTextRenderMode', object)
  if (mode === MODE_INVISIBLE || mode === MODE_CLIP) return true
  if (pdfium.call('FPDFText_GetFillColor', textPage, i, at, at + 4, at + 8, at + 12) === 0) return false
  return mode === 0 && pdfium.view().getUint32(at + 12, true) < MIN_ALPHA
}

/** @param angle of the baseline in user space, radians, clockwise (as FPDFText_GetCharAngle gives it) */
function directionOf(angle: number, toPoints: Matrix): Pick<Char, 'turns' | 'degrees'> {
  const [x0, y0] = applyMatrix(toPoints, 0, 0)
  const [x1, y1] = applyMatrix(toPoints, Math.cos(angle), -Math.sin(angle))
  const clockwise = Math.atan2(y1 - y0, x1 - x0) / (Math.PI / 2)
  const quarter = Math.round(clockwise)
  const degrees = Math.round(clockwise * 900) / 10
  if (Math.abs(clockwise - quarter) > 0.12) return { turns: null, degrees }
  return { turns: (((-quarter % 4) + 4) % 4) as 0 | 1 | 2 | 3, degrees }
}

/** True when a character does not go on the word of the one before: a jump along the line, or another line. */
function isApart(a: Char, b: Char): boolean {
  const sideways = b.turns === 1 || b.turns === 3
  const [from, to, low, high] = sideways ? ([1, 3, 0, 2] as const) : ([0, 2, 1, 3] as const)
  const size = Math.max(a.box[high] - a.box[low], b.box[high] - b.box[low])
  const gap = Math.max(b.box[from] - a.box[to], a.box[from] - b.box[to])
  const shift = Math.abs((a.box[low] + a.box[high] - b.box[low] - b.box[high]) / 2)
  // An oblique word has tall overlapping boxes: only a real jump parts it.
  return a.turns !== b.turns || (b.turns === null ? gap > 3 * size : gap > 0.8 * size || shift > 0.9 * size)
}

function toWord(chars: readonly Char[], size: PageSize): PdfWord | null {
  const [first] = chars
  if (!first) return null
  const zone: Zone | null = inPage([
    Math.min(...chars.map(c => c.box[0])) / size.width,
    Math.min(...chars.map(c => c.box[1])) / size.height,
    Math.max(...chars.map(c => c.box[2])) / size.width,
    Math.max(...chars.map(c => c.box[3])) / size.height,
  ])
  if (!zone) return null
  const text = chars
    .map(c => c.text)
    .join('')
    .normalize('NFC')
  return {
    word: { text, zone, confidence: 1, source: 'texte-pdf' },
    order: first.order,
    invisible: chars.every(c => c.invisible),
    turns: first.turns,
    degrees: first.degrees,
  }
}

import type { TypePiece } from '../domain/type-piece.ts'
import { RESIDUE_FROM } from '../formats/nir-evidence.ts'
import { findNirsInText, placesOf } from '../formats/nir-text.ts'
import { believed } from './nir-hits.ts'

/**
 * The proof after writing: what of a NIR is left in texts and bytes. Known numbers are handed in memory only and are
 * neither stored nor printed.
 */

/**
 * How many NIR the texts still hold: numbers with the evidence of one (a lower bar than for masking), and known numbers in
 * any spacing.
 * @param texts extracted text, OCR of the written pages, file name, metadata
 * @param known numbers of 13 or 15 characters that were masked
 * @param type of the piece: those that carry no NIR need the same two proofs as in `findNirs`
 */
export function findResidue(
  texts: readonly string[],
  known: readonly string[] = [],
  type: TypePiece | null = null,
): number {
  return texts.reduce((sum, text) => {
    const found = findNirsInText(text, RESIDUE_FROM).filter(f => believed(type, f.evidence))
    const others = known
      .flatMap(number => placesOf(text, number))
      .filter(p => !found.some(f => f.start < p.end && p.start < f.end))
    return sum + found.length + others.length
  }, 0)
}

/** Bytes between two figures that still make one number: a space of any coding, the zeros of UTF-16, `)(` of a PDF. */
const MAX_GAP = 4

/**
 * True when bytes hold a known number: as figures (spaced or not, UTF-8, UTF-16 in both orders), as hexadecimal, octal
 * escapes or base64 of any of these. Streams must be decompressed by the caller.
 * @param known numbers of 13 or 15 characters; the key is not needed for a match
 */
export function bytesHoldNir(bytes: Uint8Array, known: readonly string[]): boolean {
  const numbers = [...new Set(known.map(n => n.slice(0, 13).toUpperCase()))].filter(n => n.length === 13)
  if (numbers.length === 0) return false
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const figures = figuresOf(buffer)
  // Base64 and hexadecimal are broken into lines.
  const unbroken = Buffer.from(buffer.filter(byte => byte !== 0x0a && byte !== 0x0d))
  return numbers.some(
    number =>
      holdsFigures(buffer, figures, number, MAX_GAP) ||
      figureCodes(number).some(code => holdsFigures(buffer, figures, code, 1)) ||
      letterCodes(number).some(code => unbroken.includes(code)),
  )
}

interface Figures {
  /** The bytes 0-9 alone, and where each stands. */
  readonly signs: Buffer
  readonly places: Uint32Array
}

function figuresOf(buffer: Buffer): Figures {
  let count = 0
  for (let i = 0; i < buffer.length; i++) if (isFigure(buffer[i])) count++
  const signs = Buffer.alloc(count)
  const places = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < buffer.length; i++) {
    const byte = buffer[i]
    if (!isFigure(byte)) continue
    signs[at] = byte
    places[at++] = i
  }
  return { signs, places }
}

const isFigure = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** True when the figures of `number` follow each other with at most `maxGap` other bytes between two, letters in place. */
function holdsFigures(buffer: Buffer, { signs, places }: Figures, number: string, maxGap: number): boolean {
  const digits = number.replace(/\D/g, '')
  const letter = /\D/.exec(number)
  for (let at = signs.indexOf(digits); at >= 0; at = signs.indexOf(digits, at + 1)) {
    let together = true
    for (let i = 1; i < digits.length && together; i++) {
      const before = places[at + i - 1] as number
      const after = places[at + i] as number
      const holdsLetter = letter !== null && letter.index === i
      together = after - before - 1 <= maxGap * (holdsLetter ? 2 : 1) + (holdsLetter ? 1 : 0)
      if (together && holdsLetter)
        together = buffer
          .toString('latin1', before + 1, after)
          .toUpperCase()
          .includes(letter[0])
    }
    if (together) return true
  }
  return false
}

/** The number as it is written, compact and in its groups, key left out. */
function writtenForms(number: string): string[] {
  const groups = [
    number.slice(0, 1),
    number.slice(1, 3),
    number.slice(3, 5),
    number.slice(5, 7),
    number.slice(7, 10),
    number.slice(10),
  ]
  return [number, ...[' ', '.', '-', '\u00a0'].map(separator => groups.join(separator))]
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

function encodings(text: string): Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), utf16be(text), Buffer.from(text, 'utf16le')]
}

/** Hexadecimal spellings of the number, lower case. */
const hexOf = (number: string): string[] =>
  writtenForms(number).flatMap(text => encodings(text).map(bytes => bytes.toString('hex')))

/** Hexadecimal and octal spellings that are runs of figures. */
function figureCodes(number: string): string[] {
  const octal = writtenForms(number).map(text =>
    [...Buffer.from(text, 'latin1')].map(byte => byte.toString(8).padStart(3, '0')).join(''),
  )
  return [...octal, ...hexOf(number).filter(hex => /^\d+$/.test(hex))]
}

/** Spellings with letters: base64, and hexadecimal of separators. */
const letterCodes = (number: string): string[] => [
  ...hexOf(number).flatMap(hex => (/^\d+$/.test(hex) ? [] : [hex, hex.toUpperCase()])),
  ...base64Of(number),
]

/** The part of a base64 text that does not depend on what stands before and after, for the three alignments. */
function base64Of(number: string): string[] {
  return writtenForms(number)
    .flatMap(encodings)
    .flatMap(bytes =>
      [0, 1, 2].map(shift => {
        const text = Buffer.concat([Buffer.alloc(shift), bytes])
          .toString('base64')
          .replace(/=+$/, '')
        const head = Math.ceil((shift * 4) / 3)
        const whole = Math.floor(((shift + bytes.length) * 8) / 6)
        return text.slice(head, whole)
      }),
    )
}

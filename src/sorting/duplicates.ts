import { distance } from 'fastest-levenshtein'
import { findDates } from '../formats/dates.ts'
import { foldWords } from '../formats/text.ts'
import { pageText, wordsOf, type PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { likeness } from './page-marks.ts'
import { compareKeys, keysOn } from './piece-keys.ts'
import type { PieceRange } from './split-bundle.ts'

/** Pages that show once more what other pages of the same file show. */
export interface Duplicate {
  readonly pages: readonly number[]
  /** The pages that came first. */
  readonly of: readonly number[]
}

/** Share of the words, of the numbers and of the dates that two readings of one page have in common at least. */
const SAME_WORDS = 0.6
const SAME_NUMBERS = 0.75
const SAME_DATES = 0.6
/** Words that one page has for itself and another reading of it may still have: specks taken for letters. */
const STRANGERS = 2
/** A page of fewer words is compared by its picture. */
export const FEW_WORDS = 8
/** Bits that two pictures of one view differ by at most, of 64. */
const SAME_PICTURE = 6

/**
 * What is in a file twice: whole pieces, else single pages, among pieces of one type. Two payslips of one job differ by their dates, those of
 * two colleagues by their names, and are none: one wrongly called a duplicate would be missed in the demande.
 * @param appearance 64-bit hash of the picture of a page, in 16 hexadecimal figures; `null` where there is none
 */
export function findDuplicates(
  pieces: readonly PieceRange[],
  pages: readonly PageReading[],
  appearance: (page: number) => string | null,
): Duplicate[] {
  const before: { readonly page: PageReading; readonly piece: PieceRange }[] = []
  return pieces.flatMap(piece => {
    const own = pages.filter(p => piece.pages.includes(p.page))
    const twins = own.flatMap(page => {
      const twin = before.find(b => b.piece.type === piece.type && samePage(b.page, page, piece.type, appearance))
      before.push({ page, piece })
      return twin ? [{ page: page.page, of: twin.page.page, among: twin.piece }] : []
    })
    const [first] = twins
    const whole =
      first !== undefined &&
      first.among !== piece &&
      twins.length === own.length &&
      first.among.pages.length === own.length &&
      twins.every(t => t.among === first.among)
    return whole ? [{ pages: piece.pages, of: first.among.pages }] : twins.map(t => ({ pages: [t.page], of: [t.of] }))
  })
}

function samePage(
  a: PageReading,
  b: PageReading,
  type: TypePiece,
  appearance: (page: number) => string | null,
): boolean {
  if ([a, b].some(p => p.quality.state !== 'readable')) return false
  if ([a, b].some(p => wordsOf(p).length < FEW_WORDS)) {
    const [x, y] = [appearance(a.page), appearance(b.page)]
    const wordless = [a, b].every(p => wordsOf(p).length === 0)
    return x !== null && y !== null && bitsApart(x, y) <= SAME_PICTURE && (wordless || likeness(a, b) >= SAME_WORDS)
  }
  if (likeness(a, b) < SAME_WORDS) return false
  if (shared(numbersOn(a), numbersOn(b)) < SAME_NUMBERS || shared(datesOn(a), datesOn(b)) < SAME_DATES) return false
  if (strangers(a, b) + strangers(b, a) > STRANGERS) return false
  return compareKeys(keysOn(type, a), keysOn(type, b), true) !== 'different'
}

/** Words of one page that are no misreading of a word of the other: another name makes another document. */
function strangers(page: PageReading, other: PageReading): number {
  const there = [...namesOn(other)]
  return [...namesOn(page)].filter(word => !there.some(w => distance(w, word) <= word.length / 3)).length
}

const namesOn = (page: PageReading): ReadonlySet<string> =>
  new Set(
    foldWords(pageText(page))
      .split(' ')
      .filter(w => /^[A-Z]{4,}$/.test(w)),
  )

/** Share of the larger set that stands in both; 1 for two empty ones. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const most = Math.max(a.size, b.size)
  return most === 0 ? 1 : [...a].filter(v => b.has(v)).length / most
}

const datesOn = (page: PageReading): ReadonlySet<string> =>
  new Set(page.lines.flatMap(l => findDates(l.words.map(w => w.text).join(' ')).map(d => d.iso)))

const numbersOn = (page: PageReading): ReadonlySet<string> =>
  new Set(
    foldWords(pageText(page))
      .split(' ')
      .filter(w => /\d{2}/.test(w)),
  )

function bitsApart(a: string, b: string): number {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let count = 0
  for (; bits > 0n; bits &= bits - 1n) count++
  return count
}

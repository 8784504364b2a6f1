import type { Resultat } from '../../src/domain/resultat.ts'
import { wordsOf, type PageReading } from '../../src/domain/reading.ts'
import { foldWords } from '../../src/formats/text.ts'
import type { Truth, TruthPiece } from './truth.ts'

/** A share counted over many samples. */
export class Rate {
  hits = 0
  total = 0
  add(hits: number, total = 1): void {
    this.hits += hits
    this.total += total
  }
  get value(): number {
    return this.total === 0 ? NaN : this.hits / this.total
  }
}

const tokens = (text: string): string[] =>
  foldWords(text)
    .split(' ')
    .filter(w => w.length > 1 || /\d/.test(w))

/** Characters drawn one per box: they stand in the truth as words of one sign, and a reader joins them. */
const BOXED = /(?<!\S)[\dA-Z](?: [\dA-Z]){3,}(?!\S)/g

/** How many of the words drawn were read, each as many times as it stands; numbers counted apart too. */
export function wordRecall(
  texte: string,
  reading: PageReading,
): { found: number; total: number; numbers: [number, number] } {
  const words = wordsOf(reading).map(w => w.text)
  const read = new Map<string, number>()
  for (const word of tokens(words.join(' '))) read.set(word, (read.get(word) ?? 0) + 1)
  const lines = reading.lines.map(l =>
    l.words
      .map(w => w.text)
      .join('')
      .replace(/\W/g, ''),
  )
  let found = 0
  let numbersFound = 0
  let numbers = 0
  let total = 0
  const count = (right: boolean, isNumber: boolean): void => {
    total++
    if (isNumber) numbers++
    if (!right) return
    found++
    if (isNumber) numbersFound++
  }
  for (const [boxed] of texte.matchAll(BOXED)) {
    const joined = boxed.replaceAll(' ', '')
    count(
      lines.some(l => l.includes(joined)),
      true,
    )
  }
  for (const word of tokens(texte.replace(BOXED, ' '))) {
    const left = read.get(word) ?? 0
    if (left > 0) read.set(word, left - 1)
    count(left > 0, /\d/.test(word))
  }
  return { found, total, numbers: [numbersFound, numbers] }
}

/** What one sample says of sorting, fields, validity and masking. */
export interface Comparison {
  readonly expected: TruthPiece
  /** The piece of the result with exactly the same pages. */
  readonly type: string | null
  readonly sameType: boolean
  readonly sameValidity: boolean
  /** A date was given where none should be. */
  readonly inventedDate: boolean
  readonly fieldsRight: number
  readonly fieldsTotal: number
  readonly wrongFields: readonly string[]
  readonly nirFound: number
  readonly nirTotal: number
  readonly neutralise: boolean
}

/** Each true piece against the piece of the result that has the same pages. */
export function comparePieces(truth: Truth, resultat: Resultat): Comparison[] {
  return truth.pieces.map(expected => {
    const piece = resultat.pieces.find(p => p.pages.join() === expected.pages.join())
    const names = Object.keys(expected.champs)
    const wrong = names.filter(name => !sameValue(expected.champs[name], piece?.champs[name]?.valeur ?? null))
    return {
      expected,
      type: piece?.type ?? null,
      sameType: piece?.type === expected.type,
      sameValidity: piece !== undefined && piece.dateFinValidite === expected.dateFinValidite,
      inventedDate: expected.dateFinValidite === null && (piece?.dateFinValidite ?? null) !== null,
      fieldsRight: names.length - wrong.length,
      fieldsTotal: names.length,
      wrongFields: wrong,
      nirFound: Math.min(piece?.nir.occurrences.length ?? 0, expected.nir.occurrences),
      nirTotal: expected.nir.occurrences,
      neutralise: piece?.nir.neutralise ?? false,
    }
  })
}

function sameValue(expected: unknown, read: unknown): boolean {
  if (typeof expected === 'number') return Math.abs(expected - Number(read)) < 0.005
  if (typeof expected === 'string')
    return (typeof read === 'string' || typeof read === 'number') && normal(String(read)) === normal(expected)
  return expected === read
}

const normal = (text: string): string => foldWords(text).replace(/ /g, '')

/** Exact page ranges: pieces found, expected, and given. */
export function splitting(truth: Truth, resultat: Resultat): { right: number; expected: number; given: number } {
  const given = new Set(resultat.pieces.map(p => p.pages.join()))
  const right = truth.pieces.filter(p => given.has(p.pages.join())).length
  return { right, expected: truth.pieces.length, given: given.size }
}

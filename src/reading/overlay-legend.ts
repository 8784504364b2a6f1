import { distance } from 'fastest-levenshtein'
import { isLegend, legendsIn } from '../formats/legends.ts'
import { foldWords } from '../formats/text.ts'
import type { OcrWord } from './ocr-engine.ts'
import { meanConfidence } from './reading-score.ts'

/** Words under this are ink crossed by print. */
const READABLE_WORD = 0.3
/** Mean confidence of the words of a row under which its ink is no writing. */
const WRITING = 0.5
const ANCHOR_LETTERS = 4

/** A legend as its rows give it: its words once, and where it begins each time. */
export interface ReadLegend {
  readonly texte: string
  readonly confidence: number
  /** The words of each time it was seen whole, the time that shows it best first. */
  readonly times: readonly (readonly OcrWord[])[]
  readonly repeats: number
}

/**
 * Tells the legend that comes back along rows of words, whatever letters print has crossed here and there.
 * @param rows words of each row, left to right
 * @returns `null` when the words are no legend
 */
export function legendOf(rows: readonly (readonly OcrWord[])[]): ReadLegend | null {
  const read = rows
    .map(row => row.filter(w => w.confidence >= READABLE_WORD && /[\p{L}\d]/u.test(w.text)))
    .filter(row => meanConfidence(row) >= WRITING)
  const words = read.flat()
  if (words.length === 0) return null
  const confidence = meanConfidence(words)
  const anchor = anchorOf(words)
  const times = anchor === null ? [] : read.flatMap(row => timesIn(row, anchor))
  const repeats = anchor === null ? 1 : words.filter(w => foldWords(w.text) === anchor).length
  const [best, ...others] = byLikeness(times)
  if (!isLegend(read.map(textOf), repeats)) return null
  if (best) return { texte: textOf(fromWidestGap(best)), confidence, times: [best, ...others], repeats }
  const fullest = [...read].sort(
    (a, b) => legendsIn(textOf(b)).length - legendsIn(textOf(a)).length || b.length - a.length,
  )
  return { texte: textOf(fullest[0] ?? []), confidence, times: fullest.slice(0, 1), repeats }
}

const textOf = (words: readonly OcrWord[]): string => words.map(w => w.text).join(' ')

/** The word read most often, alike each time; `null` when none comes back. */
function anchorOf(words: readonly OcrWord[]): string | null {
  const counts = new Map<string, number>()
  for (const word of words) {
    const text = foldWords(word.text)
    if (text.length >= ANCHOR_LETTERS) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] > 1 ? best[0] : null
}

/** The runs of words of a row from one anchor to the word before the next. */
function timesIn(row: readonly OcrWord[], anchor: string): OcrWord[][] {
  const at = row.flatMap((w, i) => (foldWords(w.text) === anchor ? [i] : []))
  return at.slice(0, -1).map((from, k) => row.slice(from, at[k + 1]))
}

/** The times that look most like all the others first. */
function byLikeness(times: readonly OcrWord[][]): OcrWord[][] {
  const texts = times.map(t => foldWords(textOf(t)))
  const cost = texts.map(a => texts.reduce((sum, b) => sum + distance(a, b) / Math.max(a.length, b.length), 0))
  return times
    .map((time, i) => ({ time, cost: cost[i] as number }))
    .sort((a, b) => a.cost - b.cost)
    .map(t => t.time)
}

/** A legend read from its middle, put in order: it begins after its widest space. */
function fromWidestGap(words: readonly OcrWord[]): OcrWord[] {
  let start = 0
  let widest = 0
  const heights = words.map(w => w.zone[3] - w.zone[1]).sort((a, b) => a - b)
  for (let i = 1; i < words.length; i++) {
    const gap = (words[i] as OcrWord).zone[0] - (words[i - 1] as OcrWord).zone[2]
    if (gap > widest) [start, widest] = [i, gap]
  }
  // Only a space wider than letters are tall parts one time from the next; else the order stays.
  return widest > (heights[heights.length >> 1] ?? 0) ? [...words.slice(start), ...words.slice(0, start)] : [...words]
}

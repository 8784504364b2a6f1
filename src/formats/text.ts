import { distance } from 'fastest-levenshtein'
import type { TextGrams } from './text-grams.ts'

/** Upper case, no accents, typographic signs made plain, one space between words: the form in which texts are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Folded, with every sign that is not a letter or a digit turned into a space. */
export const foldWords = (text: string): string =>
  fold(text)
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim()

/** Edits allowed between a cue and an OCR reading of it: one per six letters (pieces-justificatives, reading rule). */
export const editsAllowed = (cue: string): number => Math.floor(cue.replace(/ /g, '').length / 6)

/**
 * Where a cue stands in a text, tolerating OCR noise.
 * @param text folded by {@link foldWords}
 * @param cue folded by {@link foldWords}
 * @param grams of the text, or of a longer one that holds it, when many cues are looked for: same answer, sooner
 * @returns start and end offsets in `text` and the number of edits, or `null`
 */
export function findFuzzy(
  text: string,
  cue: string,
  grams?: TextGrams,
): { start: number; end: number; edits: number } | null {
  const exact = grams?.mayHold(cue) === false ? -1 : indexOfWords(text, cue)
  if (exact >= 0) return { start: exact, end: exact + cue.length, edits: 0 }
  const allowed = editsAllowed(cue)
  if (allowed === 0) return null
  // Compare windows of as many words as the cue, one more and one less: OCR joins and splits words.
  const count = cue.split(' ').length
  let best: { start: number; end: number; edits: number } | null = null
  for (const start of likelyStarts(text, cue, allowed, grams)) {
    for (const n of [count, count + 1, count - 1]) {
      const end = n < 1 ? null : endOfWords(text, start, n)
      if (end === null || Math.abs(end - start - cue.length) > allowed + 1) continue
      const edits = distance(text.slice(start, end), cue)
      if (edits <= allowed && (best === null || edits < best.edits)) best = { start, end, edits }
    }
  }
  return best
}

/**
 * Starts of words where a reading of the cue may begin, ascending. A reading with `allowed` edits leaves untouched at
 * least one of `allowed + 1` parts of the cue, at most `allowed` letters away from its place: no reading is missed.
 */
function likelyStarts(text: string, cue: string, allowed: number, grams?: TextGrams): number[] {
  const size = Math.floor(cue.length / (allowed + 1))
  const starts = new Set<number>()
  for (let i = 0; i <= allowed; i++) {
    const part = i < allowed ? cue.slice(i * size, (i + 1) * size) : cue.slice(i * size)
    if (grams?.mayHold(part) === false) continue
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const expected = at - i * size
      for (let start = Math.max(0, expected - allowed); start <= expected + allowed; start++) {
        if (text[start] !== ' ' && (start === 0 || text[start - 1] === ' ') && start < text.length) starts.add(start)
      }
    }
  }
  return [...starts].sort((a, b) => a - b)
}

/** Where the n-th word from `start` ends, or `null` when there are fewer. */
function endOfWords(text: string, start: number, n: number): number | null {
  let end = start - 1
  for (let i = 0; i < n; i++) {
    if (end >= text.length) return null
    const next = text.indexOf(' ', end + 1)
    end = next < 0 ? text.length : next
  }
  return end
}

function indexOfWords(text: string, cue: string): number {
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    const before = at === 0 || text[at - 1] === ' '
    const after = at + cue.length === text.length || text[at + cue.length] === ' '
    if (before && after) return at
  }
  return -1
}

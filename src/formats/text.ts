import { distance } from 'fastest-levenshtein'

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
 * @returns start and end offsets in `text` and the number of edits, or `null`
 */
export function findFuzzy(text: string, cue: string): { start: number; end: number; edits: number } | null {
  const exact = indexOfWords(text, cue)
  if (exact >= 0) return { start: exact, end: exact + cue.length, edits: 0 }
  const allowed = editsAllowed(cue)
  if (allowed === 0 || !mayHold(text, cue, allowed)) return null
  // Compare windows of as many words as the cue, one more and one less: OCR joins and splits words.
  const starts = wordStarts(text)
  const count = cue.split(' ').length
  let best: { start: number; end: number; edits: number } | null = null
  for (let i = 0; i < starts.length; i++) {
    for (const n of [count, count + 1, count - 1]) {
      if (n < 1 || i + n > starts.length) continue
      const start = starts[i] as number
      const end = i + n < starts.length ? (starts[i + n] as number) - 1 : text.length
      if (Math.abs(end - start - cue.length) > allowed + 1) continue
      const edits = distance(text.slice(start, end), cue)
      if (edits <= allowed && (best === null || edits < best.edits)) best = { start, end, edits }
    }
  }
  return best
}

/**
 * A quick no before the costly comparison, never a wrong one: a reading with `allowed` edits leaves untouched at least
 * one of `allowed + 1` parts of the cue.
 */
function mayHold(text: string, cue: string, allowed: number): boolean {
  const size = Math.floor(cue.length / (allowed + 1))
  for (let i = 0; i <= allowed; i++) {
    if (text.includes(i < allowed ? cue.slice(i * size, (i + 1) * size) : cue.slice(i * size))) return true
  }
  return false
}

function indexOfWords(text: string, cue: string): number {
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    const before = at === 0 || text[at - 1] === ' '
    const after = at + cue.length === text.length || text[at + cue.length] === ' '
    if (before && after) return at
  }
  return -1
}

function wordStarts(text: string): number[] {
  const starts: number[] = []
  for (let i = 0; i < text.length; i++) if (text[i] !== ' ' && (i === 0 || text[i - 1] === ' ')) starts.push(i)
  return starts
}

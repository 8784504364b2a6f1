import { distance } from 'fastest-levenshtein'
import { foldWords } from '../formats/text.ts'
import type { Difference } from './comparison.ts'

/** Longest line of a 2D-Doc that holds a person: longer names are cut there. */
const LINE = 38
const TITLES: ReadonlySet<string> = new Set([
  'M',
  'MR',
  'MME',
  'MLE',
  'MLLE',
  'MONSIEUR',
  'MADAME',
  'MADEMOISELLE',
  'OU',
  'ET',
])

/** Letters that a misreading or a clerk may change (2D-Doc, section 11). */
const LETTERS = 2

/**
 * A person as a page and a 2D-Doc write it: titles left out, order free, either may lack words or cut the last one, two
 * letters may differ.
 */
export function personDifference(printed: string, signed: string, truncated: boolean): Difference {
  const [page, code] = [personWords(printed), personWords(signed)]
  if (page.length === 0 || code.length === 0) return 'aucune'
  const cut = truncated || signed.length >= LINE
  if (isWithin(code, page, cut) || isWithin(page, code, false)) return 'aucune'
  const joined = (words: readonly string[]): string => words.join('')
  const sorted = (words: readonly string[]): string => joined([...words].sort())
  const apart = Math.min(distance(joined(page), joined(code)), distance(sorted(page), sorted(code)))
  return apart <= LETTERS ? 'aucune' : 'nette'
}

/** The words of a person's name, folded, titles left out. */
export const personWords = (name: string): string[] =>
  foldWords(name.replace(/['’]/g, ''))
    .split(' ')
    .filter(word => word !== '' && !TITLES.has(word))

/** Every word of one stands in the other; the last one may be the beginning of a word there. */
function isWithin(words: readonly string[], other: readonly string[], cut: boolean): boolean {
  return words.every(
    (word, i) => other.includes(word) || (cut && i === words.length - 1 && other.some(o => o.startsWith(word))),
  )
}

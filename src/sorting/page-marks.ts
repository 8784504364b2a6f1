import { findDates } from '../formats/dates.ts'
import { foldWords } from '../formats/text.ts'
import { lineText, wordsOf, type PageReading } from '../domain/reading.ts'

/** Numbers of 8 figures and more that tie a page to its document or its issuer; telephone numbers and dates are none. */
export function referencesOn(page: PageReading): ReadonlySet<string> {
  const found = new Set<string>()
  for (const line of page.lines) {
    const text = lineText(line)
    const dates = findDates(text)
    for (const match of text.matchAll(/(?<![\p{L}\d])(?:[A-Z]{1,3}[ -]?)?\d(?:[ ./-]?\d){6,19}(?![\d,])/gu)) {
      const value = match[0].replace(/[^0-9A-Z]/g, '')
      const end = match.index + match[0].length
      if (value.length < 8 || /^0[1-9]\d{8}$/.test(value)) continue
      if (!dates.some(d => d.start < end && d.end > match.index)) found.add(value)
    }
  }
  return found
}

/** Ways to number the clauses of a document: "Article 7", "IX. Obligations". Roman numbers are read up to 39. */
const CLAUSES: readonly ((line: string) => number | null)[] = [
  line => Number(/^ARTICLE (\d{1,3})\b/.exec(line)?.[1] ?? 0) || null,
  line => romanNumber(/^(X{0,3}(?:IX|IV|V?I{0,3})) [A-Z]{3}/.exec(line)?.[1] ?? ''),
]

function romanNumber(text: string): number | null {
  const values = [...text].map(c => ({ I: 1, V: 5, X: 10 })[c] ?? 0)
  const total = values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0)
  return total > 0 ? total : null
}

/**
 * The clause that opens a page when it is the one after the last clause of the page before it (or the same one, continued):
 * "Article 7" after "Article 6", "XV" after "XIV".
 */
export function clauseGoesOn(page: PageReading, next: PageReading): number | null {
  for (const read of CLAUSES) {
    const numbers = (p: PageReading): number[] => p.lines.flatMap(l => read(foldWords(lineText(l))) ?? [])
    const last = numbers(page).at(-1)
    const [first] = numbers(next)
    if (last !== undefined && first !== undefined && first > 1 && (first === last + 1 || first === last)) return first
  }
  return null
}

const LETTER = /^(?:OBJET|MADAME MONSIEUR|MESSIEURS|A L ATTENTION DE|CHERE? (?:MADAME|MONSIEUR))\b/

/** The page opens a letter: object, formula of address, references, in its upper part. */
export const opensLetter = (page: PageReading): boolean =>
  page.lines.some(line => line.zone[1] < 0.6 && LETTER.test(foldWords(lineText(line))))

/** The last sentence of a page goes on at the top of the next one. */
export function sentenceGoesOn(page: PageReading, next: PageReading): boolean {
  const texts = (p: PageReading): string[] => p.lines.map(lineText).filter(t => t.length > 40)
  const last = texts(page).at(-1)
  const first = next.lines.map(lineText).find(t => t.length > 20)
  if (last === undefined || first === undefined) return false
  return /[\p{Ll},-]\s*$/u.test(last) && /^\p{Ll}/u.test(first)
}

/** Share of the words that two pages have in common, 0..1: near 1 for two scans of one page. */
export function likeness(a: PageReading, b: PageReading): number {
  const [first, second] = [a, b].map(
    p =>
      new Set(
        wordsOf(p)
          .map(w => foldWords(w.text))
          .filter(w => w !== ''),
      ),
  )
  if (!first || !second || first.size === 0 || second.size === 0) return 0
  const common = [...first].filter(w => second.has(w)).length
  return common / (first.size + second.size - common)
}

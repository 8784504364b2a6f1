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

/** Numbers of the first and the last "Article n" that open a line. */
export function articlesOn(page: PageReading): { first: number; last: number } | null {
  const numbers = page.lines.flatMap(line => {
    const number = /^ARTICLE (\d{1,3})\b/.exec(foldWords(lineText(line)))?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  const [first] = numbers
  const last = numbers.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

const LETTER =
  /^(?:OBJET|MADAME MONSIEUR|MESSIEURS|NOS REFERENCES|VOS REFERENCES|N REF|V REF|A L ATTENTION DE|CHERE? (?:MADAME|MONSIEUR))\b/

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

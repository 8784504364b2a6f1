/**
 * Glyphs of OCR-B that readers take for one another (mrz.md 9). The first of each group is the digit, `letter` what
 * stands in a letter position. Digits are never exchanged: no repair may turn one year into another.
 */
const GROUPS = [
  { glyphs: '0OQD', letter: 'O' },
  { glyphs: '1IL', letter: 'I' },
  { glyphs: '2Z', letter: 'Z' },
  { glyphs: '4A', letter: 'A' },
  { glyphs: '5S', letter: 'S' },
  { glyphs: '6G', letter: 'G' },
  { glyphs: '7TY', letter: 'T' },
  { glyphs: '8B', letter: 'B' },
] as const

const groupOf = (character: string): (typeof GROUPS)[number] | undefined =>
  GROUPS.find(g => character !== '' && g.glyphs.includes(character))

/** The digit that a letter was misread from, or the character itself. */
export const asDigit = (character: string): string =>
  /[A-Z]/.test(character) ? (groupOf(character)?.glyphs.charAt(0) ?? character) : character

/** The letter that a digit was misread from, or the character itself. */
export const asLetter = (character: string): string =>
  /\d/.test(character) ? (groupOf(character)?.letter ?? character) : character

/** Other glyphs that may have been read as this one; two digits or two fillers are never among them. */
export const lookAlikes = (character: string): string[] =>
  [...(groupOf(character)?.glyphs ?? '')].filter(other => other !== character)

/** Two texts equal once look-alike glyphs are taken for one another (printed numbers are read without check digits). */
export const looksLike = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((c, i) => c === b[i] || lookAlikes(c).includes(b.charAt(i)))

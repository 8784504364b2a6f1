import type { Line } from '../domain/reading.ts'

/** The text of a PDF holds this many lone letters on a line only where a security background is made of them. */
const LETTERS_OF_A_BACKGROUND = 16

/**
 * A line without the letters of the security background ("R F R F R F", "P E R M I S D E C O N D U I R E") that a PDF gives
 * as words among those of the print; figures in boxes stay.
 */
export function withoutLettering(line: Line): Line {
  const letters = line.words.filter(w => isLoneLetter(w.text))
  if (letters.length < LETTERS_OF_A_BACKGROUND || line.words.some(w => /^\d$/.test(w.text))) return line
  return { ...line, words: line.words.filter(w => !isLoneLetter(w.text)) }
}

const isLoneLetter = (text: string): boolean => /^\p{Lu}$/u.test(text)

import type { NirCandidate } from '../formats/nir-candidates.ts'
import { LOOKALIKE_CLASS } from '../formats/ocr-digits.ts'

/** Most characters of a number of 15 of which OCR split or added some. */
const LONGEST = 16
const SIGN = `[\\d${LOOKALIKE_CLASS}]`
/** Signs glued to the number; a group of figures, or one sign of a box, at one separator. */
const GLUED_BEFORE = new RegExp(`${SIGN}+$`)
const GLUED_AFTER = new RegExp(`^${SIGN}+`)
const BOX_BEFORE = new RegExp(`(?<![\\p{L}\\d])${SIGN}(?=[ .\\-/|[\\]{}]{1,3}$)`, 'u')
const BOX_AFTER = new RegExp(`^[ .\\-/|[\\]{}]{1,3}(?<group>${SIGN})(?![\\p{L}\\d])`, 'u')
/** The last border, or a figure one read as a border: covered in doubt. */
const EDGE_BEFORE = /[|!\]](?= $)/
const EDGE_AFTER = /^ (?<group>[|!\]])(?![\p{L}\d])/u
const GROUP_BEFORE = new RegExp(`(?<![\\p{L}\\d,.])(?:${SIGN}*\\d${SIGN}*|[OIl|])(?=[ .\\-/|[\\]{}]{1,3}$)`, 'u')
const GROUP_AFTER = new RegExp(
  `^[ .\\-/|[\\]{}]{1,3}(?<group>${SIGN}*\\d${SIGN}*|[OIl|])(?![\\p{L}\\d]|[.,]\\d|\\s?[€%])`,
  'u',
)

/**
 * Under its label a number is the whole run of figures, even when only a part of what OCR read has the structure of one:
 * signs glued to it and neighbouring groups belong to it as long as it stays short enough.
 */
export function wholeRun(text: string, { positions: found, gluedLetters, grouping }: NirCandidate): readonly number[] {
  const positions = [...found]
  const before = (pattern: RegExp): boolean => {
    const group = pattern.exec(text.slice(0, positions[0]))
    if (!group || positions.length + group[0].length > LONGEST) return false
    positions.unshift(...[...group[0]].map((_, i) => group.index + i))
    return true
  }
  const after = (pattern: RegExp): boolean => {
    const from = (positions.at(-1) as number) + 1
    const match = pattern.exec(text.slice(from))
    const group = match?.groups?.['group'] ?? match?.[0]
    if (!match || group === undefined || positions.length + group.length > LONGEST) return false
    const start = from + match[0].length - group.length
    positions.push(...[...group].map((_, i) => start + i))
    return true
  }
  if (gluedLetters) {
    before(GLUED_BEFORE)
    after(GLUED_AFTER)
  }
  const boxes = grouping === 'cases'
  while (before(GROUP_BEFORE) || (boxes && (before(BOX_BEFORE) || before(EDGE_BEFORE)))) continue
  while (after(GROUP_AFTER) || (boxes && (after(BOX_AFTER) || after(EDGE_AFTER)))) continue
  return positions
}

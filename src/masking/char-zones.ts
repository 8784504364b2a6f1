import type { Zone } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'

/** Width of a sign in a proportional face (Helvetica metrics, thousandths of the body); figures are all alike. */
function proportionalWidth(sign: string): number {
  if (/[\d$€]/.test(sign)) return 556
  if (/[iIl.,:;|!'’[\]()/ ]/.test(sign)) return 290
  if (/[mMW]/.test(sign)) return 850
  if (/[-°º"*]/.test(sign)) return 370
  return /\p{Lu}/u.test(sign) ? 690 : 530
}

/** Part of a figure's width kept covered beside a cut: the face is not known, and the number comes first. */
const CUT_MARGIN = 0.3

const share = (
  signs: readonly string[],
  from: number,
  to: number,
  width: (sign: string) => number,
): [number, number, number] => {
  const widths = signs.map(width)
  const sum = (a: number, b: number): number => widths.slice(a, b).reduce((s, w) => s + w, 0)
  const total = sum(0, signs.length)
  return [sum(0, from) / total, sum(0, to) / total, width('0') / total]
}

/**
 * The zone of the signs `[from, to)` of a word, cut out of the word's zone by the widths of the signs, so that a label glued
 * to its number stays readable. The larger of a proportional and of a monospaced cut.
 A word that lies otherwise than
 * its page is never cut.
 */
export function signsZone(word: Word, from: number, to: number): Zone {
  if (word.upright) return word.zone
  const signs = word.text.split('')
  const [x0, y0, x1, y1] = word.zone
  const a = share(signs, from, to, proportionalWidth)
  const b = share(signs, from, to, () => 1)
  const margin = CUT_MARGIN * Math.max(a[2], b[2])
  const left = from === 0 ? 0 : Math.max(0, Math.min(a[0], b[0]) - margin)
  const right = to >= signs.length ? 1 : Math.min(1, Math.max(a[1], b[1]) + margin)
  return [x0 + (x1 - x0) * left, y0, x0 + (x1 - x0) * right, y1]
}

/** Horizontal centre of one sign of a word, as {@link signsZone} places it in a proportional face. */
export function signCentre(word: Word, at: number): number {
  const [from, to] = share(word.text.split(''), at, at + 1, proportionalWidth)
  return word.zone[0] + (word.zone[2] - word.zone[0]) * ((from + to) / 2)
}

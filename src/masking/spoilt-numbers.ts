import { isNirBody, nirKey } from '../formats/nir.ts'
import { digitOf } from '../formats/ocr-digits.ts'

/** Words of a line that one number may have been broken into. */
const MOST_WORDS = 9
/** Signs read where a number of 15 stood: some lost, some added. */
const FEWEST = 10
const MOST = 17
/** Figures that must have stayed figures. */
const READABLE = 8

interface SpoiltPlace {
  readonly number: string
  readonly positions: readonly number[]
}

/**
 * Places of a line where OCR left enough of a known number: 10 of its 15 signs in their order with one foreign sign at most,
 * or 12 with three, or 9 of 13 in their places in the printed groups. Another number of ten figures is that by accident once in three million times.
 * @param numbers 13 to 15 characters, as read
 */
export function spoiltPlaces(text: string, numbers: readonly string[]): SpoiltPlace[] {
  const words = [...text.matchAll(/\S+/g)].map(m => signsOfWord(m[0], m.index))
  const places: (SpoiltPlace & { quality: number })[] = []
  for (let from = 0; from < words.length; from++) {
    let signs: Sign[] = []
    for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
      signs = [...signs, ...(words[to] ?? [])]
      if (signs.length > MOST) break
      if (signs.length < FEWEST || signs.filter(s => s.figure).length < READABLE) continue
      for (const number of numbers) {
        const common = commonSigns(signs, withKey(number))
        const foreign = signs.length - common
        if ((common >= 10 && foreign <= 1) || (common >= 12 && foreign <= 3)) {
          places.push({ number, positions: signs.map(s => s.position), quality: common - foreign / 2 })
        }
      }
    }
  }
  places.push(...printedPlaces(text, numbers))
  const kept: SpoiltPlace[] = []
  for (const place of places.sort((a, b) => b.quality - a.quality)) {
    if (!kept.some(k => k.positions.some(p => place.positions.includes(p)))) kept.push(place)
  }
  return kept
}

/** Lengths of the printed groups before the key. */
const PRINTED = [1, 2, 2, 2, 3, 3] as const
/** Signs of thirteen that must be in their place: nothing else is printed in these groups. */
const IN_PLACE = 9

/** Places of the printed groups of which some signs were spoilt (a legend lies over them), with the key after them. */
function printedPlaces(text: string, numbers: readonly string[]): (SpoiltPlace & { quality: number })[] {
  const groups = [...text.matchAll(/\S+/g)]
    .map(m => [...m[0].matchAll(/[\p{L}\d€$?]/gu)].map(s => ({ sign: s[0], position: m.index + s.index })))
    .filter(group => group.length > 0)
  return groups.flatMap((_, from) => {
    const own = groups.slice(from, from + PRINTED.length)
    if (own.length < PRINTED.length || own.some((group, i) => group.length !== PRINTED[i])) return []
    const signs = own.flat()
    const inPlace = (number: string): number =>
      signs.filter(({ sign }, i) => (digitOf(sign) ?? sign.toUpperCase()) === number[i]).length
    const number = numbers.find(n => inPlace(n) >= IN_PLACE)
    if (number === undefined) return []
    const after = groups[from + PRINTED.length] ?? []
    const key = after.length <= 2 && after.some(s => /\d/.test(s.sign)) ? after : []
    return [{ number, positions: [...signs, ...key].map(s => s.position), quality: inPlace(number) }]
  })
}

function withKey(number: string): string {
  const body = number.slice(0, 13)
  return isNirBody(body) ? body + nirKey(body) : number
}

interface Sign {
  readonly sign: string
  readonly position: number
  /** Read as a figure, not as a sign that may be one. */
  readonly figure: boolean
}

const signsOfWord = (word: string, start: number): Sign[] =>
  [...word.matchAll(/[\p{L}\d]/gu)].map(({ 0: sign, index }) => ({
    sign: digitOf(sign) ?? sign.toUpperCase(),
    position: start + index,
    figure: /\d/.test(sign),
  }))

/** Length of the longest common subsequence; the letters of Corsica count as the figures OCR takes them for. */
function commonSigns(signs: readonly Sign[], number: string): number {
  const wanted = [...number].map(s => digitOf(s) ?? s)
  let row = new Array<number>(wanted.length + 1).fill(0)
  for (const { sign } of signs) {
    const next = [0]
    for (const [i, w] of wanted.entries()) {
      next.push(sign === w ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

import type { Rng } from '../../../samples/generator/template.ts'

/** Signs that OCR takes for each other, as seen on readings of scans and photos. */
const CONFUSIONS: Readonly<Record<string, readonly string[]>> = {
  a: ['o', 'e', 'à'], b: ['h', '6'], c: ['e', 'o'], d: ['cl'], e: ['c', 'o', 'é'], é: ['e', 'è', '6'], f: ['t', 'l'],
  g: ['q', '9'], h: ['b', 'n', 'li'], i: ['l', '1', 'j', ''], l: ['i', '1', 'I', 't'], m: ['rn', 'nn', 'in'], n: ['u', 'ri', 'm'],
  o: ['0', 'c', 'a'], p: ['n'], q: ['g'], r: ['t', 'v', ''], s: ['5', 'z'], t: ['l', 'f', 'r'], u: ['n', 'ii', 'v'], v: ['y', 'u'],
  z: ['2'], A: ['4', 'Â'], B: ['8', 'E'], C: ['G', '('], D: ['O', '0'], E: ['F', 'B', 'L'], F: ['E', 'P'], G: ['C', '6'], H: ['N'],
  I: ['l', '1', '|'], L: ['I', 'E'], M: ['N', 'W'], N: ['H', 'M'], O: ['0', 'Q', 'D'], P: ['F', 'R'], Q: ['O'], R: ['K', 'P'],
  S: ['5', '8'], T: ['I', 'Y', '7'], U: ['V', 'LI'], V: ['U', 'Y'], Z: ['2'], '’': ["'", ' ', ''], "'": ['’', ' ', ''],
} // prettier-ignore

/** A text as a reader would give it. @param rate share of the signs that are misread */
export function misread(text: string, rate: number, rng: Rng): string {
  if (rate === 0) return text
  let out = ''
  for (const sign of text) {
    if (!rng.chance(rate)) out += sign
    else if (rng.chance(0.12)) out += rng.pick(['', ' ', `${sign} `])
    else out += rng.pick(CONFUSIONS[sign] ?? [sign])
  }
  return out
}

/** How badly a page was read: most pages well, some hardly. */
export const noiseRate = (rng: Rng): number => rng.pick([0, 0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.13])

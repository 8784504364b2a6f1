import { foldWords } from '../formats/text.ts'
import { differenceOf, type Difference } from './comparison.ts'

/** Words that postal lines shorten, leave out or write in full (NF Z10-011): they tell no address from another. */
const WAYS =
  /^(?:RUE|R|AVENUE|AV|AVE|BOULEVARD|BD|BLD|BVD|PLACE|PL|ALLEE|ALL|CHEMIN|CHE|CH|IMPASSE|IMP|ROUTE|RTE|SQUARE|SQ|COURS|CRS|QUAI|LOT|LOTISSEMENT|RESIDENCE|RES|BATIMENT|BAT|BT|APPARTEMENT|APPT|APT|ESCALIER|ESC|ETAGE|ETG|PORTE|HLM|BIS|TER|DE|DU|DES|D|LA|LE|LES|L|ET|EN|SUR|SOUS|SAINT|SAINTE|ST|STE|CEDEX|FRANCE)$/

/**
 * Two addresses, one on the page and one in a code: postcode, number of the street, last word of the street and town.
 * Words shortened or left out by the issuer are no difference; the flat, the building and the order of lines neither.
 */
export function addressDifference(printed: string, signed: string): Difference {
  const [page, code] = [partsOf(printed), partsOf(signed)]
  if (page.postcode !== null && code.postcode !== null && page.postcode !== code.postcode)
    return differenceOf(page.postcode, code.postcode)
  if (code.number !== null && page.numbers.size > 0 && !page.numbers.has(code.number)) {
    const [first = ''] = page.numbers
    return page.numbers.size === 1 ? differenceOf(first, code.number) : 'partie'
  }
  const known = code.told.filter(word => page.words.some(other => alike(word, other))).length
  if (known === code.told.length) return 'aucune'
  return known === 0 ? 'nette' : 'partie'
}

interface Parts {
  readonly postcode: string | null
  /** Every number that may be that of the street; the first one stands first on its line. */
  readonly numbers: ReadonlySet<string>
  readonly number: string | null
  readonly words: readonly string[]
  /** The words that no issuer shortens: the last one of the street, and the town. */
  readonly told: readonly string[]
}

function partsOf(address: string): Parts {
  const all = foldWords(address).split(' ')
  const words = (of: readonly string[]): string[] => of.filter(word => /^[A-Z]{3,}$/.test(word) && !WAYS.test(word))
  const at = all.findIndex(word => /^\d{5}$/.test(word))
  const numbers = all.filter(word => /^\d{1,4}[A-Z]?$/.test(word)).map(word => word.replace(/^0+|\D$/g, ''))
  return {
    postcode: all[at] ?? null,
    numbers: new Set(numbers),
    number: numbers[0] ?? null,
    words: words(all),
    told:
      at < 0
        ? words(all).filter(word => word.length > 3)
        : [...words(all.slice(0, at)).slice(-1), ...words(all.slice(at))],
  }
}

/** One is the beginning of the other: issuers cut words. */
const alike = (a: string, b: string): boolean => a.startsWith(b.slice(0, 4)) && (a.startsWith(b) || b.startsWith(a))

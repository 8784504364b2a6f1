import { fold } from '../formats/text.ts'
import { isFrequentPrenom } from './prenoms.ts'

/** A person as printed on one line, cut into surname and given names. */
export interface NomLu {
  /** Birth name when both are printed, in capitals. */
  readonly nom: string
  readonly prenoms: string | null
  readonly nomUsage: string | null
}

/** Titles before a name, also of couples and as OCR gives them. */
const CIVILITE =
  /^(?:M\.?|MR\.?|MME|MLLE|MONSIEUR|MADAME|MADEMOISELLE|MADAME,? MONSIEUR)(?: ?(?:OU|ET|\/|,) ?(?:M\.?|MR|MME|MONSIEUR|MADAME))?(?=[ .])[ .]*/
const PARTICLE = /^(?:DE|DU|DES|D'|LA|LE|LES|VAN|VON|DER|DEN|EL|AL|BEN|BOU|AIT|AÏT|DA|DOS|DI|MC|SAINT|SAINTE|ST|N'|O')$/
const BORN = /^NE(?:E|\(E\)|E\(E\))?$/
const MARRIED = /^(?:EPOUSE|EP|EP\.|EPX|EPSE|EPOUX|VEUVE|VVE|USAGE)$/

/**
 * Cuts "M. DUPONT Jean", "Jeanne MARTIN", "MME DIALLO NÉE TRAORÉ Aminata", "DUPONT JEAN" into surname and given names.
 * Capitals tell the surname from given names in small letters; where all is in one case, frequent given names do, else
 * `order`.
 * @returns `null` when the text is no name (figures, one letter, nothing)
 */
export function cutName(text: string, order: 'nom-prenoms' | 'prenoms-nom' = 'nom-prenoms'): NomLu | null {
  const words = bareName(text)
    .split(' ')
    .filter(w => w !== '')
  if (words.length === 0 || words.some(w => /\d/.test(w)) || !words.some(w => w.length > 1)) return null
  if (isCouple(text) && words.every(isCapitals)) return coupleName(words)
  const link = words.findIndex((w, i) => i > 0 && (BORN.test(fold(w)) || MARRIED.test(fold(w))))
  if (link > 0 && link < words.length - 1) return twoNames(words, link, order)
  const { nom, prenoms } = split(words, order)
  return nom.length === 0 ? null : { nom: capitals(nom), prenoms: joined(prenoms), nomUsage: null }
}

const COUPLE = /^\W*(?:M\.?|MR\.?|MONSIEUR|MME|MADAME) ?(?:ET|OU|\/|&) ?(?:M\.?|MR|MME|MONSIEUR|MADAME)(?=[ .])/
const isCouple = (text: string): boolean => COUPLE.test(fold(text))

/**
 * "M. ET MME TRAN VAN MINH": the title of a couple announces their surname, which given names may follow. A particle goes
 * with what stands after it, so that "MINH", also a given name, stays in the surname.
 */
function coupleName(words: readonly string[]): NomLu {
  const given = words.findIndex(
    (w, i) => i > 0 && isFrequentPrenom(fold(w)) && !PARTICLE.test(fold(words[i - 1] ?? '')) && !/[-']$/.test(w),
  )
  const cut = given < 0 || !words.slice(given).every(w => isFrequentPrenom(fold(w))) ? words.length : given
  return { nom: capitals(words.slice(0, cut)), prenoms: joined(words.slice(cut)), nomUsage: null }
}

/** The text without title, punctuation at its ends and stray signs. */
export function bareName(text: string): string {
  const clean = text
    .replace(/[|_*"“”<>=;:,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const title = CIVILITE.exec(clean.toUpperCase())
  return clean.slice(title ? title[0].length : 0).replace(/^[\s.\-–]+|[\s.\-–]+$/g, '')
}

/** "MARTIN NÉE DUPONT Jeanne", "DUPONT épouse MARTIN Jeanne", "Jeanne DUPONT ép. MARTIN". */
function twoNames(words: readonly string[], link: number, order: 'nom-prenoms' | 'prenoms-nom'): NomLu | null {
  const before = split(words.slice(0, link), order)
  const after = split(words.slice(link + 1), order)
  if (before.nom.length === 0 || after.nom.length === 0) return null
  const [first, second] = [capitals(before.nom), capitals(after.nom)]
  const born = BORN.test(fold(words[link] ?? ''))
  return {
    nom: born ? second : first,
    nomUsage: born ? first : second,
    prenoms: joined([...before.prenoms, ...after.prenoms]),
  }
}

const isCapitals = (word: string): boolean => word === word.toUpperCase() && /\p{Lu}/u.test(word)

function split(
  words: readonly string[],
  order: 'nom-prenoms' | 'prenoms-nom',
): { nom: readonly string[]; prenoms: readonly string[] } {
  const isSurname = words.map(w => isCapitals(w) && (w.replace(/\P{L}/gu, '').length > 1 || PARTICLE.test(w)))
  const first = isSurname.indexOf(true)
  const last = isSurname.lastIndexOf(true)
  const mixed = first >= 0 && words.some((w, i) => !isSurname[i] && !PARTICLE.test(fold(w)))
  if (mixed) {
    // Small particles just before the capitals belong to the surname: "Jean de LA TOUR".
    let from = first
    while (from > 0 && PARTICLE.test(fold(words[from - 1] ?? '')) && !isCapitals(words[from - 1] ?? '')) from--
    return { nom: words.slice(from, last + 1), prenoms: [...words.slice(0, from), ...words.slice(last + 1)] }
  }
  if (words.length === 1) return { nom: words, prenoms: [] }
  const given = words.map(w => isFrequentPrenom(fold(w)))
  // Given names at one end only decide; at both ends ("MARTIN THOMAS"), the order that the document uses.
  const startsGiven = given[0] === true && given.at(-1) === false
  const endsGiven = given.at(-1) === true && given[0] === false
  const givenFirst = startsGiven || (!endsGiven && order === 'prenoms-nom')
  if (givenFirst) {
    let cut = 1
    while (cut < words.length - 1 && given[cut] === true) cut++
    return { nom: words.slice(cut), prenoms: words.slice(0, cut) }
  }
  // Given names start at the first known one; without any, particles stay with the word that follows them.
  const bare = words.findIndex(w => !PARTICLE.test(fold(w)))
  const known = given.indexOf(true, bare + 1)
  const cut = known > 0 ? known : Math.min(bare + 1, words.length - 1)
  return { nom: words.slice(0, cut), prenoms: words.slice(cut) }
}

const capitals = (words: readonly string[]): string => words.join(' ').toUpperCase()
const joined = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(' '))

import { distance } from 'fastest-levenshtein'
import { foldWords } from './text.ts'

/** Legal forms and titles that say nothing of who the company is. */
const LEGAL_FORMS = new Set(
  `SA SAS SASU SARL EURL SNC SCI SCOP SCA SELARL EI EIRL ASSOCIATION ASS SYNDICAT SOCIETE STE ETS ETABLISSEMENTS
  GROUPE MONSIEUR MADAME M MME`.split(/\s+/),
)
/** Words that many companies share: they weigh less. */
const COMMON = new Set(
  'FRANCE SERVICES SERVICE TRANSPORT TRANSPORTS CONSEIL GESTION ILE DE LA LE LES DU DES ET'.split(' '),
)
const COMMON_WEIGHT = 0.3

/**
 * How well a printed company name agrees with one of a register's names, 0..1.
 * Source: rules of comparison of company names, sections 4 and 5 of the register's table; an equal acronym counts 1.
 */
export function companyNameSimilarity(printed: string, names: readonly string[]): number {
  return Math.max(0, ...names.map(name => similarity(printed, name)))
}

function similarity(a: string, b: string): number {
  const left = tokens(a)
  const right = tokens(b)
  if (left.length === 0 || right.length === 0) return 0
  const [joinedLeft, joinedRight] = [left.join(''), right.join('')]
  if (joinedLeft === joinedRight) return 1
  if (isAcronymOf(joinedLeft, right) || isAcronymOf(joinedRight, left)) return 1
  const whole = 1 - distance(joinedLeft, joinedRight) / Math.max(joinedLeft.length, joinedRight.length)
  // All the distinctive words of one name inside the other: an agency, a town or an activity was added.
  return Math.max(whole, 0.95 * coverage(right, left), 0.9 * coverage(left, right))
}

/** Share of the weight of `words` that stands in `others`, OCR noise tolerated; common words alone prove nothing. */
function coverage(words: readonly string[], others: readonly string[]): number {
  if (words.every(w => COMMON.has(w))) return 0
  let total = 0
  let found = 0
  for (const word of words) {
    const weight = COMMON.has(word) ? COMMON_WEIGHT : word.length
    total += weight
    if (others.some(o => o === word || distance(o, word) <= Math.floor(word.length / 5))) found += weight
  }
  return found / total
}

const isAcronymOf = (acronym: string, words: readonly string[]): boolean =>
  acronym.length >= 3 && words.length >= 3 && words.map(w => w[0]).join('') === acronym

const tokens = (name: string): string[] =>
  foldWords(name.replace(/&/g, ' ET '))
    .split(' ')
    .filter(w => w !== '' && !LEGAL_FORMS.has(w))

import { distance } from 'fastest-levenshtein'
import { looksLike } from './confusions.ts'
import type { MrzFields } from './mrz-reading.ts'
import { TRANSLITERATIONS } from './transliteration.ts'

/**
 * How a printed name stands to the one in the MRZ.
 * - `same`: equal once transliterated (particles apart or joined, apostrophes, hyphens);
 * - `compatible`: one of them is cut or lacks its last components, or its particle, as the standard allows;
 * - `close`: a letter or two apart: a misreading is likelier than anything else;
 * - `different`.
 */
export type NameAgreement = 'same' | 'compatible' | 'close' | 'different'

export interface PrintedNames {
  readonly nom: string | null
  readonly nomUsage: string | null
  /** Given names, parted by spaces or commas. */
  readonly prenoms: string | null
}

export interface NamesAgreement {
  /** `null`: not printed, or not read. */
  readonly surname: NameAgreement | null
  readonly givenNames: NameAgreement | null
}

const ORDER: readonly NameAgreement[] = ['same', 'compatible', 'close', 'different']

/**
 * Compares printed names with those of an MRZ (ICAO Doc 9303 part 3, 4.6 and 6; mrz.md 5 and 6). A usage name may
 * stand in the MRZ, beside the birth name or instead of it, or not at all.
 */
export function namesAgree(printed: PrintedNames, mrz: MrzFields): NamesAgreement {
  const surnames = surnameReadings(printed.nom, printed.nomUsage)
  return {
    surname: best(surnames.map(name => nameAgrees(name, mrz.surname, mrz.surnameMayBeCut))),
    givenNames: printed.prenoms === null ? null : nameAgrees(printed.prenoms, mrz.givenNames, mrz.givenNamesMayBeCut),
  }
}

const best = (found: readonly NameAgreement[]): NameAgreement | null => ORDER.find(a => found.includes(a)) ?? null

const USAGE_MARK =
  /(?<!\p{L})(?:NOM D['’ ]USAGE|USAGE|[EÉ]POUSE|[EÉ]POUX|[EÉ]PSE|[EÉ]P|N[EÉ]E?|VEUVE|VEUF|VVE)(?!\p{L})[.:]?/iu

/** The names that the printed surname may be: whole, each side of "épouse" or "née", and with the usage name. */
function surnameReadings(nom: string | null, nomUsage: string | null): string[] {
  if (nom === null) return []
  const sides = nom.split(USAGE_MARK).map(side => side.trim())
  const names = [nom, ...sides].filter(name => /\p{L}/u.test(name))
  if (nomUsage === null) return [...names, ...(sides.length === 2 ? [`${sides[1]} ${sides[0]}`] : [])]
  return [...names, nomUsage, `${nom} ${nomUsage}`, `${nomUsage} ${nom}`]
}

/**
 * One printed name against one of the MRZ.
 * @param mrz components parted by spaces or hyphens; a 2D-Doc keeps the apostrophes too
 * @param mayBeCut the zone was full: any component may be shortened and the last ones missing
 */
export function nameAgrees(printed: string, mrz: string, mayBeCut: boolean): NameAgreement {
  const words = components(printed)
  const target = mrz
    .replace(/'/g, '')
    .split(/[ -]+/)
    .filter(c => c !== '')
  if (words.length === 0 || target.length === 0) return words.length === target.length ? 'same' : 'different'
  const joined = target.join('')
  const whole = walk(words.flat(), joined)
  if (whole.equal) return 'same'
  if (mayBeCut && whole.targetInside) return 'compatible'
  if (byComponents(words, target, mayBeCut)) return 'compatible'
  const bare = withoutParticles(words)
  if (bare.length < words.length && byComponents(bare, target, mayBeCut)) return 'compatible'
  if (walk(words.flat(), target.filter(c => !PARTICLES.has(c)).join('')).equal) return 'compatible'
  return isClose(words, joined) ? 'close' : 'different'
}

/** A printed letter as the forms it may take in an MRZ. */
type Letter = readonly string[]

/** Printed words; apostrophes join (`O'CONNOR` is OCONNOR), every other sign parts. */
function components(printed: string): Letter[][] {
  return printed
    .normalize('NFC')
    .replace(/['’‘`´ʼ]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word => [...word].map(letter))
}

function letter(character: string): Letter {
  // French OCR knows no ß: it reads GROßMANN as GROBMANN, which the MRZ writes GROSSMANN.
  if (character === 'B' || character === 'b') return ['B', 'SS']
  const listed = TRANSLITERATIONS[character] ?? TRANSLITERATIONS[character.toUpperCase()]
  return listed ?? [character.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()]
}

interface Walk {
  /** The printed letters and the target end together. */
  readonly equal: boolean
  /** The target ends first. */
  readonly targetInside: boolean
}

/** Follows a target along printed letters, each in any of its forms. */
function walk(letters: readonly Letter[], target: string): Walk {
  let reached: ReadonlySet<number> = new Set([0])
  let targetInside = false
  for (const forms of letters) {
    const next = new Set<number>()
    for (const at of reached) {
      for (const form of forms) {
        if (target.startsWith(form, at)) next.add(at + form.length)
        if (at <= target.length && form.startsWith(target.slice(at))) targetInside = true
      }
    }
    reached = next
  }
  return { equal: reached.has(target.length), targetInside }
}

/**
 * Component by component in order. Last components may be missing on either side; in a full zone each may be shortened,
 * down to an initial after the first.
 */
function byComponents(words: readonly (readonly Letter[])[], target: readonly string[], mayBeCut: boolean): boolean {
  const common = Math.min(words.length, target.length)
  for (let i = 0; i < common; i++) {
    const found = walk(words[i] ?? [], target[i] ?? '')
    if (!found.equal && !(mayBeCut && found.targetInside)) return false
  }
  return common > 0
}

const PARTICLES: ReadonlySet<string> = new Set(
  'AF AL BIN BINT D DA DAL DAS DE DEI DEL DELLA DEN DER DES DI DO DOS DU EL IBN L LA LE LES OF TEN TER VAN VOM VON Y ZU ZUM ZUR'.split(
    ' ',
  ),
)

const withoutParticles = (words: readonly Letter[][]): Letter[][] =>
  words.filter(word => !PARTICLES.has(word.map(l => l[0] ?? '').join('')))

/** Most letters of one name stand at no place of the other. */
export function namesUnlike(printed: string, mrz: string): boolean {
  const [a, b] = [components(printed).flat(), components(mrz).flat()].map(letters => letters.map(f => f[0]).join(''))
  return a !== undefined && b !== undefined && distance(a, b) >= UNLIKE * Math.max(a.length, b.length)
}
const UNLIKE = 0.6

function isClose(words: readonly (readonly Letter[])[], joined: string): boolean {
  const plain = words
    .flat()
    .map(forms => forms[0] ?? '')
    .join('')
  const length = Math.min(plain.length, joined.length)
  const allowed = length >= 9 ? 2 : length >= 4 ? 1 : 0
  return looksLike(plain, joined) || distance(plain, joined) <= allowed
}

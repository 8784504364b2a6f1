import { siren as sirenRule, siret as siretRule } from 'stdnum/lib/cjs/fr/index.js'
import { findIbans } from './iban.ts'
import { LOOKALIKE_CLASS, repairDigits } from './ocr-digits.ts'
import { foldSigns } from './signs.ts'

/**
 * SIREN (9 figures, Luhn) and SIRET (SIREN + NIC of 5 figures; Luhn on the 14 and on the first 9). Exception: the
 * establishments of La Poste (SIREN 356000000) need only a digit sum that is a multiple of 5.
 * Source: INSEE, répertoire Sirene. Worked example: 732 829 320 00074.
 */

export const isSiren = (digits: string): boolean => /^\d{9}$/.test(digits) && sirenRule.validate(digits).isValid

/** 14 figures without separators whose keys hold. */
export const isSiret = (digits: string): boolean =>
  /^\d{14}$/.test(digits) && isSiren(digits.slice(0, 9)) && siretRule.validate(digits).isValid

export interface SiretFound {
  /** 14 figures as read; signs that OCR takes for figures (O, l, S...) made figures. */
  readonly siret: string
  /** Both keys hold. */
  readonly valide: boolean
  /** A sign was made a figure: to be confirmed by the register and by the name. */
  readonly repare: boolean
  /** The word SIRET stands before it. */
  readonly libelle: boolean
  /**
   * When the keys do not hold: the valid SIRET that one confusion of figures (3/8, 1/7, 5/6, 0/8, 4/9) would explain.
   * To be looked up, never to be declared valid silently.
   */
  readonly candidats: readonly string[]
  /** Offsets in the text searched. */
  readonly start: number
  readonly end: number
}

const SIGN = `[\\d${LOOKALIKE_CLASS}]`
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SIGN}{14}|${SIGN}{9}[ .\\-]{1,2}${SIGN}{5}|${SIGN}{3}[ .\\-]${SIGN}{3}[ .\\-]${SIGN}{3}[ .\\-]{1,2}(?:${SIGN}{5}|${SIGN}{2}[ .\\-]${SIGN}{3}|${SIGN}{3}[ .\\-]${SIGN}{2}))(?![\\p{L}\\p{N}]|\\.\\d)`,
  'gu',
)
const SIRET_LABEL = /S[I1L|]RE[T7]?\b[^\d\n]{0,25}$/
/** Labels of other numbers of 14 figures. */
const OTHER_LABEL =
  /\b(?:P\.?D\.?L|P\.?R\.?M|POINT DE LIVRAISON|COMPTEUR|CONTRAT|FACTURE|DOSSIER|CLIENT|REFERENCE|COMPTE)\b[^\d\n]{0,25}$/
/** More repaired signs than this and the run is not a number. */
const MAX_REPAIRS = 4

/**
 * Every SIRET in a text, left to right: after the label SIRET whatever its keys, elsewhere only when the keys hold.
 * Groups 14, 9-5, 3-3-3-5, 3-3-3-2-3. Numbers inside an IBAN or labelled as another number are left out.
 */
export function findSirets(text: string): SiretFound[] {
  const plain = foldSigns(text)
  const ibans = findIbans(plain)
  const found: SiretFound[] = []
  for (const match of plain.matchAll(RUN)) {
    const start = match.index
    const end = start + match[0].length
    const run = repairDigits(match[0].replace(/[ .-]/g, ''))
    if (!run || run.repairs > MAX_REPAIRS || ibans.some(i => i.start < end && start < i.end)) continue
    const before = plain.slice(Math.max(0, start - 60), start).toUpperCase()
    const libelle = SIRET_LABEL.test(before)
    const valide = isSiret(run.digits)
    if (!libelle && (!valide || run.repairs > 0 || OTHER_LABEL.test(before))) continue
    const candidats = valide ? [] : confusions(run.digits).filter(isSiret)
    found.push({ siret: run.digits, valide, repare: run.repairs > 0, libelle, candidats, start, end })
  }
  return found
}

const CONFUSED: Readonly<Record<string, string>> = {
  '3': '8',
  '8': '30',
  '1': '7',
  '7': '1',
  '5': '6',
  '6': '5',
  '0': '8',
  '4': '9',
  '9': '4',
}

function confusions(digits: string): string[] {
  return [...digits].flatMap((digit, i) =>
    [...(CONFUSED[digit] ?? '')].map(other => digits.slice(0, i) + other + digits.slice(i + 1)),
  )
}

import type { Lecture } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { findAmounts } from '../formats/amounts.ts'
import { foldWords } from '../formats/text.ts'
import type { TwoDDocChamp } from '../formats/two-d-doc/two-d-doc-champs.ts'
import type { Verdict } from './comparison.ts'
import { personWords } from './person-difference.ts'
import { allRows, dateIsPrinted, nameIsPrinted, numberIsPrinted, rowsAt } from './printed.ts'
import { compact } from './two-d-doc-difference.ts'
import type { Rule } from './two-d-doc-rules.ts'

/** A printed value that differs from the signed one, with what else the code says. */
export interface Differing {
  readonly rule: Rule
  readonly signed: TwoDDocChamp
  readonly others: readonly TwoDDocChamp[]
  /** Every value of the code, mapped to a field or not, and its dates. */
  readonly known: readonly (string | number)[]
  readonly champ: Lecture
  readonly valeur: string | number
}

/**
 * What it means that the signed value stands elsewhere on the piece: the field was read in the wrong place, or one of the
 * places that print it was edited. A value that is the signed one but for a part (another year, another surname before
 * the same given names) is an edit: no other place excuses it. Amounts are looked for on the same row only: other rows of
 * a notice hold the same amounts under other names; where a difference is but a doubt, anywhere.
 * @returns `null` when nothing excuses the difference
 */
export function elsewhere(context: CheckContext, differing: Differing): Exclude<Verdict, 'desaccord'> | null {
  const { rule, signed, champ } = differing
  switch (rule.kind) {
    case 'montant': {
      const rows = rule.doubtOnly === true ? allRows(context) : rowsAt(context, champ.page, champ.zone)
      const seen = rows.flatMap(row => findAmounts(row).map(a => a.valeur))
      const wanted = rule.unsigned === true ? Math.abs(Number(signed.valeur)) : Number(signed.valeur)
      if (seen.some(a => Math.abs(a - wanted) <= (rule.tolerance ?? 0))) return 'accord'
      return rule.doubtOnly === true ? 'doute' : null
    }
    case 'date':
    case 'mois':
      if (!dateIsPrinted(context, String(signed.valeur))) return null
      return isEdited(context, differing) ? null : 'accord'
    case 'code':
      if (rule.year === true || !numberIsPrinted(context, compact(signed.valeur))) return null
      return isEdited(context, differing) ? null : (rule.elsewhere ?? 'accord')
    case 'nom':
    case 'personne':
      if (!nameIsPrinted(context, String(signed.valeur))) return null
      return otherSurname(context, differing) ? null : 'doute'
    case 'sexe':
    case 'nationalite':
      return null
  }
}

/** The signed value is printed somewhere on the piece. Amounts tell nothing: other rows hold the same under other names. */
export function isPrinted(context: CheckContext, rule: Rule, { valeur }: TwoDDocChamp): boolean {
  switch (rule.kind) {
    case 'montant':
      return false
    case 'date':
    case 'mois':
      return dateIsPrinted(context, String(valeur))
    case 'code':
      return numberIsPrinted(context, compact(valeur))
    case 'nom':
    case 'personne':
      return nameIsPrinted(context, personWords(String(valeur)).join(' '))
    case 'sexe':
    case 'nationalite':
      return true
  }
}

/** Of an edited value, this share is left as it was: two parts of a date, most characters of a number. */
const LEFT = 0.6

/** Most of the signed value still stands in the printed one, which is no other value of the document. */
function isEdited({ champs }: CheckContext, { rule, signed, known, champ, valeur }: Differing): boolean {
  const partsOf = (value: string | number): string[] =>
    rule.kind === 'code' ? [...compact(value)] : String(value).split('-')
  const [page, code] = [partsOf(valeur), partsOf(signed.valeur)]
  const same = page.filter((part, i) => part === code[i]).length
  if (page.length !== code.length || same < LEFT * code.length) return false
  const others = Object.values(champs).flatMap(c => (c === champ || c.valeur === null ? [] : [String(c.valeur)]))
  return ![...known, ...others].some(k => compact(k) === compact(valeur))
}

const USAGE = /\b(?:EP|EPX|EPSE|EPOUSE|EPOUX|NEE?|VVE|VEUVE|VEUF|USAGE)\b/

/**
 * The printed person has the given names of the signed one and another surname. A usage name is told as one by the page
 * ("EP", "née"), or is the other declarant's: it changes nobody.
 */
function otherSurname(context: CheckContext, { signed, others, valeur }: Differing): boolean {
  const [page, code] = [personWords(String(valeur)), personWords(String(signed.valeur))]
  const [surname] = code
  const common = code.filter(word => word.length > 2 && page.includes(word))
  const added = page.filter(word => !code.includes(word))
  if (surname === undefined || common.length === 0 || common.includes(surname) || added.length === 0) return false
  if (others.some(o => o.nom !== signed.nom && added.some(word => personWords(String(o.valeur)).includes(word))))
    return false
  return !allRows(context).some(row => {
    const folded = foldWords(row)
    const words = folded.split(' ')
    return USAGE.test(folded) && words.includes(surname) && added.some(word => words.includes(word))
  })
}

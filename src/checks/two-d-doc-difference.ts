import { distance } from 'fastest-levenshtein'
import { findAmounts } from '../formats/amounts.ts'
import { findDates } from '../formats/dates.ts'
import { nameAgrees } from '../formats/mrz/names-agree.ts'
import type { TwoDDocChamp } from '../formats/two-d-doc/two-d-doc-champs.ts'
import { differenceOf, type Difference } from './comparison.ts'
import type { Seen } from './look-again.ts'
import { personDifference, personWords } from './person-difference.ts'
import type { Rule } from './two-d-doc-rules.ts'

const NAME_DIFFERENCE = { same: 'aucune', compatible: 'aucune', close: 'confusion', different: 'nette' } as const

/** Letters and figures alone, in capitals. */
export const compact = (text: string | number): string =>
  String(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

/** How a printed value differs from the signed one. */
export function differenceBy(
  rule: Rule,
  { valeur, tronque }: Pick<TwoDDocChamp, 'valeur' | 'tronque'>,
  printed: string | number,
): Difference {
  switch (rule.kind) {
    case 'personne':
      return personDifference(String(printed), String(valeur), tronque)
    case 'nom':
      return NAME_DIFFERENCE[nameAgrees(String(printed), String(valeur), tronque)]
    case 'montant':
      return rule.unsigned === true
        ? amountDifference(Math.abs(Number(printed)), Math.abs(Number(valeur)), rule.tolerance ?? 0)
        : amountDifference(Number(printed), Number(valeur), rule.tolerance ?? 0)
    case 'mois':
      return String(printed).slice(0, 7) === String(valeur).slice(0, 7) ? 'aucune' : dayDifference(printed, valeur)
    case 'date':
      return dayDifference(printed, valeur)
    case 'code': {
      const [page, code] = [compact(printed), compact(valeur)]
      return tronque && page.startsWith(code) ? 'aucune' : differenceOf(page, code)
    }
    case 'sexe':
      return String(printed).charAt(0).toUpperCase() === valeur ? 'aucune' : 'nette'
    case 'nationalite':
      return rule.agrees(String(printed), String(valeur)) === false ? 'nette' : 'aucune'
  }
}

const dayDifference = (a: string | number, b: string | number): Difference => differenceOf(compact(a), compact(b))

/** Amounts: a group of figures or the decimals that were lost are a part, not another amount. */
function amountDifference(printed: number, signed: number, tolerance: number): Difference {
  if (Math.abs(printed - signed) <= tolerance) return 'aucune'
  const figures = (amount: number): string => String(Math.round(amount * 100) / 100).replace(/\D/g, '')
  const [page, code] = [figures(printed), figures(signed)]
  const lostGroups = (code.length - page.length) % 3 === 0 && code.startsWith(page)
  const lastGroups = page.length % 3 === 0 && code.endsWith(page)
  if (page.length < code.length && (lostGroups || lastGroups || Math.trunc(signed) === printed)) return 'partie'
  return differenceOf(page, code)
}

/** Shorter values are not looked at again: a figure that stands alone is read as another one as often as not. */
const LEAST = 3

/**
 * What a closer look at a printed value holds: the signed value, the value as first read, or neither (`null`).
 * @returns `null` in place of a function when such a value tells nothing in a look
 */
export function seenBy(
  rule: Rule,
  signed: Pick<TwoDDocChamp, 'valeur' | 'tronque'>,
  printed: string | number,
): ((text: string) => Seen | null) | null {
  if (compact(printed).length < LEAST) return null
  const among =
    (valuesIn: (text: string) => readonly { valeur: string | number; start: number; end: number }[]) =>
    (text: string): Seen | null => {
      const values = valuesIn(text)
      const agreed = values.find(v => differenceBy(rule, signed, v.valeur) === 'aucune')
      if (agreed) return { value: 'signed', start: agreed.start, end: agreed.end }
      const same = values.find(v => differenceBy(rule, { valeur: printed, tronque: false }, v.valeur) === 'aucune')
      return same ? { value: 'printed', start: same.start, end: same.end } : null
    }
  switch (rule.kind) {
    case 'montant':
      return among(findAmounts)
    case 'date':
    case 'mois':
      return among(text => findDates(text).map(d => ({ ...d, valeur: d.iso })))
    case 'code':
      return among(text => runsOf(text, compact(printed).length))
    case 'nom':
    case 'personne':
      return text => seenName(rule, signed, String(printed), text)
    case 'sexe':
    case 'nationalite':
      return null
  }
}

/** Every run of so many letters and figures, whatever spaces and signs stand between them. */
function runsOf(text: string, length: number): { valeur: string; start: number; end: number }[] {
  const places = [...text.matchAll(/[a-z0-9]/gi)].map(m => m.index)
  return places.slice(0, Math.max(0, places.length - length + 1)).map((start, i) => {
    const end = (places[i + length - 1] ?? start) + 1
    return { valeur: text.slice(start, end), start, end }
  })
}

/** So many letters apart, two surnames are no misreading of one another, be one of the letters doubtful. */
const OTHER_NAME = 4

/** A person is told by the words that the other has not: beside them, letters of the lines around may be read too. */
function seenName(
  rule: Rule,
  signed: Pick<TwoDDocChamp, 'valeur' | 'tronque'>,
  printed: string,
  text: string,
): Seen | null {
  const [page, code] = [personWords(printed), personWords(String(signed.valeur))]
  const [added, left] = [page.filter(w => !code.includes(w)), code.filter(w => w.length > 2 && !page.includes(w))]
  const words = [...text.matchAll(/[\p{L}'’]+/gu)].flatMap(({ 0: word, index }) =>
    personWords(word).map(folded => ({ folded, start: index, end: index + word.length })),
  )
  const held = words.some(({ folded }) => left.includes(folded))
  if (held || differenceBy(rule, signed, text) === 'aucune') return { value: 'signed', start: 0, end: text.length }
  const told = words.filter(({ folded }) => added.includes(folded))
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last || !added.every(word => told.some(({ folded }) => folded === word))) return null
  const apart = Math.min(...added.flatMap(word => left.map(other => distance(word, other))))
  return { value: 'printed', start: first.start, end: last.end, ...(apart >= OTHER_NAME ? { enough: 0.8 } : {}) }
}

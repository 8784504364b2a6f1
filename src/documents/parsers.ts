import { findAmounts } from '../formats/amounts.ts'
import { findDates } from '../formats/dates.ts'
import { repairDigits } from '../formats/ocr-digits.ts'
import { parsePeriod, type Period } from '../formats/periods.ts'
import { bareName, cutName, type NomLu } from './names.ts'
import type { Parser } from './read-value.ts'

/** Two-digit years of birth up to this one are 20xx. */
const BIRTH_PIVOT = 15

/** ISO days. */
export const dates: Parser<string> = text => findDates(text).map(d => ({ value: d.iso, start: d.start, end: d.end }))

/** ISO days of births: `12/03/80` is 1980. */
export const birthDates: Parser<string> = text =>
  findDates(text, BIRTH_PIVOT).map(d => ({ value: d.iso, start: d.start, end: d.end }))

/** The first period of the text: two dates, a month, a quarter. */
export const periods: Parser<Period> = text => {
  const found = parsePeriod(text)
  return found === null ? [] : [{ value: found, start: 0, end: text.length }]
}

/** Amounts with cents, or with a currency. Five figures in a row without cents are a lost comma, not euros. */
export const amounts: Parser<number> = text =>
  findAmounts(text)
    .filter(a => a.decimales === 2 || (a.devise && a.decimales === 0 && !/\d{5}/.test(text.slice(a.start, a.end))))
    .map(a => ({ value: a.valeur, start: a.start, end: a.end }))

/** Numbers, whole ones and any decimals too: round euros, hours, rates. */
export const wholeAmounts: Parser<number> = text =>
  findAmounts(text).map(a => ({ value: a.valeur, start: a.start, end: a.end }))

/** A number of exactly `length` figures, written with or without spaces; OCR look-alikes made figures. */
export function digitRuns(length: number): Parser<string> {
  // Neither more figures before nor after: ten figures of a longer number are no number.
  const run = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!\\d[ .])\\d(?:[ .\\u00a0]?[\\dOoIl|SB]){${length - 1}}(?![\\p{L}\\p{N}]|[ .]\\d)`,
    'gu',
  )
  return text =>
    [...text.matchAll(run)].flatMap(match => {
      const digits = repairDigits(match[0].replace(/[ .\u00a0]/g, ''))?.digits
      return digits === undefined ? [] : [{ value: digits, start: match.index, end: match.index + match[0].length }]
    })
}

/** Where a name ends in a cell: a figure, or the label of something else. */
const AFTER_NAME =
  /[\d(:]|\b(?:n°|n[ée]+(?:\(e\))? le|matricule|sexe|emploi|qualification|date|adresse|nationalit|pr[ée]noms?|nom|rue|avenue|immeuble|r[ée]sidence|demeurant|domicili|de nationalit)/iu

/** Small words that names hold. */
const NAME_PARTICLE =
  /^(?:de|du|des|la|le|les|d'|van|von|der|den|el|al|ben|da|dos|di|n[ée]e?|[ée]pouse|[ée]p\.?|veuve|et|ou)$/iu

/** The person whose name opens the text: words with capital initials and the particles between them. */
export const personNames =
  (order: 'nom-prenoms' | 'prenoms-nom' = 'nom-prenoms'): Parser<NomLu> =>
  text => {
    const start = text.search(/\p{L}/u)
    if (start < 0) return []
    const stop = text.slice(start).search(AFTER_NAME)
    const words = (stop < 0 ? text.slice(start) : text.slice(start, start + stop)).split(' ')
    const end = words.findIndex(w => w !== '' && !/^\P{L}*\p{Lu}/u.test(w) && !NAME_PARTICLE.test(w))
    const shown = (end < 0 ? words : words.slice(0, end)).join(' ').trimEnd()
    const name = cutName(shown, order)
    return name === null ? [] : [{ value: name, start, end: start + shown.length }]
  }

/** The name part that a label announces alone ("Nom", "Prénoms"): the words of the cell up to the next label. */
export const nameWords: Parser<string> = text => {
  const start = text.search(/\p{L}/u)
  if (start < 0) return []
  const stop = text.slice(start).search(AFTER_NAME)
  const end = stop < 0 ? text.length : start + stop
  const value = bareName(text.slice(start, end))
  return value.length < 2 || !/\p{L}{2}/u.test(value)
    ? []
    : [{ value, start, end: start + text.slice(start, end).trimEnd().length }]
}

/** The words of a cell, whatever they are, without the colon before them. */
export const words: Parser<string> = text => {
  const start = text.search(/[\p{L}\p{N}]/u)
  const value = text.slice(Math.max(0, start)).trim()
  return start < 0 || value.length < 2 ? [] : [{ value, start, end: start + value.length }]
}

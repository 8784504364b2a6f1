import type { Champ, Champs } from '../domain/champs.ts'
import { statesOfNationality } from '../formats/mrz/states.ts'
import { parsePeriod } from '../formats/periods.ts'
import { fold, foldWords } from '../formats/text.ts'
import { readBirthPlace } from './birth-place.ts'
import { champs, field } from './fields.ts'
import { birthDates, dates } from './parsers.ts'
import {
  DELIVRANCE,
  EXPIRATION,
  isLabel,
  NAISSANCE,
  NATIONALITE,
  NOM,
  PERIODE_VALIDITE,
  PRENOMS,
  SEXE,
} from './identity-labels.ts'
import { bareName, cutName } from './names.ts'
import type { PieceText } from './piece-text.ts'
import { matching, readField, spanIn, type NearOptions, type Parser } from './read-value.ts'

/**
 * Printed fields of cards, passports and permits: French and bilingual labels, and those of the other states of the
 * European Union. Cards print the label above the value or before it; both are tried.
 */
export function readIdentity(text: PieceText, numero: Champ | null): Champs {
  const together = namesTogether(text)
  const delivrance = readField(text, DELIVRANCE, dates, {
    ...dateOptions(/\b(?:NEE?|NAISSANCE|BIRTH|EXPIR\w*|VALABLE|FIN DE VALIDITE|JUSQU)\b/),
    wordsBefore: true,
  })
  const notAnEnd = dateOptions(/\b(?:NEE?|NAISSANCE|BIRTH|DELIVR\w*|ISSUE)\b/)
  const expiration =
    readField(text, EXPIRATION, endDates, notAnEnd) ?? readField(text, PERIODE_VALIDITE, periodEnds, notAnEnd)
  return champs({
    nom: together?.nom ?? readName(text, NOM, surnames, NOT_NOM) ?? aboveGivenNames(text),
    nomUsage: readName(text, ["Nom d'usage", "Nom d'épouse", "Nom d'époux", 'Alternate name'], surnames),
    prenoms: together?.prenoms ?? readName(text, PRENOMS, cardNames, /\b(?:NOM|NOMS|COGNOME E) (?:ET )?\|/),
    sexe: readField(text, SEXE, sexes, { adjacent: true, rows: 2, maxGap: 0.5 }),
    dateNaissance: readField(text, NAISSANCE, birthDates, {
      ...dateOptions(/\b(?:DELIVR\w*|EXPIR\w*|VALABLE|VALIDITE|ISSUE)\b/),
      wordsBefore: true,
    }),
    lieuNaissance: readBirthPlace(text),
    nationalite: readField(text, NATIONALITE, nationalities, { rows: 2, maxGap: 0.5 }),
    dateDelivrance: delivrance,
    // A document does not end before it begins: one of the two readings is another date, and the end must never be wrong.
    dateExpiration: expiration && delivrance && isNotAfter(expiration, delivrance) ? null : expiration,
    numeroDocument: numero,
  })
}

const isNotAfter = (a: Champ, b: Champ): boolean => String(a.valeur) <= String(b.valeur)

/** Labels that contain "nom" and announce something else, or names together. */
const NOT_NOM =
  /\| (?:D|DE|DU|ET|E|USAGE|PRENOMS?|EPOU\w+|OF|AT)\b|\b(?:ET|PRENOMS?|FORE|GIVEN|FIRST|ALTERNATE|LAST) \|/
const TOGETHER = ['NOMS Prénoms', 'NOM Prénoms', 'NOM Prénom', 'NAMES Forenames', 'Nom et prénoms', 'Nom et prénom']

/**
 * One label for both names: permits print the surname, and the given names below it; stickers print both after it.
 */
function namesTogether(text: PieceText): { nom: Champ; prenoms: Champ } | null {
  for (const hit of TOGETHER.flatMap(label => text.findAll(label))) {
    const [own] = text.cellsRight(hit)
    const [beside] = own && own.cell.from === hit.to && own.line === hit.line ? cardNames(own.cell.text) : []
    const besideSpan = own && beside && spanIn(own.line, own.cell, beside)
    const cut = beside && cutName(beside.value)
    if (besideSpan && cut?.prenoms)
      return { nom: field(besideSpan, cut.nom), prenoms: field(besideSpan, cut.prenoms, 0.9) }
    const below = text.cellsBelow(hit, 4).flatMap(({ line, cell }) => {
      const [name] = cardNames(cell.text)
      const span = name && spanIn(line, cell, name)
      return span ? [field(span, name.value)] : []
    })
    const [nom, prenoms] = below
    if (nom && prenoms) return { nom, prenoms }
  }
  return null
}

/**
 * The surname stands just above the label of the given names, on cards of every state: read there when its own label was
 * not. Two names above one another there (a usage name) are told apart by nothing.
 */
function aboveGivenNames(text: PieceText): Champ | null {
  for (const hit of PRENOMS.flatMap(label => text.findAll(label))) {
    if (!hit.line.cells.some(c => c.from === hit.from)) continue
    const [name, ...more] = text.cellsAbove(hit, 2).flatMap(({ line, cell }, i) => {
      const [only, ...others] = surnames(cell.text)
      if (!only || others.length > 0 || only.start > 0 || only.end < cell.text.length) return []
      const span = spanIn(line, cell, only)
      return span ? [{ i, champ: field(span, only.value, 0.97) }] : []
    })
    if (name?.i === 0 && more.length === 0) return name.champ
  }
  return null
}

/** "02.03.2020-14.06.2030" under one label: the end is the last day of the period. */
const periodEnds: Parser<string> = text => {
  const found = dates(text)
  const period = found.length >= 2 ? parsePeriod(text) : null
  return period === null ? [] : found.filter(d => d.value === period.fin)
}
const endDates: Parser<string> = text => {
  const ends = periodEnds(text)
  return ends.length > 0 ? ends : dates(text)
}
const dateOptions = (stop: RegExp): NearOptions => ({ stop, rows: 2, maxGap: 0.5 })

/** Names printed on a card: words with capital initials, no label word among them, up to the next label or figure. */
const cardNames: Parser<string> = text => {
  const start = text.search(/\p{L}/u)
  if (start < 0) return []
  const kept: string[] = []
  for (const word of text.slice(start).split(' ')) {
    const folded = foldWords(word)
    // "Prénoms Gien names": words before the translation of a label are what OCR left of it.
    if (kept.length > 0 && TRANSLATION.test(folded)) return []
    if (/[\d:/]/.test(word) || folded.split(' ').some(isLabel)) break
    if (!/^\P{L}*\p{Lu}/u.test(word) && !PARTICLE.test(word)) break
    kept.push(word)
  }
  const value = bareName(kept.join(' ')).replace(/\s?\([^)]*\)?$/, '')
  return /\p{L}{2}/u.test(value) ? [{ value, start, end: start + kept.join(' ').length }] : []
}
const TRANSLATION = /^(?:NAMES?|FORENAMES?|SURNAMES?|BIRTH|OF)$/
const PARTICLE = /^(?:de|du|des|la|le|d'|van|von|der|di|da|dos|el|al|ben)$/iu

/** Surnames stand in capitals on every card: small letters are those of a label that was not recognised. */
const surnames: Parser<string> = text =>
  cardNames(text).filter(
    ({ value }) => (value.match(/\p{Lu}/gu)?.length ?? 0) >= 0.7 * (value.match(/\p{L}/gu)?.length ?? 1),
  )

function readName(text: PieceText, labels: readonly string[], parse: Parser<string>, unless?: RegExp): Champ | null {
  const options: NearOptions = { maxGap: 0.5, rows: 2, nextCellOnly: true, ...(unless ? { unless } : {}) }
  return readField(text, labels, parse, options)
}

const sexes: Parser<string> = matching(/(?<!\p{L})([MFX]|Masculin|F[ée]minin|MASCULIN|F[EÉ]MININ)(?!\p{L})/u, raw => {
  const letter = fold(raw).charAt(0)
  return letter === 'M' || letter === 'F' || letter === 'X' ? letter : null
})

/** ICAO code of the printed nationality when it names one state; the word as printed when it may name several. */
const nationalities: Parser<string> = text => {
  const shown = [...text.matchAll(/\p{L}[\p{L}'-]*/gu)]
  // A code stands among short values ("F FRA 13 07 1990"); among words, "AND" and "MAR" are words.
  const codes = shown.every(m => m[0].length <= 3)
  return shown.flatMap(match => {
    const word = match[0]
    const isCode = word.length <= 3
    if (isCode && (!codes || word !== word.toUpperCase() || (word.length < 3 && shown.length > 1))) return []
    const [code, other] = [...(statesOfNationality(word) ?? [])]
    if (code === undefined) return []
    const value = other === undefined ? icaoOnCards(code) : word
    return [{ value, start: match.index, end: match.index + word.length }]
  })
}

/** Germany is `D` on every document (ICAO 9303 part 3). */
const icaoOnCards = (code: string): string => (code === 'DEU' ? 'D' : code)

import type { Champ } from '../domain/champs.ts'
import { fold } from '../formats/text.ts'
import { field } from './fields.ts'
import type { NomLu } from './names.ts'
import { nameWords, personNames } from './parsers.ts'
import { isFrequentPrenom } from './prenoms.ts'
import { toSpan, type PieceText, type Span } from './piece-text.ts'
import { readField, spanIn, type NearOptions } from './read-value.ts'

/** `nom`, `prenoms` and `nomUsage` as fields, those that were read. */
export interface ChampsPersonne {
  readonly nom?: Champ
  readonly prenoms?: Champ
  readonly nomUsage?: Champ
}

/** Labels that contain "nom" and announce something else. */
const OTHER_NAME =
  /\| (?:ET|DE|DU|D|DES|OU|PRENOMS?|USAGE|MARITAL|JEUNE|COMMERCIAL|PATRONYMIQUE ET)\b|\b(?:PRENOMS?|ET|VOTRE EMPLOYEUR) \|/
const APART: NearOptions = { unless: OTHER_NAME, rows: 1, maxGap: 0.6, nextCellOnly: true }

/** Surname and given names under labels of their own. */
export function namesApart(text: PieceText): ChampsPersonne {
  const birth = readField(
    text,
    ['Nom de famille (de naissance)', 'Nom de naissance', 'Nom de famille', 'Nom patronymique', 'Nom de jeune fille'],
    nameWords,
    { rows: 1 },
  )
  const usage = readField(text, ["Nom d'usage", "Nom d'époux", 'Nom marital'], nameWords, { rows: 1 })
  const nom = birth ?? readField(text, ['Nom', 'Noms'], nameWords, APART)
  const prenoms = readField(text, ['Prénoms', 'Prénom', 'Prénom(s)'], nameWords, {
    rows: 1,
    maxGap: 0.6,
    nextCellOnly: true,
    unless: /\b(?:NOM|NOMS) (?:ET )?\||\| (?:ET |DU |DE )/,
  })
  return {
    ...(nom ? { nom: upper(nom) } : {}),
    ...(prenoms ? { prenoms } : {}),
    ...(usage ? { nomUsage: upper(usage) } : {}),
  }
}

const upper = (champ: Champ): Champ =>
  typeof champ.valeur === 'string' ? { ...champ, valeur: champ.valeur.toUpperCase() } : champ

/** Name parts as fields of one span. */
export function personFields(span: Span, name: NomLu): ChampsPersonne {
  return {
    nom: field(span, name.nom),
    ...(name.prenoms === null ? {} : { prenoms: field(span, name.prenoms) }),
    ...(name.nomUsage === null ? {} : { nomUsage: field(span, name.nomUsage) }),
  }
}

/** A card without labels: surname in capitals above the given names, both above "Né(e) le". */
export function namesAboveBirth(text: PieceText): ChampsPersonne | null {
  const hit = text.find('Né(e) le', 'Née le', 'Né le', 'Date de naissance')
  const [near, far] = hit ? text.cellsAbove(hit, 2, 0.05) : []
  if (!near) return null
  const nearSpan = toSpan(near.line.page, near.line.words.slice(near.cell.from, near.cell.to))
  const farSpan = far && toSpan(far.line.page, far.line.words.slice(far.cell.from, far.cell.to))
  const words = /^\p{Lu}[\p{L}' -]+$/u
  if (nearSpan && farSpan && words.test(nearSpan.text) && /^[\p{Lu}' -]{2,}$/u.test(farSpan.text))
    return { nom: field(farSpan, farSpan.text), prenoms: field(nearSpan, nearSpan.text) }
  const [whole] = personNames()(near.cell.text)
  const span = whole && spanIn(near.line, near.cell, whole)
  return span && whole.value.prenoms !== null ? personFields(span, whole.value) : null
}

/**
 * A name without label or title, in the upper part of a page: "Mireille-Nzeba ILUNGA" alone in its cell, or the surname in
 * capitals above a frequent given name, as cards print them.
 */
export function nameAlone(text: PieceText): ChampsPersonne | null {
  for (const line of text.lines) {
    if (line.page !== text.pages[0]?.page || line.zone[1] > 0.3) continue
    for (const cell of line.cells) {
      const span = toSpan(line.page, line.words.slice(cell.from, cell.to))
      if (!span || !/^[\p{L}' -]{4,60}$/u.test(span.text) || span.words.length > 5) continue
      const [below] = text.cellsBelow({ line, from: cell.from, to: cell.to, zone: cell.zone, edits: 0 }, 1)
      const given = below && toSpan(below.line.page, below.line.words.slice(below.cell.from, below.cell.to))
      const aligned = given && Math.abs(given.zone[0] - span.zone[0]) < 0.02 && isGivenName(given.text)
      if (aligned && span.text === span.text.toUpperCase())
        return { nom: field(span, span.text, 0.8), prenoms: field(given, given.text, 0.8) }
      const [whole] = /\p{Lu}{2}/u.test(span.text) && /\p{Ll}/u.test(span.text) ? personNames()(span.text) : []
      if (whole?.value.prenoms && isGivenName(whole.value.prenoms)) return personFields(span, whole.value)
    }
  }
  return null
}

const isGivenName = (text: string): boolean =>
  /^\p{Lu}[\p{L}' -]+$/u.test(text) &&
  text !== text.toUpperCase() &&
  text.split(/[ -]/).some(w => isFrequentPrenom(fold(w)))

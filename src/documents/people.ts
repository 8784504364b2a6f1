import type { Champ } from '../domain/champs.ts'
import { field } from './fields.ts'
import type { NomLu } from './names.ts'
import { nameWords, personNames } from './parsers.ts'
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
const APART: NearOptions = { unless: OTHER_NAME, rows: 1, maxGap: 0.4 }

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
    maxGap: 0.4,
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

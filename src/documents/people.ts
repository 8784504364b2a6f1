import type { Champ } from '../domain/champs.ts'
import { field } from './fields.ts'
import type { NomLu } from './names.ts'
import { nameWords, personNames } from './parsers.ts'
import type { PieceText, Span } from './piece-text.ts'
import { readField, readNear, spanIn, type NearOptions } from './read-value.ts'

/** `nom`, `prenoms` and `nomUsage` as fields, those that were read. */
export interface ChampsPersonne {
  readonly nom?: Champ
  readonly prenoms?: Champ
  readonly nomUsage?: Champ
}

interface PersonOptions {
  /** Labels that announce surname and given names together. */
  readonly labels: readonly string[]
  readonly order?: 'nom-prenoms' | 'prenoms-nom'
  /** Share of the first page's height where a line that opens with a title ("Mme") names the holder. */
  readonly head?: number
  /** Labels of surname and given name apart are looked for too. */
  readonly apart?: boolean
}

/** Labels that contain "nom" and announce something else. */
const OTHER_NAME =
  /\| (?:ET|DE|DU|D|DES|OU|PRENOMS?|USAGE|MARITAL|JEUNE|COMMERCIAL|PATRONYMIQUE ET)\b|\b(?:PRENOMS?|ET|VOTRE EMPLOYEUR) \|/
const APART: NearOptions = { unless: OTHER_NAME, rows: 1, maxGap: 0.4 }

/** The holder of an administrative paper: by its labels, else by the first line of the page that opens with a title. */
export function readPerson(text: PieceText, options: PersonOptions): ChampsPersonne {
  const order = options.order ?? 'nom-prenoms'
  if (options.apart !== false) {
    const apart = namesApart(text)
    if (apart.nom && apart.prenoms) return apart
  }
  const found = readNear(text, options.labels, personNames(order), { rows: 1, maxGap: 0.45 })
  if (found) return personFields(found.span, found.value)
  const titled = titledLine(text, order, options.head ?? 0.5)
  if (titled) return personFields(titled.span, titled.name)
  return options.apart === false ? {} : namesApart(text)
}

/** Surname and given names under labels of their own. */
export function namesApart(text: PieceText): ChampsPersonne {
  const birth = readField(
    text,
    ['Nom de naissance', 'Nom de famille', 'Nom patronymique', 'Nom de jeune fille'],
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

const TITLED = /^(?:M\.?|MR|Mr\.?|Mme|MME|Mlle|MLLE|Monsieur|MONSIEUR|Madame|MADAME) +(?=\p{Lu}\p{L}|[DdLl]['’ ])/u
/** Formulas that open like a name: "Madame, Monsieur", "Monsieur le Préfet". */
const FORMULA = /^(?:M\w*\.?,? (?:ou|et|le|la|l'|les)\b|Madame,? Monsieur)/iu

function titledLine(
  text: PieceText,
  order: 'nom-prenoms' | 'prenoms-nom',
  head: number,
): { span: Span; name: NomLu } | null {
  const [first] = text.pages
  for (const line of text.lines) {
    if (line.page !== first?.page || line.zone[1] > head) continue
    for (const cell of line.cells) {
      if (!TITLED.test(cell.text) || FORMULA.test(cell.text)) continue
      const [parsed] = personNames(order)(cell.text)
      const span = parsed && spanIn(line, cell, parsed)
      if (span && parsed.value.prenoms !== null) return { span, name: parsed.value }
    }
  }
  return null
}

import type { Champ } from '../../domain/champs.ts'
import { fold } from '../../formats/text.ts'
import { field } from '../fields.ts'
import { words } from '../parsers.ts'
import { toSpan, wordsAt, type PieceText } from '../piece-text.ts'
import { readNear, type Found, type Parser } from '../read-value.ts'

/** Where the name of a landlord ends in its cell. */
const AFTER_LANDLORD =
  /,(?! (?:SA|SAS|SCI|OPH|SARL|SEM|ESH|OPAC|EPIC)\b)|[;(\d]|(?<!\p{L})(?:demeurant|domicili|propri[ée]taire|repr[ée]sent|dont le si[èe]ge|adresse|ci-apr[èe]s|reconna[iî]t|d[ée]clare|donne|atteste|certifie|n[ée]e?(?!\p{L}))/iu

/** A title before the name of a person. */
const TITLE = /^(?:M\.|MM\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle|La soci[ée]t[ée])\s+/iu

/** The name of a person or of a company, up to its address or its quality. */
const landlordName: Parser<string> = text =>
  words(text).flatMap(({ value, start }) => {
    const stop = value.search(AFTER_LANDLORD)
    const named = (stop < 0 ? value : value.slice(0, stop)).replace(/[\s:.\-–]+$/u, '').replace(/^et\s/iu, '')
    const name = named.replace(TITLE, '')
    return name.length < 3 || !/^\p{Lu}/u.test(name) || /^(?:(?:l[ea] )?(?:locataire|preneur)|signature)/iu.test(name)
      ? []
      : [{ value: name, start, end: start + name.length }]
  })

const LABELS = [
  'Nom du bailleur',
  'Nom et prénom du bailleur',
  'Bailleur',
  'Propriétaire',
  'Organisme bailleur',
  'Le bailleur',
  'Dénomination sociale',
  'Je soussigné(e)',
  'Je soussigné',
  'Je soussignée',
  'Mandataire',
  'Gestionnaire',
]
/** "Du bailleur", "le propriétaire du logement": the word stands inside a sentence. */
const IN_SENTENCE = {
  unless:
    /\b(?:DU|AU|PAR LE|DES|SIGNATURE|SON|LEUR|QUE LE|ENTRE LE) \||\| (?:DU|ET|OU|DE|EST|A|S|SOCIAL|PERSONNE|REMET|DELIVRE)\b/,
  rows: 1,
  maxGap: 0.3,
  stop: /\b(?:LOCATAIRES?|PRENEUR)\b/,
} as const

/** A name that its next line ends: "OFFICE PUBLIC DE L'HABITAT DE LA BASSE-" and then "LYS". */
const OPEN_ENDED = /(?:[^\s-]-|\s(?:DE|DES|DU|D'|LA|LE|LES|L'|ET|&|POUR|EN|AU|AUX))$/

/** The name, with what stands below it in its column when its own line cannot end there. */
function wholeName(text: PieceText, found: Found<string> | null): Champ | null {
  if (!found) return null
  const { span, value, hit } = found
  const line = text.lines.find(l => l.words.includes(span.words[0] as (typeof l.words)[number])) ?? hit.line
  const cell = line.cells.find(c =>
    line.words.slice(c.from, c.to).includes(span.words[0] as (typeof line.words)[number]),
  )
  const shown = cell?.text.slice(cell.text.indexOf(value)).trimEnd() ?? value
  const [below] =
    cell && OPEN_ENDED.test(fold(shown))
      ? text.cellsBelow({ line, from: cell.from, to: cell.to, zone: cell.zone, edits: 0 }, 1)
      : []
  const goesOn =
    below && Math.abs(below.cell.zone[0] - (cell?.zone[0] ?? 0)) < 0.03 && /^\p{Lu}[^:\d]*$/u.test(below.cell.text)
  const whole = goesOn
    ? toSpan(line.page, [...span.words, ...below.line.words.slice(below.cell.from, below.cell.to)])
    : null
  if (!goesOn || !whole) return field(span, value)
  return field(whole, shown.endsWith('-') ? `${shown}${below.cell.text}` : `${shown} ${below.cell.text}`, 0.95)
}

/** "Entre l'Office public de l'habitat du Velay, ci-après dénommé le bailleur"; "M. Alain GIRARD, ..., ci-après le bailleur". */
const PARTY =
  /^(?:entre (?:les soussign[ée]+s )?:? ?(?:l['’]|la |le )?|(?=M\.|Mr|Mme|Mlle|Monsieur|Madame|La soci[ée]t[ée]|SCI|SA |SAS|SARL))(?<name>[^,]{3,80}),(?:(?!locataire|preneur)[^.]){0,140}\b(?:d[ée]nomm|d[ée]sign|ci-apr[èe]s)[^.]{1,30}\bbailleur\b/iu

function partyOf(text: PieceText): Champ | null {
  for (const line of text.lines) {
    const next = text.lines[line.index + 1]
    const match = PARTY.exec(next ? `${line.text} ${next.text}` : line.text)
    const name = match?.groups?.['name']?.replace(TITLE, '')
    const start = name === undefined ? -1 : line.text.indexOf(name)
    const span = name === undefined || start < 0 ? null : toSpan(line.page, wordsAt(line, start, start + name.length))
    if (span && name !== undefined) return field(span, name, 0.9)
  }
  return null
}

/** Words of the names of letting companies and social landlords. */
const COMPANY =
  /\b(?:SCI|SA|SAS|SARL|OPH|OPAC|OFFICE|HABITAT|HLM|IMMOBILIER|IMMOBILIERE|GESTION|AGENCE|LOGIS|LOGEMENT|FONCIER)\b/

/**
 * The landlord (`bailleur`): beside its label, else below it, else the company in the head of the first page. A label beside
 * its value is tried at every place first: "Bailleur social" heads many letters.
 */
export function readLandlord(text: PieceText): Champ | null {
  const labelled =
    partyOf(text) ??
    wholeName(text, readNear(text, LABELS, landlordName, { ...IN_SENTENCE, where: ['right'] })) ??
    wholeName(text, readNear(text, LABELS, landlordName, { ...IN_SENTENCE, where: ['below'] }))
  if (labelled) return labelled
  const [first] = text.pages
  for (const line of text.lines) {
    if (line.page !== first?.page || line.zone[1] > 0.2) continue
    for (const cell of line.cells) {
      const value = cell.text.trim()
      if (!COMPANY.test(value.toUpperCase()) || /\d|quittance|avis|attestation/iu.test(value)) continue
      const span = toSpan(line.page, line.words.slice(cell.from, cell.to))
      if (span) {
        const found = { value, span, hit: { line, from: cell.from, to: cell.to, zone: cell.zone, edits: 0 } }
        const whole = wholeName(text, found)
        return whole && { ...whole, confiance: Math.min(0.7, whole.confiance) }
      }
    }
  }
  return null
}

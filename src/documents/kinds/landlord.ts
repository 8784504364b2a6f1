import type { Champ } from '../../domain/champs.ts'
import { field } from '../fields.ts'
import { words } from '../parsers.ts'
import type { PieceText } from '../piece-text.ts'
import { toSpan } from '../piece-text.ts'
import { readField, type Parser } from '../read-value.ts'

/** Where the name of a landlord ends in its cell. */
const AFTER_LANDLORD =
  /[,;(\d]|\b(?:demeurant|domicili|propri[ée]taire|repr[ée]sent|dont le si[èe]ge|adresse|ci-apr[èe]s|reconna[iî]t|d[ée]clare|donne|atteste|certifie|n[ée]e?(?!\p{L}))/iu

/** The name of a person or of a company, up to its address or its quality. */
const landlordName: Parser<string> = text =>
  words(text).flatMap(({ value, start }) => {
    const stop = value.search(AFTER_LANDLORD)
    const name = (stop < 0 ? value : value.slice(0, stop)).replace(/[\s:.\-–]+$/u, '').replace(/^et\s/iu, '')
    return name.length < 3 || !/\p{Lu}/u.test(name) ? [] : [{ value: name, start, end: start + name.length }]
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
  unless: /\b(?:DU|AU|PAR LE|DES|SIGNATURE|QUE LE|ENTRE LE) \||\| (?:DU|ET|OU|DE|EST|A|LE|S)\b/,
  rows: 1,
  maxGap: 0.3,
} as const

/** Words of the names of letting companies and social landlords. */
const COMPANY =
  /\b(?:SCI|SA|SAS|SARL|OPH|OFFICE|HABITAT|HLM|IMMOBILIER|IMMOBILIERE|GESTION|AGENCE|LOGIS|LOGEMENT|FONCIER)\b/

/** The landlord (`bailleur`): under its label, else the company in the head of the first page. */
export function readLandlord(text: PieceText): Champ | null {
  const labelled = readField(text, LABELS, landlordName, IN_SENTENCE)
  if (labelled) return labelled
  const [first] = text.pages
  for (const line of text.lines) {
    if (line.page !== first?.page || line.zone[1] > 0.2) continue
    for (const cell of line.cells) {
      const value = cell.text.trim()
      if (!COMPANY.test(value.toUpperCase()) || /\d|quittance|avis|attestation/iu.test(value)) continue
      const span = toSpan(line.page, line.words.slice(cell.from, cell.to))
      if (span) return field(span, value, 0.7)
    }
  }
  return null
}

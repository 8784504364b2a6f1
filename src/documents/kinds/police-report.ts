import type { Champ } from '../../domain/champs.ts'
import { findDates } from '../../formats/dates.ts'
import { fold } from '../../formats/text.ts'
import { allDates, datesInProse, readDocumentDate } from '../document-date.ts'
import { field } from '../fields.ts'
import { birthDates, nameWords } from '../parsers.ts'
import { readHolder } from './holder.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readField } from '../read-value.ts'

/** "2024/001234", "00123/04567/2024", "MC 2024-4567", "202400012345". */
const number = matching(/((?:[A-Z]{1,4}[\s-]?)?\d{2,}(?:\s?[/.-]\s?[A-Z]{0,3}\d{2,}){1,3}|\d{6,})/u, n =>
  findDates(n).length > 0 ? null : n.replace(/\s/g, ''),
)

const NUMBER_LABELS = [
  'Procès-verbal n°',
  'Procès verbal numéro',
  'N° de procédure',
  'Procédure n°',
  'Numéro de procédure',
  'N° PV',
  'PV n°',
  'Déclaration n°',
  'N° de déclaration',
  'Main courante n°',
  'Récépissé n°',
  'Numéro de la déclaration',
  'N° MCI',
  'Référence',
  'N°',
]

/** Fields of a complaint or a log statement: number, day, the person who declares. */
export function readPoliceReport(text: PieceText): Readonly<Record<string, Champ | null>> {
  const person = readHolder(text, {
    apart: true,
    labels: ['Déclarant', 'Plaignant', 'Victime', 'Identité du déclarant', 'Nom et prénom', 'comparaît', 'Entendons'],
    order: 'nom-prenoms',
  })
  // "Nom" above "Nom de naissance": the name that the person uses.
  const printed = readField(text, ['Nom'], nameWords, { rows: 1, unless: /\| (?:DE|D|ET) |\| PRENOM/ })
  const usage =
    printed && person.nom && fold(String(printed.valeur)) !== fold(String(person.nom.valeur)) ? printed : null
  return {
    ...person,
    ...(usage ? { nomUsage: usage } : {}),
    dateNaissance: readField(text, ['Né(e) le', 'Née le', 'Né le', 'Date de naissance'], birthDates),
    numeroProcedure: readField(text, NUMBER_LABELS, number, { maxGap: 0.4, unless: /\b(?:TELEPHONE|ARTICLE|RUE) \|/ }),
    dateDocument: reportDate(text),
  }
}

/** Its label, else the day that opens the report ("L'an deux mille vingt-quatre, le douze mars"). */
function reportDate(text: PieceText): Champ | null {
  const labelled = readField(
    text,
    ['Date de la déclaration', 'Date de dépôt', 'Déposée le', 'Déclaration du', 'Enregistrée le', 'Établi le', 'Le'],
    allDates,
    { rows: 1, unless: /\b(?:NEE?|E|DEPUIS|NAISSANCE) \|/, maxGap: 0.2 },
  )
  if (labelled) return labelled
  const opening = datesInProse(text).find(
    d => /\b(?:L AN|CE JOUR|LE)\b.{0,20}$/.test(d.before) && !/\bNEE?(?: E)? LE$/.test(d.before),
  )
  return opening ? field(opening.span, opening.iso, 0.9) : readDocumentDate(text)
}

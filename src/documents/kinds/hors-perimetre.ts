import { champTexte, type Champ, type Champs } from '../../domain/champs.ts'
import { wordsOf } from '../../domain/reading.ts'
import { datesInProse, readDocumentDate } from '../document-date.ts'
import { champs, computed, field } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { NATURES_HORS_PERIMETRE } from '../natures/hors-perimetre.ts'
import { nameAlone, namesApart, type ChampsPersonne } from '../people.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readAnywhere } from '../read-value.ts'
import { readRecipient } from '../recipient.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readNature } from './nature.ts'

/** A picture carries a sign or a date, never more words than this. */
const WORDS_OF_A_PHOTO = 3

/** A readable document that the regulation does not list; `natureDocument` when it is a known one. */
const MADE_ON = [
  'Date de facture',
  'Date de la facture',
  'Date de facturation',
  "Date d'établissement",
  "Date d'émission",
  "Date d'édition",
  'Date du document',
  'Émis le',
  'Émise le',
  'Édité le',
  'Éditée le',
  'Arrêté au',
  'Nouveau solde au',
]

/** "Votre facture d'électricité du 25 juin 2026". */
function billDate(text: PieceText): Champ | null {
  const bill = datesInProse(text).find(d => /\b(?:FACTURE|RELEVE|AVIS|DEVIS)(?: [A-Z]+){0,4} DU$/.test(d.before))
  return bill ? field(bill.span, bill.iso, 0.9) : null
}

/** Whose document it is: under labels, in the address, else a name alone at the head or on a card. */
function readPerson(text: PieceText): ChampsPersonne {
  const apart = namesApart(text)
  if (apart.nom && apart.prenoms) return apart
  const person =
    readRecipient(text) ?? readHolder(text, { labels: ['Nom et prénom', 'Titulaire du compte', 'Titulaire'] })
  return person.nom ? person : (nameAlone(text) ?? {})
}

/** Lines of a European driving licence: 1 surname, 2 given names, 5 number (directive 2006/126/CE, annex I). */
function readLicence(text: PieceText): Readonly<Record<string, Champ>> {
  const line = (number: string): Champ | null =>
    readAnywhere(
      text,
      matching(
        new RegExp(`^${number}[.,]\\s*(\\p{Lu}[\\p{L}'’ -]+|\\d{2}[A-Z]{2}\\d{5}|\\d{12})$`, 'u'),
        value => value,
      ),
    )
  return champs({ nom: line('1'), prenoms: line('2'), numeroDocument: line('5') })
}

export const horsPerimetre: DocumentKind = {
  type: 'hors-perimetre',
  cues: [],
  natures: NATURES_HORS_PERIMETRE,
  readFields(text: PieceText): Champs {
    const read = readNature(text, NATURES_HORS_PERIMETRE)
    const photo = text.pages.every(p => wordsOf(p).length <= WORDS_OF_A_PHOTO && p.quality.state === 'readable')
    const licence = read?.nature.code === 'permis-de-conduire' ? readLicence(text) : null
    return champs({
      ...(licence ?? readPerson(text)),
      natureDocument: read ? computed(read.nature.code, read.confiance) : photo ? computed('photo', 0.6) : null,
      dateDocument: readDocumentDate(text, MADE_ON) ?? billDate(text),
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
  remarks({ champs: read }): readonly string[] {
    const code = champTexte(read, 'natureDocument')
    const label = code === 'photo' ? 'une photo' : NATURES_HORS_PERIMETRE.find(n => n.code === code)?.label
    return label
      ? [`Document reconnu : ${label}. La réglementation ne le prévoit pas pour une demande de logement.`]
      : []
  },
}

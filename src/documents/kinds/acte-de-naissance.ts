import type { Champ, Champs } from '../../domain/champs.ts'
import type { Word } from '../../domain/reading.ts'
import { head, mention, not } from '../cues.ts'
import { allDates, datesInProse, readDocumentDate } from '../document-date.ts'
import { champs, field } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { cutName } from '../names.ts'
import { birthDates } from '../parsers.ts'
import { namesApart, personFields, type ChampsPersonne } from '../people.ts'
import { toSpan, wordsAt, type PieceText } from '../piece-text.ts'
import { matching, readField } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { findWrittenDates } from '../written-dates.ts'

/** Birth record: full copy, extract with or without parents, multilingual extract, consular and OFPRA certificates. */
export const acteDeNaissance: DocumentKind = {
  type: 'acte-de-naissance',
  cues: [
    head('acte de naissance', 6),
    head("copie intégrale d'acte de naissance", 4),
    head("extrait d'acte de naissance", 3),
    head("extrait de l'acte de naissance", 1),
    head('extrait avec filiation', 3),
    head('extrait du registre des actes de naissance', 5),
    head('copie intégrale', 1),
    head("service central d'état civil", 4),
    head("certificat tenant lieu d'acte de naissance", 6),
    head('bulletin de naissance', 5),
    head('certificat de naissance', 5),
    head('extrait de naissance', 5),
    head('birth certificate', 7),
    head('certified copy of an entry of birth', 6),
    head('Geburtsurkunde', 7),
    head('certificado de nacimiento', 6),
    head('certidao de nascimento', 6),
    head('assento de nascimento', 6),
    head('estratto di nascita', 6),
    head('certificat de nastere', 6),
    mention("officier de l'état civil", 2),
    mention('mentions marginales', 2),
    mention('du sexe masculin', 2),
    mention('du sexe féminin', 2),
    mention('est né à', 1),
    mention('est née à', 1),
    mention('pour extrait conforme', 1),
    mention('sur la déclaration de', 1),
    ...not('livret de famille', 'acte de mariage', 'acte de décès', 'certificat de nationalité', 'pacte civil'),
    ...not('jugement', 'formulaire', 'attestation de paiement', 'bulletin de paie', 'demande de logement'),
    { words: 'premier enfant', weight: -4 },
    { words: 'époux ou père', weight: -4 },
  ],
  readFields(text: PieceText): Champs {
    const delivered = deliveryDate(text)
    return champs({
      ...child(text),
      dateNaissance: birthDate(text),
      numeroActe: readField(
        text,
        ['Acte n°', 'Acte de naissance n°', "N° de l'acte", 'N°'],
        matching(/(\d{1,6}(?:\/\d{2,4})?)/u, n => n),
      ),
      dateDelivrance: delivered,
      dateDocument: delivered,
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
}

function child(text: PieceText): ChampsPersonne {
  const apart = namesApart(text)
  return apart.nom ? apart : (bornPerson(text) ?? apart)
}

/** A run of words with capital initials, commas between given names, that ends the text. */
const CLOSING_NAME = /(?:^|\s)((?:\p{Lu}[\p{L}'’.-]*,?\s+(?:(?:de|du|la|le)\s+)*)*\p{Lu}[\p{L}'’-]*)[\s,]*$/u

/** "... est né, au 12 rue des Lilas, Jean, Paul DUPONT, du sexe masculin": the name stands just before its comma. */
function bornPerson(text: PieceText): ChampsPersonne | null {
  for (const line of text.lines) {
    for (const cell of line.cells) {
      const sex = /,?\s*\(?(?:de|du) sexe\s+(?:masculin|f[ée]minin)/iu.exec(cell.text)
      if (!sex) continue
      // The name may have begun on the lines above, in the same column: as many as its given names need.
      const above = text.cellsAbove({ line, from: cell.from, to: cell.to, zone: cell.zone, edits: 0 }, 2)
      for (let rows = 0; rows <= above.length; rows++) {
        const cells = [...above.slice(0, rows).reverse(), { line, cell }]
        const words = cells.flatMap(c => c.line.words.slice(c.cell.from, c.cell.to))
        const printed = words.map(w => w.text).join(' ')
        const person = closingName(line.page, words, printed.slice(0, printed.length - cell.text.length + sex.index))
        if (person) return person
      }
    }
  }
  return null
}

function closingName(page: number, words: readonly Word[], before: string): ChampsPersonne | null {
  const match = CLOSING_NAME.exec(before)
  if (!match) return null
  // "né à Lyon, Jean DUPONT": the town is no given name.
  const town = /(?:^|\s)(?:à|a)\s*$/iu.test(before.slice(0, match.index + 1))
  const run = match[1] ?? ''
  const name = town ? run.slice(run.indexOf(',') + 1).trim() : run
  const read = cutName(name, 'prenoms-nom')
  const start = before.lastIndexOf(name)
  const span = toSpan(page, wordsAt({ words }, start, start + name.length))
  // All in capitals: the surname alone, its given names stand above it.
  return read && span && name !== name.toUpperCase() ? personFields(span, read) : null
}

/** Under its label in an extract, in a sentence ("Le deux mars mil neuf cent ... est né") in a full copy. */
function birthDate(text: PieceText): Champ | null {
  const labelled = readField(
    text,
    [
      'Date de naissance',
      'Date et lieu de naissance',
      'Né(e) le',
      'Née le',
      'Né le',
      'Date and place of birth',
      'Date of birth',
    ],
    t => [...birthDates(t), ...findWrittenDates(t)],
  )
  if (labelled) return labelled
  // In a full copy the birth comes first: a date after "est né" is that of a parent, of the record or of the copy.
  const born = text.lines.find(l => /\b(?:EST )?NEE?\b/.test(l.folded))
  const dates = datesInProse(text).filter(d => !/\b(?:DRESSE|DELIVREE?|MARIEE?|DECEDEE?|FAIT)\b.{0,50}$/.test(d.before))
  const first = dates.find(d => born && d.span.page === born.page && d.span.zone[1] <= born.zone[3])
  return first ? field(first.span, first.iso, 0.85) : null
}

const DELIVERED = ['Copie délivrée le', 'Extrait délivré le', 'Délivrée le', 'Délivré le', 'Date de délivrance']

/** The day the copy was made: what counts when an office asks for a recent one. */
function deliveryDate(text: PieceText): Champ | null {
  return readField(text, DELIVERED, allDates, { maxGap: 0.5, where: ['right'] }) ?? readDocumentDate(text)
}

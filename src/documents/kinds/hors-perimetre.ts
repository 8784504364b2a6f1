import { champTexte, type Champs } from '../../domain/champs.ts'
import { wordsOf } from '../../domain/reading.ts'
import { readDocumentDate } from '../document-date.ts'
import { champs, computed } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { NATURES_HORS_PERIMETRE } from '../natures/hors-perimetre.ts'
import type { PieceText } from '../piece-text.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readNature } from './nature.ts'

/** A picture carries a sign or a date, never more words than this. */
const WORDS_OF_A_PHOTO = 3

/** A readable document that the regulation does not list; `natureDocument` when it is a known one. */
export const horsPerimetre: DocumentKind = {
  type: 'hors-perimetre',
  cues: [],
  natures: NATURES_HORS_PERIMETRE,
  readFields(text: PieceText): Champs {
    const read = readNature(text, NATURES_HORS_PERIMETRE)
    const photo = text.pages.every(p => wordsOf(p).length <= WORDS_OF_A_PHOTO && p.quality.state === 'readable')
    return champs({
      ...readHolder(text, { apart: true, labels: ['Nom et prénom', 'Titulaire'] }),
      natureDocument: read ? computed(read.nature.code, read.confiance) : photo ? computed('photo', 0.6) : null,
      dateDocument: readDocumentDate(text),
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

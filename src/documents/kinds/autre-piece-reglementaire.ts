import { champTexte, type Champ, type Champs } from '../../domain/champs.ts'
import type { Categorie } from '../../domain/type-piece.ts'
import { readDocumentDate } from '../document-date.ts'
import { champs, computed } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { NATURES_REGLEMENTAIRES } from '../natures/reglementaires.ts'
import type { PieceText } from '../piece-text.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readNature } from './nature.ts'

/** Every document that the regulation lists and that has no type code; `natureDocument` says which. */
/** A death record stands for the situation of the one who is widowed ("épouse de Cédric PAU"); the dead has fields of his own. */
function readWidowed(text: PieceText): Readonly<Record<string, Champ>> {
  const spouse = readHolder(text, { labels: SPOUSE, order: 'prenoms-nom', anywhere: false })
  const dead = readHolder(text, { labels: DEAD, order: 'prenoms-nom', anywhere: false, apart: true })
  return champs({ ...spouse, nomDefunt: dead.nom, prenomsDefunt: dead.prenoms })
}
const SPOUSE = ['épouse de', 'époux de', 'veuf de', 'veuve de', 'conjoint de', 'marié à', 'mariée à']
const DEAD = ['est décédé', 'est décédée', 'décédé', 'décédée']

export const autrePieceReglementaire: DocumentKind = {
  type: 'autre-piece-reglementaire',
  cues: [],
  natures: NATURES_REGLEMENTAIRES,
  readFields(text: PieceText): Champs {
    const read = readNature(text, NATURES_REGLEMENTAIRES)
    const spouse = read?.nature.code === 'acte-de-deces' ? readWidowed(text) : null
    return champs({
      ...(spouse ??
        readHolder(text, {
          apart: true,
          labels: [
            'Nom et prénom',
            'au profit de',
            "L'acquéreur",
            'Bénéficiaire',
            'Concernant',
            'certifie que',
            'atteste que',
          ],
        })),
      natureDocument: read && computed(read.nature.code, read.confiance),
      dateDocument: readDocumentDate(text, ['Date de la décision', 'Notifié le']),
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
  categorie(read: Champs): Categorie {
    const code = champTexte(read, 'natureDocument')
    return NATURES_REGLEMENTAIRES.find(n => n.code === code)?.categorie ?? 'motif-de-la-demande'
  },
  remarks({ champs: read }): readonly string[] {
    const code = champTexte(read, 'natureDocument')
    const nature = NATURES_REGLEMENTAIRES.find(n => n.code === code)
    return nature ? [`Document reconnu : ${nature.label}.`] : []
  },
}

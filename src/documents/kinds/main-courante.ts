import type { Champs } from '../../domain/champs.ts'
import { head, mention, not } from '../cues.ts'
import { champs } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import type { PieceText } from '../piece-text.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readPoliceReport } from './police-report.ts'

/** Statement in the police log, or the gendarmerie's report of judicial information. */
export const mainCourante: DocumentKind = {
  type: 'main-courante',
  cues: [
    head('main courante', 8),
    head('déclaration de main courante', 3),
    head('renseignement judiciaire', 7),
    mention('main courante', 3),
    head('police nationale', 2),
    head('gendarmerie nationale', 2),
    head('police municipale', 2),
    mention('commissariat', 1),
    mention("type d'événement", 2),
    mention('ne souhaite pas déposer plainte', 2),
    mention('à toutes fins utiles', 1),
    mention('déclarant', 1),
    ...not('dépôt de plainte', 'procès-verbal de plainte', 'déclaration de perte', 'jugement', 'bulletin de paie'),
    ...not('ordonnance de protection', 'assignation', 'curriculum vitae'),
  ],
  readFields: (text: PieceText): Champs => champs(readPoliceReport(text)),
  validity: () => SANS_OBJET,
  checks: [],
}

import type { Champs } from '../../domain/champs.ts'
import { head, mention, not } from '../cues.ts'
import { champs } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import type { PieceText } from '../piece-text.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readPoliceReport } from './police-report.ts'

/** Complaint at the police or the gendarmerie: report or receipt (code de procédure pénale, art. 15-3). */
export const depotDePlainte: DocumentKind = {
  type: 'depot-de-plainte',
  cues: [
    head('dépôt de plainte', 7),
    head('récépissé de dépôt de plainte', 4),
    head('procès-verbal', 3),
    head('procès-verbal de plainte', 4),
    head('plainte', 3),
    head('plainte contre', 3),
    head('pré-plainte en ligne', 5),
    head('audition de victime', 5),
    mention('dépose plainte', 4),
    mention('porte plainte', 3),
    mention('déposer plainte', 1),
    mention('officier de police judiciaire', 3),
    mention('agent de police judiciaire', 3),
    mention('15-3 du code de procédure pénale', 3),
    mention('code de procédure pénale', 1),
    mention('se constituer partie civile', 2),
    mention('droits des victimes', 2),
    head('police nationale', 2),
    head('gendarmerie nationale', 2),
    mention('commissariat', 1),
    mention('brigade', 1),
    mention('les faits', 1),
    ...not('main courante', 'déclaration de perte', 'ordonnance de protection', 'jugement', 'bulletin de paie'),
    ...not(
      'renseignement judiciaire',
      'assignation',
      "procès-verbal d'expulsion",
      'assemblée générale',
      'contravention',
    ),
    ...not('récépissé de demande'),
  ],
  readFields: (text: PieceText): Champs => champs(readPoliceReport(text)),
  validity: () => SANS_OBJET,
  checks: [],
}

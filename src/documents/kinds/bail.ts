import type { Champs } from '../../domain/champs.ts'
import { head, mention, not } from '../cues.ts'
import { allDates, readDocumentDate } from '../document-date.ts'
import { champs } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { amounts } from '../parsers.ts'
import type { PieceText } from '../piece-text.ts'
import { readField } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readLandlord } from './landlord.ts'

/** Lease of a home, bare or furnished, and its amendments (loi 89-462 of 6 July 1989, contrat type of décret 2015-587). */
export const bail: DocumentKind = {
  type: 'bail',
  cues: [
    head('contrat de location', 7),
    head("bail d'habitation", 7),
    head('contrat de bail', 7),
    head('bail', 4),
    head('contrat type de location', 4),
    head('bail mobilité', 7),
    head('bail de location', 6),
    head('contrat de location meublée', 3),
    head('bail de colocation', 6),
    head('avenant au bail', 6),
    head('avenant au contrat de location', 6),
    mention('89-462 du 6 juillet 1989', 3),
    mention('dépôt de garantie', 2),
    mention('désignation des parties', 2),
    mention('objet du contrat', 1),
    mention("date de prise d'effet", 1),
    mention('durée du contrat', 1),
    mention('clause résolutoire', 1),
    mention('habitation principale', 1),
    mention('surface habitable', 1),
    mention('conditions financières', 1),
    mention('le bailleur', 1),
    mention('le locataire', 1),
    mention('le preneur', 1),
    mention('indice de référence des loyers', 2),
    mention('consistance du logement', 2),
    ...not('bail commercial', 'bail professionnel', 'bail rural', 'quittance de loyer', 'congé pour vente'),
    ...not('contrat de travail', "attestation d'assurance", 'commandement de payer', 'location de véhicule'),
    ...not('contrat de résidence', 'contrat de séjour', 'location de parking', 'acte de cautionnement', 'jugement'),
    ...not("avis d'échéance", 'état des lieux', 'assignation', 'congé pour reprise', 'bulletin de paie'),
  ],
  readFields(text: PieceText): Champs {
    return champs({
      ...readHolder(text, {
        labels: [
          'Nom et prénom du locataire',
          'Nom du locataire',
          'Le locataire',
          'Locataire',
          'Le preneur',
          'Preneur',
        ],
        unless: /\b(?:BAILLEUR|LE BAILLEUR ET|PAR|AU|DU) \||\| (?:EST|DOIT|A|DE|S)\b/,
        quality: /^[^.]{0,80}(?:d[ée]nomm|d[ée]sign|ci-apr[èe]s)[^.]{0,30}(?:locataire|preneur)/iu,
        anywhere: false,
      }),
      bailleur: readLandlord(text),
      dateEffet: readField(text, EFFET, allDates, { maxGap: 0.5 }),
      loyer: readField(text, LOYER, amounts, { unless: /\b(?:REVISION DU|DERNIER|HORS|REFERENCE) \|/ }),
      dateDocument: readDocumentDate(text),
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
}

const EFFET = [
  "Date de prise d'effet du contrat",
  "Date de prise d'effet",
  "Date d'effet",
  "prise d'effet",
  'prend effet le',
  'prendra effet le',
  'prenant effet le',
  'effet à compter du',
  'effet au',
  'commencera à courir le',
  'à compter du',
]
const LOYER = [
  'Montant du loyer mensuel',
  'Loyer mensuel hors charges',
  'Loyer mensuel',
  'Loyer hors charges',
  'Loyer principal',
  'Montant du loyer',
  'loyer initial',
  'loyer de',
  'Loyer',
]

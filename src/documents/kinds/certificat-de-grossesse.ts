import type { Champs } from '../../domain/champs.ts'
import { readBoxedDate } from '../boxed-date.ts'
import { head, mention, not } from '../cues.ts'
import { allDates, readDocumentDate } from '../document-date.ts'
import { champs } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { birthDates } from '../parsers.ts'
import type { PieceText } from '../piece-text.ts'
import { readField, type Parser } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'

/** Certificate of pregnancy by a doctor or a midwife, or the form "premier examen médical prénatal" (Cerfa 10112). */
export const certificatDeGrossesse: DocumentKind = {
  type: 'certificat-de-grossesse',
  cues: [
    head('certificat de grossesse', 9),
    head('déclaration de grossesse', 6),
    head('vous attendez un enfant', 7),
    head('premier examen médical prénatal', 6),
    head('examen prénatal', 3),
    mention('grossesse évolutive', 5),
    mention("date présumée d'accouchement", 5),
    mention("date présumée de l'accouchement", 3),
    mention("date prévue d'accouchement", 5),
    mention('accouchement est prévu', 5),
    mention('terme prévu', 3),
    mention('date présumée de début de grossesse', 4),
    mention('début de grossesse', 3),
    mention('est enceinte', 4),
    mention('actuellement enceinte', 3),
    mention("semaines d'aménorrhée", 3),
    mention('sage-femme', 2),
    mention('gynécologue obstétricien', 2),
    mention('échographie', 1),
    ...not('bulletin de paie', 'contrat de travail', 'attestation de paiement', 'arrêt de travail', 'jugement'),
    ...not('curriculum vitae', 'facture'),
  ],
  readFields(text: PieceText): Champs {
    return champs({
      ...readHolder(text, {
        labels: [
          'certifie que',
          'certifie avoir examiné',
          'Patiente',
          'avoir examiné',
          "Nom de l'assurée",
          'Mme',
          'Madame',
        ],
        apart: true,
      }),
      dateNaissance:
        readField(text, ['née le', 'Date de naissance', 'Né(e) le'], births) ??
        readBoxedDate(text, ['Date de naissance']),
      dateAccouchementPrevue: readBoxedDate(text, BOXED) ?? readField(text, ACCOUCHEMENT, allDates, { maxGap: 0.6 }),
      dateDebutGrossesse: readBoxedDate(text, DEBUT.slice(0, 2)) ?? readField(text, DEBUT, allDates),
      dateDocument: readDocumentDate(text, ["Date de l'examen"]),
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
}

/** Boxes of a form hold the whole year. */
const births: Parser<string> = text => {
  const found = birthDates(text)
  return found.length > 0 ? found : allDates(text)
}

const BOXED = ["Date présumée d'accouchement", "Date prévue d'accouchement"]
const ACCOUCHEMENT = [
  "Date présumée d'accouchement",
  "Date présumée de l'accouchement",
  "Date prévue d'accouchement",
  "Date prévue de l'accouchement",
  'accouchement est prévu',
  'accouchement prévu',
  'accouchement',
  'terme est prévu',
  'terme prévu',
  'Date du terme',
  'Terme théorique',
  'DPA',
  'terme',
]
const DEBUT = [
  'Date présumée de début de grossesse',
  'Date de début de grossesse',
  'début de grossesse',
  'grossesse a débuté',
]

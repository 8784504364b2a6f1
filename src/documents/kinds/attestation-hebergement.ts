import type { Champ, Champs } from '../../domain/champs.ts'
import { head, mention, not } from '../cues.ts'
import { allDates, datesInProse, readDocumentDate } from '../document-date.ts'
import { champs, field } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import type { ChampsPersonne } from '../people.ts'
import type { PieceText } from '../piece-text.ts'
import { readField, type Parser } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { proseNames, readHolder } from './holder.ts'

/**
 * Statement of the person, the centre or the residence that houses the applicant; occupation contracts of hostels and
 * social residences stand for it (annex of the arrêté du 22 décembre 2020, logement actuel).
 */
export const attestationHebergement: DocumentKind = {
  type: 'attestation-hebergement',
  cues: [
    head("attestation d'hébergement", 8),
    head("certificat d'hébergement", 6),
    head("attestation sur l'honneur d'hébergement", 4),
    head('attestation de présence', 4),
    head('contrat de résidence', 6),
    head('contrat de séjour', 5),
    head("convention d'occupation", 5),
    head("convention d'hébergement", 6),
    head('attestation de résidence', 5),
    mention('héberger à mon domicile', 5),
    mention('hébergé à mon domicile', 5),
    mention('héberger à titre gratuit', 5),
    mention('hébergé à titre gratuit', 4),
    mention('hébergée à titre gratuit', 4),
    mention('héberge à titre gratuit', 5),
    mention('certifie héberger', 5),
    mention('atteste héberger', 5),
    mention('déclare héberger', 5),
    mention("sur l'honneur héberger", 5),
    mention('est hébergé', 3),
    mention('est hébergée', 3),
    mention('hébergés à mon domicile', 4),
    mention('personne hébergée', 3),
    mention("l'hébergeant", 3),
    mention("centre d'hébergement", 3),
    mention('CHRS', 2),
    mention('résidence sociale', 2),
    mention('logement foyer', 2),
    mention('pension de famille', 1),
    mention('prise en charge hôtelière', 3),
    mention('héberge', 1),
    mention('je soussigné', 1),
    ...not('élection de domicile', 'quittance', 'contrat de location', 'bulletin de paie', 'jugement', "avis d'impôt"),
    ...not('récépissé', 'procès-verbal', 'main courante', 'rapport social', 'facture', 'dépôt de plainte'),
    { words: "droit de visite et d'hébergement", weight: -5 },
  ],
  readFields(text: PieceText): Champs {
    return champs({
      ...guest(text),
      hebergeant: host(text),
      dateDebut: since(text),
      dateDocument: readDocumentDate(text),
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
}

/** The day from which the person is housed, its date possibly on the next line. */
function since(text: PieceText): Champ | null {
  const prose = datesInProse(text).find(d => /\b(?:DEPUIS|A COMPTER DU)(?: LE)?$/.test(d.before))
  return prose
    ? field(prose.span, prose.iso)
    : readField(
        text,
        ['à mon domicile depuis le', 'depuis le', 'à compter du', 'hébergé depuis', "Date d'entrée", 'depuis'],
        allDates,
      )
}

/** "Mme Fatoumata SYLLA" as people write it. */
const hostName: Parser<string> = text =>
  proseNames('prenoms-nom')(text).map(({ value, start, end }) => ({
    value: [value.prenoms, value.nomUsage ?? value.nom].filter(v => v !== null).join(' '),
    start,
    end,
  }))

function host(text: PieceText): Champ | null {
  const labelled = readField(text, ["Nom et prénom de l'hébergeant", "L'hébergeant", 'Hébergeant'], hostName, {
    rows: 1,
  })
  if (labelled) return labelled
  return readField(
    text,
    ['Je soussigné(e)', 'Je soussignée', 'Je soussigné', 'Nous soussignés', 'soussigné'],
    hostName,
    {
      rows: 1,
    },
  )
}

/** Words just before the person who is housed. */
const GUEST = [
  "Nom et prénom de l'hébergé",
  'Personne hébergée',
  "L'hébergé(e)",
  'certifie héberger',
  'atteste héberger',
  "sur l'honneur héberger",
  "certifie sur l'honneur que",
  "atteste sur l'honneur que",
  'héberger à mon domicile',
  'héberge à mon domicile',
  'héberger à titre gratuit',
  'héberger',
  'héberge',
  'certifie que',
  'atteste que',
]

function guest(text: PieceText): ChampsPersonne {
  return readHolder(text, { labels: GUEST })
}

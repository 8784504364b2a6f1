import type { Champ, Champs } from '../../domain/champs.ts'
import { head, mention, not } from '../cues.ts'
import { allDates, datesInProse, readDocumentDate } from '../document-date.ts'
import { champs, field } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readAnywhere, readField } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { readHolder } from './holder.ts'

/**
 * Judgment, order or agreement that ends or suspends the life of a couple or settles the children's residence:
 * juge aux affaires familiales, or agreement by lawyers filed with a notary since 2017 (C. civ. art. 229-1).
 */
export const jugementDeDivorce: DocumentKind = {
  type: 'jugement-de-divorce',
  cues: [
    head('jugement de divorce', 8),
    head('ordonnance de non-conciliation', 8),
    head('ordonnance sur mesures provisoires', 7),
    head('convention de divorce', 8),
    head('convention de divorce par consentement mutuel', 4),
    head('attestation de divorce', 6),
    head('jugement de séparation de corps', 7),
    head('affaires familiales', 4),
    head('au nom du peuple français', 3),
    head('tribunal judiciaire', 2),
    head('tribunal de grande instance', 2),
    head('divorce', 4),
    mention('prononce le divorce', 6),
    mention('juge aux affaires familiales', 4),
    mention('divorce par consentement mutuel', 4),
    mention('dépôt au rang des minutes', 2),
    mention('résidence séparée', 2),
    mention("exercice de l'autorité parentale", 2),
    mention('résidence habituelle', 2),
    mention("contribution à l'entretien et à l'éducation", 2),
    mention("droit de visite et d'hébergement", 2),
    mention('pension alimentaire', 1),
    mention('liquidation du régime matrimonial', 2),
    mention('par ces motifs', 1),
    ...not('ordonnance de protection', 'juge des tutelles', 'commandement de payer', 'assignation', 'bulletin de paie'),
    ...not('acte de naissance', 'attestation de paiement', 'contrat de location', 'livret de famille', 'avis d impôt'),
    { words: "ordonne l'expulsion", weight: -6 },
    { words: 'juge des contentieux de la protection', weight: -5 },
  ],
  readFields(text: PieceText): Champs {
    const signature = readDocumentDate(text)
    const jugement = judgmentDate(text) ?? signature
    return champs({
      ...readHolder(text, {
        labels: ['DEMANDEUR', 'DEMANDERESSE', 'Partie demanderesse', 'ENTRE', 'Époux'],
      }),
      numeroRg: readRg(text),
      dateJugement: jugement,
      dateDocument: jugement ?? signature,
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
}

const clean = (rg: string): string => rg.replace(/\s/g, '').replace(/[Oo]/g, '0').replace(/[Il|]/g, '1')

/** General register number: year and serial. */
function readRg(text: PieceText): Champ | null {
  const number = matching(/(?<!\d)([\dOIl]{2}\s?\/\s?[\dOIl]{4,6})(?![\d/])/u, clean)
  return (
    readField(text, ['N° RG', 'RG n°', 'Répertoire général', 'R.G.', 'RG', 'Rôle'], number) ??
    readAnywhere(text, matching(/(?:R\.?G\.?|rôle|n°)\D{0,8}([\dOIl]{2}\s?\/\s?[\dOIl]{4,6})(?![\d/])/iu, clean), 0.9)
  )
}

/** "Jugement rendu le", "prononcé le", "ordonnance du"; for an agreement, the day of its deed. */
function judgmentDate(text: PieceText): Champ | null {
  const labelled = readField(
    text,
    [
      'Jugement rendu le',
      'Jugement prononcé le',
      'Jugement du',
      'Ordonnance rendue le',
      'Date du jugement',
      'rendu le',
      'rendue le',
      'prononcé le',
      'Ordonnance du',
      'Décision du',
    ],
    allDates,
    { where: ['right'] },
  )
  if (labelled) return labelled
  const prose = datesInProse(text).find(d =>
    /\b(?:RENDUE?|PRONONCEE?|AUDIENCE|MIS A DISPOSITION)\b.{0,80}$/.test(d.before),
  )
  return prose ? field(prose.span, prose.iso, 0.9) : null
}

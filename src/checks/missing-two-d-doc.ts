import type { CheckContext, CheckResult } from '../domain/check.ts'
import { PieceText } from '../documents/piece-text.ts'
import { cardLayout } from './card-layout.ts'
import { bandsOf } from './mrz-bands.ts'
import type { TwoDDocsOnPiece } from './two-d-docs.ts'

/** What a check says of a piece on which no 2D-Doc of its kind was read: some documents never carry one. */
export function missingTwoDDoc(context: CheckContext, { others, unreadable }: TwoDDocsOnPiece): CheckResult {
  const missing = (motif: string): CheckResult => ({ statut: 'non-realise', motif })
  if (unreadable === 'bad-header') {
    return missing(
      "Le 2D-Doc est abîmé : son en-tête ne se lit pas. Demandez le document d'origine (PDF) ou une copie plus nette.",
    )
  }
  if (unreadable !== null) {
    return missing(
      "Le 2D-Doc est d'un format que ce contrôle ne lit pas encore : vérifiez-le avec un lecteur officiel.",
    )
  }
  switch (context.type) {
    case 'avis-imposition':
      return missing(
        others.length > 0
          ? "Le 2D-Doc de cette pièce est celui d'un autre document qu'un avis d'impôt. Demandez l'avis complet, téléchargé sur impots.gouv.fr."
          : "Le 2D-Doc de l'avis n'a pas été lu : la page qui le porte manque, ou la copie n'est pas assez nette. Demandez l'avis en PDF, téléchargé sur impots.gouv.fr.",
      )
    case 'carte-nationale-identite':
      return identityCard(context)
    case 'recepisse-titre-de-sejour':
      return isOnlineAttestation(context)
        ? missing(
            "Le 2D-Doc de l'attestation n'a pas été lu. Demandez l'attestation en PDF, téléchargée sur le site de l'administration des étrangers.",
          )
        : { statut: 'sans-objet', motif: 'Un récépissé sur papier ne porte pas de 2D-Doc.' }
    default:
      return { statut: 'sans-objet', motif: 'Ce document ne porte pas de 2D-Doc.' }
  }
}

function identityCard(context: CheckContext): CheckResult {
  const bands = bandsOf(context)
  switch (cardLayout(context, bands)) {
    case 'plastifiee':
      return { statut: 'sans-objet', motif: "Ce modèle de carte d'identité ne porte pas de 2D-Doc." }
    case 'etrangere':
      return { statut: 'sans-objet', motif: "Cette carte d'identité étrangère ne porte pas de 2D-Doc." }
    case 'electronique':
    case null:
      return {
        statut: 'non-realise',
        motif:
          bands.read.length > 0
            ? "Le 2D-Doc du verso de la carte n'a pas été lu : l'image n'est pas assez nette. Demandez une copie plus nette du verso."
            : "Verso manquant : le 2D-Doc est au dos de la carte d'identité. Demandez le verso.",
      }
  }
}

/** Attestations of the foreigners' online service (ANEF) are signed; prefecture récépissés are plain paper. */
function isOnlineAttestation({ pages }: CheckContext): boolean {
  return new PieceText(pages).hasAny(
    "Attestation de prolongation d'instruction",
    'Attestation de décision favorable',
    'Administration numérique pour les étrangers en France',
  )
}

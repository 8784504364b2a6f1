import type { CheckContext, CheckResult } from '../domain/check.ts'
import { cardLayout } from './card-layout.ts'
import { unreadMotif, type BandsOnPiece } from './mrz-bands.ts'

/** What a check says of a piece on which no machine readable zone was understood. */
export function missingMrz(context: CheckContext, bands: BandsOnPiece): CheckResult {
  if (bands.unread.length > 0) return { statut: 'non-realise', motif: unreadMotif(bands.unread) }
  return whereItStands(context, bands)
}

function whereItStands(context: CheckContext, bands: BandsOnPiece): CheckResult {
  const missing = (motif: string): CheckResult => ({ statut: 'non-realise', motif })
  switch (context.type) {
    case 'recepisse-titre-de-sejour':
      return { statut: 'sans-objet', motif: 'Ce document ne porte pas de bande MRZ.' }
    case 'passeport':
      return missing(
        "La bande MRZ, en bas de la page d'identité du passeport, n'a pas été trouvée : la page est coupée, floue ou masquée. Demandez une copie de la page entière.",
      )
    case 'titre-de-sejour':
      return missing('Verso manquant : la bande MRZ est au dos du titre de séjour. Demandez le verso.')
    default:
      return missing(
        cardLayout(context, bands) === 'plastifiee'
          ? "La bande MRZ, en bas du recto de la carte, n'a pas été trouvée : le recto manque, est coupé ou flou. Demandez une copie du recto entier."
          : "Verso manquant : la bande MRZ est au dos de la carte d'identité. Demandez le verso.",
      )
  }
}

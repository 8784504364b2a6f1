import { addMonths } from '../../formats/calendar.ts'
import { frenchDate } from '../../formats/dates.ts'
import type { Validity } from '../kind.ts'
import type { RegionalProfile } from '../regional-profile.ts'
import { moisDepuis } from './durees.ts'
import { finLe, nonDeterminee, type Lue } from './validity.ts'

/** Titre de séjour: printed end, plus the months for which the region keeps the rights open (CESEDA L. 433-3). */
export function finTitreSejour(expiration: Lue | null, profil: RegionalProfile): Validity {
  if (!expiration)
    return nonDeterminee('La date de fin de validité du titre ne se lit pas. Déposez le recto et le verso, plus nets.')
  const mois = profil.titreSejour.tolerancePostExpirationMois
  const fin = mois === 0 ? expiration.valeur : addMonths(expiration.valeur, mois)
  return finLe(
    fin,
    'titre-sejour-date-imprimee',
    expiration.confiance,
    `Date de fin de validité du titre : ${frenchDate(expiration.valeur)}` +
      (mois === 0 ? '.' : `, droits maintenus ${mois} mois : jusqu'au ${frenchDate(fin)}.`),
  )
}

/** What a paper of the foreigners' service is. */
export type NatureSejour =
  | 'recepisse'
  | 'prolongation-instruction'
  | 'decision-favorable'
  /** Confirmation or attestation of a filing: no stay document. */
  | 'depot'

/**
 * Récépissé and attestations: the printed end; else three months from the issue, which is the longest that a
 * prolongation may last and the usual length of a récépissé. A mere filing has no validity.
 */
export function finRecepisse(
  nature: NatureSejour,
  expiration: Lue | null,
  delivrance: Lue | null,
  profil: RegionalProfile,
): Validity {
  if (nature === 'depot')
    return {
      dateFinValidite: null,
      regleValidite: 'sans-validite',
      confiance: 0.9,
      explication:
        "Une confirmation ou une attestation de dépôt ne justifie pas du droit au séjour. Demandez l'attestation de prolongation ou le récépissé.",
    }
  if (expiration)
    return finLe(
      expiration.valeur,
      nature === 'prolongation-instruction' ? 'prolongation-instruction-3-mois' : 'recepisse-date-imprimee',
      expiration.confiance,
      `Date de fin de validité imprimée : ${frenchDate(expiration.valeur)}.`,
    )
  if (!delivrance || nature === 'decision-favorable')
    return nonDeterminee('La date de fin de validité ne se lit pas. Déposez une copie plus nette.')
  const lue = { valeur: delivrance.valeur, confiance: Math.min(0.6, delivrance.confiance) }
  return moisDepuis(nature, lue, profil)
}

import { compareDates } from '../../formats/calendar.ts'
import { frenchDate } from '../../formats/dates.ts'
import type { Validity } from '../kind.ts'
import type { RegionalProfile } from '../regional-profile.ts'
import { finLe, nonDeterminee, sansLimite, type Lue } from './validity.ts'

/**
 * Disability card. The old orange card lost its effect with the carte mobilité inclusion: loi n° 2016-1321, art. 107.
 * @param modele `ancienne`: the paper card before the CMI
 */
export function finCarteInvalidite(
  modele: 'cmi' | 'ancienne',
  expiration: Lue | null,
  definitive: boolean,
  profil: RegionalProfile,
): Validity {
  const { fin } = profil.carteInvaliditeAncienne
  if (modele === 'ancienne' && (definitive || (expiration && compareDates(expiration.valeur, fin) > 0)))
    return finLe(
      fin,
      'invalidite-carte-ancienne',
      expiration?.confiance ?? 0.8,
      `Carte d'invalidité d'ancien modèle : sans effet après le ${frenchDate(fin)} (loi n° 2016-1321, art. 107).`,
    )
  if (definitive) return sansLimite('Carte attribuée à titre permanent.')
  if (!expiration) return nonDeterminee('La date de fin de validité de la carte ne se lit pas. Déposez les deux faces.')
  return finLe(
    expiration.valeur,
    modele === 'ancienne' ? 'invalidite-carte-ancienne' : 'invalidite-date-imprimee',
    expiration.confiance,
    `Date de fin de validité imprimée : ${frenchDate(expiration.valeur)}.`,
  )
}

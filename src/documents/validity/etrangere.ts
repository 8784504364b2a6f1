import { frenchDate } from '../../formats/dates.ts'
import type { Validity } from '../kind.ts'
import type { RegionalProfile } from '../regional-profile.ts'
import { EMETTEURS_UE } from './rules.ts'
import { finLe, nonDeterminee, sansLimite, type Lue } from './validity.ts'

/**
 * Identity card of another state.
 * @param emetteur ICAO code, `null` when it was not read
 * @param permanente the card says that it has no end
 */
export function finIdentiteEtrangere(expiration: Lue | null, emetteur: string | null, permanente: boolean): Validity {
  if (emetteur !== null && !EMETTEURS_UE.has(emetteur))
    return {
      dateFinValidite: null,
      regleValidite: 'identite-hors-ue',
      confiance: 0.9,
      explication:
        "Carte d'identité d'un pays hors Union européenne, EEE et Suisse : le droit au séjour se justifie par un titre de séjour.",
    }
  if (permanente) return sansLimite("La carte porte la mention d'une validité permanente.")
  if (!expiration) return nonDeterminee("La date d'expiration de la carte ne se lit pas. Déposez une copie plus nette.")
  return finLe(
    expiration.valeur,
    'identite-ue-date-imprimee',
    expiration.confiance,
    `Date d'expiration de la carte : ${frenchDate(expiration.valeur)}.`,
  )
}

/** Passport: printed end for an issuer of the European Union, EEE or Switzerland; none for others by default. */
export function finPasseport(expiration: Lue | null, emetteur: string | null, profil: RegionalProfile): Validity {
  if (emetteur !== null && !EMETTEURS_UE.has(emetteur) && profil.passeportHorsUe === 'null')
    return {
      dateFinValidite: null,
      regleValidite: 'passeport-hors-ue',
      confiance: 0.9,
      explication:
        "Passeport d'un pays hors Union européenne, EEE et Suisse : le droit au séjour se justifie par un titre de séjour.",
    }
  if (!expiration)
    return nonDeterminee("La date d'expiration du passeport ne se lit pas. Déposez une copie plus nette.")
  if (emetteur === null)
    return nonDeterminee("Le pays qui a délivré le passeport ne se lit pas. Déposez la page d'identité entière.")
  return finLe(
    expiration.valeur,
    'passeport-date-imprimee',
    expiration.confiance,
    `Date d'expiration du passeport : ${frenchDate(expiration.valeur)}.`,
  )
}

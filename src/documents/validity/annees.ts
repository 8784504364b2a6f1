import { frenchDate } from '../../formats/dates.ts'
import type { Validity } from '../kind.ts'
import type { RegionalProfile } from '../regional-profile.ts'
import { finLe, type Lue } from './validity.ts'

/** First month of an academic year: a card issued from July on is that of the coming year. */
const PREMIER_MOIS_ANNEE_UNIVERSITAIRE = 7

/**
 * End of an academic year `A-B`: 31 August B by default.
 * @param annee `2024-2025`
 */
export function finAnneeUniversitaire(
  regle: 'etudiant-annee-universitaire' | 'bourse-annee-universitaire',
  annee: Lue,
  profil: RegionalProfile,
): Validity {
  const fin = `${annee.valeur.slice(5, 9)}-${profil.carteEtudiant.finAnneeUniversitaire}`
  return finLe(
    fin,
    regle,
    annee.confiance,
    `Année universitaire ${annee.valeur} : valable jusqu'au ${frenchDate(fin)} inclus.`,
  )
}

/** A student card of which only the day of issue is known: the academic year of that day. */
export function finAnneeUniversitaireDuJour(jour: Lue, profil: RegionalProfile): Validity {
  const annee = Number(jour.valeur.slice(0, 4))
  const debut = Number(jour.valeur.slice(5, 7)) >= PREMIER_MOIS_ANNEE_UNIVERSITAIRE ? annee : annee - 1
  const lue = { valeur: `${debut}-${debut + 1}`, confiance: Math.min(0.7, jour.confiance) }
  const fin = finAnneeUniversitaire('etudiant-annee-universitaire', lue, profil)
  return { ...fin, explication: `Délivrée le ${frenchDate(jour.valeur)}. ${fin.explication}` }
}

/**
 * Tax notice on the income of year R: 31 December R + 2, since an application of year N is examined on the income of
 * N - 2 (service-public F10007).
 */
export function finAvisImposition(anneeRevenus: Lue, profil: RegionalProfile): Validity {
  const n = profil.avisImposition.anneesApresRevenus
  const fin = `${Number(anneeRevenus.valeur) + n}-12-31`
  return finLe(
    fin,
    `avis-imposition-n-${n}`,
    anneeRevenus.confiance,
    `Revenus de ${anneeRevenus.valeur} : avis valable pour les demandes examinées jusqu'au ${frenchDate(fin)} inclus.`,
  )
}

/** Pension statement of a whole year Y: 31 December Y + 1. */
export const finPensionAnnuelle = (annee: Lue): Validity =>
  finLe(
    `${Number(annee.valeur) + 1}-12-31`,
    'pension-annuelle',
    annee.confiance,
    `Attestation de l'année ${annee.valeur} : valable jusqu'au 31/12/${Number(annee.valeur) + 1} inclus.`,
  )

/** Accounts of a financial year closed on a day of year C: 31 December C + 1. */
export const finBilan = (cloture: Lue): Validity => {
  const annee = Number(cloture.valeur.slice(0, 4)) + 1
  return finLe(
    `${annee}-12-31`,
    'bilan-exercice',
    cloture.confiance,
    `Exercice clos le ${frenchDate(cloture.valeur)} : valable jusqu'au 31/12/${annee} inclus.`,
  )
}

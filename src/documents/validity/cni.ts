import { Temporal } from 'temporal-polyfill'
import { addYears, ageOn, compareDates, daysBetween, endOfMonth } from '../../formats/calendar.ts'
import { frenchDate } from '../../formats/dates.ts'
import type { Validity } from '../kind.ts'
import type { RegionalProfile } from '../regional-profile.ts'
import { CNI_ELECTRONIQUE, CNI_PLASTIFIEE } from './rules.ts'
import { finLe, nonDeterminee, type Lue } from './validity.ts'

/** What a card says of its dates. Days are ISO. */
export interface DatesCni {
  readonly delivrance: Lue | null
  /** Printed end; already passed through the sanity window. */
  readonly expiration: Lue | null
  readonly naissance: Lue | null
  /** Number of a laminated card: it starts with YYMM of delivery. */
  readonly numero: Lue | null
}

const addDays = (iso: string, n: number): string => Temporal.PlainDate.from(iso).add({ days: n }).toString()

/** Month of delivery that the number of a laminated card starts with (`1206...` is June 2012), or `null`. */
export function moisDuNumeroCni(numero: string): string | null {
  const match = /^(\d{2})(0[1-9]|1[0-2])[0-9A-Z]{8}$/.exec(numero)
  if (!match) return null
  const year = Number(match[1])
  return `${year >= 50 ? 1900 + year : 2000 + year}-${match[2] as string}`
}

/**
 * French laminated card (1988 to 2021): the printed end, prolonged by five years for a card delivered to an adult
 * between 2 January 2004 and 31 December 2013. The prolongation wants three things that agree: printed end, delivery
 * ten years before, adult at delivery. A doubt is never held against the holder.
 */
export function finCniPlastifiee(dates: DatesCni, jourDepot: string): Validity {
  const { expiration, naissance } = dates
  if (!expiration) {
    const calculee = finDepuisDelivrance(dates)
    if (!calculee) return finDepuisNumero(dates)
    const fin = finCniPlastifiee({ ...dates, expiration: calculee }, jourDepot)
    return { ...fin, explication: `Date de fin illisible, calculée depuis la délivrance. ${fin.explication}` }
  }
  const imprimee = finLe(
    expiration.valeur,
    'cni-date-imprimee',
    expiration.confiance,
    `Date de fin imprimée sur la carte : ${frenchDate(expiration.valeur)}.`,
  )
  const delivrance = delivranceDixAnsAvant(expiration.valeur, dates)
  if (delivrance === 'hors-fenetre') return imprimee
  const prolongee = addYears(expiration.valeur, CNI_PLASTIFIEE.prolongationAnnees)
  if (delivrance === 'inconnue' || !naissance) {
    const possible = compareDates(prolongee, jourDepot) >= 0
    return {
      ...imprimee,
      confiance: Math.min(0.5, expiration.confiance),
      explication:
        `Date de fin imprimée : ${frenchDate(expiration.valeur)}. Prolongation de 5 ans possible : ` +
        (naissance ? 'la date de délivrance' : "l'âge du titulaire à la délivrance") +
        " n'a pas pu être établi" +
        (naissance ? 'e.' : '.'),
      ...(possible ? { neJamaisObsolete: true } : {}),
    }
  }
  const confiance = Math.min(expiration.confiance, delivrance.confiance, naissance.confiance)
  if (ageOn(naissance.valeur, delivrance.valeur) < CNI_PLASTIFIEE.majorite)
    return {
      ...imprimee,
      confiance,
      explication: `Délivrée le ${frenchDate(delivrance.valeur)} à un mineur : date imprimée ${frenchDate(expiration.valeur)}, sans prolongation.`,
    }
  return finLe(
    prolongee,
    'cni-prolongation-5-ans',
    confiance,
    `Délivrée le ${frenchDate(delivrance.valeur)} à un majeur : date imprimée ${frenchDate(expiration.valeur)} prolongée de ${CNI_PLASTIFIEE.prolongationAnnees} ans (décret n° 2013-1188).`,
  )
}

/**
 * The day of delivery when the card is of the prolonged ones: read, or confirmed by the month in the number.
 * `hors-fenetre` when the card is surely not; `inconnue` when it may be.
 */
function delivranceDixAnsAvant(expiration: string, dates: DatesCni): Lue | 'hors-fenetre' | 'inconnue' {
  const attendue = addDays(addYears(expiration, -CNI_PLASTIFIEE.dureeImprimeeAnnees), 1)
  const { premiereDelivranceProlongee: premiere, derniereDelivranceProlongee: derniere } = CNI_PLASTIFIEE
  // A printed end outside the ten years that follow the window belongs to no prolonged card, whatever else was read.
  if (compareDates(attendue, premiere) < 0 || compareDates(attendue, derniere) > 0) return 'hors-fenetre'
  const { delivrance, numero } = dates
  if (delivrance && Math.abs(daysBetween(attendue, delivrance.valeur)) <= CNI_PLASTIFIEE.ecartJours) {
    const dansLaFenetre =
      compareDates(delivrance.valeur, premiere) >= 0 && compareDates(delivrance.valeur, derniere) <= 0
    return dansLaFenetre ? delivrance : 'hors-fenetre'
  }
  if (numero && moisDuNumeroCni(numero.valeur) === attendue.slice(0, 7))
    return { valeur: attendue, confiance: Math.min(0.8, numero.confiance) }
  return 'inconnue'
}

/** The end that a card delivered that day was printed with, when the delivery agrees with the number of the card. */
function finDepuisDelivrance({ delivrance, naissance, numero }: DatesCni): Lue | null {
  if (!delivrance || !naissance) return null
  const mois = numero && moisDuNumeroCni(numero.valeur)
  if (mois && mois !== delivrance.valeur.slice(0, 7)) return null
  const { majorite, derniereDelivranceProlongee, dureeMajeurAnnees, dureeImprimeeAnnees } = CNI_PLASTIFIEE
  const majeur = ageOn(naissance.valeur, delivrance.valeur) >= majorite
  const quinzeAns = majeur && compareDates(delivrance.valeur, derniereDelivranceProlongee) > 0
  const annees = quinzeAns ? dureeMajeurAnnees : dureeImprimeeAnnees
  return { valeur: addDays(addYears(delivrance.valeur, annees), -1), confiance: Math.min(0.6, delivrance.confiance) }
}

/** Back of the card missing: the number gives the month of delivery, the birth date says which duration applied. */
function finDepuisNumero({ numero, naissance }: DatesCni): Validity {
  const mois = numero && moisDuNumeroCni(numero.valeur)
  if (!mois || !naissance)
    return nonDeterminee(
      'La date de fin de validité est au verso de la carte, et ce verso manque ou ne se lit pas. Ajoutez le verso.',
    )
  const majeur = ageOn(naissance.valeur, `${mois}-01`) >= CNI_PLASTIFIEE.majorite
  const annees =
    majeur && mois >= CNI_PLASTIFIEE.premierMoisQuinzeAns
      ? CNI_PLASTIFIEE.dureeMajeurAnnees
      : CNI_PLASTIFIEE.dureeMineurAnnees
  const fin = endOfMonth(addYears(`${mois}-01`, annees))
  return finLe(
    fin,
    'cni-derivee-du-numero',
    Math.min(CNI_PLASTIFIEE.confianceDeriveeDuNumero, naissance.confiance, numero.confiance),
    `Verso absent ou illisible. Carte délivrée en ${mois.split('-').reverse().join('/')} à un ${majeur ? 'majeur' : 'mineur'} : valable ${annees} ans, au plus tard jusqu'au ${frenchDate(fin)}.`,
  )
}

/** French electronic card (since 2021): printed end; where it was not read, ten years from the delivery. */
export function finCniElectronique({ expiration, delivrance }: DatesCni): Validity {
  if (expiration)
    return finLe(
      expiration.valeur,
      'cni-date-imprimee',
      expiration.confiance,
      `Date d'expiration de la carte : ${frenchDate(expiration.valeur)}.`,
    )
  if (!delivrance) return nonDeterminee("La date d'expiration de la carte ne se lit pas. Déposez une copie plus nette.")
  const fin = addDays(addYears(delivrance.valeur, CNI_ELECTRONIQUE.dureeAnnees), -1)
  return finLe(
    fin,
    'cni-date-imprimee',
    Math.min(0.6, delivrance.confiance),
    `Date d'expiration illisible. Carte délivrée le ${frenchDate(delivrance.valeur)} pour ${CNI_ELECTRONIQUE.dureeAnnees} ans : jusqu'au ${frenchDate(fin)}.`,
  )
}

/** The French identity document stays receivable at a guichet after its end where the region accepts it. */
export function identiteFrancaise(validity: Validity, profil: RegionalProfile): Validity {
  return profil.identiteFrancaisePerimee === 'acceptee' ? { ...validity, neJamaisObsolete: true } : validity
}

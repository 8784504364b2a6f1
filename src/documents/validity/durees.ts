import { addMonths, compareDates, endOfMonth } from '../../formats/calendar.ts'
import { frenchDate } from '../../formats/dates.ts'
import type { Validity } from '../kind.ts'
import type { RegionalProfile } from '../regional-profile.ts'
import { REGLES_DUREE, type CodeRegleDuree, type RegleDuree } from './rules.ts'
import { finLe, type Lue } from './validity.ts'

/** `2024-07` as people write it: `07/2024`. */
const frenchMonth = (mois: string): string => mois.split('-').reverse().join('/')

/**
 * Valid until the last day of the n-th month after the one it is about (payslip of August 2023: 30 November 2023), or
 * to the day where the region counts so (period ended 4 August: 4 November).
 * @param mois `YYYY-MM`, or the last day of the period
 */
export function finDesMois(regle: CodeRegleDuree, mois: Lue, profil: RegionalProfile): Validity {
  const duree: RegleDuree = REGLES_DUREE[regle]
  const n = duree.mois(profil)
  const month = mois.valeur.slice(0, 7)
  const dernierJour = mois.valeur.length > 7 ? mois.valeur : endOfMonth(`${month}-01`)
  const fin = duree.arrondi?.(profil) === 'jour' ? addMonths(dernierJour, n) : endOfMonth(addMonths(`${month}-01`, n))
  return finLe(
    fin,
    `${regle}-${n}-mois`,
    mois.confiance,
    `Porte sur ${frenchMonth(month)} : valable ${n} mois de plus, jusqu'au ${frenchDate(fin)} inclus (${duree.source}).`,
  )
}

/**
 * Valid for n months from a day (edition, invoice), never past `plafond` when one is printed.
 * @param jour ISO day
 */
export function moisDepuis(
  regle: CodeRegleDuree,
  jour: Lue,
  profil: RegionalProfile,
  plafond: Lue | null = null,
): Validity {
  const n = REGLES_DUREE[regle].mois(profil)
  const fin = addMonths(jour.valeur, n)
  if (plafond && compareDates(plafond.valeur, fin) < 0)
    return finLe(
      plafond.valeur,
      `${regle}-${n}-mois`,
      Math.min(jour.confiance, plafond.confiance),
      `Daté du ${frenchDate(jour.valeur)}, fin des droits le ${frenchDate(plafond.valeur)} : valable jusque-là.`,
    )
  return finLe(
    fin,
    `${regle}-${n}-mois`,
    jour.confiance,
    `Daté du ${frenchDate(jour.valeur)} : valable ${n} mois, jusqu'au ${frenchDate(fin)} inclus (${REGLES_DUREE[regle].source}).`,
  )
}

import { createHash } from 'node:crypto'

/** Whether a piece lasts to the end of the month reached, or to the same day of it. */
type Arrondi = 'fin-de-mois' | 'jour'

interface MoisArrondis {
  readonly mois: number
  readonly arrondi: Arrondi
}

/**
 * What a region may set about the end of validity (annexe 1 of the dossier-unique rules). Durations not printed on
 * the document are parameters, never numbers in code. Source: validity table of the trade, section 8.
 */
export interface RegionalProfile {
  readonly region: string
  readonly identiteFrancaisePerimee: 'obsolete' | 'acceptee'
  readonly passeportHorsUe: 'null' | 'date-imprimee'
  readonly titreSejour: { readonly tolerancePostExpirationMois: number; readonly dureeRecepisseMois: number }
  /** Month and day, `MM-DD`. */
  readonly carteEtudiant: { readonly finAnneeUniversitaire: string }
  readonly avisImposition: { readonly anneesApresRevenus: number }
  readonly bulletinPaie: MoisArrondis
  readonly attestationCaf: MoisArrondis
  readonly franceTravail: { readonly mois: number }
  readonly pension: { readonly moisPaiement: number; readonly moisNotification: number }
  readonly autresRessources: { readonly mois: number }
  readonly quittance: MoisArrondis
  readonly recuHotel: { readonly mois: number }
  /** ISO date. */
  readonly carteInvaliditeAncienne: { readonly fin: string }
}

export const DEFAULT_PROFILE: RegionalProfile = {
  region: '*',
  identiteFrancaisePerimee: 'obsolete',
  passeportHorsUe: 'null',
  titreSejour: { tolerancePostExpirationMois: 0, dureeRecepisseMois: 3 },
  carteEtudiant: { finAnneeUniversitaire: '08-31' },
  avisImposition: { anneesApresRevenus: 2 },
  bulletinPaie: { mois: 3, arrondi: 'fin-de-mois' },
  attestationCaf: { mois: 3, arrondi: 'fin-de-mois' },
  franceTravail: { mois: 3 },
  pension: { moisPaiement: 3, moisNotification: 12 },
  autresRessources: { mois: 3 },
  quittance: { mois: 3, arrondi: 'fin-de-mois' },
  recuHotel: { mois: 3 },
  carteInvaliditeAncienne: { fin: '2026-12-31' },
}

/** Region and mark of the content of a profile: kept beside each date, so that it can be explained later. */
export const profileMark = (profil: RegionalProfile): string =>
  `${profil.region}@${createHash('sha256').update(JSON.stringify(profil)).digest('hex').slice(0, 8)}`

import type { RegionalProfile } from '../regional-profile.ts'

/**
 * Every number that the rules of end of validity use, with its source. What a region may change stands in the
 * regional profile; what the law fixed stands here. No rule holds a number of its own.
 */

/** A date read before this one, or further than this after the deposit, is a reading error. */
export const PREMIERE_DATE_CROYABLE = '1990-01-01'
export const DUREE_MAXIMALE_ANNEES = 16

/**
 * French laminated identity card. Décret n° 2013-1188 du 18 décembre 2013 (in force 1 January 2014), service-public
 * F35005: cards of adults last 15 years, and those delivered to adults from 2 January 2004 to 31 December 2013, printed
 * for 10 years, are prolonged by 5 years without anything changed on the card. Cards of minors last 10 years.
 */
export const CNI_PLASTIFIEE = {
  majorite: 18,
  premiereDelivranceProlongee: '2004-01-02',
  derniereDelivranceProlongee: '2013-12-31',
  dureeImprimeeAnnees: 10,
  prolongationAnnees: 5,
  /** Printed end = delivery + 10 years - 1 day; readings and cards differ by a day or two. */
  ecartJours: 3,
  dureeMajeurAnnees: 15,
  dureeMineurAnnees: 10,
  /** Month from which a card known by its number alone lasts 15 years for an adult. */
  premierMoisQuinzeAns: '2004-02',
  /** A date derived from the number is the end of a month, not a day: never surer than this. */
  confianceDeriveeDuNumero: 0.5,
} as const

/** Electronic identity card (since 2021): 10 years for all, printed. Règlement (UE) 2019/1157, décret n° 2021-279. */
export const CNI_ELECTRONIQUE = { dureeAnnees: 10 } as const

/** CESEDA R. 431-15-1: an attestation de prolongation d'instruction lasts 3 months at most. */
const PROLONGATION_INSTRUCTION_MOIS = 3

/**
 * Issuers whose identity documents have an end of validity in the SNE: European Union, EEE, Switzerland (codes of ICAO
 * 9303 part 3; Germany is `D`). GBR is not: since 1 January 2022 a British national needs a titre de séjour.
 */
export const EMETTEURS_UE: ReadonlySet<string> = new Set(
  (
    'AUT BEL BGR HRV CYP CZE DNK EST FIN FRA D GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE ' +
    'ISL LIE NOR CHE'
  ).split(' '),
)

export interface RegleDuree {
  /** How many months the piece may be used after its month or its day. */
  readonly mois: (profil: RegionalProfile) => number
  /** Only for the rules that a region may round; the others end with the month. */
  readonly arrondi?: (profil: RegionalProfile) => 'fin-de-mois' | 'jour'
  readonly source: string
}

/**
 * Rules "so many months after". The code of the result names the number that applied: `bulletin-paie-3-mois`.
 * Sources: arrêté du 22 décembre 2020 (the last three payslips); the other durations are assumptions of the trade,
 * set by each region (annexe 1 of the dossier-unique rules).
 */
export const REGLES_DUREE = {
  'bulletin-paie': {
    mois: p => p.bulletinPaie.mois,
    arrondi: p => p.bulletinPaie.arrondi,
    source: 'arrêté du 22/12/2020 : trois derniers bulletins',
  },
  'attestation-caf': {
    mois: p => p.attestationCaf.mois,
    arrondi: p => p.attestationCaf.arrondi,
    source: 'profil régional',
  },
  'france-travail': { mois: p => p.franceTravail.mois, source: 'profil régional' },
  pension: { mois: p => p.pension.moisPaiement, source: 'profil régional' },
  'pension-notification': { mois: p => p.pension.moisNotification, source: 'profil régional' },
  ressources: { mois: p => p.autresRessources.mois, source: 'profil régional' },
  quittance: { mois: p => p.quittance.mois, arrondi: p => p.quittance.arrondi, source: 'profil régional' },
  'recu-hotel': { mois: p => p.recuHotel.mois, source: 'profil régional' },
  recepisse: { mois: p => p.titreSejour.dureeRecepisseMois, source: 'PRADO FRA-HP-01002 : trois mois' },
  'prolongation-instruction': { mois: () => PROLONGATION_INSTRUCTION_MOIS, source: 'CESEDA R. 431-15-1' },
} as const satisfies Record<string, RegleDuree>
export type CodeRegleDuree = keyof typeof REGLES_DUREE

import type { Rng } from '../template.ts'

/** People, places and numbers beside the applicant: all invented. */

const NOMS = [
  'BRISSAUDIER',
  'MARCHENOIR',
  'VALCOURBE',
  'THÉRONDEL',
  'LESCAPELLE',
  'GUÉRANDAIS',
  'MONTALVERT',
  'PONCELIN',
  'DELAUBRAC',
  'FAUVERGUE',
  'ROCHEBELLE',
  'SARNIQUE',
  'TISSEROL',
  'VERNOUX-LACROIX',
  'AMBROSEL',
  'CHASSEBOURG',
  'KERVALLEC',
  'ETCHEVANNE',
  'DA ROCHELLE',
  'HAUTECLAIRE',
  'BELMOKADEM',
  'NGUYEN-VALLAT',
  'DIARRASOU',
  'OUZMERAH',
] as const
const FEMMES = [
  'Hélène',
  'Sandrine',
  'Nadia',
  'Clémence',
  'Fatoumata',
  'Isabelle',
  'Maëlle',
  'Agnès',
  'Yasmina',
  'Odile',
] as const
const HOMMES = [
  'Bertrand',
  'Karim',
  'Étienne',
  'Loïc',
  'Mamadou',
  'Pascal',
  'Rémi',
  'Gaël',
  'Sylvain',
  'Joaquim',
] as const
const TERRITOIRES = [
  'la Haute-Sylve',
  'la Vallée-de-Brenne',
  'la Plaine-d’Orvaulx',
  'la Côte-d’Elme',
  'la Basse-Lys',
] as const

export interface Tiers {
  readonly civilite: 'M.' | 'Mme'
  readonly prenom: string
  readonly nom: string
  /** `Hélène MARCHENOIR`. */
  readonly nomComplet: string
}

/** Somebody beside the applicant: a doctor, a landlord, a clerk. */
export function tiers(rng: Rng, sexe: 'M' | 'F' = rng.chance(0.5) ? 'F' : 'M'): Tiers {
  const femme = sexe === 'F'
  const prenom = rng.pick(femme ? FEMMES : HOMMES)
  const nom = rng.pick(NOMS)
  return { civilite: femme ? 'Mme' : 'M.', prenom, nom, nomComplet: `${prenom} ${nom}` }
}

/** A local area for a regional office: `la Haute-Sylve`. */
export const territoire = (rng: Rng): string => rng.pick(TERRITOIRES)

/** A phone number in one of the ranges that ARCEP keeps for works of fiction. */
export const telephone = (rng: Rng): string =>
  `${rng.pick(['01 99 00', '02 61 91', '03 53 01', '04 65 71', '05 36 49'])} ${rng.digits(2)} ${rng.digits(2)}`

export const mobile = (rng: Rng): string => `06 39 98 ${rng.digits(2)} ${rng.digits(2)}`

/** The parts of a French RIB from its IBAN. */
export const partsRib = (iban: string): { banque: string; guichet: string; compte: string; cle: string } => ({
  banque: iban.slice(4, 9),
  guichet: iban.slice(9, 14),
  compte: iban.slice(14, 25),
  cle: iban.slice(25),
})

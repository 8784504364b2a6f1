/** Reference values of the payslip by month. Sources: décrets SMIC, arrêtés PMSS, openfisca-france and modele-social. */

interface DepuisMois {
  /** First month, `YYYY-MM`. */
  readonly depuis: string
  readonly valeur: number
}

const SMIC: readonly DepuisMois[] = [
  { depuis: '2021-10', valeur: 10.48 },
  { depuis: '2022-01', valeur: 10.57 },
  { depuis: '2022-05', valeur: 10.85 },
  { depuis: '2022-08', valeur: 11.07 },
  { depuis: '2023-01', valeur: 11.27 },
  { depuis: '2023-05', valeur: 11.52 },
  { depuis: '2024-01', valeur: 11.65 },
  { depuis: '2024-11', valeur: 11.88 },
  { depuis: '2026-01', valeur: 12.02 },
  { depuis: '2026-06', valeur: 12.31 },
]
const PMSS: readonly DepuisMois[] = [
  { depuis: '2020-01', valeur: 3428 },
  { depuis: '2023-01', valeur: 3666 },
  { depuis: '2024-01', valeur: 3864 },
  { depuis: '2025-01', valeur: 3925 },
  { depuis: '2026-01', valeur: 4005 },
]
const AGS: readonly DepuisMois[] = [
  { depuis: '2017-07', valeur: 0.15 },
  { depuis: '2024-01', valeur: 0.2 },
  { depuis: '2024-07', valeur: 0.25 },
]
const VIEILLESSE_PATRONALE: readonly DepuisMois[] = [
  { depuis: '2017-01', valeur: 1.9 },
  { depuis: '2024-01', valeur: 2.02 },
  { depuis: '2026-01', valeur: 2.11 },
]
/** Value of the index point of the civil service, euros a month. */
const POINT: readonly DepuisMois[] = [
  { depuis: '2022-07', valeur: 4.85003 },
  { depuis: '2023-07', valeur: 4.92278 },
]

function au(table: readonly DepuisMois[], mois: string): number {
  const due = table.filter(t => t.depuis <= mois.slice(0, 7)).at(-1) ?? table[0]
  if (!due) throw new Error('empty table of rates')
  return due.valeur
}

/** @param mois ISO day or month */
export const smic = (mois: string): number => au(SMIC, mois)
export const pmss = (mois: string): number => au(PMSS, mois)
export const valeurDuPoint = (mois: string): number => au(POINT, mois)

interface TauxPatronaux {
  readonly maladie: number
  readonly vieillesse: number
  readonly famille: number
  readonly chomage: number
  readonly ags: number
}

/** Employer rates, per cent. Until 2025 low wages pay reduced maladie and famille; from 2026 the full rates apply. */
export function tauxPatronaux(mois: string): TauxPatronaux {
  const plein = mois >= '2026-01'
  return {
    maladie: plein ? 13 : 7,
    famille: plein ? 5.25 : 3.45,
    vieillesse: au(VIEILLESSE_PATRONALE, mois),
    chomage: mois >= '2025-05' ? 4 : 4.05,
    ags: au(AGS, mois),
  }
}

/**
 * General reduction of employer contributions, euros: coefficient of the old formula until 2025, of the RGDU after.
 * @param smicMensuel gross monthly SMIC of the same hours
 */
export function reductionGenerale(mois: string, brut: number, smicMensuel: number): number {
  if (mois >= '2026-01') {
    if (brut >= 3 * smicMensuel) return 0
    const c = 0.02 + 0.3781 * Math.pow(0.5 * ((3 * smicMensuel) / brut - 1), 1.75)
    return Math.min(0.3981, c) * brut
  }
  const t = 0.3194
  return Math.max(0, Math.min(t, (t / 0.6) * ((1.6 * smicMensuel) / brut - 1))) * brut
}

/**
 * Hourly gross SMIC by first day (décrets of each revaluation, as tabulated by openfisca-france; bulletin-de-paie,
 * section 4). Mayotte has its own, lower.
 */
const METROPOLE = [
  ['2018-01-01', 9.88],
  ['2019-01-01', 10.03],
  ['2020-01-01', 10.15],
  ['2021-01-01', 10.25],
  ['2021-10-01', 10.48],
  ['2022-01-01', 10.57],
  ['2022-05-01', 10.85],
  ['2022-08-01', 11.07],
  ['2023-01-01', 11.27],
  ['2023-05-01', 11.52],
  ['2024-01-01', 11.65],
  ['2024-11-01', 11.88],
  ['2026-01-01', 12.02],
  ['2026-06-01', 12.31],
] as const

const MAYOTTE = [
  ['2024-01-01', 8.8],
  ['2024-11-01', 8.98],
  ['2026-01-01', 9.33],
  ['2026-06-01', 9.56],
] as const

/**
 * The hourly SMIC in force at the end of a pay period, euros gross.
 * @param day ISO
 * @returns `null` before the table begins
 */
export function hourlySmic(day: string, mayotte = false): number | null {
  return (mayotte ? MAYOTTE : METROPOLE).findLast(([from]) => from <= day)?.[1] ?? null
}

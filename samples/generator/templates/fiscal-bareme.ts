import type { Rng } from '../template.ts'
import { annee } from './kit-dates.ts'

/** Income tax of simple households, as the notice prints it. */

interface Bareme {
  readonly deduction: readonly [min: number, max: number]
  /** Lower bounds of the 11, 30, 41 and 45 % brackets. */
  readonly tranches: readonly [number, number, number, number]
  /** Ceiling of the décote, single and couple. */
  readonly decote: readonly [number, number]
  /** Cap of the advantage of a half part, and of the whole part of a lone parent's first child. */
  readonly plafond: readonly [number, number]
}

/** By year of income. Source: openfisca-france parameters (deduction, brackets, décote), CGI art. 197 (caps). */
const BAREMES: Readonly<Record<number, Bareme>> = {
  2021: {
    deduction: [448, 12829],
    tranches: [10225, 26070, 74545, 160336],
    decote: [790, 1307],
    plafond: [1592, 3756],
  },
  2022: {
    deduction: [472, 13522],
    tranches: [10777, 27478, 78570, 168994],
    decote: [833, 1378],
    plafond: [1678, 3959],
  },
  2023: {
    deduction: [495, 14171],
    tranches: [11294, 28797, 82341, 177106],
    decote: [873, 1444],
    plafond: [1759, 4149],
  },
  2024: {
    deduction: [504, 14426],
    tranches: [11497, 29315, 83823, 180294],
    decote: [889, 1470],
    plafond: [1791, 4224],
  },
  2025: {
    deduction: [509, 14555],
    tranches: [11600, 29579, 84577, 181917],
    decote: [897, 1483],
    plafond: [1807, 4262],
  },
}
const TAUX = [0.11, 0.3, 0.41, 0.45] as const
const PREMIERE = 2021
const DERNIERE = 2025

export interface Foyer {
  readonly revenusDe: number
  /** Salaries of each declarant: one or two. */
  readonly salaires: readonly number[]
  readonly enfants: number
}

export interface Calcul {
  readonly parts: number
  readonly deductions: readonly number[]
  readonly nets: readonly number[]
  readonly brutGlobal: number
  readonly imposable: number
  readonly rfr: number
  /** Tax of the scale, before the décote. */
  readonly droits: number
  readonly decote: number
  /** 0 under the collection threshold of 61 euros. */
  readonly impot: number
  /** Marginal rate, per cent. */
  readonly tmi: number
}

export function nombreDeParts(adultes: number, enfants: number): number {
  const parentSeul = adultes === 1 && enfants > 0 ? 0.5 : 0
  return adultes + Math.min(enfants, 2) * 0.5 + Math.max(0, enfants - 2) + parentSeul
}

function selonTranches(imposable: number, parts: number, bareme: Bareme): number {
  const quotient = imposable / parts
  let impot = 0
  bareme.tranches.forEach((seuil, i) => {
    const haut = bareme.tranches[i + 1] ?? Infinity
    impot += Math.max(0, Math.min(quotient, haut) - seuil) * (TAUX[i] ?? 0)
  })
  return impot * parts
}

/** Tax of a household of salaried people; amounts in whole euros, as printed. */
export function calculer(foyer: Foyer): Calcul {
  const bareme = BAREMES[foyer.revenusDe]
  if (!bareme) throw new Error(`no tax scale for the income of ${foyer.revenusDe}`)
  const adultes = foyer.salaires.length
  const parts = nombreDeParts(adultes, foyer.enfants)
  const [min, max] = bareme.deduction
  const deductions = foyer.salaires.map(s => Math.min(s, Math.max(min, Math.min(max, Math.round(s * 0.1)))))
  const nets = foyer.salaires.map((s, i) => s - (deductions[i] ?? 0))
  const imposable = nets.reduce((a, b) => a + b, 0)
  const demiParts = (parts - adultes) * 2
  const [parDemiPart, parentSeul] = bareme.plafond
  const avantage =
    adultes === 1 && foyer.enfants > 0 ? parentSeul + (demiParts - 2) * parDemiPart : demiParts * parDemiPart
  const droits = Math.round(
    Math.max(selonTranches(imposable, parts, bareme), selonTranches(imposable, adultes, bareme) - avantage),
  )
  const plafondDecote = bareme.decote[adultes === 1 ? 0 : 1]
  const decote = Math.min(droits, Math.max(0, Math.round(plafondDecote - 0.4525 * droits)))
  const apres = droits - decote
  const rang = bareme.tranches.filter(seuil => imposable / parts > seuil).length
  return {
    parts,
    deductions,
    nets,
    brutGlobal: imposable,
    imposable,
    rfr: imposable,
    droits,
    decote,
    impot: apres < 61 ? 0 : apres,
    tmi: rang === 0 ? 0 : Math.round((TAUX[rang - 1] ?? 0) * 100),
  }
}

/**
 * Year of income of a notice that somebody holds on `today`: mostly that of N-2, sometimes the newest, sometimes one
 * that is too old. Notices are sent from the end of July of the year after the income.
 */
export function anneeDesRevenus(rng: Rng, today: string): number {
  const n = annee(today)
  const derniere = today >= `${n}-08-20` ? n - 1 : n - 2
  const tirage = rng.next()
  const choix = tirage < 0.62 ? n - 2 : tirage < 0.85 ? derniere : n - 3
  return Math.max(PREMIERE, Math.min(DERNIERE, choix))
}

/** A household of one or two salaried declarants. */
export function tirerFoyer(rng: Rng, revenusDe: number, couple: boolean): Foyer {
  const salaire = (): number => rng.int(11200, 31800)
  const enfants = rng.pick(couple ? [0, 1, 2, 2, 3] : [0, 0, 0, 1, 2])
  return { revenusDe, salaires: couple ? [salaire(), rng.chance(0.2) ? 0 : salaire()] : [salaire()], enfants }
}

import { champNombre, type Champ, type Champs } from '../../domain/champs.ts'
import type { NonEmpty, Preuve } from '../../domain/check.ts'
import type { Zone } from '../../domain/geometry.ts'
import type { Figure } from './rows.ts'

/** Euros that rounding line by line may leave between two totals (bulletin-de-paie, section 2). */
export const CENTS = 0.05

/** What one relation of the payslip says. Wrong only where all its other operands are confirmed elsewhere on the slip. */
export interface Relation {
  readonly juste: boolean
  /** French, for the person who redoes the sum: "151,67 h à 12,31 € font 1 867,06 €, le bulletin porte 1 967,06 €". */
  readonly phrase: string
  readonly preuves: NonEmpty<Preuve>
  /** Confidence of the least sure figure. */
  readonly confiance: number
  /** All its figures come from the text of a PDF. */
  readonly exact: boolean
  /** Every amount in it, where it is printed. */
  readonly operands: readonly Operand[]
}

/** A field or a figure of a row. */
export type Operand = Pick<Champ, 'valeur' | 'page' | 'zone' | 'source' | 'confiance'>

const french = (v: number, least: number, most: number): string =>
  v.toLocaleString('fr-FR', { minimumFractionDigits: least, maximumFractionDigits: most }).replace(/\s/g, ' ')
export const euros = (v: number): string => `${french(v, 2, 2)} €`
export const number = (v: number): string => french(v, 0, 4)
export const cents = (v: number): number => Math.round((v + Number.EPSILON) * 100) / 100
export const near = (a: number, b: number, tolerance = CENTS): boolean => Math.abs(a - b) <= tolerance + 1e-9
export const sumOf = (figures: readonly Figure[]): number => cents(figures.reduce((s, f) => s + f.valeur, 0))
/** Amounts of one column of a payslip end below each other. */
export const sameColumn = (a: Zone, b: Zone): boolean => Math.abs(a[2] - b[2]) < 0.008

export const figurePreuve = (f: Figure, libelle: string): Preuve => ({
  libelle,
  valeur: number(f.valeur),
  page: f.page,
  zone: f.zone,
  source: f.source,
})

/** A printed amount among the fields of the piece. */
export function readAmount(champs: Champs, nom: string): { champ: Champ; valeur: number } | null {
  const champ = champs[nom]
  const valeur = champNombre(champs, nom)
  return champ && valeur !== null && champ.page !== null ? { champ, valeur } : null
}

/** How sure the figures of a relation are. */
export const certainty = (...operands: readonly Operand[]): Pick<Relation, 'confiance' | 'exact' | 'operands'> => ({
  confiance: Math.min(...operands.map(p => p.confiance)),
  exact: operands.every(p => p.source === 'texte-pdf'),
  operands,
})

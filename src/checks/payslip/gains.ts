import type { Champs } from '../../domain/champs.ts'
import type { NonEmpty, Preuve } from '../../domain/check.ts'
import { champPreuve } from '../preuves.ts'
import {
  CENTS,
  cents,
  certainty,
  euros,
  figurePreuve,
  near,
  number,
  readAmount,
  sameColumn,
  sumOf,
  type Relation,
} from './relation.ts'
import { figuresAbove, type Figure, type Row } from './rows.ts'

const TOTAL_ROW =
  /^(?:\d+ )?(?:TOTAL (?:DES )?(?:COTISATIONS|RETENUES|CHARGES)\b(?! PATRONALES)|TOTAL DES COTISATIONS ET CONTRIBUTIONS)/
const BASE_ROW = /^(?:\d+ )?(?:SALAIRE (?:DE )?BASE|SALAIRE BRUT DES HEURES|HEURES NORMALES|SALAIRE HORAIRE)\b/

/** Relation 3: hours at the hourly rate make the base pay. */
export function basePay(rows: readonly Row[]): Relation | null {
  for (const { label, figures } of rows) {
    const [hours, rate, amount, ...more] = figures
    if (!BASE_ROW.test(label) || !hours || !rate || !amount || more.length > 0) continue
    if (hours.valeur < 1 || hours.valeur > 320 || rate.valeur < 5 || rate.valeur > 200) continue
    const product = cents(hours.valeur * rate.valeur)
    const juste = near(product, amount.valeur, CENTS + rate.rounding * hours.valeur + hours.rounding * rate.valeur)
    const font = `${number(hours.valeur)} h à ${number(rate.valeur)} € font ${euros(product)}`
    return {
      juste,
      phrase: juste ? `${font}.` : `${font}, le bulletin porte ${euros(amount.valeur)}.`,
      preuves: [
        figurePreuve(hours, 'Heures'),
        figurePreuve(rate, 'Taux horaire'),
        figurePreuve(amount, 'Salaire de base'),
      ],
      ...certainty(hours, rate, amount),
    }
  }
  return null
}

/** Relation 4: the gains of the column make the gross pay, on which the contributions are computed. */
export function grossPay(rows: readonly Row[], champs: Champs): Relation | null {
  const brut = readAmount(champs, 'salaireBrut')
  const zone = brut?.champ.zone
  if (!brut || !zone) return null
  const page = brut.champ.page
  if (page === null) return null
  const gains = figuresAbove(rows, { page, zone }).filter(f => sameColumn(f.zone, zone))
  const sum = sumOf(gains)
  const [first, ...others] = gains
  if (!first) return null
  const preuves: NonEmpty<Preuve> = [
    champPreuve(brut.champ, 'Salaire brut'),
    ...[first, ...others].map(f => figurePreuve(f, 'Gain')),
  ]
  const facts = { preuves, ...certainty(brut.champ, ...gains) }
  if (near(sum, brut.valeur)) {
    return { ...facts, juste: true, phrase: `Les gains font le salaire brut, ${euros(brut.valeur)}.` }
  }
  const base = commonBase(rows)
  if (base === null || !near(base, sum)) return null
  return {
    ...facts,
    juste: false,
    phrase: `Les gains font ${euros(sum)}, et les cotisations sont calculées sur ce montant, mais le bulletin porte un salaire brut de ${euros(brut.valeur)}.`,
  }
}

/** The amount that contributions are most often computed on, when three of them at least are. */
function commonBase(rows: readonly Row[]): number | null {
  const count = new Map<number, number>()
  for (const { figures } of rows) {
    const [base, ...rest] = figures
    if (base && rest.length > 0) count.set(base.valeur, (count.get(base.valeur) ?? 0) + 1)
  }
  const [best] = [...count].sort((a, b) => b[1] - a[1])
  return best && best[1] >= 3 ? best[0] : null
}

/** Relation 6: the employee's contributions, one below the other, make their total. */
export function contributions(rows: readonly Row[]): { relation: Relation; total: Figure; row: Row } | null {
  const row = rows.find(r => TOTAL_ROW.test(r.label))
  const [total] = row?.figures ?? []
  if (!row || !total) return null
  const column = figuresAbove(rows, row).filter(f => sameColumn(f.zone, total.zone))
  // Gains may stand in the same column as contributions: then the sum is of those that follow the gross pay only.
  for (let from = 0; column.length - from >= 3; from++) {
    const parts = column.slice(from)
    const [first, ...others] = parts
    if (!first || !near(Math.abs(sumOf(parts)), Math.abs(total.valeur))) continue
    return {
      row,
      total,
      relation: {
        juste: true,
        phrase: `Les cotisations du salarié font leur total, ${euros(Math.abs(total.valeur))}.`,
        preuves: [
          figurePreuve(total, 'Total des cotisations'),
          ...[first, ...others].map(f => figurePreuve(f, 'Cotisation')),
        ],
        ...certainty(total, ...parts),
      },
    }
  }
  return null
}

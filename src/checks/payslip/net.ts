import type { Champ, Champs } from '../../domain/champs.ts'
import type { Zone } from '../../domain/geometry.ts'
import { champPreuve } from '../preuves.ts'
import type { contributions } from './gains.ts'
import {
  cents,
  certainty,
  euros,
  figurePreuve,
  near,
  readAmount,
  sameColumn,
  sumOf,
  type Relation,
} from './relation.ts'
import { figuresAbove, rowsBetween, type Figure, type Row } from './rows.ts'

/** A payslip that has more lines of this kind says nothing sure: any difference can be made of them. */
const MOST_EXTRAS = 5
const TAX_ROW = /IMPOT SUR LE REVENU PRELEVE|IMPOT PRELEVE A LA SOURCE|PRELEVEMENT A LA SOURCE|^PAS\b/
const NO_EXTRA = /MONTANT NET SOCIAL|^DONT\b|NET A PAYER|NET PAYE|SALAIRE NET|NET IMPOSABLE|\bCUMUL/

/** Relation 9: gross pay less contributions, with what is added or taken after them, makes the net before tax. */
export function netBeforeTax(
  rows: readonly Row[],
  champs: Champs,
  confirmed: { readonly brut: boolean; readonly total: ReturnType<typeof contributions> },
): Relation | null {
  const brut = readAmount(champs, 'salaireBrut')
  const net = readAmount(champs, 'netAPayerAvantImpot')
  if (!brut || !net || !confirmed.total || !confirmed.brut) return null
  const { total, row } = confirmed.total
  const expected = cents(brut.valeur - Math.abs(total.valeur))
  const rest = remainder(rows, row, net, expected)
  if (!rest) return null
  const { extras, made } = rest
  if (made === 'unknown') return null
  const sum = `${euros(brut.valeur)} de brut moins ${euros(Math.abs(total.valeur))} de cotisations`
  return {
    juste: made === 'yes',
    phrase:
      made === 'yes'
        ? `${sum} donnent le net à payer avant impôt, ${euros(net.valeur)}.`
        : `${sum}${extras.length > 0 ? ', avec les lignes qui suivent,' : ''} ne donnent pas le net à payer avant impôt de ${euros(net.valeur)}.`,
    preuves: [
      champPreuve(net.champ, 'Net à payer avant impôt'),
      champPreuve(brut.champ, 'Salaire brut'),
      figurePreuve(total, 'Total des cotisations'),
      ...extras.map(f => figurePreuve(f, 'Ligne après les cotisations')),
    ],
    ...certainty(net.champ, brut.champ, total, ...extras),
  }
}

const STATE_TAX = /IMPOT SUR LE REVENU|\bTAUX (?:PERSONNALISE|NEUTRE|NON)/
const MONTH_TOTALS = /^TOTAUX DU MOIS\b/

/** A State payslip: what is to be paid and to be deducted are summed at the foot, their difference is the net before tax. */
export function monthTotals(rows: readonly Row[], champs: Champs): Relation | null {
  const net = readAmount(champs, 'netAPayerAvantImpot')
  const row = rows.find(r => MONTH_TOTALS.test(r.label))
  const [due, deducted] = row?.figures ?? []
  if (!net || !row || !due || !deducted) return null
  const above = figuresAbove(rows, row)
  const sums = [due, deducted].map(total => sumOf(above.filter(f => sameColumn(f.zone, total.zone))))
  if (sums[0] === undefined || sums[1] === undefined) return null
  if (!near(sums[0], due.valeur) || !near(sums[1], deducted.valeur)) return null
  // What is deducted may hold the tax: the difference is then what is paid.
  const read = readAmount(champs, 'netAPayer')
  const paid = read && sameZone(read.champ.zone, net.champ.zone) ? null : read
  const expected = cents(due.valeur - deducted.valeur)
  const juste = near(expected, net.valeur) || (paid !== null && near(expected, paid.valeur))
  if (!juste && paid === null && rows.some(r => r.zone[3] < row.zone[3] && STATE_TAX.test(r.label))) return null
  const font = `${euros(due.valeur)} à payer moins ${euros(deducted.valeur)} à déduire font ${euros(expected)}`
  const nets = [net, ...(paid ? [paid] : [])]
  return {
    juste,
    phrase: juste
      ? `${font}.`
      : `${font}, le bulletin porte un net de ${[...new Set(nets.map(n => euros(n.valeur)))].join(' et de ')}.`,
    preuves: [
      champPreuve(net.champ, 'Net à payer avant impôt'),
      ...(paid ? [champPreuve(paid.champ, 'Net à payer')] : []),
      figurePreuve(due, 'Total à payer'),
      figurePreuve(deducted, 'Total à déduire'),
    ],
    ...certainty(...nets.map(n => n.champ), due, deducted),
  }
}

/** Relation 10: the net before tax less the tax withheld makes what is paid. */
export function netPaid(rows: readonly Row[], champs: Champs, beforeTaxConfirmed: boolean): Relation | null {
  const before = readAmount(champs, 'netAPayerAvantImpot')
  const paid = readAmount(champs, 'netAPayer')
  const row = rows.find(r => TAX_ROW.test(r.label))
  const tax = row && withheld(row)
  if (!before || !paid || !row || !tax || sameZone(before.champ.zone, paid.champ.zone)) return null
  const expected = cents(before.valeur - tax.amount)
  const rest = remainder(rows, row, paid, expected)
  if (!rest) return null
  const { extras, made } = rest
  if (made === 'unknown' || (made === 'no' && !(tax.confirmed && beforeTaxConfirmed))) return null
  const sum = `${euros(before.valeur)} avant impôt moins ${euros(tax.amount)} d'impôt font ${euros(expected)}`
  return {
    juste: made === 'yes',
    phrase: made === 'yes' ? `${sum}.` : `${sum}, le bulletin porte un net payé de ${euros(paid.valeur)}.`,
    preuves: [
      champPreuve(paid.champ, 'Net payé'),
      champPreuve(before.champ, 'Net à payer avant impôt'),
      figurePreuve(tax.figure, 'Impôt prélevé à la source'),
      ...extras.map(f => figurePreuve(f, 'Ligne après le net avant impôt')),
    ],
    ...certainty(paid.champ, before.champ, tax.figure, ...extras),
  }
}

const sameZone = (a: Zone | null, b: Zone | null): boolean => a !== null && b !== null && a.every((v, i) => v === b[i])

/** The tax of its row: base, rate and amount that agree, or zero. An amount without base and rate is not confirmed. */
function withheld({ figures }: Row): { amount: number; figure: Figure; confirmed: boolean } | null {
  const last = figures.at(-1)
  if (!last) return null
  const amount = Math.abs(last.valeur)
  const [base, rate] = figures
  if (figures.length >= 3 && base && rate) {
    return { amount, figure: last, confirmed: near(cents((base.valeur * rate.valeur) / 100), amount) }
  }
  if (amount === 0 || figures.length === 1) return { amount, figure: last, confirmed: amount === 0 }
  return null
}

/** The lines between the row that gives what is expected and the net printed below it, and whether they make the difference. */
function remainder(
  rows: readonly Row[],
  row: Row,
  net: { readonly champ: Champ; readonly valeur: number },
  expected: number,
): { readonly extras: readonly Figure[]; readonly made: ReturnType<typeof explained> } | null {
  const { page, zone } = net.champ
  if (page !== row.page || zone === null) return null
  const extras = extrasOf(rowsBetween(rows, row, zone[1]))
  return {
    extras,
    made: explained(
      cents(net.valeur - expected),
      extras.map(f => f.valeur),
    ),
  }
}

const extrasOf = (rows: readonly Row[]): Figure[] =>
  rows.filter(r => !NO_EXTRA.test(r.label) && !TAX_ROW.test(r.label)).flatMap(r => r.figures.slice(-1))

/** Whether a difference is made of some of the extras, added or taken. */
function explained(difference: number, extras: readonly number[]): 'yes' | 'no' | 'unknown' {
  if (near(difference, 0)) return 'yes'
  if (extras.length > MOST_EXTRAS) return 'unknown'
  let sums = [0]
  for (const extra of extras) sums = sums.flatMap(s => [s, s + extra, s - extra])
  return sums.some(s => near(s, difference)) ? 'yes' : 'no'
}

import type { Check, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { isSure } from './preuves.ts'
import { basePay, contributions, grossPay } from './payslip/gains.ts'
import { monthTotals, netBeforeTax, netPaid } from './payslip/net.ts'
import type { Relation } from './payslip/relation.ts'
import { payslipRows } from './payslip/rows.ts'

/**
 * `bulletin-totaux`: the arithmetic of the payslip (bulletin-de-paie, section 2), redone on the lines printed.
 *
 * A sum counts as wrong only where everything else in it is confirmed by another sum of the slip: a layout that is not
 * understood, or a page that is missing, accuses nobody. In the text of a PDF one wrong sum is an anomaly; read by OCR,
 * two are needed, every figure surely read.
 */
export function payslipTotalsCheck(): Check {
  return {
    code: 'bulletin-totaux',
    appliesTo: ({ type }) => type === 'bulletin-de-paie',
    run({ pages, champs }): CheckResult {
      const rows = payslipRows(pages)
      const base = basePay(rows)
      const gross = grossPay(rows, champs)
      const total = contributions(rows)
      const before = netBeforeTax(rows, champs, { brut: gross?.juste === true, total }) ?? monthTotals(rows, champs)
      const paid = netPaid(rows, champs, before?.juste === true)
      return verdict([base, gross, total?.relation ?? null, before, paid].filter(r => r !== null))
    },
  }
}

function verdict(relations: readonly Relation[]): CheckResult {
  const wrong = relations.filter(r => !r.juste)
  const [first, ...others] = wrong
  if (first) {
    const preuves: NonEmpty<Preuve> = [first.preuves[0], ...first.preuves.slice(1), ...others.flatMap(r => r.preuves)]
    const phrases = wrong.map(r => r.phrase).join(' ')
    const sure = wrong.filter(isSure)
    if (wrong.some(r => r.exact) || sure.length >= 2) {
      return {
        statut: 'anomalie',
        motif: `Les montants de ce bulletin ne s'accordent pas entre eux. ${phrases} Demandez le bulletin d'origine à l'employeur.`,
        preuves,
      }
    }
    return {
      statut: 'non-realise',
      motif: `Un montant de ce bulletin semble ne pas s'accorder avec les autres, mais sa lecture est incertaine. ${phrases} Vérifiez-le sur la page.`,
      preuves,
    }
  }
  const [right, ...more] = relations
  if (right) {
    return {
      statut: 'conforme',
      motif: `Sommes refaites, toutes justes : ${String(relations.length)}. ${relations.map(r => r.phrase).join(' ')}`,
      preuves: [right.preuves[0], ...right.preuves.slice(1), ...more.flatMap(r => r.preuves)],
    }
  }
  return {
    statut: 'non-realise',
    motif:
      "Aucune somme de ce bulletin n'a pu être refaite : les lignes n'ont pas été lues, ou une page manque. Vérifiez les totaux sur la page.",
  }
}

import type { CataloguedCheck, CheckContext, CheckResult } from '../domain/check.ts'
import { gatherPreuves, isSure } from './preuves.ts'
import { basePay, contributions, grossPay } from './payslip/gains.ts'
import { monthTotals, netBeforeTax, netPaid } from './payslip/net.ts'
import type { Relation } from './payslip/relation.ts'
import { payslipRows } from './payslip/rows.ts'
import { seenAgain } from './payslip/seen-again.ts'

/**
 * `bulletin-totaux`: the arithmetic of the payslip (bulletin-de-paie, section 2), redone on the lines printed.
 *
 * A sum counts as wrong only where everything else in it is confirmed by another sum of the slip: a layout that is not
 * understood, or a page that is missing, accuses nobody. In the text of a PDF one wrong sum is an anomaly; read by OCR,
 * its figures must be confirmed by closer looks, or a second sum of sure figures be wrong.
 */
export function payslipTotalsCheck(): CataloguedCheck {
  return {
    code: 'bulletin-totaux',
    compares: 'the sums of the payslip, redone on its lines',
    accuses: "a wrong sum whose other operands are confirmed, in a PDF's text or under closer looks",
    appliesTo: ({ type }) => type === 'bulletin-de-paie',
    async run(context): Promise<CheckResult> {
      const { pages, champs } = context
      const rows = payslipRows(pages)
      const base = basePay(rows)
      const gross = grossPay(rows, champs)
      const total = contributions(rows)
      const before = netBeforeTax(rows, champs, { brut: gross?.juste === true, total }) ?? monthTotals(rows, champs)
      const paid = netPaid(rows, champs, before?.juste === true)
      const relations = [base, gross, total?.relation ?? null, before, paid].filter(r => r !== null)
      return verdict(relations, await certainlyWrong(context, relations))
    },
  }
}

/** Wrong sums that no misreading explains: of exact figures, of figures that closer looks confirm, or two of sure ones. */
async function certainlyWrong(context: CheckContext, relations: readonly Relation[]): Promise<boolean> {
  const wrong = relations.filter(r => !r.juste)
  if (wrong.some(r => r.exact) || wrong.filter(isSure).length >= 2) return true
  for (const relation of wrong) if (await seenAgain(context, relation)) return true
  return false
}

function verdict(relations: readonly Relation[], certain: boolean): CheckResult {
  const wrong = relations.filter(r => !r.juste)
  const [first, ...others] = wrong
  if (first) {
    const preuves = gatherPreuves(first, others)
    const phrases = wrong.map(r => r.phrase).join(' ')
    if (certain) {
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
      preuves: gatherPreuves(right, more),
    }
  }
  return {
    statut: 'non-realise',
    motif:
      "Aucune somme de ce bulletin n'a pu être refaite : les lignes n'ont pas été lues, ou une page manque. Vérifiez les totaux sur la page.",
  }
}

import type { Check, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { PieceText } from '../documents/piece-text.ts'
import { payslipPoints, type Point } from './payslip/plausibility.ts'

/**
 * `bulletin-vraisemblance`: what the law and the calendar make likely on a payslip: net against gross, SMIC, words of
 * another time, period and entry. One strong sign surely read, or two weak ones, are an anomaly (bulletin-de-paie,
 * section 6); one weak sign alone is said and does not accuse.
 */
export function payslipPlausibilityCheck(): Check {
  return {
    code: 'bulletin-vraisemblance',
    appliesTo: ({ type }) => type === 'bulletin-de-paie',
    run({ pages, champs, jourDepot }): CheckResult {
      return verdict(payslipPoints({ text: new PieceText(pages), champs, jourDepot }))
    },
  }
}

function verdict(points: readonly Point[]): CheckResult {
  const odd = points.filter(p => p.signe !== 'bien')
  const phrases = odd.map(p => p.phrase).join(' ')
  const sure = odd.filter(p => p.sure)
  if (sure.some(p => p.signe === 'fort') || sure.length >= 2) {
    const [first, ...others] = sure
    if (first) {
      return {
        statut: 'anomalie',
        motif: `Ce bulletin n'est pas vraisemblable. ${sure.map(p => p.phrase).join(' ')} Demandez le bulletin d'origine à l'employeur.`,
        preuves: gather(first, others),
      }
    }
  }
  const [first, ...others] = points
  if (!first) {
    return {
      statut: 'non-realise',
      motif: "La période, le brut et le net du bulletin n'ont pas été lus : vérifiez-les sur la page.",
    }
  }
  if (odd.some(p => p.signe === 'fort' && !p.sure)) {
    return {
      statut: 'non-realise',
      motif: `${phrases} La lecture est incertaine : vérifiez sur la page.`,
      preuves: gather(first, others),
    }
  }
  return {
    statut: 'conforme',
    motif:
      odd.length === 0
        ? `Vraisemblable : ${String(points.length)} comparaison${points.length > 1 ? 's' : ''} faite${points.length > 1 ? 's' : ''}. ${points.map(p => p.phrase).join(' ')}`
        : `Un point est inhabituel, sans suffire à douter du bulletin. ${phrases}`,
    preuves: gather(first, others),
  }
}

const gather = (first: Point, others: readonly Point[]): NonEmpty<Preuve> => [
  first.preuves[0],
  ...first.preuves.slice(1),
  ...others.flatMap(p => p.preuves),
]

import type { CataloguedCheck } from '../domain/check.ts'
import { PieceText } from '../documents/piece-text.ts'
import { payslipPoints } from './payslip/plausibility.ts'
import { weigh } from './points.ts'

/**
 * `bulletin-vraisemblance`: what the law and the calendar make likely on a payslip: net against gross, SMIC, words of
 * another time, period and entry (bulletin-de-paie, section 6).
 */
export function payslipPlausibilityCheck(): CataloguedCheck {
  return {
    code: 'bulletin-vraisemblance',
    compares: 'net against gross, SMIC, words of another time, period and entry',
    accuses: 'one strong sign surely read, or two weak ones',
    appliesTo: ({ type }) => type === 'bulletin-de-paie',
    run: ({ pages, champs, jourDepot }) =>
      weigh(payslipPoints({ text: new PieceText(pages), champs, jourDepot }), {
        anomalie: "Ce bulletin n'est pas vraisemblable.",
        demande: "Demandez le bulletin d'origine à l'employeur.",
        rien: "La période, le brut et le net du bulletin n'ont pas été lus : vérifiez-les sur la page.",
      }),
  }
}

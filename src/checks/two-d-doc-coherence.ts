import type { CataloguedCheck, CheckResult } from '../domain/check.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import { verifyTwoDDoc } from '../formats/two-d-doc/verify.ts'
import { conclude, type Comparison } from './comparison.ts'
import { missingTwoDDoc } from './missing-two-d-doc.ts'
import { compareTwoDDocWithPage } from './two-d-doc-page-comparison.ts'
import { concernsTwoDDoc } from './two-d-doc-types.ts'
import { twoDDocsOf } from './two-d-docs.ts'

const TEXTS = {
  conforme: 'Les valeurs du 2D-Doc concordent avec celles qui sont imprimées.',
  anomalie: 'Le 2D-Doc ne concorde pas avec ce qui est imprimé',
  doute: "Le 2D-Doc et la page n'ont pas pu être comparés avec certitude",
  aFaire: "Comparez sur la page, ou demandez le document d'origine (PDF).",
  rien: "Aucune valeur imprimée n'a pu être comparée au 2D-Doc : la page qui les porte manque ou ne se lit pas. Demandez le document entier.",
} as const

const SEVERAL =
  'Plusieurs documents signés figurent sur cette pièce : leur 2D-Doc ne peut pas être rapproché de la bonne page. Déposez un document par fichier.'

/**
 * `2d-doc-coherence`: the signed fields of the 2D-Doc against the printed ones (2D-Doc, section 11). The usual forgery
 * edits the page and leaves the code. The annexe of a code is signed by nobody and is not looked at; a code whose
 * signature is false proves nothing, so nothing is compared with it.
 */
export function twoDDocCoherenceCheck(trustStore: TrustStore): CataloguedCheck {
  return {
    code: '2d-doc-coherence',
    compares: 'the signed fields of the 2D-Doc against the printed ones',
    accuses: 'a signed field that differs from what closer looks surely read',
    appliesTo: concernsTwoDDoc,
    async run(context) {
      const docs = twoDDocsOf(context)
      if (docs.own.length === 0) return missingTwoDDoc(context, docs)
      const credible = docs.own.filter(doc => {
        const { outcome } = verifyTwoDDoc(doc.reading, trustStore, { day: context.jourDepot })
        return outcome === 'valid' || outcome === 'unverifiable'
      })
      const compared: Comparison[][] = []
      for (const doc of credible) compared.push(await compareTwoDDocWithPage(context, doc))
      const [first, ...others] = compared
      if (!first) {
        return {
          statut: 'non-realise',
          motif: "Le 2D-Doc n'est pas authentique : ses valeurs ne peuvent pas servir à contrôler la page.",
        }
      }
      return conclusion(first, others)
    },
  }
}

function conclusion(first: readonly Comparison[], others: readonly (readonly Comparison[])[]): CheckResult {
  const best = [first, ...others].reduce((a, b) => (differences(b) < differences(a) ? b : a))
  if (others.length > 0 && differences(best) > 0) return { statut: 'non-realise', motif: SEVERAL }
  return conclude(best, TEXTS)
}

const differences = (comparisons: readonly Comparison[]): number =>
  comparisons.filter(c => c.verdict !== 'accord').length

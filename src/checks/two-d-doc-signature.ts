import type { Check, CheckContext, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { frenchDate } from '../formats/dates.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import { verifyTwoDDoc, type TwoDDocVerification } from '../formats/two-d-doc/verify.ts'
import { missingTwoDDoc } from './missing-two-d-doc.ts'
import { verificationSentence } from './two-d-doc-sentences.ts'
import { concernsTwoDDoc } from './two-d-doc-types.ts'
import { codePreuve, twoDDocsOf, type TwoDDocOnPiece } from './two-d-docs.ts'

/**
 * `2d-doc-signature`: the signature of the 2D-Doc, its certificate on the day of signature, and whether its holder may
 * sign such a document (2D-Doc, sections 6 and 8). A certificate that our store lacks is never held against anybody.
 */
export function twoDDocSignatureCheck(trustStore: TrustStore): Check {
  return {
    code: '2d-doc-signature',
    appliesTo: concernsTwoDDoc,
    run(context) {
      const docs = twoDDocsOf(context)
      const [first, ...others] = docs.own.map(doc => judge(context, doc, trustStore))
      if (!first) return missingTwoDDoc(context, docs)
      return [first, ...others].reduce((worst, result) => (RANK[result.statut] > RANK[worst.statut] ? result : worst))
    },
  }
}

const RANK = { 'sans-objet': 0, conforme: 1, 'non-realise': 2, anomalie: 3 } as const

function judge(context: CheckContext, doc: TwoDDocOnPiece, trustStore: TrustStore): CheckResult {
  const verification = verifyTwoDDoc(doc.reading, trustStore, { day: context.jourDepot })
  const motif = verificationSentence(doc.reading, verification)
  const preuves: NonEmpty<Preuve> = [preuveOfCode(doc, verification)]
  switch (verification.outcome) {
    case 'valid':
      return { statut: 'conforme', motif, preuves }
    case 'invalid':
    case 'test-certificate':
      return { statut: 'anomalie', motif, preuves }
    case 'unverifiable':
      return { statut: 'non-realise', motif, preuves }
  }
}

function preuveOfCode(doc: TwoDDocOnPiece, { certificate }: TwoDDocVerification): Preuve {
  const { header, typeLabel } = doc.reading
  const { authority, certificate: id, signatureDate, type } = header
  const signed = signatureDate === null ? '' : `, signé le ${frenchDate(signatureDate)}`
  const issuer = certificate?.organisation ?? 'émetteur inconnu'
  return codePreuve(doc, typeLabel ?? `type ${type}`, `${issuer} (certificat ${authority}/${id})${signed}`)
}

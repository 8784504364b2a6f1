import type { CataloguedCheck, CheckContext, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { frenchDate } from '../formats/dates.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import { verifyTwoDDoc, type TwoDDocVerification } from '../formats/two-d-doc/verify.ts'
import { companyNameSimilarity } from '../formats/company-name.ts'
import { fold } from '../formats/text.ts'
import { missingTwoDDoc } from './missing-two-d-doc.ts'
import { champPreuve } from './preuves.ts'
import { printedText } from './printed.ts'
import { verificationSentence } from './two-d-doc-sentences.ts'
import { concernsTwoDDoc } from './two-d-doc-types.ts'
import { codePreuve, twoDDocsOf, type TwoDDocOnPiece } from './two-d-docs.ts'

/**
 * `2d-doc-signature`: the signature of the 2D-Doc, its certificate on the day of signature, and whether its holder may
 * sign such a document (2D-Doc, sections 6 and 8). A certificate that our store lacks is never held against anybody.
 */
export function twoDDocSignatureCheck(trustStore: TrustStore): CataloguedCheck {
  return {
    code: '2d-doc-signature',
    compares: 'signature, certificate and issuer of the 2D-Doc',
    accuses: 'a signature that does not hold, or an issuer that may not sign such a document',
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
      return notTheEmployer(context, doc, verification, preuves) ?? { statut: 'conforme', motif, preuves }
    case 'invalid':
    case 'test-certificate':
      return { statut: 'anomalie', motif, preuves }
    case 'unverifiable':
      return { statut: 'non-realise', motif, preuves }
  }
}

/** Likeness of a word of the printed name with the holder's: a group, its payroll company and its sites share one. */
const SAME_EMPLOYER = 0.85
const STATE_PAYROLL = 'DIRECTION GENERALE DES FINANCES PUBLIQUES'

/**
 * A payslip is signed by its employer, or by the State's payroll service (2D-Doc, section 8.4). Another signer may be the
 * group's payroll company: a doubt, never more.
 */
function notTheEmployer(
  context: CheckContext,
  doc: TwoDDocOnPiece,
  { certificate }: TwoDDocVerification,
  preuves: readonly Preuve[],
): CheckResult | null {
  const employeur = printedText(context, 'employeur')
  if (doc.reading.header.type !== '06' || !certificate || !employeur) return null
  const { organisation } = certificate
  if (fold(organisation).startsWith(STATE_PAYROLL)) return null
  const told = [employeur.text, ...employeur.text.split(/\s+/).filter(word => word.length > 3)]
  if (told.some(name => companyNameSimilarity(name, [organisation]) >= SAME_EMPLOYER)) return null
  return {
    statut: 'non-realise',
    motif: `La signature du 2D-Doc est exacte, mais c'est celle de ${organisation}, et le bulletin nomme ${employeur.text} comme employeur. Faites confirmer le bulletin par l'employeur.`,
    preuves: [...preuves, champPreuve(employeur.champ, 'Imprimé, employeur')],
  }
}

function preuveOfCode(doc: TwoDDocOnPiece, { certificate }: TwoDDocVerification): Preuve {
  const { header, typeLabel } = doc.reading
  const { authority, certificate: id, signatureDate, type } = header
  const signed = signatureDate === null ? '' : `, signé le ${frenchDate(signatureDate)}`
  const issuer = certificate?.organisation ?? 'émetteur inconnu'
  return codePreuve(doc, typeLabel ?? `type ${type}`, `${issuer} (certificat ${authority}/${id})${signed}`)
}

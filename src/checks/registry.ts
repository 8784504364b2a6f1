import type { CataloguedCheck, Check, CheckContext, Finding } from '../domain/check.ts'
import type { CompanyRegistry, TaxNoticeService } from '../domain/services.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import { filigraneCheck } from './filigrane.ts'
import { identityPlausibilityCheck } from './identity-plausibility.ts'
import { mrzCoherenceCheck } from './mrz-coherence.ts'
import { mrzKeysCheck } from './mrz-keys.ts'
import { noticeAdministrationCheck } from './notice-administration.ts'
import { noticeCoherenceCheck } from './notice-coherence.ts'
import { payslipPlausibilityCheck } from './payslip-plausibility.ts'
import { payslipTotalsCheck } from './payslip-totals.ts'
import { siretKeyCheck } from './siret-key.ts'
import { siretRegistryCheck } from './siret-registry.ts'
import { twoDDocCoherenceCheck } from './two-d-doc-coherence.ts'
import { twoDDocSignatureCheck } from './two-d-doc-signature.ts'

interface CheckStores {
  /** Whom we trust to sign 2D-Doc. */
  readonly trustStore: TrustStore
  /** Asked in order; none: the check says that no register is configured. */
  readonly registries: readonly CompanyRegistry[]
  readonly taxNotices: TaxNoticeService | null
}

/** Every anti-fraud check, one line each. */
export function createChecks({ trustStore, registries, taxNotices }: CheckStores): readonly CataloguedCheck[] {
  return [
    mrzKeysCheck(),
    mrzCoherenceCheck(),
    twoDDocSignatureCheck(trustStore),
    twoDDocCoherenceCheck(trustStore),
    siretKeyCheck(),
    siretRegistryCheck(registries),
    identityPlausibilityCheck(),
    noticeCoherenceCheck(),
    noticeAdministrationCheck(taxNotices),
    payslipTotalsCheck(),
    payslipPlausibilityCheck(),
    filigraneCheck(),
  ]
}

const FAILED =
  "Ce contrôle a échoué pour une raison technique : il n'a pas pu être effectué. Faites le contrôle à la main et signalez-le à l'exploitant du service."

/**
 * Runs the checks that concern a piece, in order. A check that fails is a check that was not carried out: our fault is
 * never an anomaly of the document, and never costs the other checks.
 */
export async function runChecks(checks: readonly Check[], context: CheckContext): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(...(await runOne(check, context)))
  return provenBySignature(findings)
}

/**
 * A notice whose signed 2D-Doc is valid and agrees with the page is proven: that the administration could not be asked
 * is no doubt about it (avis-imposition, section 7).
 */
function provenBySignature(findings: readonly Finding[]): Finding[] {
  const proven = ['2d-doc-signature', '2d-doc-coherence'].every(code =>
    findings.some(f => f.code === code && f.statut === 'conforme'),
  )
  return findings.map(f =>
    proven && f.code === 'avis-administration' && f.statut === 'non-realise'
      ? { code: f.code, statut: 'sans-objet', motif: PROVEN }
      : f,
  )
}

const PROVEN = "Le 2D-Doc signé par l'administration prouve cet avis : il n'a pas été nécessaire de l'interroger."

async function runOne(check: Check, context: CheckContext): Promise<Finding[]> {
  try {
    if (!check.appliesTo(context)) return []
    return [{ ...(await check.run(context)), code: check.code }]
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return [{ code: check.code, statut: 'non-realise', motif: FAILED }]
  }
}

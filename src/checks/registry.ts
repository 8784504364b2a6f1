import type { Check, CheckContext, Finding } from '../domain/check.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import { mrzCoherenceCheck } from './mrz-coherence.ts'
import { mrzKeysCheck } from './mrz-keys.ts'
import { siretKeyCheck } from './siret-key.ts'
import { twoDDocCoherenceCheck } from './two-d-doc-coherence.ts'
import { twoDDocSignatureCheck } from './two-d-doc-signature.ts'

interface CheckStores {
  /** Whom we trust to sign 2D-Doc. */
  readonly trustStore: TrustStore
}

/** Every anti-fraud check, one line each. */
export function createChecks({ trustStore }: CheckStores): readonly Check[] {
  return [
    mrzKeysCheck(),
    mrzCoherenceCheck(),
    twoDDocSignatureCheck(trustStore),
    twoDDocCoherenceCheck(trustStore),
    siretKeyCheck(),
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
  return findings
}

async function runOne(check: Check, context: CheckContext): Promise<Finding[]> {
  try {
    if (!check.appliesTo(context)) return []
    return [{ ...(await check.run(context)), code: check.code }]
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return [{ code: check.code, statut: 'non-realise', motif: FAILED }]
  }
}

import table from '../../../models/two-d-doc/issuers.json' with { type: 'json' }
import { fold } from '../text.ts'
import type { TrustedCertificate } from './trust-store.ts'

/**
 * Whether the holder of a certificate may sign a type of document: the list that the store gives for it, else the table
 * of issuers (`models/two-d-doc/issuers.json`). Types without a rule may be signed by anyone on the trusted list.
 */
export function maySign(certificate: TrustedCertificate, type: string): boolean {
  if (certificate.documentTypes !== null) return certificate.documentTypes.includes(type)
  const rules = table.rules.filter(rule => rule.types.includes(type))
  if (rules.length === 0) return true
  const holder = fold(certificate.organisation)
  return rules.some(rule => rule.organisations.some(name => holder === name || holder.startsWith(`${name} `)))
}

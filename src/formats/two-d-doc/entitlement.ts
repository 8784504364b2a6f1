import table from '../../../models/two-d-doc/issuers.json' with { type: 'json' }
import { fold } from '../text.ts'
import type { TrustedCertificate } from './trust-store.ts'

/**
 * Whether the holder of a certificate may sign a type of document.
 * - `yes`: the rule names it, or nobody is excluded;
 * - `no`: another administration alone signs such documents;
 * - `unusual`: the holders known for the type are others, by their names alone.
 */
export type Entitlement = 'yes' | 'no' | 'unusual'

/**
 * The list that the store gives for a certificate, else the table of issuers (`models/two-d-doc/issuers.json`). Types
 * without a rule may be signed by anyone on the trusted list.
 */
export function entitlement(
  certificate: Pick<TrustedCertificate, 'documentTypes' | 'organisation'>,
  type: string,
): Entitlement {
  if (certificate.documentTypes !== null) return certificate.documentTypes.includes(type) ? 'yes' : 'no'
  const rules = table.rules.filter(rule => rule.types.includes(type))
  const holder = fold(certificate.organisation)
  if (rules.length === 0 || rules.some(rule => rule.organisations.some(name => isOf(holder, name)))) return 'yes'
  return rules.some(rule => rule.certainty === 'established') ? 'no' : 'unusual'
}

const isOf = (holder: string, name: string): boolean => holder === name || holder.startsWith(`${name} `)

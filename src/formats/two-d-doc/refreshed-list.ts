import { X509Certificate } from 'node:crypto'
import signerFile from '../../../models/two-d-doc/list-signer.json' with { type: 'json' }
import shipped from '../../../models/two-d-doc/trust-store.json' with { type: 'json' }
import { readTrustedList, type TrustedList, type TrustedListReading } from './trusted-list.ts'

/** A trusted list taken after numeriseur was shipped: its signed XML is what is kept, and it is proven at every load. */

/** The list that is shipped: none older is taken. */
export const SHIPPED_SEQUENCE = shipped.tsl.sequence

/** Proves a list with the certificate of the scheme operator that is shipped. */
export const proveTrustedList = (xml: string): TrustedListReading =>
  readTrustedList(xml, new X509Certificate(Buffer.from(signerFile.der, 'base64')))

/**
 * The trust store that a proven list makes: its authorities, and the certificates that are shipped. Authorities that
 * left the list are refused from then on.
 */
export function tableOfList(list: TrustedList): unknown {
  const listed = new Set(list.authorities.map(a => a.id))
  const dropped = shipped.authorities.filter(a => !listed.has(a.id)).map(a => ({ ...a, trusted: false }))
  return {
    tsl: { sequence: list.sequence, issued: list.issued, nextUpdate: list.nextUpdate },
    authorities: [...list.authorities, ...dropped],
    certificates: shipped.certificates,
  }
}

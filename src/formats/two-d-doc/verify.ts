import { verify, type KeyObject } from 'node:crypto'
import { addDays } from '../calendar.ts'
import { entitlement } from './entitlement.ts'
import type { CertificateLookup, TrustedCertificate, TrustStore } from './trust-store.ts'
import type { TwoDDocReading } from './two-d-doc-reading.ts'

/**
 * - `valid`: signed by a trusted issuer entitled to this type of document;
 * - `invalid`: the content was changed, or the issuer may not sign it;
 * - `unverifiable`: nothing can be said (certificate not in our store, control characters lost, a signer
 *   never seen for this type);
 * - `test-certificate`: signed with a key that proves nothing.
 */
type TwoDDocOutcome = 'valid' | 'invalid' | 'unverifiable' | 'test-certificate'

export type TwoDDocReason =
  | 'signature-conforme'
  | 'signature-fausse'
  | 'longueur-de-signature'
  | 'base32-invalide'
  | 'separateurs-en-texte'
  | 'date-de-signature-future'
  | 'emetteur-non-habilite'
  | 'emetteur-inhabituel'
  | 'signature-absente'
  | 'autorite-inconnue'
  | 'autorite-refusee'
  | 'certificat-inconnu'
  | 'certificat-non-conforme'
  | 'certificat-revoque'
  | 'cle-non-ecdsa'
  | 'date-hors-certificat'
  | 'certificat-de-test'

export interface TwoDDocVerification {
  readonly outcome: TwoDDocOutcome
  readonly reason: TwoDDocReason
  /** The ECDSA signature alone: `null` when it could not be computed. */
  readonly signature: boolean | null
  /** The signature date stands inside the certificate's validity; `null` without certificate or date. */
  readonly dateWithinCertificate: boolean | null
  readonly certificate: Pick<TrustedCertificate, 'authority' | 'id' | 'organisation' | 'notBefore' | 'notAfter'> | null
  /** A newer trusted list was due before the day of deposit: the answer holds, the store should be refreshed. */
  readonly storeIsOld: boolean
}

export interface VerifyOptions {
  /** Day of deposit, ISO: a signature cannot be later. The day on which we verify plays no part. */
  readonly day: string
}

/** Hash of each curve, and bytes of r and s (specification 3.2.6, chapter 5). */
const CURVES: Readonly<Record<string, { readonly hash: string; readonly length: number }>> = {
  prime256v1: { hash: 'sha256', length: 64 },
  secp384r1: { hash: 'sha384', length: 96 },
  secp521r1: { hash: 'sha512', length: 132 },
}
const LENGTHS = new Set(Object.values(CURVES).map(c => c.length))

/** Clocks and time zones: a document may be signed late in the day of its deposit. */
const FUTURE_TOLERANCE_DAYS = 1

/**
 * Verifies a 2D-Doc as the specification asks (3.2.6, chapter 5 and 6): certificate by authority and id, hash by the
 * curve of its key, validity of the certificate on the day of signature, issuer entitled to the type.
 */
export function verifyTwoDDoc(reading: TwoDDocReading, store: TrustStore, options: VerifyOptions): TwoDDocVerification {
  const { header, signature } = reading
  const lookup = store.find(header.authority, header.certificate)
  const certificate = lookup.kind === 'found' ? lookup.certificate : null
  const within = dateWithin(header.signatureDate, certificate)
  const answer = (outcome: TwoDDocOutcome, reason: TwoDDocReason, verified: boolean | null): TwoDDocVerification => ({
    outcome,
    reason,
    signature: verified,
    dateWithinCertificate: within,
    certificate: certificate && pick(certificate),
    storeIsOld: store.nextUpdate !== null && store.nextUpdate < options.day,
  })
  switch (signature.kind) {
    case 'missing':
      return answer('unverifiable', 'signature-absente', null)
    case 'written-out':
      return answer('invalid', 'separateurs-en-texte', null)
    case 'not-base32':
      return answer('invalid', 'base32-invalide', false)
    case 'present':
      if (!LENGTHS.has(signature.bytes.length)) return answer('invalid', 'longueur-de-signature', false)
  }
  if (!certificate) {
    if (isTestId(header.authority, header.certificate)) return answer('test-certificate', 'certificat-de-test', null)
    return answer('unverifiable', missingReason(lookup), null)
  }
  const curve = CURVES[certificate.x509.publicKey.asymmetricKeyDetails?.namedCurve ?? '']
  if (!curve) return answer('unverifiable', 'cle-non-ecdsa', null)
  if (signature.bytes.length !== curve.length) return answer('invalid', 'longueur-de-signature', false)
  if (!isSigned(reading.signed, signature.bytes, curve.hash, certificate.x509.publicKey))
    return answer('invalid', 'signature-fausse', false)
  if (certificate.test) return answer('test-certificate', 'certificat-de-test', true)
  if (certificate.revoked) return answer('unverifiable', 'certificat-revoque', true)
  if (header.signatureDate !== null && header.signatureDate > addDays(options.day, FUTURE_TOLERANCE_DAYS))
    return answer('invalid', 'date-de-signature-future', true)
  if (within !== true) return answer('unverifiable', 'date-hors-certificat', true)
  switch (entitlement(certificate, header.type)) {
    case 'yes':
      return answer('valid', 'signature-conforme', true)
    case 'no':
      return answer('invalid', 'emetteur-non-habilite', true)
    case 'unusual':
      return answer('unverifiable', 'emetteur-inhabituel', true)
  }
}

function isSigned(signed: string, signature: Buffer, hash: string, key: KeyObject): boolean {
  return verify(hash, Buffer.from(signed, 'latin1'), { key, dsaEncoding: 'ieee-p1363' }, signature)
}

/** Authorities `XX00` and these certificate ids are for tests, under any authority (specification 3.2.6, 2.4). */
const isTestId = (authority: string, certificate: string): boolean =>
  /^[A-Z]{2}00$/.test(authority) || certificate === '0000' || certificate === 'TEST'

function missingReason({ kind }: CertificateLookup): TwoDDocReason {
  switch (kind) {
    case 'refused-authority':
      return 'autorite-refusee'
    case 'unknown-certificate':
      return 'certificat-inconnu'
    case 'broken-chain':
      return 'certificat-non-conforme'
    case 'unknown-authority':
    case 'found':
      return 'autorite-inconnue'
  }
}

function dateWithin(date: string | null, certificate: TrustedCertificate | null): boolean | null {
  return date === null || certificate === null ? null : certificate.notBefore <= date && date <= certificate.notAfter
}

const pick = ({
  authority,
  id,
  organisation,
  notBefore,
  notAfter,
}: TrustedCertificate): TwoDDocVerification['certificate'] => ({
  authority,
  id,
  organisation,
  notBefore,
  notAfter,
})

import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import shipped from '../../../models/two-d-doc/trust-store.json' with { type: 'json' }
import { proveTrustedList, SHIPPED_SEQUENCE, tableOfList } from './refreshed-list.ts'
import { parseTrustStoreFile, type CertificateEntry, type TrustStoreFile } from './trust-store-file.ts'

/** A certificate that may vouch for a 2D-Doc, with what the store says of it. */
export interface TrustedCertificate {
  readonly authority: string
  readonly id: string
  readonly organisation: string
  readonly x509: X509Certificate
  /** Days on which it may sign, ISO, both included. */
  readonly notBefore: string
  readonly notAfter: string
  /** Anybody may hold its key, or it was made for tests: what it signs proves nothing. */
  readonly test: boolean
  readonly revoked: boolean
  /** Document types it may sign, when the store says so; else the table of issuers does. */
  readonly documentTypes: readonly string[] | null
}

export type CertificateLookup =
  | { readonly kind: 'found'; readonly certificate: TrustedCertificate }
  | { readonly kind: 'unknown-authority' }
  /** Dropped from the trusted list, or never in accord. */
  | { readonly kind: 'refused-authority' }
  | { readonly kind: 'unknown-certificate' }
  /** The certificate is not signed by the authority it is listed under, or bears another name. */
  | { readonly kind: 'broken-chain' }

/** Whom we trust to sign 2D-Doc. */
export interface TrustStore {
  /** The certificate whose common name is `id` and that `authority` issued: ids are unique only inside an authority. */
  find(authority: string, id: string): CertificateLookup
  /** ISO date on which a newer trusted list is due, `null` when the store does not say. */
  readonly nextUpdate: string | null
}

/**
 * SHA-256 of the public keys whose private half is printed in the specification (FR00/0001): refused even when a
 * certificate of theirs is added.
 */
const PUBLISHED_KEYS: ReadonlySet<string> = new Set([
  '2e4430bfd7c6ed624cc1cab0cb0541184bce0feaa88729c470ef962eac8e22c3',
])

/** A file of authorities cannot be read or is not a trust store. */
export class TrustStoreUnreadable extends Error {
  override readonly name = 'TrustStoreUnreadable'
}

/**
 * The shipped trust store, and what a file adds to it.
 * @param refreshedFile the signed list that `numeriseur 2d-doc refresh` kept, in the place of the shipped one when it is there
 * @param addedFile path of a JSON file of the same form (`NUMERISEUR_2DDOC_TRUST_STORE`), or `null`
 * @throws TrustStoreUnreadable with a French sentence when that file cannot be read or is not a trust store
 */
export async function loadTrustStore(
  addedFile: string | null,
  refreshedFile: string | null = null,
): Promise<TrustStore> {
  const listed = (refreshedFile === null ? null : await readRefreshed(refreshedFile)) ?? shipped
  if (addedFile === null) return trustStore(listed, null)
  let added: unknown
  try {
    added = JSON.parse(await readFile(addedFile, 'utf8'))
  } catch (error) {
    const cause = error instanceof SyntaxError ? "n'est pas du JSON" : 'ne peut pas être lu'
    throw new TrustStoreUnreadable(
      `Le fichier d'autorités 2D-Doc ajoutées ${cause} : corrigez NUMERISEUR_2DDOC_TRUST_STORE.`,
    )
  }
  return trustStore(listed, added)
}

/**
 * The table of the refreshed list, proven again: whoever can write in the data folder must not choose whom we trust.
 * `null` when nobody refreshed the list, or an update of numeriseur brought a newer one since.
 */
async function readRefreshed(path: string): Promise<unknown> {
  let xml: string
  try {
    xml = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw refreshedUnreadable(path)
  }
  const reading = proveTrustedList(xml)
  if (reading.kind !== 'read') throw refreshedUnreadable(path)
  return reading.list.sequence >= SHIPPED_SEQUENCE ? tableOfList(reading.list) : null
}

const refreshedUnreadable = (path: string): TrustStoreUnreadable =>
  new TrustStoreUnreadable(
    `La liste de confiance 2D-Doc actualisée n'est pas celle que l'État a signée, ou ne se lit pas : supprimez ${basename(path)} du dossier NUMERISEUR_DATA, puis relancez numeriseur 2d-doc refresh.`,
  )

/**
 * A trust store from its tables. Test certificates of the State's list are refused, even when they are added again;
 * the others of the added table are trusted, because someone chose to add them.
 * @throws TrustStoreUnreadable with a French sentence when a table has not the form of a trust store
 */
export function trustStore(listed: unknown, added: unknown): TrustStore {
  const state = readTable(listed)
  const tests = new Set(state.certificates.filter(c => c.test).map(c => c.der))
  const tables = [
    ...(added === null ? [] : [openTable(readTable(added), c => tests.has(c.der))]),
    openTable(state, c => c.test),
  ]
  return {
    nextUpdate: tables.at(-1)?.nextUpdate ?? null,
    find(authority, id) {
      const answers = tables.map(table => table.find(authority, id))
      return (
        answers.find(a => a.kind !== 'unknown-authority' && a.kind !== 'unknown-certificate') ??
        answers.find(a => a.kind === 'unknown-certificate') ?? { kind: 'unknown-authority' }
      )
    },
  }
}

function openTable(table: TrustStoreFile, isTest: (entry: CertificateEntry) => boolean): TrustStore {
  const read = memo(entry => certificateOf(entry, isTest(entry)))
  const intact = memo(entry => {
    const { x509 } = read(entry)
    const issuer = table.authorities.find(a => a.id === entry.authority)
    return commonName(x509) === entry.id && (issuer === undefined || issuedBy(x509, issuer.der))
  })
  return {
    nextUpdate: table.nextUpdate,
    find(authority, id) {
      const issuer = table.authorities.find(a => a.id === authority)
      if (issuer?.trusted === false) return { kind: 'refused-authority' }
      const entry = table.certificates.find(c => c.authority === authority && c.id === id)
      if (!entry) return { kind: issuer ? 'unknown-certificate' : 'unknown-authority' }
      return intact(entry) ? { kind: 'found', certificate: read(entry) } : { kind: 'broken-chain' }
    },
  }
}

function readTable(json: unknown): TrustStoreFile {
  const table = parseTrustStoreFile(json)
  if (table === null) {
    throw new TrustStoreUnreadable(
      "Le fichier d'autorités 2D-Doc n'a pas la forme attendue (authorities, certificates) : corrigez NUMERISEUR_2DDOC_TRUST_STORE.",
    )
  }
  return table
}

function certificateOf(entry: CertificateEntry, test: boolean): TrustedCertificate {
  const x509 = new X509Certificate(Buffer.from(entry.der, 'base64'))
  const key = createHash('sha256')
    .update(x509.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  return {
    authority: entry.authority,
    id: entry.id,
    organisation: entry.organisation,
    x509,
    notBefore: dayOf(x509.validFrom),
    notAfter: dayOf(x509.validTo),
    test: test || PUBLISHED_KEYS.has(key),
    revoked: entry.revoked,
    documentTypes: entry.documentTypes,
  }
}

/** X.509 dates are instants in UTC: "Nov  1 13:47:46 2012 GMT". */
const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

const commonName = (x509: X509Certificate): string | null => /^CN=(.*)$/m.exec(x509.subject)?.[1] ?? null

function issuedBy(x509: X509Certificate, authorityDer: string): boolean {
  const authority = new X509Certificate(Buffer.from(authorityDer, 'base64'))
  return x509.checkIssued(authority) && x509.verify(authority.publicKey)
}

/** Certificates are decoded once, when a code first names them. */
function memo<T>(compute: (entry: CertificateEntry) => T): (entry: CertificateEntry) => T {
  const known = new Map<CertificateEntry, T>()
  return entry => {
    const found = known.get(entry)
    if (found !== undefined) return found
    const value = compute(entry)
    known.set(entry, value)
    return value
  }
}

/** A trust store as a JSON file: `models/two-d-doc/trust-store.json`, or one that is added to it. */

interface AuthorityEntry {
  readonly id: string
  /** DER in Base64. */
  readonly der: string
  /** In accord with the trusted list. */
  readonly trusted: boolean
}

export interface CertificateEntry {
  readonly authority: string
  readonly id: string
  readonly organisation: string
  /** DER in Base64. */
  readonly der: string
  readonly test: boolean
  readonly revoked: boolean
  readonly documentTypes: readonly string[] | null
}

export interface TrustStoreFile {
  readonly authorities: readonly AuthorityEntry[]
  readonly certificates: readonly CertificateEntry[]
  /** ISO date, `null` when the file does not say. */
  readonly nextUpdate: string | null
}

/** Reads the JSON of a trust store; `null` when it has another form. Keys that are not known are left aside. */
export function parseTrustStoreFile(json: unknown): TrustStoreFile | null {
  if (!isRecord(json)) return null
  const authorities = list(json['authorities'], authorityEntry)
  const certificates = list(json['certificates'], certificateEntry)
  if (!authorities || !certificates) return null
  const next = isRecord(json['tsl']) ? json['tsl']['nextUpdate'] : null
  return { authorities, certificates, nextUpdate: typeof next === 'string' ? next.slice(0, 10) : null }
}

function authorityEntry(entry: Readonly<Record<string, unknown>>): AuthorityEntry | null {
  const { id, der, status, trusted } = entry
  if (typeof id !== 'string' || typeof der !== 'string') return null
  const inAccord = status === undefined || status === 'inaccord'
  return { id, der, trusted: trusted !== false && inAccord }
}

function certificateEntry(entry: Readonly<Record<string, unknown>>): CertificateEntry | null {
  const { ca, id, organisation, der, test, revoked, documentTypes } = entry
  if (typeof ca !== 'string' || typeof id !== 'string' || typeof der !== 'string') return null
  if (documentTypes !== undefined && !isStrings(documentTypes)) return null
  return {
    authority: ca,
    id,
    organisation: typeof organisation === 'string' ? organisation : '',
    der,
    test: test === true,
    revoked: revoked === true,
    documentTypes: documentTypes ?? null,
  }
}

function list<T>(json: unknown, read: (entry: Readonly<Record<string, unknown>>) => T | null): T[] | null {
  if (!Array.isArray(json)) return null
  const entries = json.map((entry: unknown) => (isRecord(entry) ? read(entry) : null))
  return entries.some(e => e === null) ? null : (entries as T[])
}

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
const isStrings = (json: unknown): json is string[] => Array.isArray(json) && json.every(s => typeof s === 'string')

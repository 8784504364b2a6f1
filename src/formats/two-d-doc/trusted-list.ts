import { createHash, verify, X509Certificate } from 'node:crypto'
import { canonicalXml } from './canonical-xml.ts'
import { descendants, parseXml, textOf, type XmlElement } from './xml.ts'

/** One certification authority of the State's trusted list (ETSI TS 102 231). */
export interface ListedAuthority {
  /** `FR06`. */
  readonly id: string
  readonly name: string
  /** Last word of the status: `inaccord`, `revoked`. */
  readonly status: string
  readonly statusSince: string
  /** Where its certificates are published. */
  readonly retrieval: string
  /** DER in Base64. */
  readonly der: string
}

export interface TrustedList {
  readonly sequence: number
  /** ISO instants. */
  readonly issued: string
  readonly nextUpdate: string
  readonly authorities: readonly ListedAuthority[]
}

export type TrustedListReading =
  | { readonly kind: 'read'; readonly list: TrustedList }
  /** Not the XML of a trusted list. */
  | { readonly kind: 'not-a-list' }
  /** Not signed by the scheme operator whose certificate we hold, or changed since. */
  | {
      readonly kind: 'not-proven'
      readonly cause:
        'sans-signature' | 'signataire-inconnu' | 'contenu-change' | 'signature-fausse' | 'signataire-hors-validite'
    }

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const FILTER = 'http://www.w3.org/2002/06/xmldsig-filter2'
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties'

/**
 * Reads a trusted list of 2D-Doc and proves it: enveloped XAdES signature, exclusive canonical form, RSA with SHA-256,
 * by the very certificate given. Only these algorithms are taken: they are those of the lists published.
 * @param signer certificate of the scheme operator, from the list that we already trust
 */
export function readTrustedList(source: string, signer: X509Certificate): TrustedListReading {
  const root = parseXml(source)
  if (!root || !/^(?:\w+:)?TrustServiceStatusList$/.test(root.name)) return { kind: 'not-a-list' }
  const cause = proofFailure(root, signer)
  if (cause !== null) return { kind: 'not-proven', cause }
  const list = listOf(root)
  return list ? { kind: 'read', list } : { kind: 'not-a-list' }
}

/** The certificate that a list says it is signed with; `null` when it bears none. */
export function embeddedSigner(source: string): X509Certificate | null {
  const root = parseXml(source)
  const signature = root && signatureOf(root)
  const der = signature && only(signature, 'X509Certificate')
  return der ? new X509Certificate(Buffer.from(textOf(der), 'base64')) : null
}

type Cause = Extract<TrustedListReading, { kind: 'not-proven' }>['cause']

function proofFailure(root: XmlElement, signer: X509Certificate): Cause | null {
  const signature = signatureOf(root)
  const info = signature && only(signature, 'SignedInfo')
  const value = signature && only(signature, 'SignatureValue')
  const embedded = signature && only(signature, 'X509Certificate')
  if (!signature || !info || !value || !embedded) return 'sans-signature'
  if (!Buffer.from(textOf(embedded), 'base64').equals(signer.raw)) return 'signataire-inconnu'
  if (algorithmOf(info, 'CanonicalizationMethod') !== EXCLUSIVE || algorithmOf(info, 'SignatureMethod') !== RSA_SHA256)
    return 'signature-fausse'
  const signed = canonicalXml(root, info)
  if (signed === null || !verify('sha256', Buffer.from(signed), signer.publicKey, Buffer.from(textOf(value), 'base64')))
    return 'signature-fausse'
  const references = descendants(info, 'Reference')
  const whole = references.filter(r => r.attributes.get('URI') === '')
  if (whole.length !== 1) return 'contenu-change'
  if (!references.every(r => holds(root, signature, r))) return 'contenu-change'
  return isSignedInTime(root, signature, references, signer) ? null : 'signataire-hors-validite'
}

/** The list was issued and signed while the certificate of its signer was valid. Both times are signed. */
function isSignedInTime(
  root: XmlElement,
  signature: XmlElement,
  references: readonly XmlElement[],
  signer: X509Certificate,
): boolean {
  const properties = references.filter(r => r.attributes.get('Type') === SIGNED_PROPERTIES)
  const times = [only(root, 'ListIssueDateTime'), only(signature, 'SigningTime')]
  const [from, to] = [Date.parse(signer.validFrom), Date.parse(signer.validTo)]
  return (
    properties.length === 1 &&
    times.every(time => time !== null && from <= Date.parse(textOf(time)) && Date.parse(textOf(time)) <= to)
  )
}

/** The signature of the list itself: its last child, and the only one of its kind. */
function signatureOf(root: XmlElement): XmlElement | null {
  const all = descendants(root, 'Signature')
  const [only_] = all
  return all.length === 1 && only_ && root.children.includes(only_) ? only_ : null
}

/** Whether what a reference points at has the digest that was signed. */
function holds(root: XmlElement, signature: XmlElement, reference: XmlElement): boolean {
  if (algorithmOf(reference, 'DigestMethod') !== SHA256) return false
  const digest = only(reference, 'DigestValue')
  const text = referenced(root, signature, reference)
  return (
    digest !== null && text !== null && createHash('sha256').update(text, 'utf8').digest('base64') === textOf(digest)
  )
}

function referenced(root: XmlElement, signature: XmlElement, reference: XmlElement): string | null {
  const transforms = descendants(reference, 'Transform')
  const algorithms = transforms.map(t => t.attributes.get('Algorithm'))
  const uri = reference.attributes.get('URI')
  if (uri === '') {
    const [first] = transforms
    if (algorithms.length !== 2 || algorithms[1] !== EXCLUSIVE || !first || !leavesSignatureOut(first)) return null
    return canonicalXml(root, root, element => element === signature)
  }
  if (reference.attributes.get('Type') !== SIGNED_PROPERTIES || algorithms.join() !== EXCLUSIVE) return null
  const targets = descendants(signature, 'SignedProperties').filter(e => `#${e.attributes.get('Id') ?? ''}` === uri)
  const [target] = targets
  return targets.length === 1 && target ? canonicalXml(root, target) : null
}

function leavesSignatureOut(transform: XmlElement): boolean {
  const algorithm = transform.attributes.get('Algorithm')
  if (algorithm === ENVELOPED) return true
  const path = only(transform, 'XPath')
  return (
    algorithm === FILTER &&
    path !== null &&
    path.attributes.get('Filter') === 'subtract' &&
    textOf(path) === '/descendant::ds:Signature'
  )
}

function listOf(root: XmlElement): TrustedList | null {
  const next = only(root, 'NextUpdate')
  const [sequence, issued] = [only(root, 'TSLSequenceNumber'), only(root, 'ListIssueDateTime')]
  const authorities = descendants(root, 'TrustServiceProvider').map(authorityOf)
  if (!next || !sequence || !issued || !/^\d+$/.test(textOf(sequence))) return null
  if (authorities.length === 0 || authorities.includes(null)) return null
  return {
    sequence: Number(textOf(sequence)),
    issued: textOf(issued),
    nextUpdate: textOf(next),
    authorities: authorities.filter(a => a !== null),
  }
}

function authorityOf(provider: XmlElement): ListedAuthority | null {
  const first = (parent: string): string => {
    const [child] = descendants(provider, parent)
    const [entry] = child ? [...descendants(child, 'Name'), ...descendants(child, 'URI')] : []
    return entry ? textOf(entry) : ''
  }
  const [status, since, der] = ['ServiceStatus', 'StatusStartingTime', 'X509Certificate'].map(n => only(provider, n))
  const id = first('TSPTradeName')
  if (!status || !since || !der || !/^[A-Z]{2}[0-9A-Z]{2}$/.test(id)) return null
  return {
    id,
    name: first('TSPName'),
    status: textOf(status).split('/').at(-1) ?? '',
    statusSince: textOf(since).slice(0, 10),
    retrieval: first('TSPInformationURI'),
    der: textOf(der).replace(/\s/g, ''),
  }
}

function only(element: XmlElement, local: string): XmlElement | null {
  const found = descendants(element, local)
  return found.length === 1 ? (found[0] ?? null) : null
}

const algorithmOf = (element: XmlElement, local: string): string | undefined =>
  only(element, local)?.attributes.get('Algorithm')

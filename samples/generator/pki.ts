import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The test authority of the project and its 2D-Doc signers. The authority id `XT01` is outside the `FRnn` range of the
 * trusted list: no genuine code can name it, and a reader that does not add the test trust store does not know it.
 */
export const TEST_AUTHORITY = 'XT01'

interface Signer {
  readonly id: string
  readonly organisation: string
  /** Document types of the 2D-Doc dictionary that it signs. */
  readonly types: readonly string[]
}

/** One signer per kind of issuer, as in the real list (2D-Doc, "who signs what"). */
const SIGNERS: readonly Signer[] = [
  {
    id: 'DGF1',
    organisation: 'DIRECTION GENERALE DES FINANCES PUBLIQUES (TEST NUMERISEUR)',
    types: ['04', '18', '24', '27', '28', '02'],
  },
  // State payslips are signed by the DGFiP too, with another certificate.
  { id: 'PAY1', organisation: 'DIRECTION GENERALE DES FINANCES PUBLIQUES (TEST NUMERISEUR)', types: ['06'] },
  { id: 'ANT1', organisation: 'AGENCE NATIONALE DES TITRES SECURISES (TEST NUMERISEUR)', types: ['07', '08'] },
  {
    id: 'DGE1',
    organisation: 'DIRECTION GENERALE DES ETRANGERS EN FRANCE (TEST NUMERISEUR)',
    types: ['13', '15', '16', '17', '25'],
  },
  { id: 'IMN1', organisation: 'IMPRIMERIE NATIONALE (TEST NUMERISEUR)', types: ['A2'] },
  { id: 'CNO1', organisation: 'CNOUS (TEST NUMERISEUR)', types: ['B1', 'B0'] },
  { id: 'FAC1', organisation: 'ENERGIE DES VALLEES (TEST NUMERISEUR)', types: ['00', '01', '09'] },
]

const PKI = new URL('../pki/', import.meta.url)

const certificatePath = (id: string): URL => new URL(`${TEST_AUTHORITY}-${id}.crt.pem`, PKI)
const keyPath = (id: string): URL => new URL(`${TEST_AUTHORITY}-${id}.key.pem`, PKI)

/** The signer of a type of document, and its private key (PKCS#8 PEM). */
export function signerOf(type: string): { readonly id: string; readonly key: string } {
  const signer = SIGNERS.find(s => s.types.includes(type))
  if (!signer) throw new Error(`no test signer for 2D-Doc type ${type}`)
  return { id: signer.id, key: readFileSync(keyPath(signer.id), 'utf8') }
}

/** A signer of the test authority that may not sign tax notices, titles nor payslips: it sells energy. */
export const OTHER_SIGNER: { readonly id: string; readonly key: string } = {
  id: 'FAC1',
  key: readFileSync(keyPath('FAC1'), 'utf8'),
}

const openssl = (...args: string[]): void =>
  void execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'inherit'] })

/**
 * Makes new keys and certificates with openssl and writes `samples/pki/` and `samples/2d-doc-trust-store.json`.
 * Run once (`--make-pki`): new keys change every committed 2D-Doc.
 */
export function makePki(): void {
  const authority = fileURLToPath(certificatePath('CA'))
  const authorityKey = fileURLToPath(keyPath('CA'))
  const work = mkdtempSync(join(tmpdir(), 'numeriseur-pki-'))
  const config = join(work, 'ca.cnf')
  const request = join(work, 'request.pem')
  const issue = (id: string, subject: string, ...signing: string[]): void => {
    const key = fileURLToPath(keyPath(id))
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', key)
    openssl('req', '-new', '-config', config, '-key', key, '-out', request, '-subj', subject)
    openssl(
      ...['ca', '-config', config, '-batch', '-notext', '-rand_serial', '-in', request],
      ...['-out', fileURLToPath(certificatePath(id)), '-keyfile', authorityKey, ...signing],
      ...['-startdate', '20190101000000Z', '-enddate', '20390101000000Z'],
    )
  }
  try {
    writeFileSync(join(work, 'index.txt'), '')
    writeFileSync(config, caConfig(work))
    issue('CA', `/C=FR/O=NUMERISEUR (AUTORITE DE TEST)/CN=${TEST_AUTHORITY}`, '-selfsign', '-extensions', 'authority')
    for (const { id, organisation } of SIGNERS)
      issue(id, `/C=FR/O=${organisation}/CN=${id}`, '-cert', authority, '-extensions', 'signer')
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  writeFileSync(new URL('../2d-doc-trust-store.json', PKI), trustStore())
}

const caConfig = (work: string): string => `[ca]
default_ca = test
[test]
database = ${join(work, 'index.txt')}
new_certs_dir = ${work}
serial = ${join(work, 'serial')}
default_md = sha256
policy = any
unique_subject = no
[any]
countryName = optional
organizationName = optional
commonName = supplied
[req]
distinguished_name = none
[none]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`

/** The trust store in the JSON form that `NUMERISEUR_2DDOC_TRUST_STORE` names. */
function trustStore(): string {
  const read = (id: string): X509Certificate => new X509Certificate(readFileSync(certificatePath(id)))
  const iso = (date: string): string => new Date(date).toISOString().slice(0, 10)
  const authority = read('CA')
  const flat = (subject: string): string => subject.replaceAll('\n', ',')
  const store = {
    title: '2D-Doc trust store of the samples of numeriseur: test authority, no value outside tests',
    source: ['samples/generator/pki.ts'],
    authorities: [
      {
        id: TEST_AUTHORITY,
        name: 'NUMERISEUR (AUTORITE DE TEST)',
        subject: flat(authority.subject),
        issuer: flat(authority.issuer),
        notBefore: iso(authority.validFrom),
        notAfter: iso(authority.validTo),
        key: 'EC-secp256r1',
        status: 'inaccord',
        statusSince: iso(authority.validFrom),
        retrieval: [],
        sha256: authority.fingerprint256.replaceAll(':', '').toLowerCase(),
        der: authority.raw.toString('base64'),
      },
    ],
    certificates: SIGNERS.map(({ id, organisation }) => {
      const certificate = read(id)
      return {
        ca: TEST_AUTHORITY,
        id,
        organisation,
        notBefore: iso(certificate.validFrom),
        notAfter: iso(certificate.validTo),
        key: 'EC/secp256r1',
        serial: certificate.serialNumber,
        crl: [],
        der: certificate.raw.toString('base64'),
      }
    }),
  }
  return `${JSON.stringify(store, null, 1)}\n`
}

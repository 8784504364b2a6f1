import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTrustStore, trustStore } from '../../../src/formats/two-d-doc/trust-store.ts'
import { parseTrustStoreFile } from '../../../src/formats/two-d-doc/trust-store-file.ts'
import { SHIPPED, shippedStore, VECTOR_CERTIFICATES } from './vectors.ts'

const table = parseTrustStoreFile(SHIPPED)
const store = shippedStore()

describe('the shipped trust store', () => {
  it('holds the authorities of the trusted list and their 221 certificates', () => {
    expect(table?.authorities.filter(a => a.trusted).map(a => a.id)).toEqual([
      'FR01',
      'FR03',
      'FR04',
      'FR05',
      'FR06',
      'FR07',
      'FR09',
    ])
    expect(table?.certificates).toHaveLength(221)
    expect(store.nextUpdate).toBe('2027-05-11')
  })

  it('every certificate bears its id as common name and is signed by its authority', () => {
    const broken = table?.certificates.filter(c => store.find(c.authority, c.id).kind !== 'found')
    expect(broken).toEqual([])
  })

  it('an id means something only inside its authority', () => {
    const [a, b] = ['FR04', 'FR06'].map(authority => store.find(authority, 'FPE3'))
    expect(
      a?.kind === 'found' && b?.kind === 'found' && a.certificate.x509.serialNumber === b.certificate.x509.serialNumber,
    ).toBe(false)
    expect(store.find('FR03', 'FPE3')).toEqual({ kind: 'unknown-certificate' })
    expect(store.find('XT01', 'DGF1')).toEqual({ kind: 'unknown-authority' })
  })

  it('refuses the authority that was dropped from the list', () => {
    expect(store.find('FR02', 'ABCD')).toEqual({ kind: 'refused-authority' })
  })

  it('flags test certificates under real authorities', () => {
    for (const [authority, id] of [
      ['FR01', '0000'],
      ['FR03', '0000'],
      ['FR03', 'TES0'],
      ['FR04', '0000'],
      ['FR06', '0000'],
    ] as const)
      expect(store.find(authority, id)).toMatchObject({ kind: 'found', certificate: { test: true } })
  })
})

describe('authorities added to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numeriseur-test-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  it('the test authority of the samples is trusted only once added', async () => {
    const samples = fileURLToPath(new URL('../../../samples/2d-doc-trust-store.json', import.meta.url))
    const added = await loadTrustStore(samples)
    expect(added.find('XT01', 'DGF1')).toMatchObject({ kind: 'found', certificate: { test: false } })
    expect(added.find('FR06', 'FPE3')).toMatchObject({ kind: 'found' })
    expect((await loadTrustStore(null)).find('XT01', 'DGF1')).toEqual({ kind: 'unknown-authority' })
  })

  it('entries are trusted as added, save the keys that the specification publishes', () => {
    const added = trustStore(SHIPPED, {
      authorities: [],
      certificates: VECTOR_CERTIFICATES.certificates.map(c => ({ ...c, test: true })),
    })
    expect(added.find('FR00', 'T256')).toMatchObject({ kind: 'found', certificate: { test: false } })
    expect(added.find('FR00', '0001')).toMatchObject({ kind: 'found', certificate: { test: true } })
  })

  it("a test certificate of the State's list proves nothing, even when somebody adds it again", () => {
    const entry = (SHIPPED as { certificates: { ca: string; id: string; test?: boolean }[] }).certificates.find(
      c => c.ca === 'FR03' && c.id === '0000',
    )
    const added = trustStore(SHIPPED, { authorities: [], certificates: [{ ...entry, test: false }] })
    expect(added.find('FR03', '0000')).toMatchObject({ kind: 'found', certificate: { test: true } })
  })

  it('a certificate listed under an authority that did not sign it, or under another id, is refused', () => {
    const stray = VECTOR_CERTIFICATES.certificates.find(c => c.id === 'T256')
    const [authority] = (SHIPPED as { authorities: { id: string; der: string }[] }).authorities
    const forged = trustStore(SHIPPED, {
      authorities: [{ id: 'XX01', der: authority?.der }],
      certificates: [
        { ...stray, ca: 'XX01' },
        { ...stray, ca: 'XX02', id: 'T999' },
      ],
    })
    expect(forged.find('XX01', 'T256')).toEqual({ kind: 'broken-chain' })
    expect(forged.find('XX02', 'T999')).toEqual({ kind: 'broken-chain' })
  })

  describe('a file that cannot serve is said in French, with its remedy', () => {
    let paths: readonly string[]
    beforeAll(() => {
      paths = [
        join(folder, 'absent.json'),
        file('text.json', 'pas du JSON'),
        file('form.json', '{"certificates": []}'),
        file('entry.json', '{"authorities": [], "certificates": [{"ca": "XX01"}]}'),
        file(
          'types.json',
          '{"authorities": [], "certificates": [{"ca": "XX01", "id": "A", "der": "", "documentTypes": "28"}]}',
        ),
      ]
    })

    it('missing, not JSON, another form, an entry without certificate, types that are no list', async () => {
      for (const path of paths)
        await expect(loadTrustStore(path)).rejects.toThrow(/corrigez NUMERISEUR_2DDOC_TRUST_STORE/)
    })
  })
})

import type { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { embeddedSigner, readTrustedList } from '../../../src/formats/two-d-doc/trusted-list.ts'
import { SHIPPED } from './vectors.ts'

const xml = readFileSync(new URL('../../../models/two-d-doc/tsl-23.xml', import.meta.url), 'utf8')
const signer = embeddedSigner(xml)
if (!signer) throw new Error('the shipped list bears no signer')

describe("the State's trusted list", () => {
  it('the shipped list is proven by its signer and holds the authorities of the shipped store', () => {
    const reading = readTrustedList(xml, signer)
    expect(reading.kind).toBe('read')
    if (reading.kind !== 'read') return
    expect(reading.list).toMatchObject({ sequence: 23, nextUpdate: '2027-05-11T14:00:00Z' })
    const { authorities } = SHIPPED as { authorities: { id: string; status: string; der: string; retrieval: string }[] }
    expect(reading.list.authorities.map(({ id, status, der, retrieval }) => ({ id, status, der, retrieval }))).toEqual(
      authorities
        .filter(a => a.status === 'inaccord')
        .map(({ id, status, der, retrieval }) => ({ id, status, der, retrieval })),
    )
  })

  it.each([
    ['a status changed', xml.replace('inaccord', 'revoked'), 'contenu-change'],
    ['a blank added', xml.replace('<tsl:TSLType>', '<tsl:TSLType> '), 'contenu-change'],
    ['an address changed', xml.replace('pki-g3.ariadnext.fr', 'pki-g3.example.fr'), 'contenu-change'],
    ['the signing time changed', xml.replace('2026-05-12T09:15:39Z', '2026-05-13T09:15:39Z'), 'contenu-change'],
    ['the digest changed', xml.replace('j0T4+sz1j9Y', 'j0T4+sz1j9Z'), 'signature-fausse'],
    ['the signature cut out', xml.replace(/<ds:Signature .*<\/ds:Signature>/s, ''), 'sans-signature'],
    ['an algorithm weakened', xml.replaceAll('xml-exc-c14n#"/></ds:T', 'xml-c14n#"/></ds:T'), 'signature-fausse'],
  ])('%s: the list is not proven', (_, changed, cause) => {
    expect(changed).not.toBe(xml)
    expect(readTrustedList(changed, signer)).toEqual({ kind: 'not-proven', cause })
  })

  it('another layout of the same tags, and comments, change nothing', () => {
    const same = xml.replace('<tsl:TSLType>', '<!-- vu --><tsl:TSLType >').replace(/\r?\n/g, '\n')
    expect(readTrustedList(same, signer).kind).toBe('read')
  })

  it('a document type, or what is not a list, is refused', () => {
    for (const source of ['', '<html></html>', '<a><b></a></b>', xml.replace('?>', '?><!DOCTYPE x [<!ENTITY e "x">]>')])
      expect(readTrustedList(source, signer)).toEqual({ kind: 'not-a-list' })
  })

  it('a list issued or signed while the certificate of its signer was not valid is not proven', () => {
    const valid = (validFrom: string, validTo: string): X509Certificate =>
      Object.create(signer, { validFrom: { value: validFrom }, validTo: { value: validTo } }) as X509Certificate
    const late = { kind: 'not-proven', cause: 'signataire-hors-validite' }
    expect(readTrustedList(xml, valid('2024-01-01', '2027-01-01')).kind).toBe('read')
    expect(readTrustedList(xml, valid('2024-01-01', '2026-05-10'))).toEqual(late)
    // Issued on 11 May, signed on 12 May.
    expect(readTrustedList(xml, valid('2026-05-12', '2027-01-01'))).toEqual(late)
    expect(readTrustedList(xml, valid('2024-01-01', '2026-05-12'))).toEqual(late)
  })
})

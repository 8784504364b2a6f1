import { describe, expect, it } from 'vitest'
import issuers from '../../../models/two-d-doc/issuers.json' with { type: 'json' }
import { documentType } from '../../../src/formats/two-d-doc/dictionary.ts'
import { entitlement } from '../../../src/formats/two-d-doc/entitlement.ts'
import { parseTwoDDoc } from '../../../src/formats/two-d-doc/parse.ts'
import { trustStore } from '../../../src/formats/two-d-doc/trust-store.ts'
import type { TwoDDocReading } from '../../../src/formats/two-d-doc/two-d-doc-reading.ts'
import { verifyTwoDDoc, type TwoDDocVerification } from '../../../src/formats/two-d-doc/verify.ts'
import { fold } from '../../../src/formats/text.ts'
import { contentOf, SHIPPED, shippedStore, VECTOR_CERTIFICATES, vector, vectorStore, VECTORS } from './vectors.ts'

const SHIPPED_HOLDERS = (SHIPPED as { certificates: readonly { organisation: string }[] }).certificates.map(
  c => c.organisation,
)
const DAY = '2026-10-01'
const store = vectorStore()
const shipped = shippedStore()

const read = (id: string): TwoDDocReading => {
  const parsed = parseTwoDDoc(contentOf(vector(id)))
  if (parsed.kind !== 'read') throw new Error(id)
  return parsed.reading
}
const verified = (id: string, trusted = store, day = DAY): TwoDDocVerification =>
  verifyTwoDDoc(read(id), trusted, { day })

/** The error that a vector names, as our reasons say it. */
const REASON_OF: Readonly<Record<string, string>> = {
  'signature-mismatch': 'signature-fausse',
  'unknown-certificate': 'certificat-inconnu',
  'signature-date-outside-certificate': 'date-hors-certificat',
  'bad-signature-length': 'longueur-de-signature',
  'bad-base32': 'base32-invalide',
  'no-signature': 'signature-absente',
}

describe('signatures of the vectors', () => {
  const signed = VECTORS.filter(v => v.expected.signature)

  it.each(signed)('$id: the signature alone, the dates of its certificate, the nature of its error', v => {
    const { signature, error } = v.expected
    const result = verified(v.id)
    expect(result.signature).toBe(signature?.verifies ?? null)
    expect(result.dateWithinCertificate).toBe(signature?.signatureDateWithinCertificate ?? null)
    if (error === 'malformed-field') expect(read(v.id).fields.some(f => f.short)).toBe(true)
    else if (error) expect(result.reason).toBe(REASON_OF[error])
    if (!error || error === 'malformed-field')
      expect(['signature-conforme', 'certificat-de-test']).toContain(result.reason)
  })

  it('a code whose bytes went through UTF-8 no longer verifies', () => {
    expect(verified('ref-v1-01-utf8-damaged')).toMatchObject({ outcome: 'invalid', reason: 'signature-fausse' })
  })

  it.each(signed.filter(v => v.expected.signature?.certificate === 'FR00/0001'))(
    '$id: signed with the published key, never valid, even if its certificate was added',
    v => {
      expect(verified(v.id)).toMatchObject({ outcome: 'test-certificate', signature: true })
      expect(verified(v.id, shipped)).toMatchObject({ outcome: 'test-certificate', signature: null })
    },
  )

  it('codes signed by the State in its time are valid with the shipped store, long after their certificates expired', () => {
    for (const id of ['tac-vaccine-valid', 'tac-test-empty-field'])
      expect(verified(id, shipped)).toMatchObject({ outcome: 'valid', reason: 'signature-conforme', storeIsOld: false })
    expect(verified('df-doe-john', shipped)).toMatchObject({
      outcome: 'invalid',
      reason: 'signature-fausse',
      certificate: { authority: 'FR04', id: 'FPE3', organisation: 'DIRECTION GENERALE DES FINANCES PUBLIQUES' },
    })
  })

  it('a certificate that our store lacks proves nothing either way', () => {
    expect(verified('type29-unknown-cert', shipped)).toMatchObject({
      outcome: 'unverifiable',
      reason: 'certificat-inconnu',
    })
    expect(verified('syn-28-p256', shipped)).toMatchObject({ outcome: 'test-certificate' })
  })

  it('each curve with its own hash', () => {
    for (const id of ['syn-28-p256', 'syn-28-p384', 'syn-04-p521']) expect(verified(id).outcome).toBe('valid')
  })

  it('every single byte of the signed part counts', () => {
    const reading = read('syn-28-p256')
    for (let i = 26; i < reading.signed.length; i += 7) {
      const changed = reading.signed.slice(0, i) + (reading.signed[i] === 'A' ? 'B' : 'A') + reading.signed.slice(i + 1)
      expect(verifyTwoDDoc({ ...reading, signed: changed }, store, { day: DAY }).outcome).toBe('invalid')
    }
  })

  it('a trusted list past its next update still answers, and says so', () => {
    expect(verified('tac-vaccine-valid', shipped, '2027-06-01')).toMatchObject({ outcome: 'valid', storeIsOld: true })
  })

  it('a signature later than the deposit is no honest one, a day of difference being none', () => {
    expect(verified('syn-28-p256', store, '2025-07-31').outcome).toBe('valid')
    expect(verified('syn-28-p256', store, '2025-07-30')).toMatchObject({
      outcome: 'invalid',
      reason: 'date-de-signature-future',
    })
  })

  it('separators written out as text are forged', () => {
    const typed = contentOf(vector('syn-28-p256')).replaceAll('\u001d', '<GS>').replaceAll('\u001f', '<US>')
    const parsed = parseTwoDDoc(typed)
    if (parsed.kind !== 'read') throw new Error(parsed.kind)
    expect(verifyTwoDDoc(parsed.reading, store, { day: DAY })).toMatchObject({
      outcome: 'invalid',
      reason: 'separateurs-en-texte',
    })
  })
})

describe('who may sign what', () => {
  const signer = (changes: Readonly<Record<string, unknown>>): TwoDDocVerification => {
    const certificates = VECTOR_CERTIFICATES.certificates.map(c =>
      c.id === 'T256' ? { ca: c.ca, id: c.id, der: c.der, organisation: 'VECTEURS DE TEST', ...changes } : c,
    )
    return verified('syn-28-p256', trustStore(SHIPPED, { authorities: [], certificates }))
  }

  it('a tax notice must be signed by the tax administration', () => {
    expect(signer({ organisation: 'ENERGIE DES VALLEES' })).toMatchObject({
      outcome: 'invalid',
      reason: 'emetteur-non-habilite',
      signature: true,
    })
    expect(signer({ organisation: 'Direction générale des finances publiques' }).outcome).toBe('valid')
    expect(signer({ organisation: 'DIRECTION GENERALE DES FINANCES PUBLIQUES (TEST)' }).outcome).toBe('valid')
    expect(signer({ organisation: 'DIRECTION GENERALE DES FINANCES PUBLIQUESX' }).outcome).toBe('invalid')
  })

  it('types whose signers are known by their names alone: another signer is a doubt, never a forgery', () => {
    const by = (organisation: string, type: string): string => entitlement({ organisation, documentTypes: null }, type)
    expect(by('IMPRIMERIE NATIONALE', 'A2')).toBe('yes')
    expect(by('ENGIE', 'A2')).toBe('unusual')
    expect(by('ENGIE', '28')).toBe('no')
    expect(by('Délégation à la sécurité routière', 'AA')).toBe('yes')
    // Contracts, diplomas and payslips: any holder of a certificate.
    for (const type of ['06', '10', 'B0', 'ZZ']) expect([type, by('ENGIE', type)]).toEqual([type, 'yes'])
  })

  it('names only types of the dictionary, each once, and holders of the shipped store', () => {
    const types = issuers.rules.flatMap(rule => rule.types)
    expect(types.filter(type => documentType(type) === null)).toEqual([])
    expect(new Set(types).size).toBe(types.length)
    const holders = SHIPPED_HOLDERS.map(fold)
    const unknown = issuers.rules
      .flatMap(rule => rule.organisations)
      .filter(name => !holders.some(holder => holder === name || holder.startsWith(`${name} `)))
    // The names that two holders of the store bear now.
    expect(unknown).toEqual(['FRANCE TITRES', 'FRANCE TITRES', 'CNOUS'])
  })

  it('a store may say itself what its certificate signs', () => {
    expect(signer({ documentTypes: ['28'] }).outcome).toBe('valid')
    expect(signer({ documentTypes: ['06'] })).toMatchObject({ outcome: 'invalid', reason: 'emetteur-non-habilite' })
  })

  it('a revoked certificate makes its codes unverifiable', () => {
    expect(signer({ documentTypes: ['28'], revoked: true })).toMatchObject({
      outcome: 'unverifiable',
      reason: 'certificat-revoque',
    })
  })
})

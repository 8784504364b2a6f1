import { generateKeyPairSync, sign, type KeyObject, type X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataIdentifier } from '../../../src/formats/two-d-doc/dictionary.ts'
import { parseTwoDDoc } from '../../../src/formats/two-d-doc/parse.ts'
import type { TrustStore } from '../../../src/formats/two-d-doc/trust-store.ts'
import type { TwoDDocReading } from '../../../src/formats/two-d-doc/two-d-doc-reading.ts'
import { verifyTwoDDoc } from '../../../src/formats/two-d-doc/verify.ts'

/** Whole codes of the four versions, written by the specification (3.2.6, chapters 3 to 5) apart from the reader. */

interface Key {
  readonly hash: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}
const KEYS = new Map<string, Key>(
  (
    [
      ['K256', 'prime256v1', 'sha256'],
      ['K384', 'secp384r1', 'sha384'],
      ['K521', 'secp521r1', 'sha512'],
    ] as const
  ).map(([id, namedCurve, hash]) => [id, { hash, ...generateKeyPairSync('ec', { namedCurve }) }]),
)

const store: TrustStore = {
  nextUpdate: null,
  find(authority, id) {
    const key = KEYS.get(id)
    if (authority !== 'XT02' || !key) return { kind: 'unknown-certificate' }
    // Of a certificate, verification asks its public key only.
    const x509 = { publicKey: key.publicKey } as X509Certificate
    const holder = { authority, id, organisation: 'ESSAI', documentTypes: null }
    const dates = { notBefore: '2000-01-01', notAfter: '2099-12-31' }
    return { kind: 'found', certificate: { ...holder, ...dates, x509, test: false, revoked: false } }
  },
}

const base32 = (bytes: Buffer): string => {
  const bits = [...bytes].map(b => b.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(g => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(parseInt(g.padEnd(5, '0'), 2))).join('')
}

const hexDay = (days: number | null): string =>
  days === null ? 'FFFF' : days.toString(16).toUpperCase().padStart(4, '0')
const isoOf = (days: number | null): string | null =>
  days === null ? null : new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10)

const IDS = ['10', '22', '24', '43', '44', '46', '47', '48', '4A', '41', '4V', '60', '62', '68', 'ZQ']
const field = fc
  .record({
    id: fc.constantFrom(...IDS),
    value: fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /'-,"), maxLength: 30 }),
    cut: fc.boolean(),
  })
  .map(({ id, value, cut }) => {
    const entry = dataIdentifier(id)
    const fixed = entry?.fixed ?? false
    const text = fixed ? value.padEnd(entry?.min ?? 0, '0').slice(0, entry?.min) : value.slice(0, entry?.max ?? 99)
    const end = fixed ? '' : cut ? '\u001e' : text.length === entry?.max ? '' : '\u001d'
    return { id, text, truncated: !fixed && cut, written: id + text + end }
  })

const code = fc
  .record({
    version: fc.constantFrom(1, 2, 3, 4),
    key: fc.constantFrom('K256', 'K384', 'K521'),
    issued: fc.option(fc.integer({ min: 1, max: 9000 })),
    // 9312 days lead to 30 June 2025.
    signed: fc.integer({ min: 1, max: 9312 }),
    type: fc.constantFrom('28', '06', '01', '07', 'A2', 'ZZ'),
    fields: fc.array(field, { minLength: 1, maxLength: 8 }),
    annexe: fc.option(fc.array(field, { minLength: 1, maxLength: 3 })),
  })
  .map(c => ({ ...c, key: c.version === 1 ? 'K256' : c.key, annexe: c.version === 4 ? c.annexe : null }))

type Code = typeof code extends fc.Arbitrary<infer T> ? T : never

function write(c: Code): string {
  const perimeter = c.version >= 3 ? '01' : ''
  const country = c.version === 4 ? 'FR' : ''
  const header = `DC0${c.version}XT02${c.key}${hexDay(c.issued)}${hexDay(c.signed)}${c.type}${perimeter}${country}`
  const signed = header + c.fields.map(f => f.written).join('')
  const key = KEYS.get(c.key)
  if (!key) throw new Error(c.key)
  const bytes = sign(key.hash, Buffer.from(signed, 'latin1'), { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
  if (c.version === 1) return signed + bytes.toString('latin1')
  const annexe = c.annexe ? `\u001d${c.annexe.map(f => f.written).join('')}` : ''
  return `${signed}\u001f${base32(bytes)}${annexe}`
}

function read(content: string): TwoDDocReading {
  const parsed = parseTwoDDoc(content)
  if (parsed.kind !== 'read') throw new Error(parsed.kind)
  return parsed.reading
}

const OPTIONS = { day: '2026-07-01' }
const told = ({ id, text, truncated }: { id: string; text: string; truncated: boolean }) => ({ id, text, truncated })

describe('a code of any version, type and curve', () => {
  it('is read as it was written, and its signature is valid', () => {
    fc.assert(
      fc.property(code, c => {
        const reading = read(write(c))
        expect(reading.header).toEqual({
          version: c.version,
          authority: 'XT02',
          certificate: c.key,
          issueDate: isoOf(c.issued),
          signatureDate: isoOf(c.signed),
          type: c.type,
          perimeter: '01',
          country: 'FR',
        })
        expect(reading.fields.map(told)).toEqual(c.fields.map(told))
        expect(reading.annexe.map(told)).toEqual((c.annexe ?? []).map(told))
        expect(reading.signed).toBe(write(c).slice(0, reading.signed.length))
        const { signature } = verifyTwoDDoc(reading, store, OPTIONS)
        expect(signature).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('with one signed character changed is never valid', () => {
    fc.assert(
      fc.property(code, fc.nat(), (c, place) => {
        const content = write(c)
        const length = read(content).signed.length
        const at = 12 + (place % (length - 12))
        const other = content[at] === '1' ? '2' : '1'
        const parsed = parseTwoDDoc(content.slice(0, at) + other + content.slice(at + 1))
        if (parsed.kind !== 'read') return
        expect(verifyTwoDDoc(parsed.reading, store, OPTIONS).outcome).not.toBe('valid')
      }),
      { numRuns: 60 },
    )
  })

  it('with another annexe stays valid: nobody signed it', () => {
    fc.assert(
      fc.property(code, fc.array(field, { minLength: 1, maxLength: 3 }), (c, annexe) => {
        fc.pre(c.version === 4)
        const [before, after] = [read(write(c)), read(write({ ...c, annexe }))]
        expect(after.fields).toEqual(before.fields)
        expect(verifyTwoDDoc(after, store, OPTIONS).signature).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

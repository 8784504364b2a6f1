import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { verify, X509Certificate } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { hexDay, twoDDocSvg, twoDDocText } from '../../samples/generator/two-d-doc.ts'
import type { TwoDDocSpec } from '../../samples/generator/template.ts'

const NOTICE: TwoDDocSpec = {
  type: '28',
  issueDate: null,
  signatureDate: '2026-07-24',
  fields: [
    ['41', '20121'],
    ['43', '2,5'],
    ['44', '2678A12345678'],
    ['45', '2025'],
    ['46', 'GUÉRIN ÉLODIE'],
    ['4A', '31072026'],
    ['4Y', "3 PLACE DE L'ÉCLUSE/PARIS"],
  ],
}

interface Store {
  readonly certificates: readonly {
    readonly ca: string
    readonly id: string
    readonly organisation: string
    readonly der: string
  }[]
}

const store = JSON.parse(
  readFileSync(new URL('../../samples/2d-doc-trust-store.json', import.meta.url), 'utf8'),
) as Store

const fromBase32 = (text: string): Buffer => {
  const bits = [...text].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  )
}

describe('the 2D-Doc of the samples', () => {
  beforeAll(() => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    const bytes = readFileSync(wasm)
    prepareZXingModule({
      overrides: { wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
    })
  })

  it('follow the specification: header, fixed fields without separator, variable ones ended by GS, no accent', () => {
    const [signed] = twoDDocText(NOTICE).split('\u001f')
    expect(signed).toBe(
      "DC04XT01DGF1FFFF25E52801FR4120121\u001d432,5\u001d442678A1234567845202546GUERIN ELODIE\u001d4A310720264Y3 PLACE DE L'ECLUSE/PARIS",
    )
    expect(hexDay('2012-11-15')).toBe('125E')
  })

  it('are signed by the certificate that their header names, which the test trust store holds', () => {
    const [signed = '', signature = ''] = twoDDocText(NOTICE).split('\u001f')
    const certificate = store.certificates.find(c => c.ca === signed.slice(4, 8) && c.id === signed.slice(8, 12))
    const { publicKey, subject } = new X509Certificate(Buffer.from(certificate?.der ?? '', 'base64'))
    expect(subject).toContain('DIRECTION GENERALE DES FINANCES PUBLIQUES')
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', Buffer.from(signed, 'latin1'), key, fromBase32(signature))).toBe(true)
    expect(verify('sha256', Buffer.from(signed.replace('20121', '10121'), 'latin1'), key, fromBase32(signature))).toBe(
      false,
    )
  })

  it('are read by a barcode reader byte for byte, control characters included', async () => {
    const svg = twoDDocSvg(NOTICE).replace(
      /style="width:([\d.]+)mm;height:([\d.]+)mm"/,
      (_, w, h) => `width="${Number(w) * 12}" height="${Number(h) * 12}"`,
    )
    const png = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png().toBuffer()
    const [read] = await readBarcodes(new Uint8Array(png), { formats: ['DataMatrix'] })
    expect(Buffer.from(read?.bytes ?? []).toString('latin1')).toBe(twoDDocText(NOTICE))
  })

  it('refuse a value that the identifier does not allow, and a type that no test signer signs', () => {
    expect(() => twoDDocText({ ...NOTICE, fields: [['45', '26']] })).toThrow('expected 4 characters')
    expect(() => twoDDocText({ ...NOTICE, fields: [['46', 'A'.repeat(39)]] })).toThrow('at most 38')
    expect(() => twoDDocText({ ...NOTICE, type: 'ZZ' })).toThrow('no test signer')
  })
})

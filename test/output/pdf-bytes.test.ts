import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodedStreams, stringOperands } from '../../src/output/pdf-bytes.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const stream = (data: Uint8Array, end = '\n'): Buffer =>
  Buffer.concat([
    Buffer.from(`1 0 obj\n<</Length ${data.length}>>\nstream${end}`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ])
const texts = (pdf: Uint8Array): string[] => decodedStreams(pdf).map(s => Buffer.from(s).toString('latin1'))

describe('everything that the bytes of a PDF say', () => {
  it('is the file itself and each stream decompressed, one that nothing refers to included', () => {
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      stream(deflateSync('premier')),
      stream(deflateSync('orphelin'), '\r\n'),
    ])
    const [whole, ...streams] = texts(pdf)
    expect(whole).toBe(pdf.toString('latin1'))
    expect(streams).toEqual(['premier', 'orphelin'])
  })

  it('leaves as they are the streams that do not inflate', () => {
    expect(texts(Buffer.concat([stream(latin1('en clair')), stream(deflateSync('suite'))])).slice(1)).toEqual(['suite'])
  })

  it('finds what a cut stream still holds', () => {
    const cut = stream(deflateSync('2 69 05 49 588 157 80 '.repeat(200))).subarray(0, 60)
    expect(texts(cut)[1]).toContain('2 69 05')
  })

  it('takes no end for a beginning', () => {
    expect(decodedStreams(latin1('endstream endstream'))).toHaveLength(1)
  })
})

describe('the text that a stream sets', () => {
  it.each([
    ['(2 69 )Tj 4 0 Td 98 Tz (05)Tj', '2 69 05'],
    ['10 800 Td (06607 58)Tj -30 -12.4 Td (N SS)Tj 20 .3 Td (2)Tj', '06607 58\nN SS2'],
    [String.raw`(a\(b\)\\c)Tj`, String.raw`a(b)\c`],
    ['[(1)-20(2)]TJ <3334> Tj', '1234'],
    ['/Title <FEFF00C900740065>', 'Éte'],
    ['<31> <0031> begincmap', ''],
  ])('%s', (content, text) => {
    expect(stringOperands(latin1(content))).toBe(text)
  })
})

import { civilDate } from '../calendar.ts'
import type { BinaryHeader } from './two-d-doc-reading.ts'

const LENGTH = 19

/**
 * Header of a binary 2D-Doc version 4 (specification 3.2.6, 3.3.4): marker DC 04, country (2 bytes of C40), authority
 * and certificate (6 bytes of C40), document and signature dates (3 bytes each, the number MMDDYYYY), type, perimeter.
 * @returns `null` when it is cut short
 */
export function parseBinaryHeader(content: string): BinaryHeader | null {
  const bytes = Buffer.from(content.slice(0, LENGTH), 'latin1')
  if (bytes.length < LENGTH) return null
  const issuer = c40(bytes.subarray(4, 10))
  return {
    country: c40(bytes.subarray(2, 4)),
    authority: issuer.slice(0, 4),
    certificate: issuer.slice(4),
    issueDate: binaryDate(bytes.readUIntBE(10, 3)),
    signatureDate: binaryDate(bytes.readUIntBE(13, 3)),
    type: bytes.subarray(16, 17).toString('hex').toUpperCase(),
    perimeter: bytes.subarray(17, 19).toString('hex').toUpperCase(),
  }
}

/** Basic set of C40 (ISO/IEC 16022): two bytes hold three values; shifts do not occur in a header. */
function c40(bytes: Buffer): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const packed = bytes.readUInt16BE(i) - 1
    for (const value of [Math.floor(packed / 1600), Math.floor(packed / 40) % 40, packed % 40])
      text += c40Character(value)
  }
  return text
}

function c40Character(value: number): string {
  if (value === 3) return ' '
  if (value >= 4 && value <= 13) return String(value - 4)
  return value >= 14 ? String.fromCharCode(value + 51) : ''
}

function binaryDate(number: number): string | null {
  if (number === 0xffffff) return null
  const text = String(number).padStart(8, '0')
  return civilDate(Number(text.slice(4)), Number(text.slice(0, 2)), Number(text.slice(2, 4)))
}

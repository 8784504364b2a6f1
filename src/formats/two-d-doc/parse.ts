import { decodeBase32 } from './base32.ts'
import { parseBinaryHeader } from './binary-header.ts'
import { GS, parseDataZone, US } from './data-zone.ts'
import { documentType } from './dictionary.ts'
import type { TwoDDocHeader, TwoDDocParse, TwoDDocSignature } from './two-d-doc-reading.ts'
import { hexDate } from './values.ts'

const HEADER_LENGTHS = { 1: 22, 2: 22, 3: 24, 4: 26 } as const
/** Version 1 signs with P-256 only: r and s, raw, at the very end. */
const V1_SIGNATURE = 64

/**
 * Reads the content of a barcode as a 2D-Doc of versions 1 to 4 (ANTS specification 3.2.6 and later).
 * @param content bytes as decoded, one character per byte, control characters intact
 */
export function parseTwoDDoc(content: string): TwoDDocParse {
  const text = fromWalletLink(content) ?? content
  if (text.startsWith('\u00dc\u0004')) return { kind: 'unsupported', form: 'binaire', header: parseBinaryHeader(text) }
  if (/^K[A-Z]{2}[A-Z0-9]{2}\d[0-9A-Z $%*+\-./:]{20,}$/.test(text)) return { kind: 'unsupported', form: 'iso-22376' }
  if (!/^DC\d\d/i.test(text)) return { kind: 'other' }
  const header = parseHeader(text)
  if (!header) return { kind: 'bad-header' }
  const { signed, signature, annexe } = header.version === 1 ? splitV1(text) : split(text)
  return {
    kind: 'read',
    reading: {
      header,
      typeLabel: documentType(header.type)?.label ?? null,
      fields: parseDataZone(signed.slice(HEADER_LENGTHS[header.version])),
      annexe: parseDataZone(annexe),
      signed,
      signature,
    },
  }
}

/** Passes of 2021 and 2022 put the text in a link: `https://…/wallet?v=DC04…%1D…`. The link itself is never followed. */
function fromWalletLink(content: string): string | null {
  const value = /^https?:\/\/\S+[?&]v=(DC0[1-4][^&\s]*)$/.exec(content)?.[1]
  if (value === undefined) return null
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

function parseHeader(text: string): TwoDDocHeader | null {
  const version = (['01', '02', '03', '04'] as const).indexOf(text.slice(2, 4) as '01') + 1
  if (version !== 1 && version !== 2 && version !== 3 && version !== 4) return null
  const header = text.slice(0, HEADER_LENGTHS[version])
  const match =
    /^DC0[1-4]([A-Z0-9]{4})([A-Z0-9]{4})([0-9A-F]{4})([0-9A-F]{4})([A-Z0-9]{2})([A-Z0-9]{2})?([A-Z]{2})?$/.exec(header)
  if (!match || header.length < HEADER_LENGTHS[version]) return null
  const [, authority = '', certificate = '', issued = '', signed = '', type = '', perimeter, country] = match
  return {
    version,
    authority,
    certificate,
    issueDate: hexDate(issued),
    signatureDate: hexDate(signed),
    type,
    perimeter: perimeter ?? '01',
    country: country ?? 'FR',
  }
}

interface Parts {
  readonly signed: string
  readonly signature: TwoDDocSignature
  readonly annexe: string
}

/** A separator may stand inside the signature bytes: only the length tells where they begin. */
function splitV1(text: string): Parts {
  if (text.length < HEADER_LENGTHS[1] + V1_SIGNATURE)
    return { signed: text, signature: { kind: 'missing' }, annexe: '' }
  const bytes = Buffer.from(text.slice(-V1_SIGNATURE), 'latin1')
  return { signed: text.slice(0, -V1_SIGNATURE), signature: { kind: 'present', bytes }, annexe: '' }
}

function split(text: string): Parts {
  const end = text.indexOf(US)
  if (end < 0) {
    const kind = /<US>|\{US\}|\\x1F|\\u001F/i.test(text) ? 'written-out' : 'missing'
    return { signed: text, signature: { kind }, annexe: '' }
  }
  const rest = text.slice(end + 1)
  const stop = rest.indexOf(GS)
  const bytes = decodeBase32(stop < 0 ? rest : rest.slice(0, stop))
  return {
    signed: text.slice(0, end),
    signature: bytes ? { kind: 'present', bytes } : { kind: 'not-base32' },
    annexe: stop < 0 ? '' : rest.slice(stop + 1),
  }
}

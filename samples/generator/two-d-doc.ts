import { readFileSync } from 'node:fs'
import bwipjs from 'bwip-js/node'
import { daysBetween } from './dates.ts'
import { signP256 } from './ecdsa.ts'
import { signerOf, TEST_AUTHORITY } from './pki.ts'
import type { TwoDDocSpec } from './template.ts'

/** Writes 2D-Doc version 04 (ANTS specification 3.2.6): header, fields, signature, drawn as a Data Matrix in C40. */

const GS = '\u001d'
const US = '\u001f'
const lengths = JSON.parse(readFileSync(new URL('two-d-doc-fields.json', import.meta.url), 'utf8')) as {
  readonly fixed: Readonly<Record<string, number>>
  readonly variable: Readonly<Record<string, number>>
}

/** Days since 2000-01-01, four hexadecimal digits; `FFFF` for none. */
export const hexDay = (iso: string | null): string =>
  iso === null ? 'FFFF' : daysBetween('2000-01-01', iso).toString(16).toUpperCase().padStart(4, '0')

/** Upper case without accents: what a 2D-Doc field may hold. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .replaceAll('ß', 'SS')
    .replace(/[’‘]/g, "'")

/** The signed text of a 2D-Doc, control characters included. */
export function twoDDocText(spec: TwoDDocSpec): string {
  const { id, key } = signerOf(spec.type)
  const header = `DC04${TEST_AUTHORITY}${id}${hexDay(spec.issueDate)}${hexDay(spec.signatureDate)}${spec.type}01FR`
  const message = spec.fields.map(([field, value], i) => encodeField(field, plain(value), i === spec.fields.length - 1))
  return signTwoDDoc(header + message.join(''), key)
}

/**
 * A text with its signature.
 * @param key PKCS#8 PEM
 */
export const signTwoDDoc = (signed: string, key: string): string =>
  signed + US + base32(signP256(Buffer.from(signed, 'latin1'), key))

function encodeField(id: string, value: string, last: boolean): string {
  const fixed = lengths.fixed[id]
  if (fixed !== undefined) {
    if (value.length !== fixed) throw new Error(`2D-Doc field ${id}: expected ${fixed} characters, got ${value.length}`)
    return id + value
  }
  const max = lengths.variable[id]
  if (max === undefined) throw new Error(`2D-Doc field ${id} is not in the dictionary`)
  if (max > 0 && value.length > max)
    throw new Error(`2D-Doc field ${id}: at most ${max} characters, got ${value.length}`)
  return id + value + (last || value.length === max ? '' : GS)
}

function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  let text = ''
  for (let i = 0; i < bits.length; i += 5) text += alphabet[parseInt(bits.slice(i, i + 5).padEnd(5, '0'), 2)]
  return text
}

/** Values of one character in the C40 sets of ISO/IEC 16022. */
function c40Values(character: string): number[] {
  const code = character.charCodeAt(0)
  if (character === ' ') return [3]
  if (character >= '0' && character <= '9') return [code - 44]
  if (character >= 'A' && character <= 'Z') return [code - 51]
  if (code < 32) return [0, code]
  if (code <= 47) return [1, code - 33]
  if (code <= 64) return [1, code - 43]
  if (code <= 95) return [1, code - 69]
  if (code <= 127) return [2, code - 96]
  throw new Error('a 2D-Doc field holds ASCII only')
}

/** Data Matrix codewords: latch to C40 (230), triplets, unlatch (254), the rest in ASCII. */
function c40Codewords(text: string): number[] {
  const codewords = [230]
  const groups: { values: number[]; character: string }[] = [...text].map(c => ({ values: c40Values(c), character: c }))
  // C40 packs three values on two bytes: stop at the last character boundary where the count is a multiple of three.
  let values: number[] = []
  let whole = 0
  let count = 0
  groups.forEach((group, i) => {
    count += group.values.length
    if (count % 3 === 0) whole = i + 1
  })
  for (const group of groups.slice(0, whole)) values.push(...group.values)
  for (; values.length > 0; values = values.slice(3)) {
    const [a = 0, b = 0, c = 0] = values
    const packed = 1600 * a + 40 * b + c + 1
    codewords.push(packed >> 8, packed & 255)
  }
  codewords.push(254)
  for (const group of groups.slice(whole)) codewords.push(group.character.charCodeAt(0) + 1)
  return codewords
}

/**
 * SVG of a signed 2D-Doc with its quiet zone and its mark, at true size.
 * @returns an `<svg class="code-barres">` element
 */
export const twoDDocSvg = (spec: TwoDDocSpec): string => twoDDocSymbol(twoDDocText(spec), spec.moduleMm ?? 0.42)

/** The same for the text of a code, control characters included. */
export function twoDDocSymbol(content: string, moduleMm: number): string {
  const raw = c40Codewords(content)
    .map(c => `^${String(c).padStart(3, '0')}`)
    .join('')
  return symbolSvg({ bcid: 'datamatrix', text: raw, raw: true }, content, moduleMm, '2D-DOC')
}

/** SVG of a QR code, modules of 0.5 mm. */
export const qrSvg = (text: string): string => symbolSvg({ bcid: 'qrcode', text, eclevel: 'M' }, text, 0.5, null)

function symbolSvg(
  options: { bcid: string; text: string; raw?: boolean; eclevel?: string },
  content: string,
  moduleMm: number,
  mark: string | null,
): string {
  const svg = bwipjs.toSVG({ ...options, scale: 1 })
  const box = /viewBox="0 0 (\d+) \d+"/.exec(svg)
  const path = /<path [^>]*>/.exec(svg)
  if (!box || !path) throw new Error('bwip-js drew no symbol')
  // bwip-js draws a module as a square of two units at scale 1.
  const side = Number(box[1]) / 2
  const quiet = options.bcid === 'qrcode' ? 4 : 2
  const text = mark === null ? 0 : 4.5
  const width = side + 2 * quiet + text
  const height = side + 2 * quiet
  const label =
    mark === null
      ? ''
      : `<text transform="translate(${side + 2 * quiet + 2.9} ${height / 2}) rotate(90)" text-anchor="middle" font-family="Liberation Sans" font-size="4.4" letter-spacing="0.9">${mark}</text>`
  return (
    `<svg class="code-barres" data-format="${options.bcid}" data-module="${moduleMm}" data-contenu="${encodeURIComponent(content)}" xmlns="http://www.w3.org/2000/svg" style="width:${(width * moduleMm).toFixed(2)}mm;height:${(height * moduleMm).toFixed(2)}mm" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<g transform="translate(${quiet} ${quiet}) scale(0.5)" shape-rendering="crispEdges">${path[0]}</g>${label}</svg>`
  )
}

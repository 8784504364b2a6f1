import { constants, inflateSync } from 'node:zlib'

/**
 * Everything that the bytes of a PDF can say to someone who searches them: the file itself, then each stream
 * decompressed (Flate; pictures stay coded). Streams are found by their keywords, not by the table of objects, so that
 * one which nothing refers to any more is found too. Bytes that do not inflate are left as the file has them.
 */
export function decodedStreams(pdf: Uint8Array): Uint8Array[] {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const out: Uint8Array[] = [pdf]
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    let start = at + 6
    if (file[start] === CR) start++
    if (file[start] === LF) start++
    const inflated = inflate(file.subarray(start))
    if (inflated) out.push(inflated)
  }
  return out
}

const CR = 13
const LF = 10
/** Points that a line is lower than the one above, at least. */
const LINE_MOVE = 4
/** More than any stream of ours; a bomb stops here. */
const LARGEST = 512 * 1024 * 1024

function inflate(data: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST })
  } catch {
    return null
  }
}

/**
 * The text that a stream sets, without the operators between its strings: `(2 69)Tj 4 0 Td (05)Tj` is `2 6905`. One
 * byte is one character, but for strings marked as UTF-16. A move down to another line is a line break: what ends one line
 * and what begins the next say nothing of each other. A map from codes to characters sets no text.
 */
export function stringOperands(stream: Uint8Array): string {
  const text = Buffer.from(stream).toString('latin1')
  if (text.includes('begincmap')) return ''
  let out = ''
  for (const [, literal, hex, down] of text.matchAll(
    /\(((?:[^()\\]|\\[\s\S])*)\)|<([0-9A-Fa-f\s]+)>|(-?\d[\d.]*) Td/g,
  )) {
    if (literal !== undefined) out += literal.replace(/\\([\s\S])/g, '$1')
    else if (hex !== undefined) out += decodeString(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
    else if (Math.abs(Number(down)) >= LINE_MOVE && out !== '') out += '\n'
  }
  return out
}

const decodeString = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
    : bytes.toString('latin1')

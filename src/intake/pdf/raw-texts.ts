import { constants, inflateSync } from 'node:zlib'

/** A larger file is looked at through PDFium alone: scans of hundreds of pages, of which all is pictures. */
const MOST_BYTES = 64 * 1024 * 1024
/** What one compressed stream may grow to. */
const MOST_INFLATED = 4 * 1024 * 1024
/** Streams that hold texts and are no page: objects, properties (XMP), attached files. */
const TELLING = /\/(?:ObjStm|Metadata|EmbeddedFile)\b/
/** Bytes before a stream in which its dictionary stands. */
const DICTIONARY = 2048
/** A text with fewer figures holds no number that is looked for. */
const FEWEST_FIGURES = 12

const STRINGS = /\(((?:[^()\\]|\\[\s\S])*)\)|<([0-9A-Fa-f\s]{24,})>/g

/**
 * Texts with a long number that stand in the objects of a PDF, also in those that nothing refers to any more: properties of
 * any name, XMP, scripts, contents of attached files, what an earlier revision held. Pages are not among them. Of an
 * encrypted file its objects say nothing.
 */
export function rawTexts(bytes: Uint8Array): string[] {
  if (bytes.length > MOST_BYTES) return []
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts: string[] = []
  let from = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', from)) {
    texts.push(...stringsOf(file.toString('latin1', from, at)))
    const dictionary = file.toString('latin1', Math.max(from, at - DICTIONARY), at)
    const start = at + 6 + (file[at + 6] === CR ? 1 : 0) + (file[at + 6] === CR || file[at + 6] === LF ? 1 : 0)
    const end = file.indexOf('endstream', start)
    from = end < 0 ? file.length : end + 'endstream'.length
    if (!TELLING.test(dictionary)) continue
    const body = file.subarray(start, end < 0 ? file.length : end)
    const content = dictionary.includes('FlateDecode') ? inflated(body) : body.subarray(0, MOST_INFLATED)
    texts.push(...(dictionary.includes('/ObjStm') ? stringsOf(content.toString('latin1')) : linesOf(content)))
  }
  texts.push(...stringsOf(file.toString('latin1', from)))
  return [...new Set(texts)]
}

const CR = 13
const LF = 10

/** Whether a text is worth a search: it holds enough figures, and is no date of a property. */
export const holdsLongNumber = (text: string): boolean =>
  text.replace(/\D/g, '').length >= FEWEST_FIGURES && !/^D:\d{14}\S{0,9}$/.test(text)

function inflated(body: Buffer): Buffer {
  try {
    return inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_INFLATED })
  } catch {
    // Damaged, or a bomb: it says nothing.
    return Buffer.alloc(0)
  }
}

const stringsOf = (text: string): string[] =>
  [...text.matchAll(STRINGS)]
    .map(([, literal, hex = '']) =>
      literal === undefined ? decoded(Buffer.from(hex.replace(/\s/g, ''), 'hex')) : decoded(unescaped(literal)),
    )
    .filter(holdsLongNumber)

const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, sign: string) =>
      octal === undefined ? sign : String.fromCharCode(parseInt(octal, 8) & 0xff),
    ),
    'latin1',
  )

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  return bytes.toString('latin1')
}

const linesOf = (content: Buffer): string[] =>
  decoded(content)
    .split(/[\r\n]+/)
    .filter(holdsLongNumber)

import type { Metadata } from 'sharp'

/** Texts kept per source: enough for any honest caption. */
const MAX_TEXT = 4_000

/** Texts that travel with a picture without being seen: EXIF strings, XMP, IPTC, PNG comments. */
export function imageTexts(metadata: Pick<Metadata, 'exif' | 'xmp' | 'iptc' | 'comments'>): string[] {
  const texts = [
    ...(metadata.exif ? exifTexts(metadata.exif) : []),
    ...(metadata.xmp ? [markupText(metadata.xmp.toString('utf8'))] : []),
    ...(metadata.iptc ? printableRuns(metadata.iptc) : []),
    ...(metadata.comments ?? []).map(c => `${c.keyword} ${c.text}`),
  ]
  return texts.map(t => t.trim().slice(0, MAX_TEXT)).filter(t => t !== '')
}

/** The text of an XML packet without its tags; attribute values are kept, XMP often writes properties as attributes. */
function markupText(xml: string): string {
  const values = [...xml.matchAll(/="([^"]*)"|>([^<>]+)</g)].map(m => (m[1] ?? m[2] ?? '').trim())
  return values.filter(v => v !== '' && !v.startsWith('http://') && !v.startsWith('adobe:ns')).join('\n')
}

/**
 * Strings of an EXIF block (TIFF 6.0 structure, EXIF 2.32): ASCII tags of every directory, UserComment and the UTF-16
 * tags of Windows (XPTitle...). A broken block gives what could be read.
 */
export function exifTexts(block: Uint8Array): string[] {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length)
  const start = bytes.subarray(0, 6).equals(Buffer.from('Exif\0\0', 'latin1')) ? 6 : 0
  const tiff = bytes.subarray(start)
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return []
  const little = order === 'II'
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))

  const texts: string[] = []
  const seen = new Set<number>()
  const waiting = [u32Safe(u32, tiff, 4)]
  while (waiting.length > 0) {
    const ifd = waiting.pop() ?? 0
    if (ifd === 0 || seen.has(ifd) || ifd + 2 > tiff.length) continue
    seen.add(ifd)
    const count = u16(ifd)
    for (let i = 0; i < count; i++) {
      const at = ifd + 2 + 12 * i
      if (at + 12 > tiff.length) break
      const tag = u16(at)
      const type = u16(at + 2)
      const length = u32(at + 4) * (TYPE_BYTES[type] ?? 0)
      if (POINTER_TAGS.has(tag)) {
        waiting.push(u32(at + 8))
        continue
      }
      const from = length <= 4 ? at + 8 : u32(at + 8)
      if (length === 0 || from + length > tiff.length) continue
      const value = tiff.subarray(from, from + length)
      if (type === ASCII) texts.push(clean(value.toString('utf8')))
      else if (tag === USER_COMMENT) texts.push(clean(value.subarray(8).toString('utf8')))
      else if (tag >= XP_FIRST && tag <= XP_LAST) texts.push(clean(value.toString('utf16le')))
    }
    const next = ifd + 2 + 12 * count
    if (next + 4 <= tiff.length) waiting.push(u32(next))
  }
  return texts.filter(t => t !== '')
}

const ASCII = 2
/** Bytes of one value by TIFF type (1..10). */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 }
/** Exif, GPS and Interoperability directories. */
const POINTER_TAGS: ReadonlySet<number> = new Set([0x8769, 0x8825, 0xa005])
const USER_COMMENT = 0x9286
const XP_FIRST = 0x9c9b
const XP_LAST = 0x9c9f

const u32Safe = (read: (at: number) => number, bytes: Uint8Array, at: number): number =>
  at + 4 <= bytes.length ? read(at) : 0

// eslint-disable-next-line no-control-regex -- EXIF strings end with NUL
const clean = (text: string): string => text.replace(/[\0-\x1f]+/g, ' ').trim()

/** Runs of printable characters of a binary block. */
function printableRuns(block: Uint8Array): string[] {
  return (
    Buffer.from(block.buffer, block.byteOffset, block.length)
      .toString('utf8')
      .match(/[\p{L}\p{N}\p{P}\p{Zs}]{4,}/gu) ?? []
  )
}

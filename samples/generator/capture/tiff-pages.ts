/**
 * Several single-page TIFF files as one, each page kept with its own compression (classic TIFF 6.0, little endian, as
 * libtiff writes): the strips and values are copied as they are, only their offsets move.
 */

const TYPE_SIZES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
}
const STRIP_OFFSETS = 273
const STRIP_BYTE_COUNTS = 279

interface Entry {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly value: Buffer
}

export function joinTiffPages(pages: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])]
  let length = 8
  const push = (part: Buffer): number => {
    const at = length
    const padded = part.length % 2 === 0 ? part : Buffer.concat([part, Buffer.alloc(1)])
    parts.push(padded)
    length += padded.length
    return at
  }
  // Where the offset of the next directory must be written: first in the header, then after each directory.
  let link: { readonly part: Buffer; readonly at: number } = { part: parts[0] as Buffer, at: 4 }
  for (const page of pages) {
    const entries = readDirectory(page)
    const offsets = numbers(entries, STRIP_OFFSETS)
    const counts = numbers(entries, STRIP_BYTE_COUNTS)
    const moved = offsets.map((offset, i) => push(page.subarray(offset, offset + (counts[i] ?? 0))))
    const directory = Buffer.alloc(2 + entries.length * 12 + 4)
    directory.writeUInt16LE(entries.length, 0)
    entries.forEach((entry, i) => {
      const isStrips = entry.tag === STRIP_OFFSETS
      const value = isStrips ? Buffer.alloc(4 * moved.length) : entry.value
      if (isStrips) moved.forEach((offset, k) => value.writeUInt32LE(offset, k * 4))
      const at = 2 + i * 12
      directory.writeUInt16LE(entry.tag, at)
      directory.writeUInt16LE(isStrips ? 4 : entry.type, at + 2)
      directory.writeUInt32LE(entry.count, at + 4)
      if (value.length <= 4) value.copy(directory, at + 8)
      else directory.writeUInt32LE(push(value), at + 8)
    })
    link.part.writeUInt32LE(push(directory), link.at)
    link = { part: parts.at(-1) as Buffer, at: directory.length - 4 }
  }
  return Buffer.concat(parts)
}

function readDirectory(tiff: Buffer): Entry[] {
  if (tiff.readUInt32LE(0) !== 0x002a4949) throw new Error('expected a little-endian classic TIFF')
  const start = tiff.readUInt32LE(4)
  return Array.from({ length: tiff.readUInt16LE(start) }, (_, i) => {
    const at = start + 2 + i * 12
    const type = tiff.readUInt16LE(at + 2)
    const count = tiff.readUInt32LE(at + 4)
    const size = (TYPE_SIZES[type] ?? 1) * count
    const from = size <= 4 ? at + 8 : tiff.readUInt32LE(at + 8)
    return { tag: tiff.readUInt16LE(at), type, count, value: Buffer.from(tiff.subarray(from, from + size)) }
  })
}

function numbers(entries: readonly Entry[], tag: number): number[] {
  const entry = entries.find(e => e.tag === tag)
  if (!entry) throw new Error(`TIFF page without tag ${tag}`)
  return Array.from({ length: entry.count }, (_, i) =>
    entry.type === 3 ? entry.value.readUInt16LE(i * 2) : entry.value.readUInt32LE(i * 4),
  )
}

/**
 * A TrueType font whose glyphs draw nothing, built here so that no outline of any foundry is shipped: the text layer
 * needs widths only. Every character is half an em wide, the space a quarter. Symbolic, Macintosh cmap (1,0). Glyphs
 * are a line there and back: they have a box and no area, because PDFium leaves out a word of one letter without a box.
 */
export const GLYPHLESS = { unitsPerEm: 1000, advance: 500, space: 250, ascent: 800, descent: -200 } as const

const GLYPHS = 3
const SPACE_CODE = 32

export function glyphlessFont(): Uint8Array {
  const { unitsPerEm, advance, space, ascent, descent } = GLYPHLESS
  const cmap = new Bytes().u16(0, 1, 1, 0).u32(12).u16(0, 262, 0)
  for (let code = 0; code < 256; code++) cmap.u8(code === SPACE_CODE ? 2 : 1)
  const glyphs = [lineThereAndBack(advance), lineThereAndBack(advance), lineThereAndBack(space)]
  const glyf = glyphs.reduce((out, g) => out.u8(...g), new Bytes()).done()
  const offsets = [0, 1, 2, 3].map(i => (i * (glyphs[0]?.length ?? 0)) / 2)
  const tables: [string, Uint8Array][] = [
    ['cmap', cmap.done()],
    ['glyf', glyf],
    [
      'head',
      new Bytes()
        .u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5)
        .u16(0x000b, unitsPerEm)
        .u32(0, 0, 0, 0)
        .u16(0, descent, advance, ascent, 0, 8, 2, 0, 0)
        .done(),
    ],
    [
      'hhea',
      new Bytes().u32(0x00010000).u16(ascent, descent, 0, advance, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS).done(),
    ],
    ['hmtx', new Bytes().u16(advance, 0, advance, 0, space, 0).done()],
    ['loca', new Bytes().u16(...offsets).done()],
    ['maxp', new Bytes().u32(0x00010000).u16(GLYPHS, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0).done()],
  ]
  const file = assemble(tables)
  // `checkSumAdjustment` of `head`: the whole file then adds up to this constant.
  const head = tables.slice(0, 2).reduce((at, [, data]) => at + padded(data.length), 12 + 16 * tables.length)
  new DataView(file.buffer).setUint32(head + 8, (0xb1b0afba - checksum(file)) >>> 0)
  return file
}

/** A simple glyph of one contour from the bottom left to the top right and back. An even number of bytes. */
function lineThereAndBack(width: number): Uint8Array {
  const { ascent, descent } = GLYPHLESS
  const rise = ascent - descent
  return new Bytes()
    .u16(1, 0, descent, width, ascent, 2, 0)
    .u8(1, 1, 1)
    .u16(0, width, -width, descent, rise, -rise)
    .u8(0)
    .done()
}

function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const log = Math.floor(Math.log2(tables.length))
  const directory = new Bytes().u32(0x00010000).u16(tables.length, 16 << log, log, tables.length * 16 - (16 << log))
  let offset = 12 + 16 * tables.length
  for (const [tag, data] of tables) {
    directory.u8(...[...tag].map(c => c.charCodeAt(0))).u32(checksum(data), offset, data.length)
    offset += padded(data.length)
  }
  const file = new Uint8Array(offset)
  file.set(directory.done())
  let at = 12 + 16 * tables.length
  for (const [, data] of tables) {
    file.set(data, at)
    at += padded(data.length)
  }
  return file
}

const padded = (length: number): number => (length + 3) & ~3

function checksum(data: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < data.length; i += 4) {
    sum =
      (sum + (((data[i] ?? 0) << 24) | ((data[i + 1] ?? 0) << 16) | ((data[i + 2] ?? 0) << 8) | (data[i + 3] ?? 0))) >>>
      0
  }
  return sum
}

/** Big-endian bytes, one after the other. */
class Bytes {
  readonly #bytes: number[] = []
  u8(...values: number[]): this {
    this.#bytes.push(...values.map(v => v & 255))
    return this
  }
  u16(...values: number[]): this {
    for (const v of values) this.u8(v >> 8, v)
    return this
  }
  u32(...values: number[]): this {
    for (const v of values) this.u16(v >>> 16, v & 0xffff)
    return this
  }
  done(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

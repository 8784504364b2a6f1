import { ArithmeticEncoder } from './arithmetic-coder.ts'
import { Scratch } from './scratch.ts'

/** One byte per pixel: 0 is ink, 255 is paper. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Context that says "this row repeats the one above" in template 0 (T.88, 6.2.5.7, figure 8). */
const ROW_REPEATS = 0x9b25

/**
 * JBIG2 (ITU-T T.88) as `/JBIG2Decode` reads it, without globals: one page, one immediate generic region, template 0.
 * Every pixel is coded as it is: no shape is ever put in the place of another, which is what made JBIG2 unsafe for
 * digits elsewhere. A third smaller than CCITT Group 4 on our pages.
 */
export function encodeJbig2(bitmap: Bitmap, scratch: Scratch = new Scratch()): Uint8Array {
  const { width, height } = bitmap
  const region = new Uint8Array([
    ...u32(width),
    ...u32(height),
    ...u32(0),
    ...u32(0),
    0,
    // Generic region: template 0, rows that repeat are skipped (TPGDON), the four adaptive pixels at their usual places.
    0x08,
    3,
    0xff,
    0xfd,
    0xff,
    2,
    0xfe,
    0xfe,
    0xfe,
  ])
  const data = scratch.within(() => codeRegion(bitmap, scratch))
  const page = new Uint8Array([...u32(width), ...u32(height), ...u32(0), ...u32(0), 0, 0, 0])
  return concat([segment(0, 48, page.length), page, segment(1, 38, region.length + data.length), region, data])
}

/** Segment header: number, type, refers to none, on page 1, length of its data. */
const segment = (number: number, type: number, length: number): Uint8Array =>
  new Uint8Array([...u32(number), type, 0, 1, ...u32(length)])

const u32 = (v: number): number[] => [v >>> 24, (v >>> 16) & 255, (v >>> 8) & 255, v & 255]

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Room around the bitmap, where the contexts reach: 2 rows above, 4 pixels on the left. */
const ABOVE = 2
const BESIDE = 4

function codeRegion({ width, height, data }: Bitmap, scratch: Scratch): Uint8Array {
  const stride = width + 2 * BESIDE
  const bits = scratch.bytes(stride * (height + ABOVE), 0)
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width)
    const to = (y + ABOVE) * stride + BESIDE
    for (let x = row.indexOf(0); x >= 0; x = row[x + 1] === 0 ? x + 1 : row.indexOf(0, x + 1)) bits[to + x] = 1
  }
  const coder = new ArithmeticEncoder(1 << 16)
  let repeated = 0
  for (let y = 0; y < height; y++) {
    const row = (y + ABOVE) * stride + BESIDE
    const repeats = rowsAgree(bits, row, row - stride, width) ? 1 : 0
    coder.encode(ROW_REPEATS, repeats ^ repeated)
    repeated = repeats
    if (!repeats) codeRow(coder, bits, row, stride, width)
  }
  return coder.finish()
}

const rowsAgree = (bits: Uint8Array, a: number, b: number, width: number): boolean =>
  Buffer.compare(bits.subarray(a, a + width), bits.subarray(b, b + width)) === 0

/** Template 0 (figure 3): 4 pixels to the left, 7 in the row above, 5 in the row above that, numbered from the nearest. */
function codeRow(coder: ArithmeticEncoder, bits: Uint8Array, row: number, stride: number, width: number): void {
  const above = row - stride
  const above2 = above - stride
  let left = 0
  let near = 0
  let far = 0
  for (let k = -3; k <= 2; k++) near = (near << 1) | (bits[above + k] as number)
  for (let k = -2; k <= 1; k++) far = (far << 1) | (bits[above2 + k] as number)
  const own = new NextInk(bits, row, width)
  const over = new NextInk(bits, above, width)
  const over2 = new NextInk(bits, above2, width)
  for (let x = 0; x < width; x++) {
    if ((left | near | far) === 0) {
      // Bare paper all around: in one step, as many pixels as reach no ink.
      const bare = Math.min(width, own.from(x), over.from(x) - 3, over2.from(x) - 2) - x
      if (bare > 0) {
        coder.encodeRun(0, 0, bare)
        x += bare - 1
        continue
      }
    }
    near = ((near << 1) | (bits[above + x + 3] as number)) & 0x7f
    far = ((far << 1) | (bits[above2 + x + 2] as number)) & 0x1f
    const bit = bits[row + x] as number
    // The row above and the one before it lie one after the other, the outermost pixels being the adaptive ones.
    coder.encode(left | (near << 4) | (far << 11), bit)
    left = ((left << 1) | bit) & 0xf
  }
}

/** Where ink is met next on a row, asked from left to right. */
class NextInk {
  readonly #row: Uint8Array
  #next = -1

  constructor(bits: Uint8Array, start: number, width: number) {
    this.#row = bits.subarray(start, start + width)
  }

  /** First ink at `x` or after; beyond all contexts when there is none. */
  from(x: number): number {
    if (this.#next < x) {
      const found = this.#row.indexOf(1, x)
      this.#next = found < 0 ? this.#row.length + BESIDE : found
    }
    return this.#next
  }
}

import sharp from 'sharp'
import type { Raster } from '../domain/raster.ts'
import { asFours, type Scratch } from './scratch.ts'

/** Pixels of a side of the smallest unit that is judged: 0.5 mm at 200 dpi. */
export const BLOCK = 4
/** Sides are padded to a multiple of this: a G4 tile, and a whole number of blocks and tiles. */
export const TILE = 16

/** The page at the resolution at which it will be kept, padded on the right and at the bottom by its last pixels. */
export interface WorkingPage {
  readonly width: number
  readonly height: number
  /** The part that is the page. */
  readonly usedWidth: number
  readonly usedHeight: number
  readonly dpi: number
  readonly luma: Uint8Array
  /** Interleaved; `null` for a grey page. */
  readonly rgb: Uint8Array | null
  /** Per tile, row by row, 1 where every pixel is pure white: most of a page that was never scanned. */
  readonly white: Uint8Array
  /** Room for the arrays of what is done with the page; its own stand there too. */
  readonly scratch: Scratch
}

/** Scales a page to `dpi` and takes its luma (ITU-R BT.601). */
export async function toWorkingPage(raster: Raster, dpi: number, scratch: Scratch): Promise<WorkingPage> {
  const usedWidth = Math.max(1, Math.round((raster.width * dpi) / raster.dpi))
  const usedHeight = Math.max(1, Math.round((raster.height * dpi) / raster.dpi))
  const width = Math.ceil(usedWidth / TILE) * TILE
  const height = Math.ceil(usedHeight / TILE) * TILE
  const data =
    usedWidth === raster.width && usedHeight === raster.height
      ? pad(raster, width, height, scratch)
      : await resample(raster, usedWidth, usedHeight, width - usedWidth, height - usedHeight)
  const white = whiteTiles(data, width, height, raster.channels)
  const size = { width, height, usedWidth, usedHeight, dpi, white, scratch }
  if (raster.channels === 1) return { ...size, luma: data, rgb: null }
  const luma = scratch.bytes(width * height, 255)
  for (let y = 0, tile = 0; y < height; y++) {
    tile = (y >> 4) * (width / TILE)
    for (let x = 0; x < width; x += TILE, tile++) {
      const from = y * width + x
      if (white[tile]) continue
      for (let i = from, p = from * 3; i < from + TILE; i++, p += 3) {
        luma[i] = ((data[p] as number) * 77 + (data[p + 1] as number) * 150 + (data[p + 2] as number) * 29) >> 8
      }
    }
  }
  return { ...size, luma, rgb: data }
}

/** The picture with its last pixels repeated on the right and at the bottom. */
function pad(
  { width, height, channels, data }: Raster,
  toWidth: number,
  toHeight: number,
  scratch: Scratch,
): Uint8Array {
  if (toWidth === width && toHeight === height && data.byteOffset % 4 === 0) return data
  const out = scratch.bytes(toWidth * toHeight * channels, 255)
  const stride = toWidth * channels
  for (let y = 0; y < toHeight; y++) {
    const from = Math.min(y, height - 1) * width * channels
    const to = y * stride
    out.set(data.subarray(from, from + width * channels), to)
    for (let p = to + width * channels; p < to + stride; p++) out[p] = out[p - channels] as number
  }
  return out
}

function whiteTiles(data: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const columns = width / TILE
  const white = new Uint8Array(columns * (height / TILE)).fill(1)
  // Four bytes at a time: rows are whole tiles long.
  const fours = asFours(data)
  const perTile = (TILE * channels) >> 2
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 4) * columns
    for (let tx = 0; tx < columns; tx++) {
      const end = i + perTile
      if (white[row + tx]) while (i < end && fours[i] === 0xffffffff) i++
      if (i < end) white[row + tx] = 0
      i = end
    }
  }
  return white
}

async function resample(
  { width, height, channels, data }: Raster,
  toWidth: number,
  toHeight: number,
  right: number,
  bottom: number,
): Promise<Uint8Array> {
  let image = sharp(data, { raw: { width, height, channels } })
  if (channels === 1) image = image.toColourspace('b-w')
  if (toWidth !== width || toHeight !== height)
    image = image.resize(toWidth, toHeight, { fit: 'fill', kernel: 'cubic' })
  return image.extend({ right, bottom, extendWith: 'copy' }).raw().toBuffer()
}

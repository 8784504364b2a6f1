import sharp from 'sharp'
import type { Raster } from '../domain/raster.ts'

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
}

/** Scales a page to `dpi` and takes its luma (ITU-R BT.601). */
export async function toWorkingPage(raster: Raster, dpi: number): Promise<WorkingPage> {
  const usedWidth = Math.max(1, Math.round((raster.width * dpi) / raster.dpi))
  const usedHeight = Math.max(1, Math.round((raster.height * dpi) / raster.dpi))
  const width = Math.ceil(usedWidth / TILE) * TILE
  const height = Math.ceil(usedHeight / TILE) * TILE
  const data = await resample(raster, usedWidth, usedHeight, width - usedWidth, height - usedHeight)
  const size = { width, height, usedWidth, usedHeight, dpi }
  if (raster.channels === 1) return { ...size, luma: data, rgb: null }
  const luma = new Uint8Array(width * height)
  for (let i = 0, p = 0; i < luma.length; i++, p += 3) {
    luma[i] = ((data[p] as number) * 77 + (data[p + 1] as number) * 150 + (data[p + 2] as number) * 29) >> 8
  }
  return { ...size, luma, rgb: data }
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

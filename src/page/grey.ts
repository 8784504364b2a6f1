import sharp, { type Sharp } from 'sharp'
import type { Raster } from '../domain/raster.ts'
import type { Zone } from '../domain/geometry.ts'

/** Luma of a picture (ITU-R BT.601 weights), at its own resolution. */
export function greyOf(raster: Raster): Raster {
  if (raster.channels === 1) return raster
  const data = new Uint8Array(raster.width * raster.height)
  const rgb = raster.data
  for (let i = 0, k = 0; i < data.length; i++, k += 3) {
    data[i] = (77 * (rgb[k] as number) + 150 * (rgb[k + 1] as number) + 29 * (rgb[k + 2] as number)) >> 8
  }
  return { ...raster, channels: 1, data }
}

/**
 * A picture made larger or smaller, its resolution with it. Bilinear unless told: measured, its slight softness helps
 * OCR on noisy and bitonal scans as much as sharper kernels help on none.
 * @param options.down scale of the height, when it is not that of the width
 */
export async function resample(
  raster: Raster,
  scale: number,
  { down = scale, kernel = 'linear' }: { down?: number; kernel?: 'linear' | 'cubic' } = {},
): Promise<Raster> {
  const width = Math.max(1, Math.round(raster.width * scale))
  const height = Math.max(1, Math.round(raster.height * down))
  if (width === raster.width && height === raster.height) return raster
  const data = await asSharp(raster).resize(width, height, { fit: 'fill', kernel }).raw().toBuffer()
  return { width, height, channels: raster.channels, data, dpi: Math.round(raster.dpi * scale) }
}

/** The part of a picture that a zone covers, whole pixels, at least one. */
export function crop(raster: Raster, zone: Zone): Raster {
  const { width, height, channels, data, dpi } = raster
  const x0 = Math.min(width - 1, Math.max(0, Math.floor(zone[0] * width)))
  const y0 = Math.min(height - 1, Math.max(0, Math.floor(zone[1] * height)))
  const x1 = Math.min(width, Math.max(x0 + 1, Math.ceil(zone[2] * width)))
  const y1 = Math.min(height, Math.max(y0 + 1, Math.ceil(zone[3] * height)))
  const stride = (x1 - x0) * channels
  const out = new Uint8Array(stride * (y1 - y0))
  for (let y = y0; y < y1; y++) {
    const from = (y * width + x0) * channels
    out.set(data.subarray(from, from + stride), (y - y0) * stride)
  }
  return { width: x1 - x0, height: y1 - y0, channels, data: out, dpi }
}

/** The pixels as sharp takes them. One channel stays one channel on the way out. */
export function asSharp({ data, width, height, channels }: Raster): Sharp {
  const image = sharp(data, { raw: { width, height, channels } })
  return channels === 1 ? image.toColourspace('b-w') : image
}

/** Tells of each row of a grey picture whether all of it is white: most are on a drawn page, and are compared at once. */
export function whiteRows({ data, width }: Raster): (y: number) => boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const white = Buffer.alloc(width, 255)
  return y => bytes.compare(white, 0, width, y * width, (y + 1) * width) === 0
}

/** A grey picture with every grey replaced by another, kept between 0 and 255. */
export function mapGreys(grey: Raster, change: (v: number) => number): Raster {
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, change(v))))
  return { ...grey, data: grey.data.map(v => table[v] as number) }
}

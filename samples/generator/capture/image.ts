import sharp, { type Sharp } from 'sharp'

/** Raw RGB pixels of a page at a resolution. */
export interface Image {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly data: Buffer
  readonly dpi: number
}

export const toSharp = (image: Image): Sharp =>
  sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })

/** Pixels of a pipeline, as RGB. */
export async function fromSharp(pipeline: Sharp, dpi: number): Promise<Image> {
  const { data, info } = await pipeline
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels === 3) return { width: info.width, height: info.height, data, dpi }
  const rgb = Buffer.alloc(info.width * info.height * 3)
  for (let i = 0; i < info.width * info.height; i++) rgb.fill(data[i * info.channels] as number, i * 3, i * 3 + 3)
  return { width: info.width, height: info.height, data: rgb, dpi }
}

/** The image at another resolution. */
export async function atDpi(image: Image, dpi: number): Promise<Image> {
  if (dpi === image.dpi) return image
  const width = Math.round((image.width * dpi) / image.dpi)
  const height = Math.round((image.height * dpi) / image.dpi)
  return fromSharp(toSharp(image).resize(width, height, { fit: 'fill', kernel: 'lanczos3' }), dpi)
}

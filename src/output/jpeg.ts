import sharp from 'sharp'

/** Pixels of a part of a page. */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** 1: grey, 3: RGB. */
  readonly channels: 1 | 3
  readonly data: Uint8Array
}

export interface JpegImage {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly bytes: Uint8Array
}

/** JPEG by mozjpeg: grey for one channel, YCbCr 4:2:0 for three; no metadata. */
export async function encodeJpeg({ width, height, channels, data }: Pixels, quality: number): Promise<JpegImage> {
  const image = sharp(data, { raw: { width, height, channels } })
  const bytes = await (channels === 1 ? image.toColourspace('b-w') : image).jpeg({ quality, mozjpeg: true }).toBuffer()
  return { width, height, channels, bytes: new Uint8Array(bytes) }
}

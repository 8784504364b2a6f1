import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { encode } from '../../samples/generator/capture/encode.ts'
import { joinTiffPages } from '../../samples/generator/capture/tiff-pages.ts'

const page = (width: number, height: number, value: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r: value, g: value, b: value } } })

describe('several TIFF pages joined in one file', () => {
  it('keep their own size, compression and pixels', async () => {
    const joined = joinTiffPages([
      await page(120, 80, 200).tiff({ compression: 'lzw' }).toBuffer(),
      await page(90, 140, 60).tiff({ compression: 'jpeg', quality: 90 }).toBuffer(),
      await page(64, 64, 255).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ])
    const sizes: [number, number, number][] = []
    for (let i = 0; i < 3; i++) {
      const { data, info } = await sharp(joined, { page: i }).greyscale().raw().toBuffer({ resolveWithObject: true })
      sizes.push([info.width, info.height, data[Math.floor(data.length / 2)] as number])
    }
    expect(sizes).toEqual([
      [120, 80, 200],
      [90, 140, 60],
      [64, 64, 255],
    ])
    expect((await sharp(joined).metadata()).pages).toBe(3)
  })

  it('are what a fax of two pages becomes, with its resolution', async () => {
    const { data, info } = await page(160, 200, 255).raw().toBuffer({ resolveWithObject: true })
    const image = { width: info.width, height: info.height, data, dpi: 200 }
    const { extension, bytes } = await encode([image, image], { kind: 'tiff-g4' })
    const metadata = await sharp(bytes).metadata()
    expect([extension, metadata.pages, metadata.density]).toEqual(['tiff', 2, 200])
  })
})

import sharp, { type Metadata } from 'sharp'
import type { Raster } from '../domain/raster.ts'
import type { SourcePage } from '../domain/source-page.ts'
import { greyOf } from './colourless.ts'
import { imageTexts } from './image-texts.ts'
import { PageUnreadable } from './page-unreadable.ts'
import { resolutionOf } from './resolution.ts'
import { refused, type IntakeLimits, type OpenOutcome, type SourceFormat } from './source-file.ts'

// Only the four accepted decoders may touch untrusted bytes (reliability R9).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadTiff', 'VipsForeignLoadWebp'],
})
// One page at a time in this process: no cache to fill, no threads to share the core with.
sharp.cache(false)
sharp.concurrency(1)

/** Beyond these nothing more can be read, only paid for: 300 dpi, and 12 million pixels for a camera. */
const MAX_USEFUL_DPI = 300
const MAX_USEFUL_PIXELS = 12e6

/** Opens a JPEG, PNG, WebP or (multi-page) TIFF file. */
export async function openImage(
  bytes: Uint8Array,
  format: Exclude<SourceFormat, 'pdf' | 'heic'>,
  limits: IntakeLimits,
): Promise<OpenOutcome> {
  let metadata: Metadata
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    return refused('fichier-illisible')
  }
  // Frames of an animated WebP are one picture.
  const pageCount = format === 'tiff' ? (metadata.pages ?? 1) : 1
  if (pageCount > limits.maxPages) return refused('fichier-trop-grand')
  if (metadata.width * metadata.height > limits.maxPixelsPerPage && pageCount === 1)
    return refused('fichier-trop-grand')

  // A lone page that does not decode is a broken file: said at once. It is kept for the caller that comes for it.
  let first: SourcePage | null = null
  if (pageCount === 1) {
    try {
      first = await decodePage(bytes, 1, limits)
    } catch {
      return refused('fichier-illisible')
    }
  }
  return {
    ok: true,
    file: {
      format,
      pageCount,
      page: n => (first && n === 1 ? Promise.resolve(first) : decodePage(bytes, n, limits)),
      hiddenTexts: () => Promise.resolve(imageTexts(metadata)),
      close: () => {
        first = null
      },
    },
  }
}

async function decodePage(bytes: Uint8Array, page: number, limits: IntakeLimits): Promise<SourcePage> {
  try {
    // `error` also stops on truncated data, but not on the harmless warnings that phones and scanners cause.
    const image = sharp(bytes, { page: page - 1, failOn: 'error', limitInputPixels: limits.maxPixelsPerPage })
    const { width, height, density, space } = await image.metadata()
    const { dpi, measured } = resolutionOf(width, height, density)
    const grey = space === 'b-w' || space === 'grey16'
    const scale = usefulScale(width, height, dpi, measured)
    if (scale < 1) image.resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
    const { data, info } = await image
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace(grey ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return wholePicture(toRaster(data, info.width, info.height, info.channels, Math.round(dpi * scale)), measured)
  } catch (cause) {
    throw new PageUnreadable(page, { cause })
  }
}

/** A page that is one picture, without words of its own. */
export function wholePicture(raster: Raster, measured: boolean): SourcePage {
  const mm = (px: number): number | null => (measured ? (px / raster.dpi) * 25.4 : null)
  return {
    raster,
    words: null,
    textTurns: 0,
    imageShare: 1,
    imageZones: [[0, 0, 1, 1]],
    widthMm: mm(raster.width),
    heightMm: mm(raster.height),
  }
}

/**
 * Factor that brings a picture down to the size beyond which reading gains nothing; 1 to keep it.
 * @param measured the resolution is that of the paper, not a guess
 */
export function usefulScale(width: number, height: number, dpi: number, measured: boolean): number {
  const excess = MAX_USEFUL_PIXELS / (width * height)
  if (excess >= 1) return 1
  return measured && dpi > MAX_USEFUL_DPI ? MAX_USEFUL_DPI / dpi : Math.sqrt(excess)
}

/**
 * Pixels as one raster: grey when they hold no colour.
 * @param keep makes of pixels that are only lent what may be kept; called when they are kept as they are
 */
export function toRaster(
  data: Uint8Array,
  width: number,
  height: number,
  channels: number,
  dpi: number,
  keep: (data: Uint8Array) => Uint8Array = pixels => pixels,
): Raster {
  if (channels === 1) return { width, height, channels: 1, data: keep(data), dpi }
  const grey = greyOf(data)
  return grey ? { width, height, channels: 1, data: grey, dpi } : { width, height, channels: 3, data: keep(data), dpi }
}

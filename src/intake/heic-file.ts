import { createRequire } from 'node:module'
import sharp from 'sharp'
import type { SourcePage } from '../domain/source-page.ts'
import { toRaster, usefulScale, wholePicture } from './image-file.ts'
import { exifTexts } from './image-texts.ts'
import { resolutionOf } from './resolution.ts'
import { refused, type IntakeLimits, type OpenOutcome } from './source-file.ts'

/**
 * What is used of libheif's functions (libheif-js 1.23). Its ready-made HeifDecoder writes complaints about a file to
 * the standard output, where only results belong.
 */
interface LibHeif {
  readonly heif_error_code: { readonly heif_error_Ok: unknown }
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown }
  heif_context_alloc(): Context
  heif_context_free(context: Context): void
  heif_context_read_from_memory(context: Context, bytes: Uint8Array): { readonly code: unknown }
  heif_js_context_get_primary_image_handle(context: Context): Handle | { readonly code: unknown }
  heif_image_handle_get_width(handle: Handle): number
  heif_image_handle_get_height(handle: Handle): number
  heif_image_handle_release(handle: Handle): void
  heif_js_decode_image2(handle: Handle, colorspace: unknown, chroma: unknown): Promise<Decoded>
  heif_image_release(image: unknown): void
}
type Context = { readonly context: unique symbol }
type Handle = { readonly handle: unique symbol }
interface Decoded {
  /** Set when the picture cannot be decoded. */
  readonly code?: unknown
  readonly image: unknown
  readonly channels: readonly { readonly stride: number; readonly height: number; readonly data: Uint8Array }[]
}

/** Opens a HEIC photograph: its primary picture, turned as the camera says (libheif applies `irot` and `imir`). */
export async function openHeic(bytes: Uint8Array, limits: IntakeLimits): Promise<OpenOutcome> {
  const picture = await decode(bytes, limits)
  if (typeof picture === 'string') return refused(picture)
  const page = await toPage(picture)
  return {
    ok: true,
    file: {
      format: 'heic',
      pageCount: 1,
      page: () => Promise.resolve(page),
      hiddenTexts: () => Promise.resolve(heicTexts(bytes)),
      close: () => undefined,
    },
  }
}

interface Rgb {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

async function decode(
  bytes: Uint8Array,
  limits: IntakeLimits,
): Promise<Rgb | 'fichier-illisible' | 'fichier-trop-grand'> {
  // The bundle holds its WebAssembly; it is loaded only when such a file comes.
  const lib = createRequire(import.meta.url)('libheif-js/wasm-bundle') as LibHeif
  const context = lib.heif_context_alloc()
  try {
    if (lib.heif_context_read_from_memory(context, bytes).code !== lib.heif_error_code.heif_error_Ok) {
      return 'fichier-illisible'
    }
    const handle = lib.heif_js_context_get_primary_image_handle(context)
    if ('code' in handle) return 'fichier-illisible'
    const width = lib.heif_image_handle_get_width(handle)
    const height = lib.heif_image_handle_get_height(handle)
    if (width * height > limits.maxPixelsPerPage) return 'fichier-trop-grand'
    const decoded = await lib.heif_js_decode_image2(
      handle,
      lib.heif_colorspace.heif_colorspace_RGB,
      lib.heif_chroma.heif_chroma_interleaved_RGB,
    )
    lib.heif_image_handle_release(handle)
    const plane = decoded.channels?.[0]
    if (decoded.code !== undefined || !plane) return 'fichier-illisible'
    const data = new Uint8Array(width * height * 3)
    for (let y = 0; y < height; y++) {
      data.set(plane.data.subarray(y * plane.stride, y * plane.stride + width * 3), y * width * 3)
    }
    lib.heif_image_release(decoded.image)
    return { data, width, height }
  } catch {
    // libheif traps on a hostile file.
    return 'fichier-illisible'
  } finally {
    lib.heif_context_free(context)
  }
}

async function toPage({ data, width, height }: Rgb): Promise<SourcePage> {
  const { dpi, measured } = resolutionOf(width, height, undefined)
  const scale = usefulScale(width, height, dpi, measured)
  if (scale === 1) return wholePicture(toRaster(data, width, height, 3, dpi), measured)
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
  const smaller = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(w, h, { fit: 'fill' })
    .raw()
    .toBuffer()
  return wholePicture(toRaster(smaller, w, h, 3, Math.round(dpi * scale)), measured)
}

/** Strings of the EXIF item, found by its signature and byte order. */
function heicTexts(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const signature of ['Exif\0\0MM', 'Exif\0\0II']) {
    const at = buffer.indexOf(signature, 0, 'latin1')
    if (at >= 0) return exifTexts(buffer.subarray(at, at + 65_536))
  }
  return []
}

import type { Raster } from '../domain/raster.ts'
import { distance, homography, type Quad } from './homography.ts'

/** Known sheets, long side in mm; proportions tell them apart. ISO 216 A4, ISO/IEC 7810 ID-1. */
const A4 = { ratio: 297 / 210, longMm: 297 }
const ID1 = { ratio: 85.6 / 53.98, longMm: 85.6 }
/** A sheet seen at an angle keeps its proportions only roughly. */
const RATIO_TOLERANCE = 0.08
/** Finer than this nothing more can be read on a photographed sheet; the print of a card is smaller. */
const MAX_DPI_SHEET = 250
const MAX_DPI_CARD = 500

/**
 * The part of a photograph inside four corners, as if seen from straight above.
 * @param corners in fractions of the picture, clockwise from the top left
 * @returns `null` when the corners make no sheet
 */
export function rectify(photo: Raster, corners: Quad): Raster | null {
  const quad = corners.map(c => ({ x: c.x * photo.width, y: c.y * photo.height })) as unknown as Quad
  const across = Math.max(distance(quad[0], quad[1]), distance(quad[3], quad[2]))
  const down = Math.max(distance(quad[0], quad[3]), distance(quad[1], quad[2]))
  const { ratio, dpi, maxDpi } = sheetOf(across, down)
  const scale = Math.min(1, maxDpi / dpi)
  const long = Math.round(Math.max(across, down) * scale)
  const short = Math.round(long / ratio)
  const [width, height] = across > down ? [long, short] : [short, long]
  if (width < 8 || height < 8) return null
  const map = homography(rectangle(width, height), quad)
  return (
    map && {
      width,
      height,
      channels: photo.channels,
      data: sample(photo, map, width, height),
      dpi: Math.round(dpi * scale),
    }
  )
}

function sheetOf(across: number, down: number): { ratio: number; dpi: number; maxDpi: number } {
  const long = Math.max(across, down)
  const ratio = long / Math.min(across, down)
  const dpi = (mm: number): number => long / (mm / 25.4)
  if (Math.abs(ratio / ID1.ratio - 1) < RATIO_TOLERANCE / 2) {
    return { ratio: ID1.ratio, dpi: dpi(ID1.longMm), maxDpi: MAX_DPI_CARD }
  }
  // Any other outline keeps its proportions; its size is taken as that of a sheet.
  const isSheet = Math.abs(ratio / A4.ratio - 1) < RATIO_TOLERANCE
  return { ratio: isSheet ? A4.ratio : ratio, dpi: dpi(A4.longMm), maxDpi: MAX_DPI_SHEET }
}

const rectangle = (width: number, height: number): Quad => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
]

/** Bilinear samples of the photo at the places that the output pixels come from. */
function sample(photo: Raster, map: readonly number[], width: number, height: number): Uint8Array {
  const { channels, data } = photo
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map
  const out = new Uint8Array(width * height * channels)
  const maxX = photo.width - 1.001
  const maxY = photo.height - 1.001
  const stride = photo.width * channels
  let k = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const z = g * x + h * y + 1
      const u = Math.max(0, Math.min(maxX, (a * x + b * y + c) / z))
      const v = Math.max(0, Math.min(maxY, (d * x + e * y + f) / z))
      const x0 = u | 0
      const y0 = v | 0
      const fx = u - x0
      const fy = v - y0
      const at = y0 * stride + x0 * channels
      for (let i = at; i < at + channels; i++) {
        const top = (data[i] as number) * (1 - fx) + (data[i + channels] as number) * fx
        const bottom = (data[i + stride] as number) * (1 - fx) + (data[i + stride + channels] as number) * fx
        out[k++] = top * (1 - fy) + bottom * fy
      }
    }
  }
  return out
}

import sharp from 'sharp'
import drawn from '../../models/ocr/ocr-b.json' with { type: 'json' }
import type { Raster } from '../../src/domain/raster.ts'

const MARGIN = 60

export interface Capture {
  /** Pixels per inch of the capture. */
  readonly dpi: number
  readonly blur?: number
  readonly jpeg?: number
  /** Grey levels of noise, at most. */
  readonly noise?: number
  /** How far the line falls for each pixel across. */
  readonly slope?: number
  /** Black and white only, as a fax. */
  readonly bitonal?: boolean
}

/**
 * Lines of OCR-B as an MRZ sets them (10 characters and 6 lines per inch), captured.
 * @returns the grey picture, and where each line was put, in pixels (its middle height, and where it begins)
 */
export async function drawMrz(
  lines: readonly string[],
  { dpi, blur, jpeg, noise = 0, slope = 0, bitonal = false }: Capture,
): Promise<{ grey: Raster; middles: number[]; left: number; pitch: number }> {
  const scale = dpi / 10 / drawn.width
  const spacing = Math.round((drawn.width * 10) / 6)
  const [width, height] = [drawn.width * 44 + 2 * MARGIN, spacing * 3 + 2 * MARGIN]
  const paper = Buffer.alloc(width * height, 255)
  lines.forEach((line, l) =>
    [...line].forEach((glyph, k) => {
      const picture = Buffer.from((drawn.glyphs as Record<string, string>)[glyph] as string, 'base64')
      for (let y = 0; y < drawn.height; y++)
        for (let x = 0; x < drawn.width; x++) {
          const at =
            (MARGIN + l * spacing + y + Math.round(slope * k * drawn.width)) * width + MARGIN + k * drawn.width + x
          paper[at] = Math.min(paper[at] as number, picture[y * drawn.width + x] as number)
        }
    }),
  )
  let image = sharp(paper, { raw: { width, height, channels: 1 } }).resize(
    Math.round(width * scale),
    Math.round(height * scale),
    { fit: 'fill', kernel: 'cubic' },
  )
  image = image.toColourspace('b-w')
  if (blur) image = image.blur(blur)
  if (bitonal) image = image.threshold(150)
  if (jpeg) image = sharp(await image.jpeg({ quality: jpeg }).toBuffer()).toColourspace('b-w')
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  let state = 7
  for (let i = 0; noise > 0 && i < data.length; i++) {
    state = (state * 1103515245 + 12345) % 2147483648
    data[i] = Math.max(0, Math.min(255, (data[i] as number) + ((state / 2147483648) * 2 - 1) * noise))
  }
  return {
    grey: { width: info.width, height: info.height, channels: 1, data, dpi },
    middles: lines.map((_, l) => (MARGIN + l * spacing + 12.5) * scale),
    left: MARGIN * scale,
    pitch: drawn.width * scale,
  }
}

import drawn from '../../../models/ocr/ocr-b.json' with { type: 'json' }

/** A glyph as a zero-mean picture of unit length: its product with a window of a page is their correlation. */
export interface Template {
  readonly glyph: string
  readonly values: Float32Array
}

export interface TemplateSet {
  readonly width: number
  readonly height: number
  readonly templates: readonly Template[]
}

/** Width of one character (2.54 mm) in a fine template, in pixels. */
export const PITCH = drawn.width
/** Height of the middle of a capital above the top of the cell, in fine pixels. */
export const MIDDLE = 12.5

/** Fine templates, sharp and soft: scans spread ink more or less. */
export const FINE: TemplateSet = build(blurs => [blurs(1), blurs(3)], drawn.width, drawn.height)
/** Half as large, for finding the line. */
export const COARSE: TemplateSet = build(blurs => [halved(blurs(2))], drawn.width / 2, drawn.height / 2)

function build(
  variants: (blurs: (times: number) => Float32Array) => Float32Array[],
  width: number,
  height: number,
): TemplateSet {
  const templates = Object.entries(drawn.glyphs).flatMap(([glyph, base64]) => {
    const picture = Float32Array.from(Buffer.from(base64, 'base64'))
    return variants(times => blurred(picture, times)).map(values => ({ glyph, values: normalised(values) }))
  })
  return { width, height, templates }
}

/** Binomial blur of three by three pixels, some times over. */
function blurred(picture: Float32Array, times: number): Float32Array {
  const { width, height } = drawn
  let from = picture
  for (let pass = 0; pass < times; pass++) {
    const to = new Float32Array(from.length)
    const at = (x: number, y: number): number =>
      from[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))] as number
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let sum = 0
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) sum += at(x + dx, y + dy) * (2 - Math.abs(dx)) * (2 - Math.abs(dy))
        }
        to[y * width + x] = sum / 16
      }
    }
    from = to
  }
  return from
}

function halved(picture: Float32Array): Float32Array {
  const { width, height } = drawn
  const [w, h] = [width / 2, height / 2]
  return Float32Array.from({ length: w * h }, (_, i) => {
    const x = 2 * (i % w)
    const y = 2 * Math.floor(i / w)
    const at = (dx: number, dy: number): number => picture[(y + dy) * width + x + dx] as number
    return (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4
  })
}

function normalised(values: Float32Array): Float32Array {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const length = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0))
  return values.map(v => (v - mean) / length)
}

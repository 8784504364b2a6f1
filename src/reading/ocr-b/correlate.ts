import type { Raster } from '../../domain/raster.ts'
import type { TemplateSet } from './glyphs.ts'

/** Windows with less contrast than this (standard deviation of grey) hold nothing. */
const MIN_DEVIATION = 7

/** A picture prepared for correlation: grey as floats, with the sums that give mean and deviation of any window. */
export class CorrelationField {
  readonly width: number
  readonly height: number
  readonly #grey: Float32Array
  readonly #sums: Float64Array
  readonly #squares: Float64Array

  constructor({ width, height, data }: Raster) {
    this.width = width
    this.height = height
    this.#grey = Float32Array.from(data)
    const row = width + 1
    this.#sums = new Float64Array(row * (height + 1))
    this.#squares = new Float64Array(row * (height + 1))
    for (let y = 0; y < height; y++) {
      let sum = 0
      let squares = 0
      for (let x = 0; x < width; x++) {
        const v = data[y * width + x] as number
        sum += v
        squares += v * v
        const at = (y + 1) * row + x + 1
        this.#sums[at] = (this.#sums[at - row] as number) + sum
        this.#squares[at] = (this.#squares[at - row] as number) + squares
      }
    }
  }

  /** 1 over the length of the zero-mean window at a place, 0 where it is flat or leaves the picture. */
  inverseLength(x: number, y: number, w: number, h: number): number {
    if (x < 0 || y < 0 || x + w > this.width || y + h > this.height) return 0
    const row = this.width + 1
    const [a, b, c, d] = [y * row + x, y * row + x + w, (y + h) * row + x, (y + h) * row + x + w]
    const over = (sums: Float64Array): number =>
      (sums[d] as number) - (sums[b] as number) - (sums[c] as number) + (sums[a] as number)
    const n = w * h
    const sum = over(this.#sums)
    const variance = over(this.#squares) / n - (sum / n) ** 2
    return variance < MIN_DEVIATION ** 2 ? 0 : 1 / Math.sqrt(variance * n)
  }

  /** Correlation of one template with the window at a place, given {@link inverseLength} there: -1..1. */
  correlation(values: Float32Array, x: number, y: number, w: number, h: number, inverse: number): number {
    let sum = 0
    let k = 0
    const grey = this.#grey
    for (let dy = 0; dy < h; dy++) {
      let at = (y + dy) * this.width + x
      for (let dx = 0; dx < w; dx++) sum += (values[k++] as number) * (grey[at++] as number)
    }
    return sum * inverse
  }

  /**
   * The zero-mean window of unit length at a place between pixels, written into `out`.
   * @returns false where it is flat or leaves the picture
   */
  window(x: number, y: number, w: number, h: number, out: Float32Array): boolean {
    const [x0, y0] = [Math.floor(x), Math.floor(y)]
    if (x0 < 0 || y0 < 0 || x0 + w + 1 > this.width || y0 + h + 1 > this.height) return false
    const [fx, fy] = [x - x0, y - y0]
    const grey = this.#grey
    let sum = 0
    let squares = 0
    let k = 0
    for (let dy = 0; dy < h; dy++) {
      let at = (y0 + dy) * this.width + x0
      for (let dx = 0; dx < w; dx++, at++) {
        const top = (grey[at] as number) * (1 - fx) + (grey[at + 1] as number) * fx
        const below = at + this.width
        const bottom = (grey[below] as number) * (1 - fx) + ((grey[below + 1] ?? grey[below]) as number) * fx
        const v = top * (1 - fy) + bottom * fy
        out[k++] = v
        sum += v
        squares += v * v
      }
    }
    const n = w * h
    const mean = sum / n
    const variance = squares / n - mean * mean
    if (variance < MIN_DEVIATION ** 2) return false
    const inverse = 1 / Math.sqrt(variance * n)
    for (let j = 0; j < n; j++) out[j] = ((out[j] as number) - mean) * inverse
    return true
  }

  /** The best correlation of any glyph at a place. */
  best(set: TemplateSet, x: number, y: number): number {
    const inverse = this.inverseLength(x, y, set.width, set.height)
    if (inverse === 0) return 0
    let best = 0
    for (const { values } of set.templates) {
      const c = this.correlation(values, x, y, set.width, set.height, inverse)
      if (c > best) best = c
    }
    return best
  }
}

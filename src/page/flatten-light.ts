import type { Raster } from '../domain/raster.ts'

/** Cells of the light map per long side: about 7 mm on A4, larger than letters, smaller than shadows. */
const CELLS = 42
/** Share of a cell's pixels darker than its paper: text covers less. */
const PAPER_RANK = 0.85
const WHITE = 245
/** Light is called uneven when paper differs by this much between the brightest and the darkest tenth of the cells. */
const UNEVEN = 28
const MIN_LIGHT = 40

/**
 * The picture that OCR reads when light is uneven (photographs, folds, thin paper): every pixel divided by the light of
 * the paper around it. Even pictures come back as they are.
 */
export function flattenLight(grey: Raster): Raster {
  const light = lightMap(grey)
  const sorted = [...light.values].sort((a, b) => a - b)
  const low = sorted[Math.floor(sorted.length * 0.1)] ?? WHITE
  const high = sorted[Math.floor(sorted.length * 0.9)] ?? WHITE
  if (high - low < UNEVEN) return grey
  return { ...grey, data: divide(grey, light) }
}

interface LightMap {
  readonly columns: number
  readonly rows: number
  readonly cell: number
  readonly values: Float32Array
}

function lightMap({ width, height, data }: Raster): LightMap {
  const cell = Math.max(4, Math.ceil(Math.max(width, height) / CELLS))
  const columns = Math.ceil(width / cell)
  const rows = Math.ceil(height / cell)
  const values = new Float32Array(columns * rows)
  const histogram = new Uint32Array(256)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      histogram.fill(0)
      let count = 0
      for (let y = r * cell, endY = Math.min(height, y + cell); y < endY; y += 2) {
        for (let x = c * cell, endX = Math.min(width, x + cell); x < endX; x += 2) {
          const v = data[y * width + x] as number
          histogram[v] = (histogram[v] as number) + 1
          count++
        }
      }
      values[r * columns + c] = percentile(histogram, count * PAPER_RANK)
    }
  }
  return { columns, rows, cell, values: smooth(fillDark(values, columns, rows), columns, rows) }
}

function percentile(histogram: Uint32Array, rank: number): number {
  let seen = 0
  for (let v = 0; v < 256; v++) {
    seen += histogram[v] as number
    if (seen >= rank) return v
  }
  return 255
}

/** Dark pictures on the page (a portrait, a logo) are not shadow: their cells take the light of the cells around. */
function fillDark(values: Float32Array, columns: number, rows: number): Float32Array {
  const out = values.slice()
  const around: number[] = []
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      around.length = 0
      for (let y = Math.max(0, r - 3); y <= Math.min(rows - 1, r + 3); y++) {
        for (let x = Math.max(0, c - 3); x <= Math.min(columns - 1, c + 3); x++)
          around.push(values[y * columns + x] as number)
      }
      around.sort((a, b) => a - b)
      const usual = around[Math.floor(around.length * 0.6)] as number
      const own = values[r * columns + c] as number
      if (own < 0.7 * usual) out[r * columns + c] = usual
    }
  }
  return out
}

function smooth(values: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(values.length)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0
      let count = 0
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
          sum += values[y * columns + x] as number
          count++
        }
      }
      out[r * columns + c] = sum / count
    }
  }
  return out
}

function divide({ width, height, data }: Raster, { columns, rows, cell, values }: LightMap): Uint8Array {
  const out = new Uint8Array(data.length)
  const left = new Int32Array(width)
  const part = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const at = Math.max(0, Math.min(columns - 1.001, (x + 0.5) / cell - 0.5))
    left[x] = at | 0
    part[x] = at - (at | 0)
  }
  const line = new Float32Array(columns)
  for (let y = 0; y < height; y++) {
    const at = Math.max(0, Math.min(rows - 1.001, (y + 0.5) / cell - 0.5))
    const r = at | 0
    const f = at - r
    const below = Math.min(rows - 1, r + 1)
    for (let c = 0; c < columns; c++) {
      line[c] = (values[r * columns + c] as number) * (1 - f) + (values[below * columns + c] as number) * f
    }
    for (let x = 0; x < width; x++) {
      const c = left[x] as number
      const next = Math.min(columns - 1, c + 1)
      const light = (line[c] as number) * (1 - (part[x] as number)) + (line[next] as number) * (part[x] as number)
      const v = ((data[y * width + x] as number) * WHITE) / Math.max(MIN_LIGHT, light)
      out[y * width + x] = v > 255 ? 255 : v
    }
  }
  return out
}

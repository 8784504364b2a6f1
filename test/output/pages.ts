import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { unionZones, type Zone } from '../../src/domain/geometry.ts'
import type { Raster } from '../../src/domain/raster.ts'
import type { Line, Word } from '../../src/domain/reading.ts'
import type { OutputPage } from '../../src/output/write-pdf.ts'

/** Words of these tests: pages drawn stroke by stroke, lines set word by word, and PDFium as the reader. */

export type Colour = readonly [number, number, number]

/** A page of `width` x `height` pixels in which shapes are drawn, then softened as a scanner does. */
export class Sheet {
  readonly #width: number
  readonly #height: number
  readonly #data: Uint8Array
  #seed = 1

  constructor(width = 1600, height = 1600, paper: Colour = [246, 246, 246]) {
    this.#width = width
    this.#height = height
    this.#data = new Uint8Array(width * height * 3)
    this.box(0, 0, width, height, paper)
  }

  box(x0: number, y0: number, x1: number, y1: number, colour: Colour): this {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) this.#data.set(colour, (y * this.#width + x) * 3)
    return this
  }

  /** Rows of strokes three pixels thick, the size of print of ten points at 200 dpi. */
  print(x0: number, y0: number, x1: number, y1: number, colour: Colour = [30, 30, 30]): this {
    for (let y = y0; y + 22 < y1; y += 36) {
      for (let x = x0; x + 14 < x1; x += 18) {
        const kind = this.#random() % 5
        if (kind === 0) continue
        this.box(x, y, x + 3, y + 22, colour)
        if (kind > 1) this.box(x, y, x + 12, y + 3, colour)
        if (kind > 2) this.box(x, y + 19, x + 12, y + 22, colour)
        if (kind > 3) this.box(x + 9, y, x + 12, y + 22, colour)
      }
    }
    return this
  }

  /** A ring, as a stamp has. */
  ring(cx: number, cy: number, radius: number, thickness: number, colour: Colour): this {
    for (let y = cy - radius; y <= cy + radius; y++) {
      for (let x = cx - radius; x <= cx + radius; x++) {
        const d = Math.hypot(x - cx, y - cy)
        if (d <= radius && d > radius - thickness) this.#data.set(colour, (y * this.#width + x) * 3)
      }
    }
    return this
  }

  /** Fine waves over a tint, as the ground of an identity card. */
  guilloche(x0: number, y0: number, x1: number, y1: number): this {
    this.box(x0, y0, x1, y1, [226, 234, 242])
    for (let x = x0; x < x1; x++) {
      for (let wave = y0 + 6; wave < y1 - 8; wave += 11) {
        const y = Math.round(wave + 4 * Math.sin(x / 13 + wave))
        this.box(x, y, x + 1, y + 2, [160, 195, 225])
      }
    }
    return this
  }

  noise(amount: number): this {
    for (let i = 0; i < this.#data.length; i++) {
      const n = (this.#random() % (2 * amount + 1)) + (this.#random() % (2 * amount + 1)) - 2 * amount
      this.#data[i] = Math.max(0, Math.min(255, (this.#data[i] as number) + n))
    }
    return this
  }

  async scanned(channels: 1 | 3 = 3, dpi = 200): Promise<Raster> {
    const image = sharp(this.#data, { raw: { width: this.#width, height: this.#height, channels: 3 } }).blur(0.7)
    const data = await (channels === 1 ? image.toColourspace('b-w') : image).raw().toBuffer()
    return { width: this.#width, height: this.#height, channels, data: new Uint8Array(data), dpi }
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0
    return this.#seed >>> 8
  }
}

/** A committed sample, as a raster at its own resolution. */
export async function sample(name: string): Promise<Raster> {
  const file = await readFile(new URL(`../../samples/documents/${name}`, import.meta.url))
  const { density, channels: kept } = await sharp(file).metadata()
  const image = sharp(file, { page: 0 })
  const { data, info } = await (kept === 1 ? image.toColourspace('b-w') : image.removeAlpha())
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    width: info.width,
    height: info.height,
    channels: info.channels === 1 ? 1 : 3,
    data: new Uint8Array(data),
    dpi: density ?? 200,
  }
}

/** One line of words, from (x, y) in fractions of the page, about half a character wide a letter. */
export function line(text: string, y: number, x = 0.1): Line {
  const words: Word[] = []
  let left = x
  for (const word of text.split(' ')) {
    const zone: Zone = [left, y, left + 0.012 * word.length, y + 0.02]
    words.push({ text: word, zone, confidence: 0.9, source: 'ocr' })
    left = zone[2] + 0.012
  }
  return { words, zone: unionZones(words.map(w => w.zone)) ?? [0, 0, 0, 0] }
}

export const blank = (width = 800, height = 800): Raster => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height).fill(255),
  dpi: 200,
})

export const pageOf = (raster: Raster, lines: readonly Line[] = [], keepDetail = false): OutputPage => ({
  raster,
  lines,
  keepDetail,
})

const library = PDFiumLibrary.init()

/** Text of every page as PDFium reads it. */
export async function textOf(pdf: Uint8Array): Promise<string[]> {
  const document = await (await library).loadDocument(pdf)
  try {
    return [...document.pages()].map(page => page.getText())
  } finally {
    document.destroy()
  }
}

/** The first page as PDFium shows it at `dpi`, RGB. */
export async function shown(pdf: Uint8Array, dpi: number): Promise<Raster> {
  const document = await (await library).loadDocument(pdf)
  try {
    const { width, height, data } = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' })
    const rgb = new Uint8Array(width * height * 3)
    for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) rgb[i * 3 + c] = data[i * 4 + c] ?? 0
    return { width, height, channels: 3, data: rgb, dpi }
  } finally {
    document.destroy()
  }
}

/** Mean colour of a box of pixels. */
export function meanOf({ width, channels, data }: Raster, x0: number, y0: number, x1: number, y1: number): Colour {
  const sum: [number, number, number] = [0, 0, 0]
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++)
      for (let c = 0; c < 3; c++)
        sum[c] = (sum[c] as number) + (data[(y * width + x) * channels + (channels === 1 ? 0 : c)] as number)
  }
  const n = (x1 - x0) * (y1 - y0)
  return [sum[0] / n, sum[1] / n, sum[2] / n]
}

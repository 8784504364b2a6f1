import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  prepareZXingModule,
  readBarcodes as decode,
  type ReadInputBarcodeFormat,
  type ReadResult,
} from 'zxing-wasm/reader'
import type { Raster } from '../domain/raster.ts'
import type { Barcode } from '../domain/reading.ts'
import { growZone, zonesMeet, type Zone } from '../domain/geometry.ts'
import { asSharp, crop, resample } from '../page/grey.ts'
import { barcodeRegions, FINE_GRAIN } from './barcode-regions.ts'

/** Symbols met on pièces justificatives: 2D-Doc (DataMatrix), QR, and what carriers and prefectures print beside. */
const FORMATS = ['DataMatrix', 'QRCode', 'PDF417', 'Aztec'] as const
/** Bars of letters and files: only a long number among them matters, which may be a NIR. */
const LINEAR = ['Code128', 'Code39'] as const
const FEWEST_FIGURES = 12
/** The whole page is looked at no finer than this; regions are, at every size that helps. */
const PAGE_DPI = 200
const MAX_REGIONS = 4
/** Sizes at which a region that looks like a symbol is tried, in dots per inch. */
const REGION_DPI = [300, 450, 200]
/** The same for symbols of small modules, looked for on pages that gave none. */
const MAX_FINE_REGIONS = 3
const FINE_DPI = [450, 300, 600]
/** Around a region, in mm: its edges are those of cells, not of the symbol. */
const MARGIN_MM = 2.5

/** The widest blur that sharp undoes: a page of very few dots per inch is enlarged more than that. */
const MAX_SIGMA = 10

let ready: Promise<void> | null = null

async function prepare(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  // Without its binary the module would fetch it from a content network.
  await prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer, print: noop, printErr: noop },
    fireImmediately: true,
  })
}
const noop = (): void => undefined

/**
 * Barcodes of a page: the whole page, then every region that looks like a symbol and gave none, enlarged.
 * @param grey the upright page
 * @param drawn the page was drawn, not scanned: its symbols are clean, and none hides where no region looks like one
 */
export async function readBarcodes(grey: Raster, { drawn = false } = {}): Promise<Barcode[]> {
  await (ready ??= prepare())
  const page = drawn || grey.dpi <= PAGE_DPI ? grey : await resample(grey, PAGE_DPI / grey.dpi)
  const seen = await decoded(page, drawn ? LINEAR : [...FORMATS, ...LINEAR])
  const bars = seen
    .filter(r => isLinear(r) && r.text.replace(/\D/g, '').length >= FEWEST_FIGURES)
    .map(r => toBarcode(r, page, [0, 0, 1, 1]))
  const found = seen.filter(r => !isLinear(r)).map(r => toBarcode(r, page, [0, 0, 1, 1]))
  for (const region of barcodeRegions(page).slice(0, MAX_REGIONS)) {
    if (!found.some(b => zonesMeet(b.zone, region))) found.push(...(await readRegion(grey, region, REGION_DPI)))
  }
  if (drawn || found.length > 0) return [...found, ...bars]
  for (const region of barcodeRegions(page, FINE_GRAIN).slice(0, MAX_FINE_REGIONS)) {
    for (const sharper of [false, true]) {
      const more = await readRegion(grey, region, FINE_DPI, sharper)
      if (more.length > 0) return [...more, ...bars]
    }
  }
  return bars
}

const isLinear = ({ format }: ReadResult): boolean => LINEAR.some(f => f === format)

/**
 * Symbols of a region, at the first size that gives one.
 * @param sharper undo some of the blur, in which modules of 0.25 mm melt together
 */
async function readRegion(grey: Raster, region: Zone, sizes: readonly number[], sharper = false): Promise<Barcode[]> {
  const margin = (MARGIN_MM * grey.dpi) / 25.4
  const zone = growZone(region, margin / grey.width, margin / grey.height)
  const part = crop(grey, zone)
  for (const dpi of sizes) {
    const enlarged = await resample(part, dpi / grey.dpi)
    const found = await read(sharper ? await sharpen(enlarged, dpi / grey.dpi) : enlarged, zone)
    if (found.length > 0) return found
  }
  return []
}

/** @param scale how much the picture was enlarged: a pixel of the scan is as wide as this */
async function sharpen(grey: Raster, scale: number): Promise<Raster> {
  const data = await asSharp(grey)
    .sharpen({ sigma: Math.min(MAX_SIGMA, Math.max(0.5, scale * 0.8)), m1: 3, m2: 5 })
    .raw()
    .toBuffer()
  return { ...grey, data }
}

/** @param within where the picture stands on the page */
async function read(grey: Raster, within: Zone): Promise<Barcode[]> {
  return (await decoded(grey, FORMATS)).map(r => toBarcode(r, grey, within))
}

async function decoded(grey: Raster, formats: readonly ReadInputBarcodeFormat[]): Promise<ReadResult[]> {
  const data = new Uint8ClampedArray(grey.width * grey.height * 4)
  for (let i = 0, k = 0; i < grey.data.length; i++, k += 4) {
    const v = grey.data[i] as number
    data[k] = v
    data[k + 1] = v
    data[k + 2] = v
    data[k + 3] = 255
  }
  const results = await decode(
    { data, width: grey.width, height: grey.height },
    {
      formats: [...formats],
      tryHarder: true,
      tryRotate: true,
      tryDownscale: true,
      tryInvert: false,
      maxNumberOfSymbols: 8,
    },
  )
  return results.filter(r => r.isValid)
}

function toBarcode({ format, bytes, position }: ReadResult, { width, height }: Raster, within: Zone): Barcode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
  const x = (px: number): number => within[0] + (px / width) * (within[2] - within[0])
  const y = (px: number): number => within[1] + (px / height) * (within[3] - within[1])
  const xs = corners.map(c => x(c.x))
  const ys = corners.map(c => y(c.y))
  return {
    format: format === 'DataMatrix' ? 'datamatrix' : format === 'QRCode' ? 'qr' : 'other',
    content: Buffer.from(bytes).toString('latin1'),
    zone: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  }
}

import { WHOLE, zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Line, PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { openWritten } from '../intake/pdf/pdf-file.ts'
import { findNirs, type NirFinding } from '../masking/find-nirs.ts'
import { plainWords } from '../masking/plain-words.ts'
import { bytesHoldNir, findResidue } from '../masking/residue.ts'
import { decodedStreams, stringOperands } from '../output/pdf-bytes.ts'
import { withoutBoxBorders } from '../page/form-boxes.ts'
import { resample } from '../page/grey.ts'
import { rebuildLines } from '../reading/lines.ts'
import type { OcrEngine } from '../reading/ocr-engine.ts'
import { contains, readTurnedParts, withParts } from '../reading/turned-parts.ts'
import type { ProduceRequest, Residue } from './protocol.ts'
import { withoutWhiteBands } from './white-bands.ts'

/** The second reading is made at another scale than the first: what one misses, the other may see. */
const PROOF_DPI = 150
const LIMITS = { maxBytes: 2_000_000_000, maxPages: 10_000, maxPixelsPerPage: 200_000_000 }

/**
 * The proof that a written PDF holds no NIR: its bytes with every stream decompressed, the text that its pages set, and a
 * new OCR, at another scale, of all that may be a number on every masked page.
 * @returns what is still there; empty when the masking is proven
 */
export async function proveMasking(
  pdf: Uint8Array,
  request: Pick<ProduceRequest, 'pages' | 'secrets' | 'type'>,
  engine: OcrEngine,
): Promise<Residue[]> {
  const streams = decodedStreams(pdf)
  const residues: Residue[] = []
  if (streams.some(bytes => bytesHoldNir(bytes, request.secrets))) {
    residues.push({ where: 'bytes', pageIndex: null, zones: [] })
  }
  const type = request.type as TypePiece
  const texts = [...request.pages.map(p => text(p.lines)), ...streams.slice(1).map(stringOperands)]
  if (findResidue(texts, request.secrets, type) > 0) residues.push({ where: 'text', pageIndex: null, zones: [] })
  if (request.pages.some(p => p.masks.length > 0)) residues.push(...(await readAgain(pdf, request.pages, type, engine)))
  return residues
}

async function readAgain(
  pdf: Uint8Array,
  pages: ProduceRequest['pages'],
  type: TypePiece,
  engine: OcrEngine,
): Promise<Residue[]> {
  const written = await openWritten(pdf, LIMITS)
  try {
    const residues: Residue[] = []
    for (const [pageIndex, { lines, masks }] of pages.entries()) {
      if (masks.length === 0) continue
      const picture = written.picture(pageIndex + 1)
      const known = plainWords(lines, masks, picture.width / picture.height)
      const grey = whiten(await resample(picture, PROOF_DPI / picture.dpi), known)
      const zones = (await leftOn(grey, lies(lines, masks, picture), type, engine)).flatMap(f => [...f.zones])
      if (zones.length > 0) residues.push({ where: 'pixels', pageIndex, zones })
    }
    return residues
  } finally {
    written.close()
  }
}

/** How much higher than wide a number is that runs along a margin. */
const SIDEWAYS = 3

/** Whether a part of the page lies another way than the page: words that were read so, or a bar that covers such a number. */
const lies = (lines: readonly Line[], masks: readonly Zone[], { width, height }: Raster): boolean =>
  lines.some(l => l.words.some(w => w.upright)) ||
  masks.some(z => zoneHeight(z) * height > SIDEWAYS * zoneWidth(z) * width)

/** The NIR that a written page still shows. */
async function leftOn(grey: Raster, turned: boolean, type: TypePiece, engine: OcrEngine): Promise<NirFinding[]> {
  const found = findNirs([await readWritten(grey, turned, engine)], { type })
  const read = found.filter(f => !f.evidence.includes('bloc-illisible-sous-libelle'))
  if (read.length === found.length) return read
  // What could not be read may be the borders of empty boxes: it counts when it is there without them too.
  const bare = withoutBoxBorders(grey)
  return bare === grey ? found : [...read, ...findNirs([await readWritten(bare, turned, engine)], { type })]
}

/** @param turned cards and margins that lie sideways or upside down are read too, as they lie */
async function readWritten(grey: Raster, turned: boolean, engine: OcrEngine): Promise<PageReading> {
  const { grey: narrow, back } = withoutWhiteBands(grey)
  const words = engine.recognise(narrow, {}).map(w => ({ ...w, zone: back(w.zone) }))
  const parts = turned ? await readTurnedParts(grey, words, engine) : []
  return {
    page: 1,
    widthPx: grey.width,
    heightPx: grey.height,
    dpi: grey.dpi,
    orientation: { quarterTurns: 0, skew: 0, reason: 'relecture' },
    received: WHOLE,
    quality: { state: 'readable', motif: null, sharpness: 0, meanGrey: 0, meanConfidence: 0 },
    lines: withParts(rebuildLines(words.filter(w => !parts.some(p => contains(p.zone, w.zone)))), parts),
    barcodes: [],
    mrzBands: [],
    source: 'ocr',
  }
}

const text = (lines: readonly Line[]): string => lines.map(l => l.words.map(w => w.text).join(' ')).join('\n')

/** A copy of a grey picture with the zones painted white. */
function whiten(grey: Raster, zones: readonly Zone[]): Raster {
  const { width, height } = grey
  const data = new Uint8Array(grey.data)
  for (const [x0, y0, x1, y1] of zones) {
    const left = Math.max(0, Math.floor(x0 * width) - 1)
    const right = Math.min(width, Math.ceil(x1 * width) + 1)
    for (let y = Math.max(0, Math.floor(y0 * height) - 1); y <= Math.min(height - 1, Math.ceil(y1 * height)); y++) {
      data.fill(255, y * width + left, y * width + right)
    }
  }
  return { ...grey, data }
}

import type { Raster } from '../domain/raster.ts'
import type { Line, PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { openFile } from '../intake/open-file.ts'
import { findNirs } from '../masking/find-nirs.ts'
import { bytesHoldNir, findResidue } from '../masking/residue.ts'
import { decodedStreams, stringOperands } from '../output/pdf-bytes.ts'
import { toGrey } from '../page/grey.ts'
import { rebuildLines } from '../reading/lines.ts'
import type { OcrEngine } from '../reading/ocr-engine.ts'
import type { ProduceRequest, Residue } from './protocol.ts'

/** The second reading is made at another scale than the first: what one misses, the other may see. */
const PROOF_DPI = 150
const LIMITS = { maxBytes: 2_000_000_000, maxPages: 10_000, maxPixelsPerPage: 200_000_000 }

/**
 * The proof that a written PDF holds no NIR: its bytes with every stream decompressed, the text that its pages set, and
 * a new OCR of every masked page at another scale.
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
  const masked = request.pages.flatMap((page, index) => (page.masks.length > 0 ? [index] : []))
  if (masked.length > 0) residues.push(...(await readAgain(pdf, masked, type, engine)))
  return residues
}

async function readAgain(
  pdf: Uint8Array,
  pages: readonly number[],
  type: TypePiece,
  engine: OcrEngine,
): Promise<Residue[]> {
  const opened = await openFile(pdf, LIMITS)
  if (!opened.ok) throw new Error(`the written PDF does not open again: ${opened.code}`)
  try {
    const residues: Residue[] = []
    for (const pageIndex of pages) {
      const { raster } = await opened.file.page(pageIndex + 1)
      const zones = findNirs([await readWritten(raster, engine)], { type }).flatMap(f => [...f.zones])
      if (zones.length > 0) residues.push({ where: 'pixels', pageIndex, zones })
    }
    return residues
  } finally {
    opened.file.close()
  }
}

async function readWritten(raster: Raster, engine: OcrEngine): Promise<PageReading> {
  const grey = await toGrey(raster, PROOF_DPI)
  const words = engine.recognise(grey, {})
  return {
    page: 1,
    widthPx: grey.width,
    heightPx: grey.height,
    dpi: grey.dpi,
    orientation: { quarterTurns: 0, skew: 0, reason: 'relecture' },
    quality: { state: 'readable', motif: null, sharpness: 0, meanGrey: 0, meanConfidence: 0 },
    lines: rebuildLines(words),
    barcodes: [],
    mrzBands: [],
    source: 'ocr',
  }
}

const text = (lines: readonly Line[]): string => lines.map(l => l.words.map(w => w.text).join(' ')).join('\n')

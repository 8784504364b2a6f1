import { PDFDocument, PDFHexString, rgb, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { infoTypePiece } from '../domain/type-piece.ts'
import { BORDEREAU_TITRE, bordereauCode, type BordereauContenu } from '../formats/bordereau.ts'

/** A4, in points. */
const [WIDTH, HEIGHT] = [595.28, 841.89]
const POINTS_PER_MM = 72 / 25.4
const MARGIN = 22 * POINTS_PER_MM
/**
 * Sides of the two symbols: of the large one each module is six pixels wide at 150 dpi, the small one has the grain by which symbols are
 * found on pages that were never printed.
 */
const LARGE = 28 * POINTS_PER_MM
const SMALL = 16 * POINTS_PER_MM
const BLACK = rgb(0, 0, 0)

/**
 * Cover sheets to lay before documents that go through the scanner together, one page each. The symbol stands in two corners: a
 * fold or a stamp spoils one of them.
 * @returns a PDF; same sheets, same bytes
 */
export async function writeBordereaux(sheets: readonly BordereauContenu[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(BORDEREAU_TITRE)
  document.setLanguage('fr')
  const [plain, bold] = [
    await document.embedFont(StandardFonts.Helvetica),
    await document.embedFont(StandardFonts.HelveticaBold),
  ]
  const hash = createHash('sha256')
  for (const sheet of sheets) {
    const code = bordereauCode(sheet)
    hash.update(code)
    const page = document.addPage([WIDTH, HEIGHT])
    const symbol = await symbolOf(code)
    drawSymbol(page, symbol, LARGE, WIDTH - MARGIN - LARGE, HEIGHT - MARGIN - LARGE)
    drawSymbol(page, symbol, SMALL, MARGIN, MARGIN)
    drawTexts(page, sheet, plain, bold)
  }
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32))
  document.context.trailerInfo.ID = document.context.obj([id, id])
  return document.save()
}

function drawTexts(page: PDFPage, { numeroUnique, type }: BordereauContenu, plain: PDFFont, bold: PDFFont): void {
  const write = (text: string, fromTop: number, size: number, font: PDFFont): void =>
    page.drawText(text, { x: MARGIN, y: HEIGHT - fromTop * POINTS_PER_MM, size, font, color: BLACK })
  write(BORDEREAU_TITRE.toUpperCase(), 100, 24, bold)
  write('Numéro unique', 120, 12, plain)
  write(numeroUnique, 128, 20, bold)
  write('Document qui suit', 144, 12, plain)
  write(type === null ? 'À reconnaître' : infoTypePiece(type).label, 152, 20, bold)
  CONSIGNES.forEach((line, i) => write(line, 172 + 7 * i, 12, plain))
}

const CONSIGNES = [
  'Placez cette feuille devant le document, face imprimée du même côté.',
  'Une feuille par document ; elle ne sera pas versée au dossier.',
  'Imprimez à 100 %, ne pliez pas et ne tamponnez pas les deux carrés.',
]

interface Modules {
  readonly size: number
  readonly dark: (x: number, y: number) => boolean
}

function drawSymbol(page: PDFPage, { size, dark }: Modules, side: number, x: number, y: number): void {
  const module = side / size
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      let to = from
      while (to < size && dark(to, row)) to++
      if (to === from) continue
      // Runs are drawn whole: seams between modules would show on some printers.
      const at = { x: x + from * module, y: y + side - (row + 1) * module }
      page.drawRectangle({ ...at, width: (to - from) * module, height: module, color: BLACK })
      from = to
    }
  }
}

let ready: Promise<unknown> | null = null

async function prepare(): Promise<unknown> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  // Without its binary the module would fetch it from a content network.
  return prepareZXingModule({ overrides: { wasmBinary: wasm.buffer }, fireImmediately: true })
}

async function symbolOf(code: string): Promise<Modules> {
  await (ready ??= prepare())
  const { symbol, error } = await writeBarcode(code, {
    format: 'DataMatrix',
    scale: 1,
    addQuietZones: false,
    options: 'forceSquare',
  })
  if (error !== '' || symbol.width !== symbol.height) throw new Error(`A symbol could not be made: ${error}`)
  const { width, data } = symbol
  return { size: width, dark: (x, y) => (data[y * width + x] ?? 255) < 128 }
}

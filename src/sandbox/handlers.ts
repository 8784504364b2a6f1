import { createHash } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { openFile, type SourceFile } from '../intake/open-file.ts'
import { PageUnreadable } from '../intake/page-unreadable.ts'
import { burn } from '../masking/burn.ts'
import { encodeJpeg } from '../output/jpeg.ts'
import { writePiecePdf, type OutputPage } from '../output/write-pdf.ts'
import { createOcrEngine, type OcrEngine } from '../reading/ocr-engine.ts'
import { readPage } from '../reading/read-page.ts'
import { rereadZone } from '../reading/reread-zone.ts'
import { proveMasking } from './proof.ts'
import { StopWatch } from './stop-watch.ts'
import { StoredRasters } from './stored-raster.ts'
import type {
  EngineRequest,
  FileLimits,
  InspectAnswer,
  InspectRequest,
  PictureAnswer,
  PictureRequest,
  ProduceAnswer,
  ProducePage,
  ProduceRequest,
  ReadAnswer,
  ReadRequest,
  RereadAnswer,
  RereadRequest,
  StoredRaster,
} from './protocol.ts'

let opened: { identity: string; file: SourceFile } | null = null
let engine: Promise<OcrEngine> | null = null
const stored = new StoredRasters()

const warmEngine = (): Promise<OcrEngine> => (engine ??= createOcrEngine())

/** Does what a request asks. */
export function handle(
  request: EngineRequest,
): Promise<InspectAnswer | ReadAnswer | RereadAnswer | ProduceAnswer | PictureAnswer> {
  switch (request.kind) {
    case 'inspect':
      return inspect(request)
    case 'read':
      return read(request)
    case 'reread':
      return reread(request)
    case 'produce':
      return produce(request)
    case 'picture':
      return picture(request)
  }
}

async function inspect({ path, limits }: InspectRequest): Promise<InspectAnswer> {
  const watch = new StopWatch()
  const outcome = await open(path, limits)
  if (!outcome.ok) return outcome
  const { file } = outcome
  const hiddenTexts = await file.hiddenTexts()
  watch.lap('ouverture')
  return { ok: true, format: file.format, pageCount: file.pageCount, hiddenTexts, timings: watch.laps }
}

async function read(request: ReadRequest): Promise<ReadAnswer> {
  const watch = new StopWatch()
  const outcome = await open(request.path, request.limits)
  if (!outcome.ok) return { ok: false }
  const engine = await warmEngine()
  watch.lap('ouverture')
  try {
    const source = await outcome.file.page(request.page)
    watch.lap('image')
    const { reading, upright } = await readPage(source, request.page, engine, {
      ...request,
      onStep: step => watch.lap(step),
    })
    watch.lap('lecture')
    await writeFile(request.rasterPath, upright.data)
    const { width, height, channels, dpi } = upright
    const raster: StoredRaster = { path: request.rasterPath, width, height, channels, dpi }
    return { ok: true, reading, raster, timings: watch.laps }
  } catch (error) {
    if (error instanceof PageUnreadable) return { ok: false }
    throw error
  }
}

/** Sharp enough to read a piece on a screen. */
const PICTURE_QUALITY = 80

async function picture({ path, limits, page }: PictureRequest): Promise<PictureAnswer> {
  const outcome = await open(path, limits)
  if (!outcome.ok || page > outcome.file.pageCount) return { ok: false }
  const { raster } = await outcome.file.page(page)
  return { ok: true, jpeg: (await encodeJpeg(raster, PICTURE_QUALITY)).bytes }
}

async function reread({ raster, zone }: RereadRequest): Promise<RereadAnswer> {
  return { readings: await rereadZone(await stored.load(raster), zone, await warmEngine()) }
}

async function produce(request: ProduceRequest): Promise<ProduceAnswer> {
  const watch = new StopWatch()
  const pdf = await writePiecePdf(burntPages(request.pages, watch), { titre: request.titre })
  watch.lap('ecriture')
  const residues = await proveMasking(pdf, request, await warmEngine())
  watch.lap('preuve')
  // A file whose masking is not proven is not delivered: it is not even written, nor is one of an earlier run left.
  if (residues.length === 0) await writeWhole(request.outPath, pdf)
  else await rm(request.outPath, { force: true })
  return {
    octets: pdf.length,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    residues,
    timings: watch.laps,
  }
}

/** Under its name there is the whole file or none, whenever the process is stopped. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`
  await writeFile(part, bytes)
  await rename(part, path)
}

/** One page at a time: the pictures of a long piece together would pass the memory that a process may take. */
async function* burntPages(pages: readonly ProducePage[], watch: StopWatch): AsyncGenerator<OutputPage> {
  for (const page of pages) {
    watch.lap('ecriture')
    const raster = await stored.load(page.raster)
    const masked = page.masks.length > 0
    const burnt = masked ? burn(raster, page.masks) : raster
    watch.lap('masquage')
    yield { raster: burnt, lines: page.lines, keepDetail: page.keepDetail || masked }
  }
}

/** A file stays open from page to page. Another one put in its place is never taken for it. */
async function open(path: string, limits: FileLimits): ReturnType<typeof openFile> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true })
  const identity = [path, dev, ino, size, mtimeNs].join(' ')
  if (opened?.identity === identity) return { ok: true, file: opened.file }
  opened?.file.close()
  opened = null
  const outcome = await openFile(await readFile(path), limits)
  if (outcome.ok) opened = { identity, file: outcome.file }
  return outcome
}

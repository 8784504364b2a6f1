import type { Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import { evenColour, flatten, type FlatPage } from './blocks.ts'
import { boxOf, countCells, countIn, findContent, growCells, type CellBox, type ContentCells } from './content-cells.ts'
import { fineInk } from './fine-ink.ts'
import { groundPicture } from './ground-picture.ts'
import { inkColours } from './ink-colours.ts'
import { encodeJbig2, type Bitmap } from './jbig2.ts'
import { encodeJpeg, type JpegImage, type Pixels } from './jpeg.ts'
import { CELL, measureLeftover, type Leftover } from './leftover.ts'
import { at, findPaper, type Paper } from './paper.ts'
import { findPictures } from './picture-regions.ts'
import { withScratch, type Scratch } from './scratch.ts'
import { findInk, type Ink } from './text-mask.ts'
import { toWorkingPage, type WorkingPage } from './working-page.ts'

/** `bitonal`: ink alone. `mixed`: ink over a picture of the ground, of its colours, or beside pictures. Else one JPEG. */
export type Coding = 'bitonal' | 'grey' | 'colour' | 'mixed'

/** Ink, one bit a pixel, as JBIG2. */
export interface InkImage {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** Something painted on the page, in order; `zone` may reach beyond the page (padding), where nothing is seen. */
export type PageLayer =
  | { readonly kind: 'picture'; readonly zone: Zone; readonly image: JpegImage }
  /** Ink in black, or in the colours of `colours` stretched over the same zone. */
  | { readonly kind: 'ink'; readonly zone: Zone; readonly mask: InkImage; readonly colours: JpegImage | null }

export interface EncodedPage {
  readonly coding: Coding
  readonly layers: readonly PageLayer[]
}

/** Resolution at which a page is judged, and pictures kept; print of 6 points is read at 200, not at 150. */
const INK_DPI = 200
/** Below this, small print told in black and white alone is no longer read: the page keeps its greys. */
const LEAST_FOR_INK = 170
/** A page in black and white keeps its own resolution up to this. */
const MOST_FOR_INK = 310
/** A page smaller than this, in square inches, is a card or a page of a passport: a picture, whatever is on it. */
const SMALL_PAGE = 20
/** It keeps more: its smallest print is of four points. */
const CARD_DPI = 250
const QUALITY = { picture: 60, detail: 70, soft: 45, ground: 45, colours: 45 } as const
/** The ground is kept at half the resolution of the ink, or at all of it. */
const GROUND_STEP = { usual: 2, detail: 1 } as const
/** Fewer cells of 1 mm² than this hold nothing that must be kept besides ink. */
const NOTHING = 12
/** A page that is a picture for more than this is one picture. */
const MOSTLY = 0.5
/** A page with fine detail on more than this is a card or a photograph, plain parts included. */
const BUSY = 0.25
/** Difference of colour channels of a ground that is not grey. */
const CAST = 8
/** What a sheet of print is at least: bare paper on this share of it, hardly anything brighter, not dark itself. */
const SHEET = { share: 0.35, brighter: 0.004, luma: 100 } as const

/** What of a page is painted, and how it is coded. */
export const encodePage = (raster: Raster, keepDetail: boolean): Promise<EncodedPage> =>
  withScratch(scratch => (isBitonal(raster) ? asItIs(raster, scratch) : encodeGreys(raster, keepDetail, scratch)))

async function encodeGreys(raster: Raster, keepDetail: boolean, scratch: Scratch): Promise<EncodedPage> {
  const sharp = raster.dpi >= LEAST_FOR_INK
  const page = await toWorkingPage(raster, sharp ? INK_DPI : raster.dpi, scratch)
  const paper = findPaper(page)
  if (isSmall(page) || !isSheet(paper)) return wholePicture(raster, page, null, paper, keepDetail)
  const flat = flatten(page, paper)
  const ink = findInk(flat, paper.noise)
  const leftover = measureLeftover(flat, ink)
  const content = findContent(flat, leftover, paper.noise)
  const pictures = findPictures(content)
  const pictureCells = pictures.reduce((n, b) => n + (b.x1 - b.x0) * (b.y1 - b.y0), 0)
  if (pictureCells > MOSTLY * content.shaded.length || countCells(content.detailed) > BUSY * content.shaded.length) {
    return wholePicture(raster, page, content, paper, keepDetail)
  }
  if (!sharp) return softPage(flat, leftover, content)
  clearPictures(ink, content, pictures)
  const ground = await groundLayer(flat, leftover, content, keepDetail)
  const layers: PageLayer[] = ground ? [ground] : []
  for (const box of pictures) {
    const inColour = countIn(content.coloured, content.columns, box) >= NOTHING
    layers.push(await pictureLayer(flat, box, inColour, keepDetail))
  }
  const inked = ink.data.includes(0) ? await inkLayer(flat, ink, leftover, pictures, content) : null
  if (inked) layers.push(inked)
  const bitonal = layers.every(l => l.kind === 'ink' && l.colours === null)
  return { coding: bitonal ? 'bitonal' : 'mixed', layers }
}

function isBitonal({ channels, data, dpi }: Raster): boolean {
  if (channels !== 1 || dpi > MOST_FOR_INK) return false
  for (const v of data) if (v !== 0 && v !== 255) return false
  return true
}

/** A page that is black and white already (fax, office scanner) keeps each of its pixels. */
async function asItIs(raster: Raster, scratch: Scratch): Promise<EncodedPage> {
  const page = await toWorkingPage(raster, raster.dpi, scratch)
  const ink = withoutPadding(page)
  if (!ink.data.includes(0)) return { coding: 'bitonal', layers: [] }
  const mask = { width: page.width, height: page.height, bytes: encodeJbig2(ink, page.scratch) }
  return { coding: 'bitonal', layers: [{ kind: 'ink', zone: padded(page), mask, colours: null }] }
}

function withoutPadding({ width, height, usedWidth, usedHeight, luma, scratch }: WorkingPage): Bitmap {
  const data = scratch.copyOf(luma)
  for (let y = 0; y < usedHeight; y++) data.fill(255, y * width + usedWidth, (y + 1) * width)
  data.fill(255, usedHeight * width)
  return { width, height, data }
}

async function wholePicture(
  raster: Raster,
  judged: WorkingPage,
  content: ContentCells | null,
  paper: Paper,
  keepDetail: boolean,
): Promise<EncodedPage> {
  const page =
    isSmall(judged) && raster.dpi > INK_DPI
      ? await toWorkingPage(raster, Math.min(raster.dpi, CARD_DPI), judged.scratch)
      : judged
  const coloured = page.rgb !== null && (content === null || hasCast(paper) || countCells(content.coloured) >= NOTHING)
  const { width, height } = page
  const data = coloured ? page.rgb : page.luma
  const channels = coloured ? 3 : 1
  const image = await encodeJpeg({ width, height, channels, data }, pictureQuality(keepDetail))
  const layer: PageLayer = { kind: 'picture', zone: padded(page), image }
  return { coding: coloured ? 'colour' : 'grey', layers: [layer] }
}

function isSheet({ share, brighter, luma }: Paper): boolean {
  return share >= SHEET.share && brighter <= SHEET.brighter && at(luma, 0.5, 0.5) >= SHEET.luma
}

const isSmall = ({ usedWidth, usedHeight, dpi }: WorkingPage): boolean => usedWidth * usedHeight < SMALL_PAGE * dpi ** 2

/** True when the ground itself has a colour somewhere. */
function hasCast({ rgb }: Paper): boolean {
  const places = [0.05, 0.5, 0.95].flatMap(x => [0.05, 0.5, 0.95].map(y => [x, y] as const))
  return places.some(([x, y]) => {
    const [r, g, b] = rgb.map(surface => at(surface, x, y)) as [number, number, number]
    return Math.max(r, g, b) - Math.min(r, g, b) > CAST
  })
}

/** One picture of the whole page with its bare paper cleaned. */
async function softPage(page: FlatPage, { nearInk }: Leftover, content: ContentCells): Promise<EncodedPage> {
  const { columns, rows, shaded, coloured } = content
  const printed = shaded.slice()
  for (let i = 0; i < nearInk.length; i++) {
    if (nearInk[i]) printed[(Math.floor(i / page.width) >> 3) * columns + ((i % page.width) >> 3)] = 1
  }
  const shown = growCells(printed, columns, rows)
  const inColour = page.rgb !== null && countCells(coloured) >= NOTHING
  const picture = cut(page, { x0: 0, y0: 0, x1: columns, y1: rows }, inColour)
  for (let i = 0; i < shown.length; i++) {
    if (shown[i]) continue
    for (let y = 0; y < CELL; y++) {
      const from = ((Math.floor(i / columns) * CELL + y) * picture.width + (i % columns) * CELL) * picture.channels
      picture.data.fill(255, from, from + CELL * picture.channels)
    }
  }
  const image = await encodeJpeg(picture, QUALITY.soft)
  return { coding: inColour ? 'colour' : 'grey', layers: [{ kind: 'picture', zone: padded(page), image }] }
}

const padded = (page: WorkingPage): Zone => [0, 0, page.width / page.usedWidth, page.height / page.usedHeight]

const zoneOfCells = (page: WorkingPage, b: CellBox): Zone => [
  (b.x0 * CELL) / page.usedWidth,
  (b.y0 * CELL) / page.usedHeight,
  (b.x1 * CELL) / page.usedWidth,
  (b.y1 * CELL) / page.usedHeight,
]

function clearPictures(ink: Bitmap, content: ContentCells, pictures: readonly CellBox[]): void {
  for (const b of pictures) {
    clearBox(ink.data, ink.width, b, 255)
    for (let y = b.y0; y < b.y1; y++) {
      for (const cells of [content.shaded, content.detailed])
        cells.fill(0, y * content.columns + b.x0, y * content.columns + b.x1)
    }
  }
}

const pictureQuality = (keepDetail: boolean): number => (keepDetail ? QUALITY.detail : QUALITY.picture)

async function pictureLayer(page: FlatPage, box: CellBox, coloured: boolean, keepDetail: boolean): Promise<PageLayer> {
  return {
    kind: 'picture',
    zone: zoneOfCells(page, box),
    image: await encodeJpeg(cut(page, box, coloured), pictureQuality(keepDetail)),
  }
}

/** The part of a page under a box of cells, under even light. */
function cut(page: FlatPage, box: CellBox, coloured: boolean): Pixels {
  const { rgb, luma } = page
  const channels = coloured && rgb ? 3 : 1
  const left = box.x0 * CELL
  const width = (box.x1 - box.x0) * CELL
  const height = (box.y1 - box.y0) * CELL
  const data = new Uint8Array(width * height * channels)
  for (let y = 0, to = 0; y < height; y++) {
    const v = box.y0 * CELL + y
    if (channels === 1) data.set(luma.subarray(v * page.width + left, v * page.width + left + width), y * width)
    else
      for (let x = left; x < left + width; x++)
        for (let c = 0; c < 3; c++) data[to++] = evenColour(page, rgb as Uint8Array, x, v, c)
  }
  return { width, height, channels, data }
}

/** `null` when nothing stands on the page but ink. */
async function groundLayer(
  page: FlatPage,
  leftover: Leftover,
  content: ContentCells,
  keepDetail: boolean,
): Promise<PageLayer | null> {
  const { columns, rows, shaded, coloured } = content
  if (countCells(shaded) < NOTHING) return null
  const box = boxOf(growCells(shaded, columns, rows), columns)
  if (!box) return null
  const inColour = page.rgb !== null && shaded.some((s, i) => s && coloured[i])
  const picture = groundPicture(page, leftover, content, box, inColour, GROUND_STEP[keepDetail ? 'detail' : 'usual'])
  return { kind: 'picture', zone: zoneOfCells(page, box), image: await encodeJpeg(picture, QUALITY.ground) }
}

async function inkLayer(
  page: FlatPage,
  ink: Ink,
  { nearInk }: Leftover,
  pictures: readonly CellBox[],
  content: ContentCells,
): Promise<PageLayer> {
  for (const b of pictures) clearBox(nearInk, page.width, b, 0)
  const fine = fineInk(page, ink, nearInk)
  const mask = { width: fine.width, height: fine.height, bytes: encodeJbig2(fine, page.scratch) }
  const colours = inkColours(page, ink, content, NOTHING)
  return { kind: 'ink', zone: padded(page), mask, colours: colours && (await encodeJpeg(colours, QUALITY.colours)) }
}

function clearBox(pixels: Uint8Array, width: number, box: CellBox, value: number): void {
  for (let y = box.y0 * CELL; y < box.y1 * CELL; y++)
    pixels.fill(value, y * width + box.x0 * CELL, y * width + box.x1 * CELL)
}

import { zonesMeet, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Word } from '../domain/reading.ts'
import { boxesOf, type BoxRow } from '../page/form-boxes.ts'
import type { OcrEngine } from './ocr-engine.ts'

/** Height of a character on the strip that is read, in pixels: the size that the LSTM was trained on, with room. */
const TALL = 40
/** Part of the box's height left out on each side: borders and their blur. */
const RIM = 0.12
/** Ink of a character, in parts of the strip's height; less is dust. */
const LEAST_INK = 0.25
const DARK = 140

interface Box {
  readonly zone: Zone
  /** Its content, `TALL` high. */
  readonly cut: { readonly width: number; readonly data: Uint8Array }
}

/**
 * The words with what stands in boxes (one character each) read again, closely: the characters of a row are set side by
 * side without borders. A row that does not give one character per box keeps the words it had.
 * @param grey the upright page under even light, borders included; zones are fractions of it
 * @param rows its boxes
 */
export function readBoxWords(grey: Raster, rows: readonly BoxRow[], words: readonly Word[], engine: OcrEngine): Word[] {
  let out = [...words]
  for (const row of rows.filter(isWhole)) {
    const groups = groupsOf(grey, row)
    const read = readRow(groups, engine)
    if (!read) continue
    const place: Zone = [row.x0 / grey.width, row.y0 / grey.height, row.x1 / grey.width, row.y1 / grey.height]
    out = [...out.filter(w => !within(w.zone, place)), ...read]
  }
  return out
}

/** A gap of about two boxes may be a border that was not seen: its characters would be lost. */
function isWhole({ borders, step }: BoxRow): boolean {
  return borders.slice(1).every((b, i) => Math.abs((b.x0 - (borders[i] as { x0: number }).x0) / step - 2) > 0.12)
}

/** Boxes side by side make a group; empty ones end it. */
function groupsOf(grey: Raster, row: BoxRow): Box[][] {
  const groups: Box[][] = []
  let last: Box[] | null = null
  let end = -1
  for (const [a, b] of boxesOf(row)) {
    const cut = contentOf(grey, a.x1, b.x0, row.y0, row.y1)
    if (a.x0 !== end) last = null
    end = b.x0
    if (!cut) {
      last = null
      continue
    }
    const zone: Zone = [a.x1 / grey.width, row.y0 / grey.height, b.x0 / grey.width, row.y1 / grey.height]
    if (last) last.push({ zone, cut })
    else groups.push((last = [{ zone, cut }]))
  }
  return groups
}

/** What stands in a box, scaled to the strip's height and cropped to its ink; `null` for an empty box. */
function contentOf(grey: Raster, x0: number, x1: number, y0: number, y1: number): Box['cut'] | null {
  const rim = Math.ceil(RIM * (y1 - y0))
  const [left, right, top, bottom] = [x0 + (rim >> 1), x1 - (rim >> 1), y0 + rim, y1 - rim]
  if (right - left < 3 || bottom - top < 6) return null
  const scale = (bottom - top) / TALL
  const width = Math.round((right - left) / scale)
  const data = new Uint8Array(width * TALL)
  let [inkLeft, inkRight, inkTop, inkBottom] = [width, -1, TALL, -1]
  for (let y = 0; y < TALL; y++) {
    for (let x = 0; x < width; x++) {
      const v =
        grey.data[Math.floor(top + (y + 0.5) * scale) * grey.width + Math.floor(left + (x + 0.5) * scale)] ?? 255
      data[y * width + x] = v
      if (v >= DARK) continue
      inkLeft = Math.min(inkLeft, x)
      inkRight = Math.max(inkRight, x)
      inkTop = Math.min(inkTop, y)
      inkBottom = Math.max(inkBottom, y)
    }
  }
  if (inkBottom - inkTop < LEAST_INK * TALL) return null
  const from = Math.max(0, inkLeft - 1)
  const to = Math.min(width, inkRight + 2)
  const cut = new Uint8Array((to - from) * TALL)
  for (let y = 0; y < TALL; y++) cut.set(data.subarray(y * width + from, y * width + to), y * (to - from))
  return { width: to - from, data: cut }
}

/** Room around and between characters on the strip, and between groups. */
const MARGIN = 20
const BETWEEN = 5
const BETWEEN_GROUPS = 22

function readRow(groups: readonly Box[][], engine: OcrEngine): Word[] | null {
  const boxes = groups.flat()
  if (boxes.length < 2) return null
  const strip = stripOf(groups)
  const read = charactersOf(strip, engine)
  if (read.length !== boxes.length) return null
  let at = 0
  return groups.map((group): Word => {
    const own = read.slice(at, (at += group.length))
    const [first, last] = [group[0] as Box, group.at(-1) as Box]
    return {
      text: own.map(c => c.text).join(''),
      zone: [first.zone[0], first.zone[1], last.zone[2], first.zone[3]],
      confidence: Math.min(...own.map(c => c.confidence)),
      source: 'ocr',
    }
  })
}

const charactersOf = (strip: Raster, engine: OcrEngine): { text: string; confidence: number }[] =>
  engine
    .recognise(strip, { layout: 'line', characters: true })
    .flatMap(w => (w.characters ?? []).filter(c => c.text.trim() !== ''))

function stripOf(groups: readonly Box[][]): Raster {
  const widths = groups.map(g => g.reduce((n, b) => n + b.cut.width + BETWEEN, 0) + BETWEEN_GROUPS)
  const width = widths.reduce((a, b) => a + b, 2 * MARGIN)
  const height = TALL + 2 * MARGIN
  const data = new Uint8Array(width * height).fill(255)
  let x = MARGIN
  for (const group of groups) {
    for (const { cut } of group) {
      for (let y = 0; y < TALL; y++) {
        data.set(cut.data.subarray(y * cut.width, (y + 1) * cut.width), (y + MARGIN) * width + x)
      }
      x += cut.width + BETWEEN
    }
    x += BETWEEN_GROUPS
  }
  // A character fills about two thirds of the strip: 40 pixels stand for some 5 mm.
  return { width, height, channels: 1, data, dpi: 200 }
}

/** Most of a word lies in the row. */
function within(word: Zone, row: Zone): boolean {
  if (!zonesMeet(word, row)) return false
  const shared = Math.min(word[2], row[2]) - Math.max(word[0], row[0])
  const high = Math.min(word[3], row[3]) - Math.max(word[1], row[1])
  return shared > 0.6 * (word[2] - word[0]) && high > 0.5 * (word[3] - word[1])
}

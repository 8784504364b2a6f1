import type { Zone } from '../../domain/geometry.ts'
import { boxThrough, compose, IDENTITY, type Matrix } from './matrix.ts'
import type { Pdfium } from './pdfium.ts'

/** A picture drawn on a page. */
export interface DrawnImage {
  readonly order: number
  readonly zone: Zone
  /** Pixels per inch at the size it is drawn. */
  readonly dpi: number
}

/** What the content of a page draws, in painting order. */
export interface PageObjects {
  readonly images: readonly DrawnImage[]
  /** Opaque rectangles and pictures: what was painted before under them cannot be seen. */
  readonly covers: readonly { readonly order: number; readonly zone: Zone }[]
  /** Painting rank of each text object (FPDF_PAGEOBJECT). */
  readonly textOrder: ReadonlyMap<number, number>
}

const TYPE_TEXT = 1
const TYPE_PATH = 2
const TYPE_IMAGE = 3
const TYPE_FORM = 5
/** A rectangle is drawn with four or five segments. */
const RECTANGLE_SEGMENTS = 6
/** Forms within forms deeper than this are a trap, not a document. */
const MAX_DEPTH = 8
const MAX_OBJECTS = 100_000

/**
 * @param page FPDF_PAGE
 * @param toPage user space to fractions of the page as shown
 */
export function listObjects(pdfium: Pdfium, page: number, toPage: Matrix): PageObjects {
  const images: DrawnImage[] = []
  const covers: { order: number; zone: Zone }[] = []
  const textOrder = new Map<number, number>()
  let order = 0

  const visit = (object: number, outer: Matrix, depth: number): void => {
    if (object === 0 || ++order > MAX_OBJECTS) return
    switch (pdfium.call('FPDFPageObj_GetType', object)) {
      case TYPE_TEXT:
        textOrder.set(object, order)
        break
      case TYPE_IMAGE: {
        const placed = compose(matrixOf(pdfium, object), outer)
        const zone = inPage(boxThrough(compose(placed, toPage), 0, 0, 1, 1))
        if (!zone) break
        images.push({ order, zone, dpi: dpiOf(pdfium, object, placed) })
        if (!isSeeThrough(pdfium, object)) covers.push({ order, zone })
        break
      }
      case TYPE_PATH: {
        const zone = opaqueRectangle(pdfium, object, compose(outer, toPage))
        if (zone) covers.push({ order, zone })
        break
      }
      case TYPE_FORM: {
        if (depth >= MAX_DEPTH) break
        const inner = compose(matrixOf(pdfium, object), outer)
        const count = pdfium.call('FPDFFormObj_CountObjects', object)
        for (let i = 0; i < count; i++) visit(pdfium.call('FPDFFormObj_GetObject', object, i), inner, depth + 1)
        break
      }
    }
  }

  const count = pdfium.call('FPDFPage_CountObjects', page)
  for (let i = 0; i < count; i++) visit(pdfium.call('FPDFPage_GetObject', page, i), IDENTITY, 0)
  return { images, covers, textOrder }
}

const isSeeThrough = (pdfium: Pdfium, object: number): boolean =>
  pdfium.call('FPDFPageObj_HasTransparency', object) !== 0

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  return pdfium.scratch(24, at => {
    if (pdfium.call('FPDFPageObj_GetMatrix', object, at) === 0) return IDENTITY
    const view = pdfium.view()
    const [a, b, c, d, e, f] = [0, 4, 8, 12, 16, 20].map(k => view.getFloat32(at + k, true))
    return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
  })
}

function dpiOf(pdfium: Pdfium, image: number, placed: Matrix): number {
  const widthInches = Math.hypot(placed[0], placed[1]) / 72
  return pdfium.scratch(8, at => {
    if (pdfium.call('FPDFImageObj_GetImagePixelSize', image, at, at + 4) === 0 || widthInches === 0) return 0
    return pdfium.view().getUint32(at, true) / widthInches
  })
}

function opaqueRectangle(pdfium: Pdfium, path: number, toPage: Matrix): Zone | null {
  const segments = pdfium.call('FPDFPath_CountSegments', path)
  if (segments < 4 || segments > RECTANGLE_SEGMENTS || isSeeThrough(pdfium, path)) return null
  return pdfium.scratch(16, at => {
    const filled =
      pdfium.call('FPDFPath_GetDrawMode', path, at, at + 4) !== 0 &&
      pdfium.view().getInt32(at, true) !== 0 &&
      pdfium.call('FPDFPageObj_GetFillColor', path, at, at + 4, at + 8, at + 12) !== 0 &&
      pdfium.view().getUint32(at + 12, true) === 255
    if (!filled || pdfium.call('FPDFPageObj_GetBounds', path, at, at + 4, at + 8, at + 12) === 0) return null
    const view = pdfium.view()
    const [left, bottom, right, top] = [0, 4, 8, 12].map(k => view.getFloat32(at + k, true))
    return inPage(boxThrough(toPage, left ?? 0, bottom ?? 0, right ?? 0, top ?? 0))
  })
}

/** The part of a box that the page shows; `null` when none is. */
export function inPage([x0, y0, x1, y1]: readonly [number, number, number, number]): Zone | null {
  const zone: Zone = [Math.max(0, x0), Math.max(0, y0), Math.min(1, x1), Math.min(1, y1)]
  return zone[0] < zone[2] && zone[1] < zone[3] ? zone : null
}

/** Share of the page that the zones cover together, 0..1, on a grid of 1 %. */
export function coveredShare(zones: readonly Zone[]): number {
  const steps = 100
  let covered = 0
  for (let row = 0; row < steps; row++) {
    const y = (row + 0.5) / steps
    const spans = zones.filter(z => z[1] <= y && y < z[3])
    if (spans.length === 0) continue
    for (let column = 0; column < steps; column++) {
      const x = (column + 0.5) / steps
      if (spans.some(z => z[0] <= x && x < z[2])) covered++
    }
  }
  return covered / (steps * steps)
}

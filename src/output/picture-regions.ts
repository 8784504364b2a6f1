import { countIn, type CellBox, type ContentCells } from './content-cells.ts'

/** Detail nearer than this (in cells of 1 mm) is one picture. */
const GAP = 3
/** Smaller than this on a side is no picture. */
const SMALLEST = 12
/** Share of the box's cells that are detailed; an overlay legend across the page stays far below. */
const FILLED = 0.3
/** A band of the page lower or narrower than this may be a tint: it must have grain too. A card has 54. */
const CARD = 30
/** Kept around a picture. */
const MARGIN = 1

/**
 * Boxes of the page that are pictures (portraits, cards with a security background, faint small print): they keep all
 * their pixels. Overlapping boxes are merged.
 */
export function findPictures({ columns, rows, detailed, grainy, shaded }: ContentCells): CellBox[] {
  const joined = closeGaps(detailed, columns, rows)
  const boxes: CellBox[] = []
  for (const box of components(joined, columns, rows)) {
    if (box.x1 - box.x0 < SMALLEST || box.y1 - box.y0 < SMALLEST) continue
    const area = (box.x1 - box.x0) * (box.y1 - box.y0)
    if (countIn(detailed, columns, box) < FILLED * area) continue
    const large = Math.min(box.x1 - box.x0, box.y1 - box.y0) >= CARD
    if (!large && countIn(grainy, columns, box) < FILLED * area) continue
    boxes.push(growBox(growOver(shaded, columns, rows, box), MARGIN, columns, rows))
  }
  return mergeBoxes(boxes)
}

function closeGaps(cells: Uint8Array, columns: number, rows: number): Uint8Array {
  const out = cells.slice()
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (!cells[y * columns + x]) continue
      for (let k = 2; k <= GAP; k++) {
        if (x + k < columns && cells[y * columns + x + k]) out.fill(1, y * columns + x, y * columns + x + k)
        if (y + k < rows && cells[(y + k) * columns + x]) for (let v = y + 1; v < y + k; v++) out[v * columns + x] = 1
      }
    }
  }
  return out
}

function components(cells: Uint8Array, columns: number, rows: number): CellBox[] {
  const seen = new Uint8Array(cells.length)
  const boxes: CellBox[] = []
  const stack: number[] = []
  for (let start = 0; start < cells.length; start++) {
    if (!cells[start] || seen[start]) continue
    let x0 = columns
    let y0 = rows
    let x1 = 0
    let y1 = 0
    seen[start] = 1
    stack.push(start)
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % columns
      const y = (i - x) / columns
      x0 = Math.min(x0, x)
      y0 = Math.min(y0, y)
      x1 = Math.max(x1, x + 1)
      y1 = Math.max(y1, y + 1)
      for (const [u, v] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        if (u < 0 || v < 0 || u >= columns || v >= rows) continue
        const k = v * columns + u
        if (!cells[k] || seen[k]) continue
        seen[k] = 1
        stack.push(k)
      }
    }
    boxes.push({ x0, y0, x1, y1 })
  }
  return boxes
}

/** Grows a box while one of its sides runs through shaded cells: the plain parts of a card belong to the card. */
function growOver(shaded: Uint8Array, columns: number, rows: number, box: CellBox): CellBox {
  let { x0, y0, x1, y1 } = box
  const isShaded = (b: CellBox): boolean => countIn(shaded, columns, b) > 0.4 * (b.x1 - b.x0) * (b.y1 - b.y0)
  for (let moved = true; moved;) {
    moved = false
    if (x0 > 0 && isShaded({ x0: x0 - 1, y0, x1: x0, y1 })) [x0, moved] = [x0 - 1, true]
    if (x1 < columns && isShaded({ x0: x1, y0, x1: x1 + 1, y1 })) [x1, moved] = [x1 + 1, true]
    if (y0 > 0 && isShaded({ x0, y0: y0 - 1, x1, y1: y0 })) [y0, moved] = [y0 - 1, true]
    if (y1 < rows && isShaded({ x0, y0: y1, x1, y1: y1 + 1 })) [y1, moved] = [y1 + 1, true]
  }
  return { x0, y0, x1, y1 }
}

const growBox = (b: CellBox, by: number, columns: number, rows: number): CellBox => ({
  x0: Math.max(0, b.x0 - by),
  y0: Math.max(0, b.y0 - by),
  x1: Math.min(columns, b.x1 + by),
  y1: Math.min(rows, b.y1 + by),
})

function mergeBoxes(boxes: readonly CellBox[]): CellBox[] {
  const out: CellBox[] = []
  for (const box of boxes) {
    let merged = box
    for (let i = out.findIndex(o => meet(o, merged)); i >= 0; i = out.findIndex(o => meet(o, merged))) {
      const [o] = out.splice(i, 1) as [CellBox]
      merged = {
        x0: Math.min(o.x0, merged.x0),
        y0: Math.min(o.y0, merged.y0),
        x1: Math.max(o.x1, merged.x1),
        y1: Math.max(o.y1, merged.y1),
      }
    }
    out.push(merged)
  }
  return out
}

const meet = (a: CellBox, b: CellBox): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1

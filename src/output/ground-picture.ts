import { evenColour, type FlatPage } from './blocks.ts'
import { growCells, type CellBox, type ContentCells } from './content-cells.ts'
import type { Pixels } from './jpeg.ts'
import { CELL, type Leftover } from './leftover.ts'

const PAPER = 255

/**
 * Tints, overlays and sparse faint print within `box`, the ink taken out: where it stood, its surroundings are spread.
 * Cells without such content are bare paper.
 * @param step pixels of the page to one of the picture, a side: 1, 2, 4 or 8
 */
export function groundPicture(
  page: FlatPage,
  { nearInk }: Leftover,
  content: ContentCells,
  box: CellBox,
  coloured: boolean,
  step: number,
): Pixels {
  const unit = CELL / step
  const channels = coloured ? 3 : 1
  const width = (box.x1 - box.x0) * unit
  const height = (box.y1 - box.y0) * unit
  const sums = new Float32Array(width * height * channels)
  const counts = new Float32Array(width * height)
  const shown = growCells(content.shaded, content.columns, content.rows)
  for (let y = box.y0 * CELL; y < box.y1 * CELL; y++) {
    for (let cx = box.x0; cx < box.x1; cx++) {
      if (!shown[(y >> 3) * content.columns + cx]) continue
      for (let x = cx * CELL; x < cx * CELL + CELL; x++) {
        if (nearInk[y * page.width + x]) continue
        const at = Math.floor((y - box.y0 * CELL) / step) * width + Math.floor((x - box.x0 * CELL) / step)
        counts[at] = (counts[at] as number) + 1
        for (let c = 0; c < channels; c++) {
          const v =
            channels === 3
              ? evenColour(page, page.rgb as Uint8Array, x, y, c)
              : (page.luma[y * page.width + x] as number)
          sums[at * channels + c] = (sums[at * channels + c] as number) + v
        }
      }
    }
  }
  fillHoles({ width, height, channels, sums, counts })
  const data = new Uint8Array(sums.length).fill(PAPER)
  for (let i = 0; i < counts.length; i++) {
    const cell = (Math.floor(i / width / unit) + box.y0) * content.columns + Math.floor((i % width) / unit) + box.x0
    const n = counts[i] as number
    if (n === 0 || !shown[cell]) continue
    for (let c = 0; c < channels; c++) data[i * channels + c] = Math.round((sums[i * channels + c] as number) / n)
  }
  return { width, height, channels, data }
}

interface Level {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly sums: Float32Array
  readonly counts: Float32Array
}

/** Gives every empty place the mean of the next coarser level, filled in the same way (push and pull). */
function fillHoles(level: Level): void {
  const { width, height, channels, sums, counts } = level
  if (!counts.includes(0) || (width <= 1 && height <= 1)) return
  const half: Level = {
    width: (width + 1) >> 1,
    height: (height + 1) >> 1,
    channels,
    sums: new Float32Array(((width + 1) >> 1) * ((height + 1) >> 1) * channels),
    counts: new Float32Array(((width + 1) >> 1) * ((height + 1) >> 1)),
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x
      const n = counts[from] as number
      if (n === 0) continue
      const to = (y >> 1) * half.width + (x >> 1)
      half.counts[to] = (half.counts[to] as number) + 1
      for (let c = 0; c < channels; c++) {
        half.sums[to * channels + c] =
          (half.sums[to * channels + c] as number) + (sums[from * channels + c] as number) / n
      }
    }
  }
  fillHoles(half)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = y * width + x
      if (counts[to] !== 0) continue
      const from = (y >> 1) * half.width + (x >> 1)
      const n = half.counts[from] as number
      if (n === 0) continue
      counts[to] = 1
      for (let c = 0; c < channels; c++) sums[to * channels + c] = (half.sums[from * channels + c] as number) / n
    }
  }
}

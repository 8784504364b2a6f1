/** Pixels (or cells) that hang together, with the box that holds them, ends excluded. */
export interface Part {
  /** Offsets in the map. Valid during the visit only. */
  readonly cells: Int32Array
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/**
 * Visits every connected part of a map, in reading order of their first cells.
 * @param open what is not 0 belongs to a part; emptied on the way
 * @param reach how far a neighbour may be, along and across: 1 for those that touch, corners included
 */
export function eachPart(
  open: Uint8Array,
  width: number,
  height: number,
  reach: number,
  visit: (part: Part) => void,
): void {
  const cells = new Int32Array(open.length)
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue
    let [x0, y0, x1, y1] = [width, height, 0, 0]
    let count = 1
    cells[0] = start
    open[start] = 0
    for (let i = 0; i < count; i++) {
      const at = cells[i] as number
      const x = at % width
      const y = (at - x) / width
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x + 1)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y + 1)
      for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
        for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
          const next = v * width + u
          if (open[next] === 0) continue
          open[next] = 0
          cells[count++] = next
        }
      }
    }
    visit({ cells: cells.subarray(0, count), x0, y0, x1, y1 })
  }
}

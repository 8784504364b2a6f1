import { foldWords } from '../formats/text.ts'
import type { Cell, TextLine } from './text-line.ts'

/** A cell and the one just below it. */
export interface StackedCells {
  readonly folded: string
  readonly upper: Cell
  readonly lower: Cell
  /** The line of the lower cell. */
  readonly line: TextLine
}

/** Pairs of cells, one above the other, of neighbouring lines of which one has several cells. */
export function stackedCells(lines: readonly TextLine[]): StackedCells[] {
  return lines.flatMap((above, i) => {
    const line = lines[i + 1]
    if (!line || line.page !== above.page || (above.cells.length < 2 && line.cells.length < 2)) return []
    return above.cells.flatMap(upper => {
      const lower = line.cells.find(c => c.zone[0] < upper.zone[2] && c.zone[2] > upper.zone[0])
      return lower ? [{ folded: foldWords(`${upper.text} ${lower.text}`), upper, lower, line }] : []
    })
  })
}

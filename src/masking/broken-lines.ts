import { aboveDistance, sameRow } from './nir-around.ts'
import { cellsOf, mayHoldNir, stacked, type Cell, type PageLine, type PageSigns, type Signs } from './page-signs.ts'

interface Broken {
  readonly signs: Signs
  readonly line: PageLine
  /** Where the upper cell starts on its line. */
  readonly offset: number
  readonly breakAt: number
}

/** Runs of figures that end a cell and go on at the start of the cell below, or of the next line. */
export function brokenOverTwoLines(page: PageSigns): Broken[] {
  const broken: Broken[] = []
  page.lines.forEach((line, i) => {
    const cells = cellsOf(line.signs).filter(c => /[\dOoIlSB]\W{0,3}$/.test(c.signs.text))
    if (cells.length === 0) return
    for (const below of page.lines.slice(i + 1, i + 4)) {
      const heads = cellsOf(below.signs).filter(c => /^\W{0,3}[\dOoIlSB]/.test(c.signs.text))
      for (const cell of cells) {
        for (const head of heads) {
          const wrapped =
            below.index === line.index + 1 && head.zone[0] < below.zone[0] + 0.01 && cell.zone[2] > line.zone[2] - 0.01
          if (!wrapped && !inOneColumn(cell, head)) continue
          const signs = stacked(cell.signs, head.signs)
          if (!mayHoldNir(signs.text)) continue
          broken.push({ signs, line, offset: cell.offset, breakAt: cell.signs.text.length })
        }
      }
    }
  })
  return broken
}

const inOneColumn = (above: Cell, below: Cell): boolean =>
  !sameRow(above.zone, below.zone) && aboveDistance(above.zone, below.zone) !== null

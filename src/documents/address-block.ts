import { unionZones, type Zone } from '../domain/geometry.ts'
import { toSpan, type Cell, type PieceText, type Span, type TextLine } from './piece-text.ts'

interface BlockRow {
  readonly line: TextLine
  readonly cell: Cell
}

/** A postal block: lines of one column, one under the other, closed by postcode and town. */
export interface AddressBlock {
  readonly rows: readonly BlockRow[]
  readonly page: number
  readonly zone: Zone
}

const TOWN = /^(?:F-?)?\d{5}\s+\p{L}/u
const STREET =
  /^(?:\d{1,4}\s?(?:bis|ter|quater|[a-d])?[ ,]|lieu[- ]?dit|r[ée]s(?:idence)?\b|b[âa]t|app?t|esc\b|chez\b|cs \d|bp \d|tsa \d|za |zi |rue |avenue |av |bd |boulevard |place |chemin |impasse |all[ée]e |route |hlm |logement |[ée]tage |porte )/iu
const MAX_ROWS = 7

/** Postal blocks of a piece in reading order, each from its first line down to the town. */
export function addressBlocks(text: PieceText): AddressBlock[] {
  return text.lines.flatMap(line =>
    line.cells.flatMap(cell => {
      if (!TOWN.test(cell.text)) return []
      const rows = [{ line, cell }, ...rowsAbove(text, line, cell)].reverse()
      const zone = unionZones(rows.map(r => r.cell.zone))
      return zone && rows.length > 1 ? [{ rows, page: line.page, zone }] : []
    }),
  )
}

/** Cells above in the same column, from the nearest up, without a blank line between. */
function rowsAbove(text: PieceText, line: TextLine, cell: Cell): BlockRow[] {
  const rows: BlockRow[] = []
  let last = cell.zone
  const height = cell.zone[3] - cell.zone[1]
  for (const above of text.lines.slice(0, line.index).toReversed()) {
    if (above.page !== line.page || rows.length === MAX_ROWS) break
    const found = above.cells.find(c => Math.abs(c.zone[0] - cell.zone[0]) < 0.03)
    if (!found || found.zone[3] > last[1] + height * 0.6) continue
    if (last[1] - found.zone[3] > 1.6 * height || TOWN.test(found.text)) break
    rows.push({ line: above, cell: found })
    last = found.zone
  }
  return rows
}

/** The lines of a block that name people, and those of the address. */
export function cutBlock(block: AddressBlock): { names: readonly Span[]; address: Span | null } {
  const first = block.rows.findIndex(({ cell }) => STREET.test(cell.text) || TOWN.test(cell.text))
  const at = first < 0 ? block.rows.length : first
  const names = block.rows.slice(0, at).flatMap(row => spanOf([row]) ?? [])
  return { names, address: spanOf(block.rows.slice(at)) }
}

function spanOf(rows: readonly BlockRow[]): Span | null {
  const [first] = rows
  return first
    ? toSpan(
        first.line.page,
        rows.flatMap(({ line, cell }) => line.words.slice(cell.from, cell.to)),
      )
    : null
}

import type { Zone } from '../../domain/geometry.ts'
import type { PageReading, ReadingSource } from '../../domain/reading.ts'
import { PieceText, toSpan, wordsAt } from '../../documents/piece-text.ts'
import { findAmounts } from '../../formats/amounts.ts'
import { foldWords } from '../../formats/text.ts'

/** A number with decimals printed on a payslip, and where. */
export interface Figure {
  readonly valeur: number
  readonly zone: Zone
  readonly page: number
  /** Of its least sure word, 0..1. */
  readonly confiance: number
  readonly source: ReadingSource
  /** Half a unit of its last decimal: what rounding may hide. */
  readonly rounding: number
}

/** One line of a payslip that has figures: what stands before them, folded, then the figures from left to right. */
export interface Row {
  readonly label: string
  readonly figures: readonly Figure[]
  readonly page: number
  readonly zone: Zone
}

/**
 * The lines of a payslip that hold amounts. Whole numbers are left out: on a payslip hours, rates and euros have decimals,
 * codes and dates have none.
 */
export function payslipRows(pages: readonly PageReading[]): Row[] {
  return new PieceText(pages).lines.flatMap(line => {
    const found = line.cells.flatMap(cell =>
      findAmounts(cell.text)
        .filter(a => a.decimales >= 2)
        .map(amount => {
          const words = wordsAt({ words: line.words.slice(cell.from, cell.to) }, amount.start, amount.end)
          return { amount, cell, span: toSpan(line.page, words) }
        }),
    )
    const [first] = found
    if (!first) return []
    const before = line.cells.filter(c => c.to <= first.cell.from).map(c => c.text)
    const label = [...before, first.cell.text.slice(0, first.amount.start)].join(' ')
    const figures = found.flatMap(({ amount, span }) =>
      span
        ? [
            {
              valeur: amount.valeur,
              zone: span.zone,
              page: span.page,
              confiance: span.confidence,
              source: span.source,
              rounding: 0.5 / 10 ** amount.decimales,
            },
          ]
        : [],
    )
    return [{ label: foldWords(label), figures, page: line.page, zone: line.zone }]
  })
}

/** Rows of one line may overlap by so much of the page's height. */
const OVERLAP = 0.002

/** Figures of the rows above a place of the same page. */
export const figuresAbove = (rows: readonly Row[], { page, zone }: Pick<Row, 'page' | 'zone'>): Figure[] =>
  rows.filter(r => r.page === page && r.zone[3] <= zone[1] + OVERLAP).flatMap(r => r.figures)

/** Rows below one row and above a height of its page. */
export const rowsBetween = (rows: readonly Row[], { page, zone }: Row, bottom: number): Row[] =>
  rows.filter(r => r.page === page && r.zone[1] >= zone[3] - OVERLAP && r.zone[3] <= bottom)

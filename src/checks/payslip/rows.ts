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

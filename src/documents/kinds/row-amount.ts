import type { Champ } from '../../domain/champs.ts'
import { field } from '../fields.ts'
import { amounts } from '../parsers.ts'
import { toSpan, wordsAt, type Hit, type PieceText, type Span } from '../piece-text.ts'
import { around, readField, spanIn, type NearOptions, type Parsed } from '../read-value.ts'

/** A surface, a rate or a number of units stands in the row too. */
const OTHER_UNIT = /^\s*(?:m[^\s\p{L}]?(?!\p{L})|%|kWh|pièces?|nuits?|jours?)/iu
/** Heads of columns after the amount due: the amount is then the first of the row. */
const LATER_COLUMNS = /\b(?:SOLDE|REGLE|CREDIT|CUMUL|RESTE)\b/

/**
 * The amount of a row of a table ("Loyer principal | 51,40 m² | 372,21"): the last of the row, or the first when columns
 * for payments or balances follow; without a row, the value near the label.
 * @param labels surest first
 */
export function readRowAmount(text: PieceText, labels: readonly string[], unless?: RegExp): Champ | null {
  const later = text.lines.some(l => l.cells.length > 2 && LATER_COLUMNS.test(l.folded) && !/\d/.test(l.text))
  for (const label of labels) {
    for (const hit of text.findAll(label)) {
      if (unless?.test(around(hit))) continue
      const row = amountsRight(text, hit)
      const chosen = later ? row[0] : row.at(-1)
      if (chosen) return field(chosen.span, chosen.value, 1 - 0.05 * hit.edits)
    }
  }
  const options: NearOptions = { where: ['below'], rows: 1, ...(unless ? { unless } : {}) }
  return readField(text, labels, amounts, options)
}

/** "La somme de 612,00 euros", also cut by the end of the line after "somme" or "de". */
export function readSum(text: PieceText): Champ | null {
  for (const line of text.lines) {
    const next = text.lines[line.index + 1]
    const words = [...line.words, ...(next?.page === line.page ? next.words : [])]
    const joined = words.map(w => w.text).join(' ')
    const label = /la\s+somme\s+(?:totale\s+)?de\s*:?\s*/iu.exec(joined)
    const [sum] = label ? amounts(joined.slice(label.index + label[0].length)) : []
    if (!label || !sum || sum.start > 2) continue
    const start = label.index + label[0].length + sum.start
    const span = toSpan(line.page, wordsAt({ words }, start, start + sum.end - sum.start))
    if (span) return field(span, sum.value)
  }
  return null
}

/** Amounts to the right of a label, of its own cell when it has some. */
function amountsRight(text: PieceText, hit: Hit): { value: number; span: Span }[] {
  const found = text.cellsRight(hit).map(({ line, cell }) => ({
    // The rest of the label's cell is cut from it: it is none of the cells of its line.
    own: !line.cells.includes(cell),
    amounts: amounts(cell.text).flatMap((parsed: Parsed<number>) => {
      const span = OTHER_UNIT.test(cell.text.slice(parsed.end)) ? null : spanIn(line, cell, parsed)
      return span ? [{ value: parsed.value, span }] : []
    }),
  }))
  const own = found.find(f => f.own && f.amounts.length > 0)
  // In running text the amount of a label is the next one.
  return own ? own.amounts.slice(0, 1) : found.flatMap(f => f.amounts)
}

import type { Champ } from '../domain/champs.ts'
import type { Word } from '../domain/reading.ts'
import { allDates } from './document-date.ts'
import { field } from './fields.ts'
import { toSpan, type PieceText } from './piece-text.ts'

/**
 * A date in the boxes of a form, which readers part into cells: "0 2 | 0 9 | 2 0 2 6" after the label, or at the start
 * of the next line when the label ends its own.
 */
export function readBoxedDate(text: PieceText, labels: readonly string[]): Champ | null {
  for (const hit of labels.flatMap(label => text.findAll(label))) {
    const next = text.lines[hit.line.index + 1]
    const after = hit.line.words.slice(hit.to)
    const boxes = after.some(w => /\d/.test(w.text)) ? leadingFigures(after) : leadingFigures(next?.words ?? [])
    const span = toSpan(hit.line.page, boxes)
    const [found] = span ? allDates(span.text) : []
    if (span && found) return field(span, found.value)
  }
  return null
}

function leadingFigures(words: readonly Word[]): readonly Word[] {
  const first = words.findIndex(w => /^\d+$/.test(w.text))
  const end = words.findIndex((w, i) => i > first && !/^\d+$/.test(w.text))
  return first < 0 ? [] : words.slice(first, end < 0 ? words.length : end)
}

import type { CheckContext } from '../domain/check.ts'
import { unionZones } from '../domain/geometry.ts'
import { isLabel } from '../documents/identity-labels.ts'
import { PieceText, type TextLine } from '../documents/piece-text.ts'
import { foldWords } from '../formats/text.ts'
import { isPrintedLine } from './printed.ts'

/** Labels of the holder's parents, whose surname may be the holder's own. */
const PARENTS = /\b(?:PARENTS?|GENITORI|GENITORE|PERE|MERE|FATHER|MOTHER|PADRE|MADRE|ELTERN|VATER|MUTTER|PAI|MAE|TUTOR)/

/**
 * A name of the band stands elsewhere on the piece than where the printed one was read: alone in its cell, with the
 * holder's other names or labels, the field was read in the wrong place (`accord`); among other words this is uncertain
 * (`doute`). The name of a parent says nothing of the holder's (`null`).
 * @param name as the band writes it
 * @param others other names of the holder in the band
 */
export function nameElsewhere(context: CheckContext, name: string, others: string): 'accord' | 'doute' | null {
  const wanted = foldWords(name).split(' ')
  const own = new Set([...wanted, ...foldWords(others).split(' ')])
  const text = new PieceText(context.pages)
  let found: 'doute' | null = null
  for (const line of text.lines) {
    const zone = unionZones(line.words.map(w => w.onPage ?? w.zone)) ?? line.zone
    if (!isPrintedLine(context, { ...line, zone }) || isOfParents(text, line)) continue
    for (const cell of [...line.cells, { text: line.text }]) {
      const words = foldWords(cell.text).split(' ')
      if (!wanted.every(word => words.includes(word))) continue
      if (words.every(word => own.has(word) || word.length <= 2 || isLabel(word))) return 'accord'
      found = 'doute'
    }
  }
  return found
}

/** Parents are named on their line, or on the one above. */
function isOfParents({ lines }: PieceText, line: TextLine): boolean {
  const above = lines[line.index - 1]
  return PARENTS.test(line.folded) || (above !== undefined && above.page === line.page && PARENTS.test(above.folded))
}

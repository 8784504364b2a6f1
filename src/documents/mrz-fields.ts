import { unionZones } from '../domain/geometry.ts'
import type { Champ, Champs } from '../domain/champs.ts'
import { lineText, type Line, type MrzBand, type PageReading } from '../domain/reading.ts'
import { looksLike } from '../formats/mrz/confusions.ts'
import type { MrzFormat } from '../formats/mrz/layout.ts'
import { mrzChamps } from '../formats/mrz/mrz-champs.ts'
import type { MrzRead } from '../formats/mrz/mrz-reading.ts'
import { readMrz } from '../formats/mrz/read-mrz.ts'
import type { PieceText } from './piece-text.ts'

export interface MrzOnPiece {
  readonly page: number
  readonly reading: MrzRead
}

/**
 * The machine readable zone of a piece: of several, the one with most check digits right. A driving licence's is none.
 * @param formats those that the kind of document may bear
 */
export function mrzOf(text: PieceText, jourDepot: string, formats: readonly MrzFormat[]): MrzOnPiece | null {
  let best: (MrzOnPiece & { readonly right: number }) | null = null
  for (const page of text.pages) {
    const bands = page.mrzBands.length > 0 ? page.mrzBands : bandsAmongWords(page)
    for (const band of bands) {
      const reading = readMrz(band, jourDepot)
      if (reading.status !== 'read' || !formats.includes(reading.format)) continue
      const right = reading.checks.filter(c => c.status === 'ok').length
      if (!best || right > best.right) best = { page: page.page, reading, right }
    }
  }
  return best
}

/** Fields that the zone gives, with the source `mrz`. */
export function mrzFields({ page, reading }: MrzOnPiece): Champs {
  const fields: Record<string, Champ> = {}
  for (const { nom, valeur, confiance, zone } of mrzChamps(reading)) {
    fields[nom] = { valeur, confiance: Math.round(confiance * 100) / 100, page, zone, source: 'mrz' }
  }
  return fields
}

/**
 * The printed fields, the number with the glyphs that the zone tells by its check digit: one that differs from the zone's by
 * look-alikes alone ("HMINGMM5K") is that number.
 */
export function withSureNumber(printed: Champs, mrz: MrzOnPiece): Champs {
  const [read, sure] = [printed['numeroDocument'], mrzFields(mrz)['numeroDocument']]
  if (read?.source !== 'ocr' || !sure || sure.confiance < SURE_NUMBER) return printed
  if (!looksLike(String(read.valeur), String(sure.valeur))) return printed
  return { ...printed, numeroDocument: { ...read, valeur: sure.valeur } }
}
const SURE_NUMBER = 0.9

const MRZ_LINE = /^[A-Z0-9<]{26,46}$/

/** A zone that was not cut out as a band is still among the words: neighbouring lines of MRZ characters. */
function bandsAmongWords(page: PageReading): MrzBand[] {
  const groups: { text: string; line: Line }[][] = []
  let previous = -2
  page.lines.forEach((line, i) => {
    const text = lineText(line).replace(/\s/g, '').replace(/[«‹≤]/g, '<').toUpperCase()
    if (!MRZ_LINE.test(text)) return
    if (i - previous === 1) groups.at(-1)?.push({ text, line })
    else groups.push([{ text, line }])
    previous = i
  })
  return groups.flatMap(group => {
    const zone = unionZones(group.map(g => g.line.zone))
    if (!zone || !group.some(g => g.text.includes('<<<'))) return []
    const confidence = Math.min(...group.flatMap(g => g.line.words.map(w => w.confidence)))
    return [
      {
        lines: group.map(g => g.text),
        confidences: group.map(g => [...g.text].map(() => confidence)),
        zone,
        source: page.source,
      },
    ]
  })
}

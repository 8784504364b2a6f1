import { roundZone, unionZones } from '../../domain/geometry.ts'
import type { Overlay } from '../../domain/reading.ts'
import { isLegend } from '../../formats/legends.ts'
import type { PdfWord } from './page-words.ts'

/** Figures of a social security number without its key: an oblique text with as many stays with the words, to be masked. */
const NUMBER = 13

interface Parts {
  /** `null` when nothing but legends was written. */
  readonly words: PdfWord[] | null
  readonly overlays: readonly Overlay[]
}

/** Parts what a PDF writes obliquely over a page (watermarks) from the words of the page. */
export function partOblique(words: readonly PdfWord[]): Parts {
  const oblique = words.filter(w => w.turns === null)
  const figures = oblique.reduce((sum, w) => sum + w.word.text.replace(/\D/g, '').length, 0)
  if (oblique.length === 0 || figures >= NUMBER) return { words: [...words], overlays: [] }
  const straight = words.filter(w => w.turns !== null)
  return { words: straight.length > 0 ? straight : null, overlays: overlaysOf(oblique) }
}

/** Words of one direction that follow each other in one text object are one legend; the same legend again is a repeat. */
function overlaysOf(oblique: readonly PdfWord[]): Overlay[] {
  const runs: PdfWord[][] = []
  for (const word of oblique) {
    const run = runs.at(-1)
    if (run?.[0]?.order === word.order && run[0].degrees === word.degrees) run.push(word)
    else runs.push([word])
  }
  const found = new Map<string, Overlay>()
  for (const run of runs) {
    const texte = run.map(w => w.word.text).join(' ')
    const angle = run[0]?.degrees ?? 0
    const zone = unionZones(run.map(w => w.word.zone))
    const known = found.get(texte)
    const zones = [...(known?.zones ?? []), ...(zone ? [roundZone(zone)] : [])]
    found.set(texte, { texte, zones, angle, confidence: 1, repeats: (known?.repeats ?? 0) + 1, source: 'texte-pdf' })
  }
  return [...found.values()].filter(o => isLegend([o.texte], o.repeats))
}

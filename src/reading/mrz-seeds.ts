import { unionZones, zoneHeight, zoneWidth, zonesMeet, type Zone } from '../domain/geometry.ts'
import type { Line, Word } from '../domain/reading.ts'

/** Words of one line that look like a part of an MRZ. */
export interface MrzSeed {
  readonly words: readonly Word[]
  readonly text: string
  readonly zone: Zone
  /** Width of one character, in parts of the page's width. */
  readonly pitch: number
}

/** Figures among the capitals of one word, as nothing but an MRZ sets them: an address or a reference has them apart. */
const isMixed = (text: string): boolean =>
  text.length >= MIXED.length && (text.match(/\d/g)?.length ?? 0) >= MIXED.figures && /[A-Z]/.test(text)
const MIXED = { length: 10, figures: 3 } as const

/** Fillers as OCR writes them. */
const FILLERS = /[<«‹≤≪⟨]/g
const MIN_FILLERS = 3
const MIN_LENGTH = 8
const MIN_SHARE = 0.75
/** A run of capitals and digits this long is a line of an MRZ whose fillers were misread, or the second one of a card. */
const LONG_RUN = 24

/**
 * Places of a page where a machine readable zone shows: runs of characters with fillers, wherever they stand. A line of
 * which a watermark or noise left only a part gives that part.
 */
export function mrzSeeds(lines: readonly Line[]): MrzSeed[] {
  return lines
    .flatMap(runsOf)
    .filter(s => fillers(s.text) >= MIN_FILLERS || (s.text.length >= LONG_RUN && s.words.some(w => isMixed(w.text))))
    .sort((a, b) => b.text.length - a.text.length)
}

/** Neighbouring words of a line that hold little else than what can stand in an MRZ. */
function runsOf(line: Line): MrzSeed[] {
  const runs: Word[][] = [[]]
  for (const word of line.words) {
    const run = runs.at(-1) as Word[]
    const last = run.at(-1)
    const near = !last || word.zone[0] - last.zone[2] < 2 * zoneHeight(word.zone)
    if (!isMrzLike(word.text)) runs.push([])
    else if (near) run.push(word)
    else runs.push([word])
  }
  return runs.flatMap(words => {
    const text = words.map(w => w.text).join('')
    const zone = unionZones(words.map(w => w.zone))
    const longest = words.reduce<Word | undefined>((a, w) => (a && a.text.length >= w.text.length ? a : w), undefined)
    if (!zone || !longest || text.length < MIN_LENGTH) return []
    return [{ words, text, zone, pitch: zoneWidth(longest.zone) / longest.text.length }]
  })
}

function isMrzLike(text: string): boolean {
  const fit = text.match(/[A-Z0-9<«‹≤≪⟨]/g)?.length ?? 0
  return fit / text.length >= MIN_SHARE || (fillers(text) >= MIN_FILLERS && fit / text.length >= MIN_SHARE / 2)
}

const fillers = (text: string): number => text.match(FILLERS)?.length ?? 0

/** True when a seed stands in a zone that was read already. */
export const isCovered = (seed: MrzSeed, zones: readonly Zone[]): boolean => zones.some(z => zonesMeet(z, seed.zone))

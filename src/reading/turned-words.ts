import { centreX, centreY, turnZone, unionZones } from '../domain/geometry.ts'
import type { Line, Word } from '../domain/reading.ts'
import type { QuarterTurns } from '../page/orientation.ts'
import { rebuildLines } from './lines.ts'
import type { TurnedPart } from './turned-parts.ts'

/**
 * Words of a PDF that run another way than their page (a number up the margin), with where they would stand if all that run
 * their way were turned upright about their middle.
 * @param words on the upright page
 * @param turns per word, the clockwise quarter turns that make it upright there; `null` for an oblique one
 * @param aspect width of the upright page divided by its height
 */
export function standTurnedWords(
  words: readonly Word[],
  turns: readonly (QuarterTurns | null)[],
  aspect: number,
): Word[] {
  const standing = [...words]
  for (const way of [1, 2, 3] as const) {
    const places = words.flatMap((_, i) => (turns[i] === way ? [i] : []))
    const onPage = unionZones(places.map(i => (words[i] as Word).zone))
    if (!onPage) continue
    const turned = turnZone(onPage, way)
    // A quarter turn makes a page of the other shape: its fractions are those of other sides.
    const [w, h] = way === 2 ? [1, 1] : [1 / aspect, aspect]
    const x = (u: number): number => centreX(onPage) + (u - centreX(turned)) * w
    const y = (v: number): number => centreY(onPage) + (v - centreY(turned)) * h
    for (const i of places) {
      const word = words[i] as Word
      const [x0, y0, x1, y1] = turnZone(word.zone, way)
      standing[i] = { ...word, upright: [x(x0), y(y0), x(x1), y(y1)] }
    }
  }
  return standing
}

/** The turned words of a PDF page as one part of it, its lines whole; none without turned words. */
export function turnedTextOf(words: readonly Word[]): TurnedPart[] {
  const lying = new Map<Word, Word>()
  for (const word of words) if (word.upright) lying.set({ ...word, zone: word.upright }, word)
  const lines = rebuildLines([...lying.keys()]).flatMap((line): Line[] => {
    const own = line.words.flatMap(w => lying.get(w) ?? [])
    const zone = unionZones(own.map(w => w.zone))
    return zone ? [{ words: own, zone }] : []
  })
  const zone = unionZones(lines.map(l => l.zone))
  return zone ? [{ zone, lines, mrzBands: [] }] : []
}

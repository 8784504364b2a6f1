import { parseCorrection, type Correction } from '../../../src/domain/correction.ts'
import type { Example } from './example.ts'

/** How much one correction counts among composed texts: a person looked at it. */
const REPEATS = 10

/** Reads `corrections.jsonl`. A line that is no correction stops the training: the file is not what it should be. */
export const readCorrections = (text: string): Correction[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line, i) => {
      const correction = parseCorrection(line)
      if (correction === null) throw new Error(`corrections, line ${i + 1}: not a correction`)
      return correction
    })

/** The words of pieces whose type a person set right, as texts of that type. */
export const examplesOf = (corrections: readonly Correction[]): Example[] =>
  corrections.flatMap(c => {
    if (c.objet !== 'type' || c.mots.length === 0) return []
    const example: Example = { type: c.juste, source: 'corrections', pages: [{ lines: [...c.mots], card: false }] }
    return Array.from({ length: REPEATS }, () => example)
  })

/** How often each reason stood behind a cut that a person took back or missed, most frequent first. */
export function wrongCuts(corrections: readonly Correction[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const c of corrections) {
    if (c.objet !== 'coupure') continue
    for (const reason of c.raisons) {
      const key = `${c.faite ? 'made' : 'missed'}: ${reason}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** One reading of one line of an MRZ: as many confidences as characters. */
export interface MrzLineReading {
  readonly text: string
  readonly confidences: readonly number[]
}

/** Lengths of a line (ICAO Doc 9303 parts 4 to 7). */
const LENGTHS = new Set([30, 36, 44])
/** A character on which the readings do not all agree is never sure, whatever each of them says. */
const MAJORITY = 0.85
const ALONE = 0.5

/**
 * One line from several readings of it, character by character. Only readings of the length of an MRZ line are
 * compared; when there is none, the first reading stands with its length, and nothing of it is sure.
 */
export function vote(readings: readonly MrzLineReading[]): MrzLineReading {
  const whole = readings.filter(r => LENGTHS.has(r.text.length))
  const length = mostFrequent(whole.map(r => r.text.length))
  const voters = whole.filter(r => r.text.length === length)
  const [first] = voters
  if (!first) {
    const [only] = readings
    return only
      ? { text: only.text, confidences: only.confidences.map(c => Math.min(c, ALONE)) }
      : { text: '', confidences: [] }
  }
  let text = ''
  const confidences: number[] = []
  for (let i = 0; i < first.text.length; i++) {
    const { sign, votes, confidence } = elect(voters, i)
    text += sign
    const ceiling = votes === readings.length ? 1 : votes > 1 ? MAJORITY : ALONE
    confidences.push(Math.min(confidence, ceiling))
  }
  return { text, confidences }
}

/** The sign with most votes at a place; of equal ones, the surest. */
function elect(voters: readonly MrzLineReading[], at: number): { sign: string; votes: number; confidence: number } {
  const signs = new Map<string, { votes: number; confidence: number }>()
  for (const { text, confidences } of voters) {
    const sign = text.charAt(at)
    const known = signs.get(sign) ?? { votes: 0, confidence: 0 }
    signs.set(sign, { votes: known.votes + 1, confidence: Math.max(known.confidence, confidences[at] ?? 0) })
  }
  const [best] = [...signs].sort(([, a], [, b]) => b.votes - a.votes || b.confidence - a.confidence)
  return best ? { sign: best[0], ...best[1] } : { sign: '<', votes: 0, confidence: 0 }
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

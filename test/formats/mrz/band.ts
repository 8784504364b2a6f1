import type { MrzBand } from '../../../src/domain/reading.ts'

/** A band read with one confidence everywhere, but for the characters of `doubtful` (`line:column`). */
export function band(
  lines: readonly string[],
  confidence = 0.97,
  doubtful: Readonly<Record<string, number>> = {},
): MrzBand {
  return {
    lines,
    confidences: lines.map((line, l) => [...line].map((_, c) => doubtful[`${l}:${c}`] ?? confidence)),
    zone: [0.05, 0.8, 0.95, 0.95],
    source: 'ocr',
  }
}

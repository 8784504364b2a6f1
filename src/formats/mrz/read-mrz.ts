import type { MrzBand } from '../../domain/reading.ts'
import { forceClasses, repairByKeys, type Repaired } from './correct.ts'
import { fieldConfidences } from './field-confidence.ts'
import { LAYOUTS, type MrzFormat, type MrzLayout } from './layout.ts'
import type { MrzParse, MrzReading, MrzUnreadReason } from './mrz-reading.ts'
import { fitLength, lineVariants, type ScoredLine } from './normalise.ts'
import { exactFormat, parseLines } from './parse-lines.ts'

/** Beyond this a repaired reading says what we wish it said (mrz.md 11). */
const MAX_CORRECTIONS = 3

/**
 * Understands a machine readable zone: normalises the lines, finds the format whose check digits agree best, corrects
 * what only one reading explains, and says everything it changed. ICAO Doc 9303 parts 3 to 7 and the French layouts.
 * @param referenceDay ISO date that two-digit years are read against (the day of deposit)
 */
export function readMrz(band: MrzBand, referenceDay: string): MrzReading {
  const unread = (reason: MrzUnreadReason): MrzReading => ({
    status: 'unread',
    reason,
    raw: band.lines,
    zone: band.zone,
    source: band.source,
  })
  const best = bestCandidate(band, referenceDay)
  if (!best)
    return unread(Object.values(LAYOUTS).some(l => tooFewLines(band, l)) ? 'lignes-incompletes' : 'format-inconnu')
  const repaired = repairByKeys(best.parsed, best.scored, referenceDay)
  if (repaired === 'plusieurs-lectures') return unread(repaired)
  const corrections = [...best.corrections, ...repaired.corrections]
  if (corrections.length > MAX_CORRECTIONS) return unread('trop-de-corrections')
  return {
    ...parseLines(repaired.lines, best.parsed.format, referenceDay),
    ...fieldConfidences(best.parsed, confidencesOf(best.scored), corrections),
    status: 'read',
    raw: band.lines,
    corrections,
    zone: band.zone,
    source: band.source,
  }
}

interface Candidate {
  readonly parsed: MrzParse
  readonly corrections: Repaired['corrections']
  readonly scored: readonly ScoredLine[]
  readonly score: number
}

function bestCandidate(band: MrzBand, referenceDay: string): Candidate | null {
  const lines = band.lines.map((text, i): ScoredLine => {
    const alternatives = band.alternatives?.[i]
    return { text, confidences: band.confidences[i] ?? [], ...(alternatives && { alternatives }) }
  })
  let best: Candidate | null = null
  for (const layout of Object.values(LAYOUTS)) {
    for (let first = 0; first + layout.lineCount <= lines.length; first++) {
      for (const shaped of shapes(lines.slice(first, first + layout.lineCount), layout)) {
        const candidate = evaluate(shaped, layout.format, referenceDay)
        if (candidate && (!best || candidate.score > best.score)) best = candidate
      }
    }
  }
  return best
}

const confidencesOf = (lines: readonly ScoredLine[]): (readonly number[])[] => lines.map(l => l.confidences)

/** Every way to bring some lines to the exact length of a layout. */
function shapes(lines: readonly ScoredLine[], layout: MrzLayout): ScoredLine[][] {
  let combinations: ScoredLine[][] = [[]]
  for (const line of lines) {
    const fitting = lineVariants(line).flatMap(variant => fitLength(variant, layout.lineLength) ?? [])
    combinations = combinations.flatMap(before => fitting.map(variant => [...before, variant]))
  }
  return combinations
}

function evaluate(shaped: readonly ScoredLine[], format: MrzFormat, referenceDay: string): Candidate | null {
  const raw = shaped.map(l => l.text)
  // A forged French card in the TD2 layout: what stands in the wrong places is no misreading, it must stay visible.
  const foreign = format === 'FR-CNI' && isRightTd2(raw, referenceDay)
  const { lines, corrections } = foreign ? { lines: raw, corrections: [] } : forceClasses(raw, format)
  if (exactFormat(lines) !== format) return null
  const parsed = parseLines(lines, format, referenceDay)
  if (format === 'FR-PERMIS' && !isLicence(parsed)) return null
  const right = parsed.checks.filter(c => c.status === 'ok').length
  // A reading that needed fewer corrections wins among equals.
  return { parsed, corrections, scored: shaped, score: right - corrections.length / 100 }
}

/** The lines have every digit of the TD2 layout right, although their first letters name another format. */
export const isRightTd2 = (lines: readonly string[], referenceDay: string): boolean =>
  lines.length === 2 &&
  lines.every(l => l.length === LAYOUTS.TD2.lineLength) &&
  parseLines(lines, 'TD2', referenceDay).checks.every(c => c.status === 'ok')

/** One line of 30 is a licence only when it says so: it may as well be what is left of a card. */
const isLicence = ({ lines, fields, checks }: MrzParse): boolean =>
  /^[A-Z]\d/.test(lines[0] ?? '') && fields.issuingState === 'FRA' && checks.some(c => c.status === 'ok')

function tooFewLines(band: MrzBand, layout: MrzLayout): boolean {
  return band.lines.length < layout.lineCount && band.lines.some(l => Math.abs(l.length - layout.lineLength) <= 2)
}

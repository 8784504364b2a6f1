import { LAYOUTS, sliceOf, type MrzFieldName, type Slice } from './layout.ts'
import type { MrzCorrection, MrzParse, MrzRead } from './mrz-reading.ts'

/** A corrected field is weaker evidence (mrz.md 9). */
const CORRECTED = 0.8

/** How sure each field is: its least sure character, its check digit included; trailing fillers say nothing and count not. */
export function fieldConfidences(
  parsed: MrzParse,
  confidences: readonly (readonly number[])[],
  corrections: readonly MrzCorrection[],
): Pick<MrzRead, 'confidences' | 'digitConfidences' | 'confidence'> {
  const { fields, checks } = LAYOUTS[parsed.format]
  const lowest = (slice: Slice): number => Math.min(1, ...(confidences[slice.line] ?? []).slice(slice.start, slice.end))
  const perField: Partial<Record<MrzFieldName, number>> = {}
  for (const [name, slice] of Object.entries(fields) as [MrzFieldName, Slice][]) {
    const text = sliceOf(parsed.lines, slice).replace(/<+$/, '')
    const digit = checks.find(c => c.name === name || (c.name === 'optional' && name === 'optional1'))
    const sure = Math.min(
      lowest({ ...slice, end: slice.start + text.length }),
      text !== '' && digit ? lowest(digit.at) : 1,
    )
    const corrected = corrections.some(c => holds(slice, c) || (digit !== undefined && holds(digit.at, c)))
    perField[name] = round(corrected ? sure * CORRECTED : sure)
  }
  const names = fields.names && namesApart(fields.names, parsed)
  for (const [name, slice] of Object.entries(names ?? {}) as [MrzFieldName, Slice][]) {
    perField[name] = round(lowest(slice) * (corrections.some(c => holds(slice, c)) ? CORRECTED : 1))
  }
  const digits = Object.fromEntries(checks.map(c => [c.name, round(lowest(c.at))]))
  const all = [...Object.values(perField), digits['composite'] ?? 1]
  return { confidences: perField, digitConfidences: digits, confidence: round(Math.min(...all)) }
}

/** Where surname and given names stand in the zone that holds both. */
function namesApart(slice: Slice, { lines }: MrzParse): Record<'surname' | 'givenNames', Slice> {
  const text = sliceOf(lines, slice).replace(/<+$/, '')
  const [surname = ''] = text.split('<<')
  const end = slice.start + surname.length
  return {
    surname: { ...slice, end },
    givenNames: { ...slice, start: Math.min(end + 2, slice.start + text.length), end: slice.start + text.length },
  }
}

const holds = (slice: Slice, { line, column }: MrzCorrection): boolean =>
  slice.line === line && slice.start <= column && column < slice.end

const round = (value: number): number => Math.round(value * 1000) / 1000

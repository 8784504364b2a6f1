import type { GlyphAlternative } from '../../domain/reading.ts'
import { asDigit, asLetter, lookAlikes } from './confusions.ts'
import { LAYOUTS, sliceOf, type MrzCheckName, type MrzFormat, type Slice } from './layout.ts'
import type { MrzCorrection, MrzParse } from './mrz-reading.ts'
import type { ScoredLine } from './normalise.ts'
import { numberPattern, toPattern } from './number-patterns.ts'
import { parseLines } from './parse-lines.ts'

/** Below this a reader is unsure of a glyph: only then may a look-alike be taken for it. */
const SURE_GLYPH = 0.9

export interface Repaired {
  readonly lines: readonly string[]
  readonly corrections: readonly MrzCorrection[]
}

/** Puts digits where only digits can stand (dates, check digits) and letters where only letters can (states, names). */
export function forceClasses(lines: readonly string[], format: MrzFormat): Repaired {
  const { fields, checks } = LAYOUTS[format]
  const edit = new Edit(lines)
  const code = fields.documentCode
  if (code) edit.map({ ...code, end: code.start + 1 }, c => codeLetter(c, format), 'classe')
  for (const name of ['issuingState', 'nationality', 'names', 'surname', 'givenNames'] as const) {
    const slice = fields[name]
    if (slice) edit.map(slice, asLetter, 'classe')
  }
  for (const slice of [fields.birthDate, fields.expiryDate, ...checks.map(c => c.at)])
    if (slice) edit.map(slice, asDigit, 'classe')
  for (const slice of [fields.optional1, fields.optional2]) if (slice) edit.clearFillers(slice)
  return edit.done()
}

/** Cards start with I, A or C: an `L` or a `1` there is an I. */
function codeLetter(character: string, format: MrzFormat): string {
  const card = format === 'TD1' || format === 'TD2' || format === 'FR-CNI'
  return card && lookAlikes(character).includes('I') ? 'I' : asLetter(character)
}

export type KeyRepair = Repaired | 'plusieurs-lectures'

/**
 * Repairs number and optional data whose own digit is wrong: first to the pattern of the issuer's numbers, then with
 * one look-alike, then two, on glyphs the reader was unsure of. A field whose digit is right is never touched (4 and O,
 * 6 and G share a residue: the digit cannot tell them), nor is the composite digit.
 * @returns the lines unchanged when nothing repairs them; `plusieurs-lectures` when several repairs would do
 */
export function repairByKeys(parsed: MrzParse, scored: readonly ScoredLine[], referenceDay: string): KeyRepair {
  const edit = new Edit(parsed.lines)
  const number = LAYOUTS[parsed.format].fields.documentNumber
  const pattern = isWrong(parsed, 'documentNumber') ? numberPattern(parsed) : null
  const fitted = number && pattern ? toPattern(sliceOf(parsed.lines, number), pattern) : null
  if (number && fitted !== null) {
    const after = parseLines(replace(parsed.lines, number, fitted), parsed.format, referenceDay)
    if (!isWrong(after, 'documentNumber')) {
      edit.set(number, fitted, 'classe')
      return edit.done()
    }
  }
  const wrong = (['documentNumber', 'optional'] as const).filter(name => isWrong(parsed, name))
  if (wrong.length === 0) return edit.done()
  for (const depth of [1, 2]) {
    const found = repairs(parsed, wrong, scored, depth, referenceDay)
    if (found.length > 1) return 'plusieurs-lectures'
    const [only] = found
    if (!only) continue
    for (const [i, line] of only.entries()) edit.set({ line: i, start: 0, end: line.length }, line, 'cle')
    return edit.done()
  }
  return edit.done()
}

const isWrong = (parsed: MrzParse, name: MrzCheckName): boolean =>
  parsed.checks.some(c => c.name === name && c.status === 'wrong')

/** All lines with up to `depth` look-alikes in each wrong field that satisfy its digit, and together the composite. */
function repairs(
  parsed: MrzParse,
  wrong: readonly ('documentNumber' | 'optional')[],
  scored: readonly ScoredLine[],
  depth: number,
  referenceDay: string,
): (readonly string[])[] {
  let candidates: (readonly string[])[] = [parsed.lines]
  for (const name of wrong) {
    const slice = LAYOUTS[parsed.format].fields[name === 'optional' ? 'optional1' : name]
    if (!slice) return []
    candidates = candidates.flatMap(lines =>
      substitutions(lines, slice, scored[slice.line], depth).filter(
        changed => !isWrong(parseLines(changed, parsed.format, referenceDay), name),
      ),
    )
  }
  return candidates.filter(lines => !isWrong(parseLines(lines, parsed.format, referenceDay), 'composite'))
}

function substitutions(
  lines: readonly string[],
  slice: Slice,
  scored: ScoredLine | undefined,
  depth: number,
): (readonly string[])[] {
  const text = sliceOf(lines, slice)
  const unsure = [...text].map((_, i) => i).filter(i => (scored?.confidences[slice.start + i] ?? 0) < SURE_GLYPH)
  const swap = (from: string, i: number): string[] =>
    otherReadings(from.charAt(i), scored?.alternatives?.[slice.start + i]).map(
      other => from.slice(0, i) + other + from.slice(i + 1),
    )
  const singles = unsure.flatMap(i => swap(text, i).map(changed => ({ changed, i })))
  const texts =
    depth === 1
      ? singles.map(s => s.changed)
      : singles.flatMap(s => unsure.filter(j => j > s.i).flatMap(j => swap(s.changed, j)))
  return texts.map(changed => replace(lines, slice, changed))
}

/**
 * What else a glyph may be. A reader that gives its alternatives has seen the glyph: only those it names, whatever they
 * look like in general; but no digit becomes another digit. Without them, the known look-alikes.
 */
function otherReadings(character: string, alternatives: readonly GlyphAlternative[] | undefined): string[] {
  if (!alternatives) return lookAlikes(character)
  return alternatives.map(a => a.glyph).filter(glyph => !(/\d/.test(glyph) && /\d/.test(character)))
}

function replace(lines: readonly string[], slice: Slice, text: string): string[] {
  return lines.map((line, i) => (i === slice.line ? line.slice(0, slice.start) + text + line.slice(slice.end) : line))
}

/** Lines being changed, with a trace of every character that was. */
class Edit {
  #lines: readonly string[]
  readonly #corrections: MrzCorrection[] = []

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  map(slice: Slice, change: (character: string) => string, reason: MrzCorrection['reason']): void {
    this.set(slice, [...sliceOf(this.#lines, slice)].map(change).join(''), reason)
  }

  set(slice: Slice, text: string, reason: MrzCorrection['reason']): void {
    const before = sliceOf(this.#lines, slice)
    for (let i = 0; i < before.length; i++) {
      if (before[i] === text[i]) continue
      const at = { line: slice.line, column: slice.start + i }
      this.#corrections.push({ ...at, from: before.charAt(i), to: text.charAt(i), reason })
    }
    this.#lines = replace(this.#lines, slice, text)
  }

  /** An optional zone of fillers with some `K`, `L`, `C` or `E` among them is an empty zone: shape, not content. */
  clearFillers(slice: Slice): void {
    const zone = sliceOf(this.#lines, slice)
    const fillers = zone.split('<').length - 1
    if (/^[<KLCE]+$/.test(zone) && fillers * 2 >= zone.length)
      this.#lines = replace(this.#lines, slice, '<'.repeat(zone.length))
  }

  done(): Repaired {
    return { lines: this.#lines, corrections: this.#corrections }
  }
}

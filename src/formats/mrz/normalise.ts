import type { GlyphAlternative } from '../../domain/reading.ts'

/**
 * Lines as a reader gives them, brought to the shape of a format: upper case, no spaces, typographic chevrons as
 * fillers, a filler run of the right length. Nothing that says something is changed here.
 */

/** A line with the confidence of each of its characters, and what else each may be where the reader says so. */
export interface ScoredLine {
  readonly text: string
  readonly confidences: readonly number[]
  readonly alternatives?: readonly (readonly GlyphAlternative[])[]
}

/** A run of fillers this long is surely one: lost or gained fillers inside it are put back or taken out. */
const SURE_RUN = 3
/** Fillers that OCR may lose or gain on one line (mrz.md 1: a length within 2). */
const MAX_SHIFT = 2
/** Confidence given to a filler that was put back. */
const RESTORED = 0.9

/** OCR gives `«` for two fillers or for one, and a space for nothing or for a filler: every reading of a line. */
export function lineVariants(line: ScoredLine): ScoredLine[] {
  const chevrons = /[«»]/.test(line.text) ? ['<<', '<'] : ['']
  const spaces = /\s/.test(line.text.trim()) ? ['', '<'] : ['']
  return chevrons.flatMap(chevron => spaces.map(space => rewrite(line, chevron, space)))
}

function rewrite(line: ScoredLine, chevron: string, space: string): ScoredLine {
  let text = ''
  const confidences: number[] = []
  const alternatives: (readonly GlyphAlternative[])[] = []
  const from = line.text.length - line.text.trimStart().length
  const to = line.text.trimEnd().length
  for (let i = from; i < to; i++) {
    const plain = plainCharacter(line.text.charAt(i), chevron, space)
    text += plain
    for (let k = 0; k < plain.length; k++) {
      confidences.push(line.confidences[i] ?? 0)
      alternatives.push(line.alternatives?.[i] ?? [])
    }
  }
  return trailingFillers({ text, confidences, ...(line.alternatives && { alternatives }) })
}

function plainCharacter(character: string, chevron: string, space: string): string {
  if (/[«»]/.test(character)) return chevron
  if (/\s/.test(character)) return space
  if (/[‹›≤≪⟨]/.test(character)) return '<'
  return character.toUpperCase()
}

/** After three fillers nothing but fillers stands to the end of a name line: `K`, `L`, `C`, `E`, `S` there are misread. */
function trailingFillers(line: ScoredLine): ScoredLine {
  const match = /<{3}[<KLCES]*$/.exec(line.text)
  if (!match) return line
  return { ...line, text: line.text.slice(0, match.index) + '<'.repeat(match[0].length) }
}

/**
 * The line made `length` long by its last sure run of fillers, or `null` when it cannot be: characters are never added
 * on the left, nor anywhere but among fillers.
 */
export function fitLength(line: ScoredLine, length: number): ScoredLine | null {
  const missing = length - line.text.length
  if (missing === 0) return line
  if (Math.abs(missing) > MAX_SHIFT) return null
  const run = lastFillerRun(line.text)
  if (!run || (missing < 0 && run.end - run.start + missing < 1)) return null
  const at = missing < 0 ? run.end + missing : run.end
  const added = Array<number>(Math.max(0, missing)).fill(RESTORED)
  const { alternatives } = line
  return {
    text: line.text.slice(0, at) + '<'.repeat(added.length) + line.text.slice(run.end),
    confidences: [...line.confidences.slice(0, at), ...added, ...line.confidences.slice(run.end)],
    ...(alternatives && {
      alternatives: [...alternatives.slice(0, at), ...added.map(() => []), ...alternatives.slice(run.end)],
    }),
  }
}

function lastFillerRun(text: string): { start: number; end: number } | null {
  const runs = [...text.matchAll(/<+/g)].filter(m => m[0].length >= SURE_RUN || m.index + m[0].length === text.length)
  const last = runs.at(-1)
  return last ? { start: last.index, end: last.index + last[0].length } : null
}

import { findIbans } from './iban.ts'
import { nirCandidates, type NirCandidate } from './nir-candidates.ts'
import { bestApart, evidenceOf, MASK_FROM, scoreOf, type Evidence } from './nir-evidence.ts'
import { findNirLabels, speakingLabel, type NirLabel } from './nir-labels.ts'
import { foldSigns } from './signs.ts'

/** A NIR in a text. It never leaves the process: hand on the places, not the number. */
export interface NirInText {
  /** Offsets in the text, key included. */
  readonly start: number
  readonly end: number
  readonly candidate: NirCandidate
  readonly label: NirLabel['kind'] | null
  readonly score: number
  readonly evidence: readonly Evidence[]
}

/** What stands in the place of a NIR. */
export const NIR_MASK = '[NIR neutralisé]'

/** Figures that a text must hold before it is searched: 13 less the repairs allowed. */
const FEWEST_FIGURES = 9

/**
 * The NIR of a text, left to right, from `from` points on. Works on any text, of one line or many: labels are looked
 * for on the line and on the line above.
 * @param from points needed; {@link MASK_FROM} is the threshold of masking
 */
export function findNirsInText(text: string, from: number = MASK_FROM): NirInText[] {
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < FEWEST_FIGURES) return []
  const plain = foldSigns(text)
  const candidates = nirCandidates(plain)
  if (candidates.length === 0) return []
  const labelsNear = labelSearch(plain)
  const ibans = findIbans(plain)
  const scored = candidates.flatMap(candidate => {
    const { start, end } = candidate
    if (ibans.some(i => i.start < end && start < i.end)) return []
    const label = labelOf(plain, candidate, labelsNear(candidate.start, candidate.end))
    const around = evidenceOf(candidate, { label, amountsAround: amountsAround(plain, candidate) })
    // The name of a file is not worth the doubt: there a numéro fiscal may go with the NIR.
    const evidence: Evidence[] = inFileName(plain, candidate)
      ? [...around.filter(e => e !== 'cle-fiscale'), 'nom-de-fichier']
      : around
    const score = scoreOf(evidence)
    return score >= from ? [{ start, end, candidate, label, score, evidence }] : []
  })
  return bestApart(scored)
}

/**
 * The barrier of every exit (logs, errors, file names, metadata, CSV): each NIR becomes `[NIR neutralisé]`, all else stays.
 * Without any context a number of 15 characters whose key holds is a NIR; 13 characters need a label, the printed
 * groups, or a file name around them. Idempotent.
 * @param known numbers (13 or 15 characters) found elsewhere, masked here however they are written
 */
export function maskNir(text: string, known: readonly string[] = []): string {
  const found = findNirsInText(text)
  const places = [...found, ...known.flatMap(number => placesOf(text, number))].sort((a, b) => a.start - b.start)
  let masked = ''
  let at = 0
  for (const { start, end } of places) {
    if (start < at) {
      at = Math.max(at, end)
      continue
    }
    masked += text.slice(at, start) + NIR_MASK
    at = end
  }
  return masked + text.slice(at)
}

/** Where a known number stands in a text, with its key when that follows, in any spacing. */
export function placesOf(text: string, number: string): { readonly start: number; readonly end: number }[] {
  const body = number.slice(0, 13)
  if (body.length < 13 || !figuresOf(text).includes(figuresOf(body))) return []
  const gap = '(?:[^\\p{L}\\p{N}\\n]{0,3}|%20|&nbsp;)'
  const key = number.length === 15 ? `(?:${gap}(?:cl[eé]\\s?:?\\s?)?${number.slice(13).split('').join(gap)})?` : ''
  const pattern = new RegExp(body.split('').join(gap) + key, 'giu')
  return [...text.matchAll(pattern)].map(m => ({ start: m.index, end: m.index + m[0].length }))
}

/** The figures of a text alone: a number that is not among them stands nowhere in it, which is quickly seen. */
const figuresOf = (text: string): string => text.replaceAll('%20', ' ').replace(/[^0-9]+/g, '')

/** Signs of a label's line that still belong to it. */
const LABEL_REACH = 60

/** Most signs before and after a number in which its label is looked for. */
const WINDOW = { before: 400, after: 60 } as const

/** Labels from the line above a number to just after it, each stretch of text read once. */
function labelSearch(plain: string): (start: number, end: number) => readonly NirLabel[] {
  const read = new Map<string, readonly NirLabel[]>()
  return (start, end) => {
    const lineStart = plain.lastIndexOf('\n', start - 1)
    const above = lineStart < 0 ? 0 : plain.lastIndexOf('\n', lineStart - 1) + 1
    const from = Math.max(above, start - WINDOW.before)
    const to = Math.ceil((end + WINDOW.after) / WINDOW.after) * WINDOW.after
    const place = `${from}-${to}`
    const labels =
      read.get(place) ??
      findNirLabels(plain.slice(from, to)).map(l => ({ ...l, start: l.start + from, end: l.end + from }))
    read.set(place, labels)
    return labels
  }
}

function labelOf(plain: string, { start, end }: NirCandidate, labels: readonly NirLabel[]): NirLabel['kind'] | null {
  const lineStart = plain.lastIndexOf('\n', start - 1) + 1
  const before = labels.filter(l => l.end <= start)
  const left = speakingLabel(
    plain,
    before.filter(l => l.start >= lineStart && start - l.end <= LABEL_REACH),
  )
  const spoken = left && speaksFor(left, plain.slice(left.end, start))
  if (spoken) return spoken
  const after = labels.find(l => l.start >= end && l.start - end <= 8 && l.kind === 'fort')
  if (after && !plain.slice(end, after.start).includes('\n')) return 'fort'
  const above = before.findLast(l => l.end < lineStart)
  if (!above || left) return null
  const between = plain.slice(above.end, start)
  return between.split('\n').length === 2 ? speaksFor(above, between) : null
}

/**
 * What a label says of a number when figures stand between them: a label is used up by the first number after it. A strong
 * one reaches over small numbers, and past a long one it still makes the next doubtful.
 */
function speaksFor(label: NirLabel, between: string): NirLabel['kind'] | null {
  const figures = between.replace(/\D/g, '').length
  if (label.kind === 'fort') return figures < 11 ? 'fort' : 'faible'
  return /\d(?:[\s.]?\d){3}/.test(between) ? null : label.kind
}

const DECIMALS = /\d,\d{2}(?!\d)/

function amountsAround(plain: string, { start, end }: NirCandidate): boolean {
  const line = plain.slice(plain.lastIndexOf('\n', start - 1) + 1, start)
  const rest = plain.slice(end).split('\n', 1)[0] ?? ''
  return DECIMALS.test(line) && DECIMALS.test(rest)
}

const EXTENSION =
  /^[^\\/:*?"<>|\n]{0,80}\.(?:pdf|jpe?g|png|tiff?|heic|heif|webp|gif|bmp|docx?|odt|zip|xml|json|csv|txt|eml)(?![\p{L}\p{N}])/iu

/** `2690549588157_bulletin.pdf`, `bulletin-2690549588157.jpg`, `2690549588157_bulletin`, a folder `/2690549588157/`. */
function inFileName(plain: string, { start, end }: NirCandidate): boolean {
  if (/[\\/]/.test(plain.charAt(start - 1)) && /^(?:[\\/]|$)/.test(plain.slice(end, end + 1))) return true
  return plain.charAt(start - 1) === '_' || plain.charAt(end) === '_' || EXTENSION.test(plain.slice(end))
}

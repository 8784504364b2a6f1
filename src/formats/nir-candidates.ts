import { isNirBody, nirKey } from './nir.ts'
import { digitOf, LOOKALIKE_CLASS } from './ocr-digits.ts'

/**
 * Runs of a text that have the structure of a NIR, in any written form. A candidate is only a shape: what stands around
 * it decides (`nir-evidence.ts`).
 */
export interface NirCandidate {
  /** Offset of each of the 13 or 15 characters in the text. */
  readonly positions: readonly number[]
  readonly start: number
  /** After the key when there is one. */
  readonly end: number
  /** 13 characters, OCR repaired. */
  readonly body: string
  readonly key: string | null
  /** `reparee`: right after one or two signs were made figures. `absente`: not written, or too much repaired to tell. */
  readonly keyStatus: 'exacte' | 'reparee' | 'fausse' | 'absente'
  /**
   * How the body is cut: `imprime` 1-2-2-2-3-3, `cases` one character per box, `compact` in one run, `regulier` at some
   * of the printed places (5-5-3, 1-6-6), `proche` printed but for one cut that OCR added or lost, else `irregulier`.
   */
  readonly grouping: 'imprime' | 'cases' | 'compact' | 'regulier' | 'proche' | 'irregulier'
  /** Wide gaps (tabulations) inside the body: cells of a table. */
  readonly wideGaps: number
  readonly twoLines: boolean
  /** A letter touches it. */
  readonly gluedLetters: boolean
  /** Other groups of figures stand at one space: part of a longer number. */
  readonly insideLongerRun: boolean
}

/** What the signs `| I l ! ]` are: OCR reads box borders as figures one, and the other way round. */
interface Mode {
  readonly borders: string
  /** Letters are borders only where there is one between most characters. */
  readonly boxesOnly?: boolean
}
const MODES: readonly Mode[] = [{ borders: '|[]{}' }, { borders: '|[]{}Il!', boxesOnly: true }, { borders: '' }]

const SPACERS = /^[ \t.\-/_+:\u00ad\u200b\u2060\ufeff\p{M}]$/u
const ESCAPED_SPACE = /%20|&nbsp;|&#160;|\\u00a0/y
const MAX_SPACERS = 3
const KEY_WORD = /[\s.,:;|\-/_]{0,4}\(?(?:cl[e6c]f?|key)\)?[\s.:=|\-/]{0,4}/iy
const MAX_REPAIRS = 4
const FEWEST_BORDERS = 9
/** Signs after which a run of figures is an amount, a rate, or a line of an MRZ. */
const NO_NUMBER_AFTER = /^(?:[,.]\d|\s?[€%]|<)/
const NO_NUMBER_BEFORE = /(?:\d,|[<€$])$/

/** Every candidate of a text in plain signs (`foldSigns`). They may overlap: 13 characters, and the same with the key. */
export function nirCandidates(plain: string): NirCandidate[] {
  const found = new Map<string, NirCandidate>()
  const modes = /[|Il!\]]/.test(plain) ? MODES : MODES.slice(0, 1)
  for (const mode of modes) {
    for (let start = 0; start < plain.length; start++) {
      if (!startsNumber(plain, start, mode)) continue
      const walk = walkFrom(plain, start, mode)
      for (const length of [13, 15]) {
        const candidate = toCandidate(plain, walk, length, mode)
        if (!candidate) continue
        const place = `${candidate.start}-${candidate.end}`
        const other = found.get(place)
        if (!other || rank(candidate) > rank(other)) found.set(place, candidate)
      }
    }
  }
  return [...found.values()]
}

const rank = (c: NirCandidate): number => ['fausse', 'absente', 'reparee', 'exacte'].indexOf(c.keyStatus)

const isFigure = (sign: string, mode: Mode): boolean => digitOf(sign) !== null && !mode.borders.includes(sign)

function startsNumber(plain: string, at: number, mode: Mode): boolean {
  const sign = plain.charAt(at)
  const digit = digitOf(sign)
  if (digit === null || mode.borders.includes(sign) || !/[1-478]/.test(digit)) return false
  const previous = plain.charAt(at - 1)
  if (/\d/.test(previous)) return false
  // A look-alike letter inside a word starts nothing; a figure after letters may ("NIR2690549588157").
  if (/\p{L}/u.test(previous) && !mode.borders.includes(previous) && sign !== digit) return false
  return !NO_NUMBER_BEFORE.test(plain.slice(Math.max(0, at - 2), at))
}

interface Walk {
  readonly positions: readonly number[]
  /** What stands before each character since the previous one; the first is empty. */
  readonly gaps: readonly string[]
}

/** As many figures as follow from `start`, at most 15, with what separates them. */
function walkFrom(plain: string, start: number, mode: Mode): Walk {
  const positions = [start]
  const gaps = ['']
  let repairs = 0
  let newlines = 0
  while (positions.length < 15) {
    const after = (positions.at(-1) as number) + 1
    let next = after + gapLength(plain, after, mode, newlines === 0)
    if (positions.length === 13 && !isFigure(plain.charAt(next), mode)) next = after + keyWordLength(plain, after)
    const sign = plain.charAt(next)
    const corsica = positions.length === 6 && /[ab]/i.test(sign)
    if (!isFigure(sign, mode) && !corsica) break
    if (!/\d/.test(sign) && !corsica && ++repairs > MAX_REPAIRS) break
    const gap = plain.slice(after, next)
    if (gap.includes('\n')) newlines++
    positions.push(next)
    gaps.push(gap)
  }
  return { positions, gaps }
}

/** Length of the separators at `at`: up to three signs, and one line break where `newline` allows it. */
function gapLength(plain: string, at: number, mode: Mode, newline: boolean): number {
  let i = at
  let signs = 0
  let lines = newline ? 1 : 0
  for (;;) {
    ESCAPED_SPACE.lastIndex = i
    const escaped = ESCAPED_SPACE.exec(plain)
    const sign = plain.charAt(i)
    if (escaped) i += escaped[0].length
    else if (sign === '\n' && lines > 0) {
      lines--
      i++
      continue
    } else if (sign === '\r') {
      i++
      continue
    } else if (sign !== '' && (SPACERS.test(sign) || mode.borders.includes(sign))) i++
    else return i - at
    if (++signs > MAX_SPACERS) return 0
  }
}

function keyWordLength(plain: string, at: number): number {
  KEY_WORD.lastIndex = at
  return KEY_WORD.exec(plain)?.[0].length ?? 0
}

function toCandidate(plain: string, walk: Walk, length: number, mode: Mode): NirCandidate | null {
  if (walk.positions.length < length) return null
  const positions = walk.positions.slice(0, length)
  const start = positions[0] as number
  const last = positions[length - 1] as number
  const next = plain.charAt(last + 1)
  if (/\d/.test(next) || NO_NUMBER_AFTER.test(plain.slice(last + 1, last + 3))) return null
  const read = readSigns(positions.map(p => plain.charAt(p)))
  if (!read) return null
  const gaps = walk.gaps.slice(0, 13)
  if (mode.boxesOnly && gaps.filter(g => g !== '').length < FEWEST_BORDERS) return null
  const before = plain.slice(Math.max(0, start - 20), start)
  const grouping = groupingOf(gaps, read.body)
  return {
    ...read,
    positions,
    start,
    end: last + 1,
    grouping,
    wideGaps: gaps.filter(g => g.includes('\t')).length,
    twoLines: walk.gaps.slice(0, length).some(g => g.includes('\n')),
    gluedLetters: glues(next, mode) || (glues(before.slice(-1), mode) && !GLUED_LABEL.test(before)),
    insideLongerRun: goesOn(before, plain.slice(last + 1, last + 20), grouping),
  }
}

/** A letter, or a sign that OCR takes for a figure, unless it is the border of a box. */
const glues = (sign: string, mode: Mode): boolean =>
  sign !== '' && (/\p{L}/u.test(sign) || digitOf(sign) !== null) && !mode.borders.includes(sign)

function goesOn(before: string, after: string, grouping: NirCandidate['grouping']): boolean {
  if (GROUP_BEFORE.test(before) || GROUP_AFTER.test(after)) return true
  return grouping === 'cases' && (BOX_BEFORE.test(before) || BOX_AFTER.test(after))
}

/** Figures, or one sign that OCR takes for a figure, at one space: a number goes on there. */
const GROUP_BEFORE = /(?:(?<![\d,/.])\d+|(?<![\p{L}\p{N}])[OIl|])[ .-]$/u
const BOX_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])[${LOOKALIKE_CLASS}][ .-]$`, 'u')
const BOX_AFTER = new RegExp(`^[ .-][${LOOKALIKE_CLASS}](?![\\p{L}\\p{N}])`, 'u')
const GROUP_AFTER = /^[ .-](?:\d+(?![\d,/.])|[OIl|](?![\p{L}\p{N}]))/u

/** A label that OCR or a file glued to its number. */
const GLUED_LABEL = /(?:NIR|N?SS|INSEE|SECU|SOCIALE|\bN|\bNO|NUMERO)$/i

/** Figures of the signs, Corsica and repairs decided by the key; `null` when they have not the structure of a NIR. */
function readSigns(signs: readonly string[]): Pick<NirCandidate, 'body' | 'key' | 'keyStatus'> | null {
  const figures = signs.map((s, i) => (i === 6 && /a/i.test(s) ? '4' : digitOf(s)))
  if (figures.includes(null)) return null
  const repairs = signs.filter((s, i) => i !== 6 && s !== figures[i]).length
  const key = signs.length === 15 ? figures.slice(13).join('') : null
  let best: Pick<NirCandidate, 'body' | 'key' | 'keyStatus'> | null = null
  for (const { sign, cost } of departmentSigns(signs[6] as string, figures[6] as string, figures[5] === '2')) {
    const body = [...figures.slice(0, 6), sign, ...figures.slice(7, 13)].join('')
    if (!isNirBody(body)) continue
    const keyStatus = statusOf(body, key, repairs + cost)
    if (!best || (keyStatus !== 'fausse' && best.keyStatus === 'fausse')) best = { body, key, keyStatus }
  }
  return best
}

function statusOf(body: string, key: string | null, repairs: number): NirCandidate['keyStatus'] {
  if (key === null) return 'absente'
  if (nirKey(body) !== key) return 'fausse'
  return repairs === 0 ? 'exacte' : repairs <= 2 ? 'reparee' : 'absente'
}

/** What the second character of the département may be: OCR takes 2B for 28 and 2A for 24, and the other way round. */
function departmentSigns(sign: string, figure: string, afterTwo: boolean): { sign: string; cost: number }[] {
  const cost = sign === figure ? 0 : 1
  if (!afterTwo) return [{ sign: figure, cost }]
  if (/a/i.test(sign))
    return [
      { sign: 'A', cost: 0 },
      { sign: '4', cost: 1 },
    ]
  if (/b/i.test(sign))
    return [
      { sign: 'B', cost: 0 },
      { sign: figure, cost: 1 },
    ]
  if (figure === '8')
    return [
      { sign: '8', cost },
      { sign: 'B', cost: 1 },
    ]
  if (figure === '4')
    return [
      { sign: '4', cost },
      { sign: 'A', cost: 1 },
    ]
  return [{ sign: figure, cost }]
}

/** Places where the printed form is cut; overseas the département has three figures. */
const PRINTED = [1, 3, 5, 7, 10]
const PRINTED_OVERSEAS = [1, 3, 5, 8, 10]

function groupingOf(gaps: readonly string[], body: string): NirCandidate['grouping'] {
  const cuts = gaps.flatMap((gap, i) => (i > 0 && gap !== '' ? [i] : []))
  if (cuts.length === 0) return 'compact'
  if (mixedSeparators(gaps)) return 'irregulier'
  if (cuts.length === 12) return 'cases'
  const forms = /^.{5}9[78]/.test(body) ? [PRINTED, PRINTED_OVERSEAS] : [PRINTED]
  let best: NirCandidate['grouping'] = 'irregulier'
  for (const printed of forms) {
    const extra = cuts.filter(c => !printed.includes(c)).length
    const missing = printed.filter(p => !cuts.includes(p)).length
    if (extra === 0 && missing === 0) return 'imprime'
    if (extra + missing <= 2 && extra <= 1) best = 'proche'
    else if (extra === 0 && best === 'irregulier') best = 'regulier'
  }
  return best
}

/** A date or a fraction in a row of numbers has other separators than its neighbours; one stray point is OCR noise. */
function mixedSeparators(gaps: readonly string[]): boolean {
  const kinds = gaps.slice(1).flatMap(g => (g === '' ? [] : [/[/-]/.exec(g)?.[0] ?? (g.includes('.') ? '.' : ' ')]))
  const points = kinds.filter(k => k === '.').length
  const others = new Set(kinds.filter(k => k !== '.'))
  return others.size > 1 || (others.size === 1 && points > 1) || (points === 1 && (others.has('/') || others.has('-')))
}

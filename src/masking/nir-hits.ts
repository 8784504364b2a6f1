import { unionZones, zonesMeet, type Zone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { infoTypePiece, type TypePiece } from '../domain/type-piece.ts'
import { findIbans } from '../formats/iban.ts'
import { nirCandidates, type NirCandidate } from '../formats/nir-candidates.ts'
import { evidenceOf, MASK_FROM, scoreOf, type Evidence } from '../formats/nir-evidence.ts'
import { nirKey } from '../formats/nir.ts'
import { LOOKALIKE_CLASS } from '../formats/ocr-digits.ts'
import { aboveDistance, labelAround, sameRow } from './nir-around.ts'
import {
  cellsOf,
  stacked,
  zoneOfSigns,
  zonesOfPositions,
  type Cell,
  type PageLine,
  type PageSigns,
  type Signs,
} from './page-signs.ts'

export interface NirContext {
  readonly type: TypePiece | null
  /** Births read elsewhere in the deposit, ISO: year and month agreeing with a number speak for it. */
  readonly naissances?: readonly string[]
}

/** A number of a page that is to be masked. */
export interface NirHit {
  readonly candidate: NirCandidate
  readonly zones: readonly Zone[]
  readonly score: number
  readonly evidence: readonly Evidence[]
  readonly label: boolean
}

/** Fewest figures of a line that can hold a number: 13 less the repairs allowed. */
const FEWEST_FIGURES = 9

/** Documents that carry no NIR, and many numbers that look like one. */
const WITHOUT_NIR: ReadonlySet<TypePiece> = new Set<TypePiece>([
  'avis-imposition',
  'carte-nationale-identite',
  'passeport',
  'titre-de-sejour',
  'recepisse-titre-de-sejour',
  'quittance-de-loyer',
  'recu-hotel',
  'bail',
  'carte-etudiant',
])

/**
 * On documents that carry none: two proofs out of three (a strong label, a right key, the printed groups), or a label that
 * says "N° de sécurité sociale" just before the number: nobody prints that before another one.
 */
export function believed(type: TypePiece | null, evidence: readonly Evidence[]): boolean {
  if (type === null || !WITHOUT_NIR.has(type)) return true
  if (evidence.includes('libelle-immediat')) return true
  const proofs = [
    evidence.includes('libelle-fort'),
    evidence.includes('cle-exacte') || evidence.includes('cle-apres-reparation'),
    evidence.includes('groupes-imprimes'),
  ]
  return proofs.filter(Boolean).length >= 2
}

export const carriesNir = (type: TypePiece | null): boolean => type === null || !WITHOUT_NIR.has(type)

/** The numbers of a page with enough evidence, best first where they overlap. */
export function hitsOn(page: PageSigns, context: NirContext): NirHit[] {
  const civility = civilityOf(page)
  const scored: NirHit[] = []
  const consider = (signs: Signs, candidate: NirCandidate, line: PageLine, offset: number, to: number): void => {
    const zone = unionZones(
      zonesOfPositions(
        signs,
        candidate.positions.filter(p => p < to),
      ),
    )
    if (!zone || foreignKey(signs.text, candidate) || onMrz(page.page, zone)) return
    const label = labelAround(page, zone, line, offset + candidate.start)
    const evidence = evidenceOf(candidate, {
      label: label.kind,
      births: context.naissances ?? [],
      civility,
      expected: context.type !== null && infoTypePiece(context.type).nirAttendu,
      amountsAround: amountsAround(signs.text, candidate),
    })
    if (label.immediate) evidence.push('libelle-immediat')
    const score = scoreOf(evidence)
    if (score < MASK_FROM || !believed(context.type, evidence)) return
    const positions = label.kind === 'fort' ? wholeRun(signs.text, candidate) : candidate.positions
    const zones = zonesOfPositions(signs, positions)
    scored.push({ candidate, zones, score, evidence, label: label.kind === 'fort' })
  }
  for (const line of page.lines) {
    const { signs } = line
    if (figures(signs.text) < FEWEST_FIGURES || signs.text.includes('<<')) continue
    const ibans = findIbans(signs.text)
    for (const candidate of nirCandidates(signs.text)) {
      if (ibans.some(i => i.start < candidate.end && candidate.start < i.end)) continue
      consider(signs, candidate, line, 0, candidate.end)
    }
  }
  for (const { signs, line, offset, breakAt } of brokenOverTwoLines(page)) {
    for (const candidate of nirCandidates(signs.text)) {
      const crosses = candidate.start < breakAt && candidate.end > breakAt
      const sure =
        candidate.keyStatus === 'exacte' || candidate.keyStatus === 'reparee' || candidate.grouping === 'imprime'
      if (crosses && sure) consider(signs, candidate, line, offset, breakAt)
    }
  }
  return apart(scored).map(hit => withKeyApart(page, hit))
}

const figures = (text: string): number => text.replace(/\D/g, '').length

/** Most characters of a number of 15 of which OCR split or added some. */
const LONGEST = 16
const SIGN = `[\\d${LOOKALIKE_CLASS}]`
/** Signs glued to the number; a group of figures, or one sign of a box, at one separator. */
const GLUED_BEFORE = new RegExp(`${SIGN}+$`)
const GLUED_AFTER = new RegExp(`^${SIGN}+`)
const BOX_BEFORE = new RegExp(`(?<![\\p{L}\\d])${SIGN}(?=[ .\\-/|]{1,3}$)`, 'u')
const BOX_AFTER = new RegExp(`^[ .\\-/|]{1,3}(?<group>${SIGN})(?![\\p{L}\\d])`, 'u')
const GROUP_BEFORE = new RegExp(`(?<![\\p{L}\\d,.])(?:${SIGN}*\\d${SIGN}*|[OIl|])(?=[ .\\-/|]{1,3}$)`, 'u')
const GROUP_AFTER = new RegExp(
  `^[ .\\-/|]{1,3}(?<group>${SIGN}*\\d${SIGN}*|[OIl|])(?![\\p{L}\\d]|[.,]\\d|\\s?[€%])`,
  'u',
)

/**
 * Under its label a number is the whole run of figures, even when only a part of what OCR read has the structure of one:
 * signs glued to it and neighbouring groups belong to it as long as it stays short enough.
 */
function wholeRun(text: string, { positions: found, gluedLetters, grouping }: NirCandidate): readonly number[] {
  const positions = [...found]
  const before = (pattern: RegExp): boolean => {
    const group = pattern.exec(text.slice(0, positions[0]))
    if (!group || positions.length + group[0].length > LONGEST) return false
    positions.unshift(...[...group[0]].map((_, i) => group.index + i))
    return true
  }
  const after = (pattern: RegExp): boolean => {
    const from = (positions.at(-1) as number) + 1
    const match = pattern.exec(text.slice(from))
    const group = match?.groups?.['group'] ?? match?.[0]
    if (!match || group === undefined || positions.length + group.length > LONGEST) return false
    const start = from + match[0].length - group.length
    positions.push(...[...group].map((_, i) => start + i))
    return true
  }
  if (gluedLetters) {
    before(GLUED_BEFORE)
    after(GLUED_AFTER)
  }
  const boxes = grouping === 'cases'
  while (before(GROUP_BEFORE) || (boxes && before(BOX_BEFORE))) continue
  while (after(GROUP_AFTER) || (boxes && after(BOX_AFTER))) continue
  return positions
}

/** Where hits share a place, the one with the most points, then the longer; a part of a longer run comes after the run. */
function apart(hits: readonly NirHit[]): NirHit[] {
  const rank = ({ score, candidate: c }: NirHit): number =>
    score - ((c.insideLongerRun && c.grouping !== 'imprime') || c.gluedLetters ? PART_OF_RUN : 0)
  const order = [...hits].sort(
    (a, b) => rank(b) - rank(a) || b.candidate.positions.length - a.candidate.positions.length,
  )
  const kept: NirHit[] = []
  for (const hit of order) {
    if (!kept.some(k => k.zones.some(z => hit.zones.some(o => zonesMeet(inner(z), inner(o)))))) kept.push(hit)
  }
  return kept
}

const PART_OF_RUN = 3

/** Word boxes of neighbouring lines touch: only the middle of their height counts. */
const inner = (z: Zone): Zone => [z[0], z[1] + (z[3] - z[1]) * 0.3, z[2], z[3] - (z[3] - z[1]) * 0.3]

/** Two figures in the next cell are no key when they are not the right one and nothing calls them a key. */
function foreignKey(text: string, { positions, keyStatus }: NirCandidate): boolean {
  if (positions.length < 15 || keyStatus !== 'fausse') return false
  const gap = text.slice((positions[12] as number) + 1, positions[13])
  return gap.includes('\t') && !/[a-z]/i.test(gap)
}

const onMrz = (page: PageReading, zone: Zone): boolean => page.mrzBands.some(b => zonesMeet(b.zone, inner(zone)))

const DECIMALS = /\d,\d{2}(?!\d)/g

/** Two amounts with decimals on the same line. */
function amountsAround(text: string, { start, end }: NirCandidate): boolean {
  return [text.slice(0, start), text.slice(end)].flatMap(part => part.match(DECIMALS) ?? []).length >= 2
}

function civilityOf(page: PageSigns): 'homme' | 'femme' | null {
  const text = page.lines.map(l => l.signs.text).join('\n')
  const woman = /\b(?:Mme|MME|Madame|MADAME|Mlle|MLLE|Mademoiselle|MADEMOISELLE)\b/.test(text)
  const man = /\b(?:Monsieur|MONSIEUR|Mr|MR|M\.)(?=[\s.]|$)/.test(text)
  return woman === man ? null : woman ? 'femme' : 'homme'
}

interface Broken {
  readonly signs: Signs
  readonly line: PageLine
  /** Where the upper cell starts on its line. */
  readonly offset: number
  readonly breakAt: number
}

/** Runs of figures that end a cell and go on at the start of the cell below, or of the next line. */
function brokenOverTwoLines(page: PageSigns): Broken[] {
  const broken: Broken[] = []
  page.lines.forEach((line, i) => {
    const cells = cellsOf(line.signs).filter(c => /\d\W{0,3}$/.test(c.signs.text))
    if (cells.length === 0) return
    for (const below of page.lines.slice(i + 1, i + 4)) {
      const heads = cellsOf(below.signs).filter(c => /^\W{0,3}\d/.test(c.signs.text))
      for (const cell of cells) {
        for (const head of heads) {
          const wrapped =
            below.index === line.index + 1 && head.zone[0] < below.zone[0] + 0.01 && cell.zone[2] > line.zone[2] - 0.01
          if (!wrapped && !inOneColumn(cell, head)) continue
          if (figures(cell.signs.text) + figures(head.signs.text) < FEWEST_FIGURES) continue
          const signs = stacked(cell.signs, head.signs)
          broken.push({ signs, line, offset: cell.offset, breakAt: cell.signs.text.length })
        }
      }
    }
  })
  return broken
}

const inOneColumn = (above: Cell, below: Cell): boolean =>
  !sameRow(above.zone, below.zone) && aboveDistance(above.zone, below.zone) !== null

/** How far right of its number a key may stand in a box of its own, in fractions of the page's width. */
const KEY_REACH = 0.2

/** The hit with its key, when that stands in its own box or column on the same row. */
function withKeyApart(page: PageSigns, hit: NirHit): NirHit {
  const last = hit.zones.at(-1)
  if (hit.candidate.key !== null || !last) return hit
  const key = nirKey(hit.candidate.body)
  for (const line of page.lines) {
    if (!sameRow(line.zone, last)) continue
    for (const match of line.signs.text.matchAll(
      /(?<![\d.,])(?<!\d[ /])(?:(?<named>cl[e6]f?)\W{0,4})?(?<key>\d{2})(?![.,]?\d|\s?[%€])/gi,
    )) {
      const at = match.index + match[0].length - 2
      const zone = zoneOfSigns(line.signs, at, at + 2)
      if (!zone || zone[0] < last[2] - 0.005 || zone[0] - last[2] > KEY_REACH) continue
      if (match.groups?.['key'] !== key && match.groups?.['named'] === undefined) continue
      return { ...hit, zones: [...hit.zones, ...zonesOfPositions(line.signs, [at, at + 1])] }
    }
  }
  return hit
}

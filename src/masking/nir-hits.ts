import { unionZones, zonesMeet, type Zone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { infoTypePiece, type TypePiece } from '../domain/type-piece.ts'
import { findIbans } from '../formats/iban.ts'
import { nirCandidates, type NirCandidate } from '../formats/nir-candidates.ts'
import { evidenceOf, MASK_FROM, scoreOf, type Evidence } from '../formats/nir-evidence.ts'
import { nirKey } from '../formats/nir.ts'
import { brokenOverTwoLines } from './broken-lines.ts'
import { labelAround, sameRow } from './nir-around.ts'
import { mayHoldNir, zoneOfSigns, zonesOfPositions, type PageLine, type PageSigns, type Signs } from './page-signs.ts'
import { wholeRun } from './whole-run.ts'

export interface NirContext {
  readonly type: TypePiece | null
  /** Births read elsewhere in the deposit, ISO: year and month agreeing with a number speak for it. */
  readonly naissances?: readonly string[]
}

/** A number of a page that is to be masked. */
export interface NirHit {
  readonly candidate: NirCandidate
  readonly signs: Signs
  readonly zones: readonly Zone[]
  readonly score: number
  readonly evidence: readonly Evidence[]
  readonly label: boolean
}

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
    const zones = zonesOfPositions(signs, candidate.positions)
    scored.push({ candidate, signs, zones, score, evidence, label: label.kind === 'fort' })
  }
  for (const line of page.lines) {
    const { signs } = line
    if (!mayHoldNir(signs.text) || signs.text.includes('<<')) continue
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
  return apart(scored).map(hit => withKeyApart(page, withWholeRun(hit)))
}

/** Under its label, and unless its key proves where it ends, a number is all that OCR read of it. */
function withWholeRun(hit: NirHit): NirHit {
  if (!hit.label || hit.candidate.keyStatus === 'exacte') return hit
  return { ...hit, zones: zonesOfPositions(hit.signs, wholeRun(hit.signs.text, hit.candidate)) }
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

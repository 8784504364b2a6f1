import { zonesMeet } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { scoreOf, type Evidence } from '../formats/nir-evidence.ts'
import { placesOf } from '../formats/nir-text.ts'
import { isNirBody } from '../formats/nir.ts'
import { digitOf } from '../formats/ocr-digits.ts'
import { finding, type NirFinding } from './nir-finding.ts'
import { pageSigns, zoneOfSigns, zonesOfPositions, type PageSigns, type Signs } from './page-signs.ts'

/**
 * The same numbers again, on all pages and in their symbols, in any spacing: people repeat them in headers, footers and on second pages where no
 * label stands. A number that OCR read with up to two other figures is the same number.
 * @param found findings with a strong label or a right key; others are not sure enough to be spread
 * @returns only what `found` does not hold already
 */
export function findKnownNirs(pages: readonly PageReading[], found: readonly NirFinding[]): NirFinding[] {
  return findKnownOn(pages.map(pageSigns), found)
}

export function findKnownOn(pages: readonly PageSigns[], found: readonly NirFinding[]): NirFinding[] {
  const numbers = knownNumbers(found)
  if (numbers.length === 0) return []
  const again: NirFinding[] = []
  for (const page of pages) {
    const taken = found.filter(f => f.page === page.page.page).flatMap(f => [...f.zones])
    for (const { signs } of page.lines) {
      if (signs.text.includes('<<')) continue
      for (const { positions, number, evidence } of placesIn(signs, numbers)) {
        const zone = zoneOfSigns(signs, positions[0] as number, (positions.at(-1) as number) + 1)
        const zones = zonesOfPositions(signs, positions)
        if (!zone || page.page.mrzBands.some(b => zonesMeet(b.zone, zone))) continue
        if (zones.some(z => taken.some(t => zonesMeet(t, z)))) continue
        taken.push(...zones)
        const told = { page: page.page.page, zones, score: scoreOf([evidence]), evidence: [evidence], label: false }
        again.push(finding(told, number))
      }
    }
    for (const { content, zone } of page.page.barcodes) {
      const number = numbers.find(n => placesOf(content, n).length > 0)
      if (number === undefined || taken.some(t => zonesMeet(t, zone))) continue
      const evidence: Evidence[] = ['code-barres', 'numero-deja-trouve']
      again.push(
        finding({ page: page.page.page, zones: [zone], score: scoreOf(evidence), evidence, label: false }, number),
      )
    }
  }
  return again
}

/** Bodies of 13 characters of the findings that may be searched elsewhere. */
function knownNumbers(found: readonly NirFinding[]): string[] {
  const sure = found.filter(f => f.label || f.evidence.some(e => e === 'cle-exacte' || e === 'cle-apres-reparation'))
  return [...new Set(sure.flatMap(f => f.secret()?.slice(0, 13) ?? []))].filter(isNirBody)
}

interface KnownPlace {
  readonly number: string
  readonly positions: readonly number[]
  readonly evidence: Evidence
}

const NEAR = 2

function placesIn(signs: Signs, numbers: readonly string[]): KnownPlace[] {
  const places: KnownPlace[] = []
  for (const run of figureRuns(signs.text)) {
    for (let at = 0; at + 13 <= run.length; at++) {
      const window = run.slice(at, at + 13)
      const [best] = numbers
        .map(number => ({ number, misread: differences(window, number) }))
        .sort((a, b) => a.misread - b.misread)
      if (!best || best.misread > NEAR || (best.misread > 0 && !standsApart(signs.text, run, at))) continue
      const key = run.slice(at + 13, at + 15)
      const last = (window.at(-1) as Figure).position
      const keyFollows =
        key.length === 2 &&
        (key[0] as Figure).position - last <= 4 &&
        !/\d/.test(signs.text.charAt((key[1] as Figure).position + 1))
      const positions = [...window, ...(keyFollows ? key : [])].map(f => f.position)
      places.push({
        positions,
        number: best.number,
        evidence: best.misread === 0 ? 'numero-deja-trouve' : 'numero-proche-deja-trouve',
      })
      at += positions.length - 1
    }
  }
  return places
}

interface Figure {
  readonly sign: string
  readonly position: number
}

/** Figures (and what OCR takes for them) that follow each other with at most three other signs between, no letter. */
function figureRuns(text: string): Figure[][] {
  const runs: Figure[][] = []
  let run: Figure[] = []
  let others = 0
  for (let position = 0; position < text.length; position++) {
    const sign = text.charAt(position)
    if (digitOf(sign) !== null) {
      run.push({ sign, position })
      others = 0
    } else if (/\p{L}/u.test(sign) || ++others > 3) {
      if (run.length >= 13) runs.push(run)
      run = []
      others = 0
    }
  }
  if (run.length >= 13) runs.push(run)
  return runs
}

/** Figures in which a run read by OCR differs from a number; signs of the département of Corsica count as written. */
function differences(window: readonly Figure[], number: string): number {
  let count = 0
  for (const [i, { sign }] of window.entries()) {
    if (digitOf(sign) !== number[i] && sign.toUpperCase() !== number[i] && ++count > NEAR) break
  }
  return count
}

/** No figure glued before or after: otherwise a number that differs is another, longer one. */
function standsApart(text: string, run: readonly Figure[], at: number): boolean {
  const first = (run[at] as Figure).position
  const last = (run[at + 12] as Figure).position
  return !/[\p{L}\d]/u.test(text.charAt(first - 1)) && !/^\d(?!\d(?!\d))/.test(text.slice(last + 1))
}

import { unionZones, zonesMeet } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import { scoreOf, type Evidence } from '../formats/nir-evidence.ts'
import { placesOf } from '../formats/nir-text.ts'
import { digitOf } from '../formats/ocr-digits.ts'
import { finding, type NirFinding } from './nir-finding.ts'
import { spoiltPlaces } from './spoilt-numbers.ts'
import { pageSigns, zoneOfSigns, zonesOfPositions, type PageSigns, type Signs } from './page-signs.ts'

/**
 * The same numbers again, on all pages and in their symbols, in any spacing: people repeat them in headers, footers and on
 * second pages where no label stands. A number of which OCR spoilt some signs is the same number (`spoilt-numbers.ts`).
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
        const parts = zonesOfPositions(signs, positions)
        // Between the signs of a spoilt number stand those that OCR lost.
        const whole = evidence === 'numero-proche-deja-trouve' ? unionZones(parts) : null
        const zones = whole ? [whole] : parts
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

/** Numbers of 13 to 15 characters of the findings that may be searched elsewhere, as OCR read them. */
function knownNumbers(found: readonly NirFinding[]): string[] {
  const sure = found.filter(f => f.label || f.evidence.some(e => e === 'cle-exacte' || e === 'cle-apres-reparation'))
  return [...new Set(sure.flatMap(f => f.secret() ?? []))].filter(n => n.length >= 13)
}

interface KnownPlace {
  readonly number: string
  readonly positions: readonly number[]
  readonly evidence: Evidence
}

function placesIn(signs: Signs, numbers: readonly string[]): KnownPlace[] {
  const exact = exactPlaces(signs.text, numbers)
  const taken = new Set(exact.flatMap(p => p.positions))
  const spoilt = spoiltPlaces(signs.text, numbers).filter(p => !p.positions.some(at => taken.has(at)))
  return [
    ...exact.map(p => ({ ...p, evidence: 'numero-deja-trouve' as const })),
    ...spoilt.map(p => ({ ...p, evidence: 'numero-proche-deja-trouve' as const })),
  ]
}

/** The 13 characters of a number in any spacing, inside a longer run too, with its key when that follows. */
function exactPlaces(text: string, numbers: readonly string[]): Omit<KnownPlace, 'evidence'>[] {
  const places: Omit<KnownPlace, 'evidence'>[] = []
  for (const run of figureRuns(text)) {
    for (let at = 0; at + 13 <= run.length; at++) {
      const window = run.slice(at, at + 13)
      const number = numbers.find(n => window.every(({ sign }, i) => isSign(sign, n[i])))
      if (number === undefined) continue
      const key = run.slice(at + 13, at + 15)
      const last = (window.at(-1) as Figure).position
      const keyFollows =
        key.length === 2 &&
        (key[0] as Figure).position - last <= 4 &&
        !/\d/.test(text.charAt((key[1] as Figure).position + 1))
      places.push({ number, positions: [...window, ...(keyFollows ? key : [])].map(f => f.position) })
      at += (places.at(-1)?.positions.length ?? 1) - 1
    }
  }
  return places
}

const isSign = (sign: string, wanted: string | undefined): boolean =>
  digitOf(sign) === wanted || sign.toUpperCase() === wanted

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

import { centreX, zoneHeight, type Zone } from '../domain/geometry.ts'
import { speakingLabel, type NirLabel } from '../formats/nir-labels.ts'
import type { PageLine, PageSigns, PlacedLabel } from './page-signs.ts'

/** How far a label speaks, in fractions of the page's width or in heights of the number. */
const REACH = {
  /** Label to the left, up to the number. */
  left: 0.35,
  /** Label to the right, after the number. */
  right: 0.05,
  /** Label above: rows between. */
  aboveHeights: 3,
  /** Caption under a box. */
  belowHeights: 1.5,
  /** Columns that do not quite meet. */
  column: 0.03,
} as const

/** What labels say of a number. `immediate`: a numbered label ("N° de sécurité sociale", "NIR") with nothing between. */
export interface Spoken {
  readonly kind: NirLabel['kind'] | null
  readonly immediate: boolean
}

/** Zones cut out of one word overlap by their margins, in fractions of the page's width. */
const OVERLAP = 0.02

/**
 * What the labels around a place of a page say of a number that stands there: to its left on the same row, above it in
 * its column, just after it, or as a caption below (which makes it likely only).
 * @param line line of the number and offset where it starts on it
 */
export function labelAround(page: PageSigns, zone: Zone, line: PageLine, start: number): Spoken {
  const left = leftLabel(page, zone, line, start)
  if (left?.kind === 'fort') return left
  const above = nearest(page.labels, l => aboveDistance(l.zone, zone))
  const aboveKind =
    above && usedUp(above) ? (above.label.kind === 'fort' ? 'faible' : null) : (above?.label.kind ?? null)
  const spoken = (kind: NirLabel['kind'] | null): Spoken => ({ kind, immediate: false })
  if (aboveKind === 'fort' && left?.kind !== 'exclu') return spoken('fort')
  if (left?.kind) return left
  if (aboveKind) return spoken(aboveKind)
  if (nearest(page.labels, l => rightDistance(l.zone, zone))?.label.kind === 'fort') return spoken('fort')
  return spoken(nearest(page.labels, l => belowDistance(l.zone, zone))?.label.kind === 'fort' ? 'faible' : null)
}

function nearest(labels: readonly PlacedLabel[], distance: (label: PlacedLabel) => number | null): PlacedLabel | null {
  let best: PlacedLabel | null = null
  let bestDistance = Infinity
  for (const label of labels) {
    const d = distance(label)
    if (d !== null && d < bestDistance) {
      best = label
      bestDistance = d
    }
  }
  return best
}

function leftLabel(page: PageSigns, zone: Zone, line: PageLine, start: number): Spoken | null {
  const nearestLabel = nearest(page.labels, l => {
    if (!sameRow(l.zone, zone) || (l.line === line && l.label.end > start)) return null
    const distance = zone[0] - l.zone[2]
    return distance > -OVERLAP && distance <= REACH.left ? Math.max(0, distance) : null
  })
  if (!nearestLabel) return null
  const before = nearestLabel.line.labels.filter(l => l.end <= nearestLabel.label.end)
  const label = speakingLabel(nearestLabel.line.signs.text, before) ?? nearestLabel.label
  if (nearestLabel.line !== line) return { kind: label.kind, immediate: false }
  const between = line.signs.text.slice(label.end, start)
  const figures = between.replace(/\D/g, '').length
  const immediate = label.block && !/[\p{L}\d]/u.test(between.replace(/\(?N[I1]R\)?/, ''))
  // A label is used up by the first number after it.
  if (label.kind === 'fort') return { kind: figures < 11 ? 'fort' : 'faible', immediate }
  return { kind: figures < 4 ? label.kind : null, immediate: false }
}

/** The label has its own number beside it. */
function usedUp({ label, line }: PlacedLabel): boolean {
  const next = line.labels.find(l => l.start >= label.end)?.start
  return line.signs.text.slice(label.end, next).replace(/\D/g, '').length >= 4
}

export function sameRow(a: Zone, b: Zone): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return shared >= 0.4 * Math.min(zoneHeight(a), zoneHeight(b))
}

export function aboveDistance(label: Zone, zone: Zone): number | null {
  const distance = zone[1] - label[3]
  const height = Math.max(zoneHeight(zone), zoneHeight(label))
  return distance > -0.4 * height && distance <= REACH.aboveHeights * height && sameColumn(label, zone)
    ? distance + 1
    : null
}

function belowDistance(label: Zone, zone: Zone): number | null {
  const distance = label[1] - zone[3]
  const height = Math.max(zoneHeight(zone), zoneHeight(label))
  return distance > -0.4 * height && distance <= REACH.belowHeights * height && sameColumn(label, zone)
    ? distance + 1
    : null
}

function rightDistance(label: Zone, zone: Zone): number | null {
  const distance = label[0] - zone[2]
  return sameRow(label, zone) && distance > -OVERLAP && distance <= REACH.right ? Math.max(0, distance) : null
}

function sameColumn(label: Zone, zone: Zone): boolean {
  const within = centreX(label) >= zone[0] - REACH.column && centreX(label) <= zone[2] + REACH.column
  const startsTogether = Math.abs(label[0] - zone[0]) <= 2 * REACH.column
  const under = centreX(zone) >= label[0] - REACH.column && centreX(zone) <= label[2] + REACH.column
  return within || startsTogether || under
}

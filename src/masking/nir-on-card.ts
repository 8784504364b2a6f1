import { unionZones, zonesMeet, type Zone } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'
import { scoreOf, type Evidence } from '../formats/nir-evidence.ts'
import { LOOKALIKE_CLASS } from '../formats/ocr-digits.ts'
import { fold } from '../formats/text.ts'
import { finding, type NirFinding } from './nir-finding.ts'
import type { PageSigns } from './page-signs.ts'

/** What only a carte Vitale says, name or instructions: its number has no label, the card is the label. */
const CARD = /\bVITALE\b|CARTE D'ASSURANCE MALADIE|PRESENTEZ-LA A CHAQUE|SESAM/
const GROUP = new RegExp(`^[\\d${LOOKALIKE_CLASS}]{1,3}$`)
/** Lengths of the printed groups. */
const PRINTED = [1, 2, 2, 2, 3, 3, 2] as const
/** Groups that must stand in their order, and signs that must be left. */
const FEWEST_GROUPS = 5
const FEWEST_SIGNS = 11
const MOST_SIGNS = 16
const EVIDENCE: readonly Evidence[] = ['groupes-proches', 'bloc-illisible-sous-libelle']

/** On a carte Vitale, a line that is nothing but groups of figures like those of a NIR: OCR lost some of its signs. */
export function findOnCard(page: PageSigns, found: readonly NirFinding[]): NirFinding[] {
  if (!page.lines.some(l => CARD.test(fold(l.signs.text)))) return []
  return page.lines.flatMap(line => {
    const words = (page.page.lines[line.index]?.words ?? []).filter(w => signsOf(w) !== '')
    const groups = words.map(signsOf)
    if (!groups.every(g => GROUP.test(g)) || !isNearlyPrinted(groups)) return []
    const zone = unionZones(words.map(w => w.zone))
    if (!zone || found.some(f => f.zones.some(z => zonesMeet(z, zone)))) return []
    const zones = [withFirstSign(zone)]
    return [finding({ page: page.page.page, zones, score: scoreOf(EVIDENCE), evidence: EVIDENCE, label: true }, null)]
  })
}

/** A point or a dash is what the background left of a figure. */
const signsOf = ({ text }: Word): string => text.replace(/[^\p{L}\d]/gu, '')

function isNearlyPrinted(groups: readonly string[]): boolean {
  const text = groups.join('')
  if (text.length < FEWEST_SIGNS || text.length > MOST_SIGNS || text.replace(/\D/g, '').length < FEWEST_SIGNS - 2)
    return false
  let row = new Array<number>(PRINTED.length + 1).fill(0)
  for (const { length } of groups) {
    const next = [0]
    for (const [i, wanted] of PRINTED.entries())
      next.push(length === wanted ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0))
    row = next
  }
  return (row.at(-1) ?? 0) >= FEWEST_GROUPS
}

/** The first figure is thin and stands apart: two signs more on the left, one on the right. */
function withFirstSign([x0, y0, x1, y1]: Zone): Zone {
  const sign = (x1 - x0) / 21
  return [Math.max(0, x0 - 3 * sign), y0, Math.min(1, x1 + 1.5 * sign), y1]
}

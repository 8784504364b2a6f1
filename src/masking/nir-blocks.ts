import { unionZones, zonesMeet, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Word } from '../domain/reading.ts'
import { findDates } from '../formats/dates.ts'
import { LOOKALIKE_CLASS, repairDigits } from '../formats/ocr-digits.ts'
import { isSiret } from '../formats/siret.ts'
import { aboveDistance, sameRow } from './nir-around.ts'
import { boxesOf } from './nir-boxes.ts'
import { finding, type NirFinding } from './nir-finding.ts'
import { cellsOf, zoneOfSigns, zonesOfPositions, type PageSigns, type PlacedLabel, type Signs } from './page-signs.ts'
import { scoreOf, type Evidence } from '../formats/nir-evidence.ts'

/** Characters of a number of 13 or 15 of which OCR lost, added or spoiled some. */
const FEWEST = 11
const MOST = 16
/** With fewer characters, the number that was printed is told by its width, in widths of a figure: 13 compact, 15 in groups. */
const FEWEST_IN_PLACE = 8
const PRINTED = { least: 12.3, most: 21 } as const
/** Figures that must have stayed figures. */
const READABLE = 6
/** How far right of its label the number may start, in fractions of the page's width. */
const REACH = 0.35

const NUMBERISH = new RegExp(`^[\\d${LOOKALIKE_CLASS}?~'".\\-/_:;()°<>«»=eECtTaU]+$`)
const EVIDENCE: readonly Evidence[] = ['libelle-fort', 'bloc-illisible-sous-libelle']

/**
 * Numbers that cannot be read under a label that says they are NIR: the whole number is masked. The label alone is not
 * enough: 11 to 16 characters, mostly figures, that are no date, telephone, SIRET, amount or number already masked.
 * @param below look in the next columns and rows too, not only just after the label
 * @param found what was already found on the page: a label that has its number is done
 */
export function findBlocks(page: PageSigns, found: readonly NirFinding[], below: boolean): NirFinding[] {
  const blocks: NirFinding[] = []
  for (const label of page.labels) {
    if (!label.label.block) continue
    const others = [...found, ...blocks]
    const own = others.filter(f => f.zones.some(z => besideOrBelow(label, z)))
    const block = own.length === 0 ? (blockOf(page, label, below) ?? boxesOf(page, label)) : moreBoxes(page, label, own)
    if (!block) continue
    const free = own.length > 0 || !others.some(f => f.zones.some(z => block.zones.some(b => zonesMeet(b, z))))
    if (!free) continue
    const told = { page: page.page.page, zones: block.zones, score: scoreOf(EVIDENCE), evidence: EVIDENCE, label: true }
    blocks.push(finding(told, block.secret))
  }
  return blocks
}

/** The whole row of boxes, when what was found is a part of it that happened to look like a number. */
function moreBoxes(page: PageSigns, label: PlacedLabel, own: readonly NirFinding[]): Block | null {
  if (own.some(f => f.evidence.includes('cle-exacte'))) return null
  const boxes = boxesOf(page, label)
  return boxes?.zones.some(b => own.some(f => f.zones.some(z => zonesMeet(b, z)))) ? boxes : null
}

const besideOrBelow = (label: PlacedLabel, zone: Zone): boolean =>
  (sameRow(label.zone, zone) && zone[0] >= label.zone[2] - 0.01 && zone[0] - label.zone[2] <= REACH) ||
  aboveDistance(label.zone, zone) !== null

interface Block {
  readonly zones: readonly Zone[]
  readonly secret: string | null
}

/** The number right of the label, on its line or in the next column; else below it. */
function blockOf(page: PageSigns, label: PlacedLabel, below: boolean): Block | null {
  const own = label.line.signs
  const right = readBlock(own, label.label.end, true)
  if (right && startOf(right) - label.zone[2] <= REACH) return right
  if (!below) return null
  for (const line of page.lines) {
    if (line === label.line) continue
    for (const cell of cellsOf(line.signs)) {
      if (!besideOrBelow(label, cell.zone)) continue
      const block = readBlock(cell.signs, 0, false)
      if (block) return block
    }
  }
  return null
}

/** Signs read before a group of letters that is still taken for a group of the number. */
const BEFORE_SPOILT = 5

const isSpoiltGroup = (group = '', next = ''): boolean =>
  /^[\p{L}\d€$]{1,3}$/u.test(group) && /^\d{2,3}$/.test(next) && NUMBERISH.test(next)

const startOf = (block: Block): number => unionZones(block.zones)?.[0] ?? 1

/** What stands between a label and its number. */
const FILLER = /^(?:[\s:.°()-]|\(?N[I1l]R\)?)*/

function readBlock(signs: Signs, from: number, afterLabel: boolean): Block | null {
  const filler = afterLabel ? (FILLER.exec(signs.text.slice(from))?.[0].length ?? 0) : 0
  const positions: number[] = []
  let text = ''
  let cells = 0
  const tokens = [...signs.text.slice(from + filler).matchAll(/\S+/g)]
  let spoilt = false
  for (const [i, token] of tokens.entries()) {
    const start = from + filler + token.index
    if (!NUMBERISH.test(token[0]) || /\d,\d/.test(token[0])) {
      // One group of which OCR made letters, between groups that it read.
      spoilt = !spoilt && positions.length >= BEFORE_SPOILT && isSpoiltGroup(tokens[i]?.[0], tokens[i + 1]?.[0])
      if (!spoilt) break
    }
    const gap = signs.text.slice(from + filler, start).slice(-1)
    // One character per box may stand in cells; two groups in cells are two values.
    if (positions.length > 0 && gap === '\t' && token[0].length > 1 && ++cells > 1) break
    // A lone border before the rest is the first figure of a man.
    const signsOfToken = positions.length === 0 && /^[|!\]]$/.test(token[0]) ? /./g : /[\p{L}\d]/gu
    const added = [...token[0].matchAll(signsOfToken)].map(m => start + m.index)
    if (positions.length + added.length > MOST) break
    positions.push(...added)
    text += `${token[0]} `
  }
  const enough = positions.length >= FEWEST || (positions.length >= FEWEST_IN_PLACE && isAsWide(signs, positions))
  if (!enough || !mayBeNir(text)) return null
  const run = repairDigits(positions.map(p => signs.text.charAt(p)).join(''))
  const secret = run && run.digits.length >= 13 ? run.digits.slice(0, 15) : null
  return { zones: withLostSigns(signs, positions), secret }
}

/** Whether what was read spreads over the room of a whole number. */
function isAsWide(signs: Signs, positions: readonly number[]): boolean {
  const words = new Map<Word, number>()
  for (const p of positions) {
    const word = signs.places[p]?.word
    if (word) words.set(word, (words.get(word) ?? 0) + 1)
  }
  const long = [...words].filter(([word, n]) => n >= 4 && n === word.text.length)
  const advance = long.reduce((sum, [word]) => sum + zoneWidth(word.zone), 0) / long.reduce((sum, [, n]) => sum + n, 0)
  const zone = unionZones([...words.keys()].map(w => w.zone))
  const printed = zone ? zoneWidth(zone) / advance : 0
  return printed >= PRINTED.least && printed <= PRINTED.most
}

/** One zone over the signs read, widened on both sides for those that OCR lost, up to the neighbouring words. */
function withLostSigns(signs: Signs, positions: readonly number[]): Zone[] {
  const zone = unionZones(zonesOfPositions(signs, positions))
  if (!zone) return []
  const [x0, y0, x1, y1] = zone
  const lost = Math.max(0, Math.min(2, 15 - positions.length))
  const margin = (lost * (x1 - x0)) / positions.length
  const before = zoneOfSigns(signs, 0, positions[0] as number)
  const after = zoneOfSigns(signs, (positions.at(-1) as number) + 1, signs.text.length)
  const left = before && before[2] <= x0 ? Math.max(before[2] + 0.003, x0 - margin) : Math.max(0, x0 - margin)
  const right = after && after[0] >= x1 ? Math.min(after[0] - 0.003, x1 + margin) : Math.min(1, x1 + margin)
  return [[Math.min(left, x0), y0, Math.max(right, x1), y1]]
}

function mayBeNir(text: string): boolean {
  const figures = text.replace(/\D/g, '')
  const characters = text.replace(/[^\p{L}\d]/gu, '').length
  if (figures.length < READABLE || figures.length * 2 < characters) return false
  if (findDates(text).length > 0 || (characters === figures.length && isSiret(figures))) return false
  // Telephones, and numbers padded with zeros; a border before them may be the figure one.
  return !/^0\d{9}$/.test(figures) && !/^[^\w|!\]]*0/.test(text)
}

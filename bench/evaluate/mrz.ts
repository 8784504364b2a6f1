import type { MrzRead } from '../../src/formats/mrz/mrz-reading.ts'
import { exactFormat } from '../../src/formats/mrz/parse-lines.ts'
import { readMrz } from '../../src/formats/mrz/read-mrz.ts'
import { columns, percent } from '../table.ts'
import { isAccusedByMrz } from './forgeries.ts'
import { JOUR_DEPOT, type Evaluation } from './evaluate-sample.ts'
import { Rate } from './metrics.ts'
import { conditionOf, resolutionOf } from './truth.ts'

/** What the machine readable zones of some samples gave. */
interface MrzRates {
  /** Whole bands read exactly, every character of every line. */
  readonly exact: Rate
  /** Those that no repair touched. */
  readonly untouched: Rate
  /** Bands with every check digit right, no doubtful repair, and yet another text than the one drawn. */
  falseReads: number
  /** Honest bands said to carry a wrong digit, or to disagree with the page. */
  accused: number
  /** Bands found where none was drawn. */
  phantoms: number
}

const rates = (): MrzRates => ({ exact: new Rate(), untouched: new Rate(), falseReads: 0, accused: 0, phantoms: 0 })

/** Prints, per capture condition, format and resolution, how many bands were read exactly, and how many falsely. */
export function printMrz(evaluations: readonly Evaluation[]): void {
  const perCondition = new Map<string, MrzRates>()
  const perFormat = new Map<string, MrzRates>()
  const perDpi = new Map<string, MrzRates>()
  const of = (map: Map<string, MrzRates>, key: string): MrzRates => {
    const known = map.get(key) ?? rates()
    map.set(key, known)
    return known
  }
  for (const evaluation of evaluations) {
    const { sample } = evaluation
    const read = bandsOf(evaluation)
    const drawn = sample.truth.pieces.flatMap(p => (p.lisible === false ? [] : drawnBand(p.champs['mrz'])))
    const condition = of(perCondition, conditionOf(sample.truth))
    const dpi = of(perDpi, resolutionOf(sample.truth, evaluation.pages[0]?.reading.dpi))
    for (const lines of drawn) {
      const same = read.filter(r => r.lines.join('\n') === lines.join('\n'))
      for (const group of [condition, dpi, of(perFormat, exactFormat(lines) ?? 'unknown')]) {
        group.exact.add(Number(same.length > 0))
        group.untouched.add(Number(same.some(r => r.corrections.length === 0)))
      }
    }
    const texts = new Set(drawn.map(lines => lines.join('\n')))
    for (const wrong of read.filter(r => !texts.has(r.lines.join('\n')))) {
      // A licence is drawn on pages whose truth gives no field: its own printed text is the truth.
      if (drawn.length === 0 && printedInTruth(evaluation, wrong)) continue
      const accepted = isAccepted(wrong)
      for (const group of [condition, dpi, of(perFormat, wrong.format)]) {
        if (accepted) group.falseReads++
        if (drawn.length === 0) group.phantoms++
      }
    }
    if (sample.truth.falsification === undefined) condition.accused += Number(isAccusedByMrz(evaluation))
  }
  const table = (title: string, map: Map<string, MrzRates>): void => {
    const rows = [...map].filter(([, r]) => r.exact.total > 0 || r.falseReads + r.phantoms + r.accused > 0)
    const headers = [title, 'bands', 'exact', 'without repair', 'false reads accepted', 'accused', 'phantoms']
    console.log(`\nMRZ ${title}\n`)
    console.log(columns([headers, ...rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(row)]))
  }
  table('per condition', perCondition)
  table('per format', perFormat)
  table('per resolution', perDpi)
}

const row = ([name, r]: [string, MrzRates]): string[] => [
  name,
  String(r.exact.total),
  percent(r.exact.value),
  percent(r.untouched.value),
  String(r.falseReads),
  String(r.accused),
  String(r.phantoms),
]

const drawnBand = (champ: unknown): string[][] => (typeof champ === 'string' ? [champ.split('\n')] : [])

function bandsOf({ pages }: Evaluation): MrzRead[] {
  return pages.flatMap(p => p.reading.mrzBands.map(band => readMrz(band, JOUR_DEPOT))).filter(r => r.status === 'read')
}

/** Taken as true by whoever reads the result: every digit right, and no repair that needs confirming. */
const isAccepted = (read: MrzRead): boolean =>
  read.checks.every(c => c.status !== 'wrong') && read.corrections.every(c => c.reason === 'classe')

const printedInTruth = ({ sample }: Evaluation, { lines }: MrzRead): boolean =>
  lines.every(line => sample.truth.pages.some(p => p.texte.includes(line)))

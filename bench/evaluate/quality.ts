import type { PageQuality } from '../../src/domain/reading.ts'
import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { Rate } from './metrics.ts'
import { conditionOf, type Truth, type TruthPiece } from './truth.ts'

/** A trim that takes less of the words than this takes nothing that matters. */
const TRIMMED = 0.02

const HEADERS = [
  'condition',
  'blank pages',
  'unreadable pages',
  'readable pages',
  'spoilt pieces',
  'cut pieces',
  'usable pieces',
  'partly cut, accepted',
]

type Asked = 'blank' | 'unreadable' | 'readable' | 'spoilt' | 'cut' | 'usable' | 'partly'
type Rates = Record<Asked, Rate>

/**
 * Prints, per capture condition, how often pages were judged blank, unreadable and readable as they are, and pieces
 * unusable (`inexploitable`) or not: spoilt by blur or light, or cut so that what their type needs went. A sheet of which
 * a part is cut off while the fields that its type needs are all left is counted apart: both judgements can be defended.
 */
export function printQuality(evaluations: readonly Evaluation[]): void {
  const all = rates()
  const rows = groupBy(evaluations, e => conditionOf(e.sample.truth)).map(([name, group]) => {
    const own = rates()
    for (const evaluation of group) {
      for (const { asked, right } of judgements(evaluation)) {
        own[asked].add(Number(right))
        all[asked].add(Number(right))
      }
    }
    return row(name, own)
  })
  console.log('\nQuality (judged right / asked)\n')
  console.log(columns([HEADERS, ...rows, row('all', all)]))
  const judged = (['blank', 'spoilt', 'cut'] as const).filter(asked => all[asked].total > 0)
  console.log(`\nJudged right: ${judged.map(asked => `${asked} ${percent(all[asked].value)}`).join(', ')}`)
  const refused = all.usable.total - all.usable.hits
  console.log(`Readable pieces refused: ${refused} of ${all.usable.total} (${percent(refused / all.usable.total)})`)
}

/** One line for each page or piece that was judged wrong. */
export const qualityFaults = (evaluation: Evaluation): string[] =>
  judgements(evaluation).flatMap(({ asked, right, said, where }) =>
    right || asked === 'partly' ? [] : [`${evaluation.sample.truth.fichier} ${where}: ${asked}, judged ${said}`],
  )

interface Judgement {
  readonly asked: Asked
  readonly right: boolean
  readonly said: string
  readonly where: string
}

function judgements(evaluation: Evaluation): Judgement[] {
  const { truth } = evaluation.sample
  return [
    ...evaluation.pages.flatMap(p => judgePage(truth, p.reading.page, p.reading.quality)),
    ...judgePieces(evaluation),
  ]
}

function judgePage(truth: Truth, numero: number, { state }: PageQuality): Judgement[] {
  const page = truth.pages.find(p => p.numero === numero)
  const piece = truth.pieces.find(p => p.pages.includes(numero))
  // Each page of a cut piece can be read, as far as it goes.
  const asked =
    page?.blanche === true ? 'blank' : piece?.lisible === false && !isCut(truth, piece) ? 'unreadable' : 'readable'
  return [{ asked, right: state === asked, said: state, where: `page ${numero}` }]
}

function judgePieces({ sample: { truth }, resultat }: Evaluation): Judgement[] {
  return truth.pieces.map(piece => {
    const given = resultat?.pieces.filter(p => p.pages.some(n => piece.pages.includes(n))) ?? []
    const useless = given.length === 0 || given.some(p => p.indicePertinence === 'inexploitable')
    const asked = askedOf(truth, piece)
    const said =
      given.length === 0 ? 'blank' : given.map(p => `${p.indicePertinence} (${p.motifs.join(' ')})`).join(', ')
    return {
      asked,
      right: useless === (asked === 'spoilt' || asked === 'cut'),
      said,
      where: `pieces p.${piece.pages.join()}`,
    }
  })
}

function askedOf(truth: Truth, piece: TruthPiece): Asked {
  if (piece.lisible === false) return isCut(truth, piece) ? 'cut' : 'spoilt'
  return isCut(truth, piece) && (piece.partManquante ?? 1) > TRIMMED ? 'partly' : 'usable'
}

const isCut = ({ condition }: Truth, { partManquante }: TruthPiece): boolean =>
  partManquante !== undefined || condition === 'cut'

const rates = (): Rates => ({
  blank: new Rate(),
  unreadable: new Rate(),
  readable: new Rate(),
  spoilt: new Rate(),
  cut: new Rate(),
  usable: new Rate(),
  partly: new Rate(),
})

const row = (name: string, of: Rates): string[] => [
  name,
  ...Object.values(of).map(({ hits, total }) => (total === 0 ? '-' : `${hits}/${total}`)),
]

import { columns, median, percent } from '../table.ts'
import type { Evaluation, PageEvaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { conditionOf, resolutionOf, type TruthPage } from './truth.ts'

const HEADERS = ['symbols', 'drawn', 'decoded', 'false reads', 'missed in']

/** One drawn symbol. */
interface Symbol {
  readonly condition: string
  readonly kind: string
  /** Version and type of document, as its header says: `04, type 28`. */
  readonly format: string
  readonly resolution: string
  readonly decoded: boolean
  readonly fichier: string
}

/** Prints, per capture condition, format, size of module and resolution, how many drawn 2D-Doc were decoded to the byte, and false reads. */
export function printTwoDDocs(evaluations: readonly Evaluation[]): void {
  const pages = evaluations.flatMap(({ sample, pages }) =>
    pages.flatMap(page => {
      const truth = sample.truth.pages.find(p => p.numero === page.reading.page)
      const readable = !sample.truth.pieces.some(p => p.lisible === false && p.pages.includes(page.reading.page))
      return truth && readable && noted(truth) ? [{ page, truth, sample }] : []
    }),
  )
  const symbols = pages.flatMap(({ page, truth, sample }) =>
    drawn(truth).map((code): Symbol => ({
      condition: conditionOf(sample.truth),
      kind: `module ${code.moduleMm} mm`,
      format: `version ${code.contenu.slice(2, 4)}, type ${code.contenu.slice(20, 22)}`,
      resolution: resolutionOf(sample.truth, page.reading.dpi),
      decoded: datamatrices(page).some(b => b.content === code.contenu),
      fichier: sample.truth.fichier,
    })),
  )
  const falseReads = (of: string | null): number =>
    pages
      .filter(({ sample }) => of === null || conditionOf(sample.truth) === of)
      .flatMap(({ page, truth }) =>
        datamatrices(page).filter(b => !drawn(truth).some(code => code.contenu === b.content)),
      ).length
  const row = (name: string, group: readonly Symbol[], wrong: string): string[] => {
    const decoded = group.filter(s => s.decoded).length
    const missed = group.filter(s => !s.decoded).map(s => s.fichier)
    return [
      name,
      String(group.length),
      `${decoded} (${percent(decoded / group.length)})`,
      wrong,
      missed.slice(0, 3).join(', ') + (missed.length > 3 ? `, and ${missed.length - 3} more` : ''),
    ]
  }
  console.log('\n2D-Doc (decoded: every byte is right; false reads: a code that is not drawn on the page)\n')
  const conditions = groupBy(symbols, s => s.condition)
  console.log(
    columns([
      HEADERS,
      ...conditions.map(([name, group]) => row(name, group, String(falseReads(name)))),
      ...groupBy(symbols, s => s.format).map(([name, group]) => row(name, group, '')),
      ...groupBy(symbols, s => s.kind).map(([name, group]) => row(name, group, '')),
      ...groupBy(symbols, s => s.resolution).map(([name, group]) => row(name, group, '')),
      row('all', symbols, String(falseReads(null))),
    ]),
  )
  const idle = evaluations.filter(
    ({ sample, pages }) => pages.length > 0 && sample.truth.pages.every(p => p.codesZones.length === 0),
  )
  const times = idle.map(({ cpu, pages }) => (cpu.codes ?? 0) / pages.length)
  console.log(
    `\nFiles without a code: ${idle.length}, median ${median(times).toFixed(0)} ms of CPU a page to look for one`,
  )
}

const datamatrices = ({ reading }: PageEvaluation): PageEvaluation['reading']['barcodes'] =>
  reading.barcodes.filter(b => b.format === 'datamatrix')

const drawn = ({ codes = [] }: TruthPage): NonNullable<TruthPage['codes']> =>
  codes.filter(c => c.format === 'datamatrix')

/** Samples drawn before the content was noted say nothing. */
const noted = (truth: TruthPage): boolean => (truth.codes?.length ?? 0) === truth.codesZones.length

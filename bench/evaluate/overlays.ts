import { distance } from 'fastest-levenshtein'
import { legendsIn } from '../../src/formats/legends.ts'
import { foldWords } from '../../src/formats/text.ts'
import { columns, percent } from '../table.ts'
import type { Evaluation, PageEvaluation } from './evaluate-sample.ts'
import { groupBy } from './group-by.ts'
import { Rate } from './metrics.ts'
import { conditionOf, type Truth } from './truth.ts'

/** A wording that differs by less than this part of its letters is the same. */
const SAME_WORDING = 0.1
/** Condition whose pages tell what could have been read without a legend. */
const UNMARKED = 'scan-150-grey'

interface Page {
  readonly truth: Truth
  readonly page: Truth['pages'][number]
  readonly evaluation: PageEvaluation
  readonly alarm: boolean
}

/**
 * Prints, per condition, what the legends laid over pages cost the reading, whether they were read, how many were seen
 * where there is none, and how many pages stand in a piece that the check `filigrane` calls an anomaly.
 */
export function printOverlays(evaluations: readonly Evaluation[]): void {
  const pages = evaluations.flatMap(pagesOf)
  const unmarked = new Map(pages.filter(p => p.truth.condition === UNMARKED).map(p => [nameOf(p), p]))
  const rows = groupBy(pages, p => conditionOf(p.truth)).map(([name, group]) => row(name, group, unmarked))
  console.log(`\nLegends over pages ("without": words of the same pages in ${UNMARKED})\n`)
  console.log(columns([HEADERS, ...rows]))
}

/** One line for each legend not understood, and each seen where there is none. */
export const overlayFaults = (evaluation: Evaluation): string[] =>
  pagesOf(evaluation).flatMap(({ page, evaluation: { reading }, truth }) => {
    const read = (reading.overlays ?? []).map(o => `${o.texte} (${o.confidence.toFixed(2)})`).join(' | ')
    const at = `${truth.fichier} page ${page.numero}`
    if (page.filigrane)
      return meansTheSame(page, reading) ? [] : [`${at}: legend ${page.filigrane.texte}, read ${read}`]
    return read === '' || !tellsLegends(truth) ? [] : [`${at}: no legend, read ${read}`]
  })

const HEADERS = ['condition', 'pages', 'words', 'without', 'marked', 'seen', 'meaning', 'wording', 'false', 'anomalies']

function row(name: string, group: readonly Page[], unmarked: ReadonlyMap<string, Page>): string[] {
  const [words, without, seen, meaning, wording] = [new Rate(), new Rate(), new Rate(), new Rate(), new Rate()]
  let [invented, alarms, marked] = [0, 0, 0]
  for (const p of group) {
    const { reading, words: recall } = p.evaluation
    words.add(recall.found, recall.total)
    const bare = unmarked.get(nameOf(p))
    if (bare) without.add(bare.evaluation.words.found, bare.evaluation.words.total)
    const overlays = reading.overlays ?? []
    alarms += Number(p.alarm)
    if (p.page.filigrane) {
      marked++
      seen.add(Number(overlays.length > 0))
      meaning.add(Number(meansTheSame(p.page, reading)))
      wording.add(Number(overlays.some(o => sameWording(o.texte, p.page.filigrane?.texte ?? ''))))
    } else if (tellsLegends(p.truth)) invented += Number(overlays.length > 0)
  }
  const cells = [words, without].map(r => percent(r.value))
  const read = [seen, meaning, wording].map(r => percent(r.value))
  return [name, String(group.length), ...cells, String(marked), ...read, String(invented), String(alarms)]
}

const nameOf = ({ truth, page }: Page): string => `${truth.template} ${truth.seed} ${page.numero}`

function pagesOf({ sample: { truth }, pages, resultat }: Evaluation): Page[] {
  return pages.flatMap(evaluation => {
    const page = truth.pages.find(p => p.numero === evaluation.reading.page)
    const piece = resultat?.pieces.find(p => page && p.pages.includes(page.numero))
    const check = piece?.controles.find(c => c.code === 'filigrane')
    return page ? [{ truth, page, evaluation, alarm: check?.statut === 'anomalie' }] : []
  })
}

/** Samples drawn before the truth told legends have some that it does not name. */
const tellsLegends = ({ condition, pages }: Truth): boolean =>
  !condition.includes('watermark') || pages.some(p => p.filigrane)

function meansTheSame({ filigrane }: Page['page'], { overlays = [] }: PageEvaluation['reading']): boolean {
  const found = overlays.flatMap(o => legendsIn(o.texte))
  return found.some(l => l.meaning === filigrane?.sens)
}

/** The same letters, from whatever word of a repeated legend they begin. */
function sameWording(read: string, drawn: string): boolean {
  const [a, b] = [foldWords(read), foldWords(drawn)]
  const words = a.split(' ')
  return words.some((_, i) => {
    const from = [...words.slice(i), ...words.slice(0, i)].join(' ')
    return distance(from, b) <= SAME_WORDING * b.length
  })
}

import { columns, percent } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'
import { Rate } from './metrics.ts'
import { groupBy } from './group-by.ts'
import { printForgeries } from './forgeries.ts'
import { printMrz } from './mrz.ts'
import { nirFaults, printNirs } from './nir.ts'
import { overlayFaults, printOverlays } from './overlays.ts'
import { pageFaults, printPages } from './pages.ts'
import { printQuality, qualityFaults } from './quality.ts'
import { printSplitting } from './splitting.ts'
import { printTwoDDocs } from './two-d-doc.ts'
import { conditionOf } from './truth.ts'
import { printTypes } from './types.ts'
import { printValidity } from './validity.ts'

/** Prints what was measured, per capture condition and per type. */
export function printReport(
  evaluations: readonly Evaluation[],
  peaks: ReadonlyMap<string, number>,
  options: { readonly details: boolean },
): void {
  printPages(evaluations, peaks)
  console.log('\nPer capture condition\n')
  console.log(columns([CONDITION_HEADERS, ...groupBy(evaluations, e => conditionOf(e.sample.truth)).map(conditionRow)]))
  console.log('\nPer type\n')
  const comparisons = evaluations.flatMap(e => e.comparisons)
  console.log(columns([TYPE_HEADERS, ...groupBy(comparisons, c => c.expected.type).map(typeRow)]))
  printTypes(evaluations)
  printValidity(evaluations)
  printSplitting(evaluations)
  printMrz(evaluations)
  printForgeries(evaluations)
  printNirs(evaluations)
  printOverlays(evaluations)
  printQuality(evaluations)
  printTwoDDocs(evaluations)
  if (options.details) printDetails(evaluations)
}

const CONDITION_HEADERS = [
  'condition',
  'pages',
  'words',
  'numbers',
  'type',
  'validity',
  'fields',
  'split',
  'NIR',
  'masked',
]
const TYPE_HEADERS = ['type', 'pieces', 'type right', 'validity', 'fields', 'NIR', 'called instead']

function conditionRow([condition, group]: [string, readonly Evaluation[]]): string[] {
  const [words, numbers, type, validity, fields, split, nir, masked] = Array.from({ length: 8 }, () => new Rate()) as [
    Rate,
    Rate,
    Rate,
    Rate,
    Rate,
    Rate,
    Rate,
    Rate,
  ]
  let pages = 0
  for (const evaluation of group) {
    for (const page of evaluation.pages) {
      pages++
      words.add(page.words.found, page.words.total)
      numbers.add(...page.words.numbers)
    }
    for (const c of evaluation.comparisons) {
      type.add(Number(c.sameType))
      validity.add(Number(c.sameValidity))
      fields.add(c.fieldsRight, c.fieldsTotal)
      nir.add(c.nirFound, c.nirTotal)
      masked.add(Number(c.neutralise))
    }
    split.add(evaluation.splitting.right, evaluation.splitting.expected)
  }
  return [
    condition,
    String(pages),
    ...[words, numbers, type, validity, fields, split, nir, masked].map(r => percent(r.value)),
  ]
}

function typeRow([type, group]: [string, readonly Evaluation['comparisons'][number][]]): string[] {
  const right = new Rate()
  const validity = new Rate()
  const fields = new Rate()
  const nir = new Rate()
  const confused = new Map<string, number>()
  for (const c of group) {
    right.add(Number(c.sameType))
    validity.add(Number(c.sameValidity))
    fields.add(c.fieldsRight, c.fieldsTotal)
    nir.add(c.nirFound, c.nirTotal)
    if (!c.sameType) confused.set(c.type ?? 'other pages', (confused.get(c.type ?? 'other pages') ?? 0) + 1)
  }
  return [
    type,
    String(group.length),
    percent(right.value),
    percent(validity.value),
    percent(fields.value),
    percent(nir.value),
    [...confused].map(([t, n]) => `${t} ${n}`).join(', '),
  ]
}

function printDetails(evaluations: readonly Evaluation[]): void {
  console.log('\nWhat was wrong\n')
  for (const evaluation of evaluations) {
    const { sample, comparisons, resultat } = evaluation
    const faults = [pageFaults, overlayFaults, qualityFaults, nirFaults].flatMap(faultsOf => faultsOf(evaluation))
    for (const fault of faults) console.log(fault)
    for (const c of comparisons) {
      const wrong = [
        ...(c.sameType ? [] : [`type ${c.type ?? 'other pages'} for ${c.expected.type}`]),
        ...(c.sameValidity ? [] : [`validity, expected ${c.expected.dateFinValidite ?? 'none'}`]),
        ...(c.nirFound === c.nirTotal ? [] : [`NIR ${c.nirFound}/${c.nirTotal}`]),
        ...(c.neutralise ? [] : ['masking not proven']),
        ...c.wrongFields.map(
          name =>
            `${name}, expected ${String(c.expected.champs[name])}, read ${String(readField(resultat, c.expected.pages, name))}`,
        ),
      ]
      if (wrong.length > 0) console.log(`${sample.truth.fichier} p.${c.expected.pages.join()}: ${wrong.join('; ')}`)
    }
  }
}

const readField = (resultat: Evaluation['resultat'], pages: readonly number[], name: string): unknown =>
  resultat?.pieces.find(p => p.pages.join() === pages.join())?.champs[name]?.valeur ?? 'nothing'

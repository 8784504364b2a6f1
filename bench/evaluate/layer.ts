import { columns } from '../table.ts'
import type { Evaluation } from './evaluate-sample.ts'

const KINDS = ['autre', 'texte-seul', 'pixels-seuls'] as const

/** Prints where the text of honest PDF pages was held to say other than their pixels: every `autre` is a false one. */
export function printLayerDisagreements(evaluations: readonly Evaluation[]): void {
  const rows = evaluations.flatMap(({ sample, pages }) =>
    pages.flatMap(({ reading }) => {
      const found = reading.layerDisagreements ?? []
      if (found.length === 0) return []
      const counts = KINDS.map(kind => String(found.filter(d => d.kind === kind).length))
      return [[sample.truth.fichier, String(reading.page), ...counts]]
    }),
  )
  const compared = evaluations.flatMap(e => e.pages).filter(p => p.reading.layerDisagreements).length
  console.log(`\nText against pixels: ${compared} pages compared, ${rows.length} with differences\n`)
  if (rows.length > 0) console.log(columns([['file', 'page', ...KINDS], ...rows]))
}

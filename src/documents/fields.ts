import { roundZone } from '../domain/geometry.ts'
import type { Champ, Champs, ValeurChamp } from '../domain/champs.ts'
import type { Span } from './piece-text.ts'

/** A field read at a span. Its confidence is that of its least sure word, times `factor` when the reading was indirect. */
export function field(span: Span, valeur: ValeurChamp, factor = 1): Champ {
  return {
    valeur,
    confiance: Math.round(Math.min(1, span.confidence * factor) * 100) / 100,
    page: span.page,
    zone: roundZone(span.zone),
    source: span.source,
  }
}

/** A field that was derived from others, not read. */
export const computed = (valeur: ValeurChamp, confiance: number): Champ => ({
  valeur,
  confiance,
  page: null,
  zone: null,
  source: 'calcul',
})

/** The fields that were read, without the absent ones. */
export function champs(read: Readonly<Record<string, Champ | null | undefined>>): Champs {
  const out: Record<string, Champ> = {}
  for (const [name, value] of Object.entries(read)) if (value) out[name] = value
  return out
}

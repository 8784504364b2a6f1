import type { CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { gatherPreuves } from './preuves.ts'

/** One thing that a check compared, and what came of it. */
export interface Point {
  /** `bien`: as expected. A strong sign accuses alone, weak ones only together. */
  readonly signe: 'bien' | 'faible' | 'fort'
  /** What the sign stands on was surely read: else it is a doubt, never a suspicion. */
  readonly sure: boolean
  /** French, with the values compared. */
  readonly phrase: string
  readonly preuves: NonEmpty<Preuve>
}

interface Sentences {
  /** Opens the motif of an anomaly: "Ce bulletin n'est pas vraisemblable." */
  readonly anomalie: string
  /** Closes it: what the person asks for. */
  readonly demande: string
  /** When nothing could be compared. */
  readonly rien: string
}

/**
 * Weighs what a check compared: a strong sign surely read, or two weak ones, are an anomaly; a strong sign that may be a
 * misreading sends a person to the page; one weak sign is said and accuses nobody.
 */
export function weigh(points: readonly Point[], { anomalie, demande, rien }: Sentences): CheckResult {
  const [first, ...others] = points
  if (!first) return { statut: 'non-realise', motif: rien }
  const odd = points.filter(p => p.signe !== 'bien')
  const [worst, ...sure] = odd.filter(p => p.sure)
  if (worst && (sure.length > 0 || worst.signe === 'fort')) {
    return {
      statut: 'anomalie',
      motif: `${anomalie} ${say([worst, ...sure])} ${demande}`,
      preuves: gatherPreuves(worst, sure),
    }
  }
  const preuves = gatherPreuves(first, others)
  if (odd.some(p => p.signe === 'fort')) {
    return {
      statut: 'non-realise',
      motif: `${say(odd)} La lecture est incertaine : vérifiez sur la page.`,
      preuves,
    }
  }
  if (odd.length > 0) {
    return {
      statut: 'conforme',
      motif: `Un point est inhabituel, sans suffire à douter du document. ${say(odd)}`,
      preuves,
    }
  }
  const n = points.length > 1 ? 's' : ''
  return {
    statut: 'conforme',
    motif: `Rien d'anormal : ${String(points.length)} comparaison${n} faite${n}. ${say(points)}`,
    preuves,
  }
}

const say = (points: readonly Point[]): string => points.map(p => p.phrase).join(' ')

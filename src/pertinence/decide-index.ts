import type { Finding } from '../domain/check.ts'
import type { IndicePertinence } from '../domain/indice-pertinence.ts'
import { frenchDate } from '../formats/dates.ts'

/**
 * What decides the pertinence index of one piece.
 *
 * Order of the result contract, the first that holds wins:
 *
 *     a check found an anomaly ............................ suspicion-de-fraude
 *     the page cannot be read ............................. inexploitable
 *     readable, not listed by the regulation .............. hors-perimetre-reglementaire
 *     end of validity before the day of deposit ........... obsolete
 *     a check could not run, or a NIR may be left ......... non-verifie
 *     otherwise ........................................... perimetre-reglementaire
 */
export interface IndexFacts {
  /** Why the piece cannot be read, in French; `null` when it can. */
  readonly illisible: string | null
  /** Why the piece is outside the regulated list, in French; `null` when it is inside. */
  readonly horsPerimetre: string | null
  readonly validite: {
    /** ISO date or `null`. */
    readonly dateFinValidite: string | null
    /** A doubt that must benefit the applicant: never obsolete. */
    readonly neJamaisObsolete: boolean
  }
  /** Deposit day, Europe/Paris, ISO date. */
  readonly jourDepot: string
  readonly constats: readonly Finding[]
  /** Why the masking could not be proven, in French; `null` when it was, or when nothing was to be masked. */
  readonly masquage: string | null
}

export interface IndexDecision {
  readonly indicePertinence: IndicePertinence
  /** French sentences an instructeur can act on, most severe first; empty only for `perimetre-reglementaire`. */
  readonly motifs: readonly string[]
}

/** The pertinence index and its reasons. Pure; ISO dates compare as text. */
export function decideIndex(facts: IndexFacts): IndexDecision {
  const { dateFinValidite, neJamaisObsolete } = facts.validite
  const perimee = dateFinValidite !== null && dateFinValidite < facts.jourDepot && !neJamaisObsolete
  const anomalies = motifsOf(facts.constats, 'anomalie')
  const nonRealises = motifsOf(facts.constats, 'non-realise')
  const reasons: readonly (readonly [IndicePertinence, readonly string[]])[] = [
    ['suspicion-de-fraude', anomalies],
    ['inexploitable', facts.illisible === null ? [] : [facts.illisible]],
    ['hors-perimetre-reglementaire', facts.horsPerimetre === null ? [] : [facts.horsPerimetre]],
    ['obsolete', perimee ? [`Fin de validité dépassée : ${frenchDate(dateFinValidite)}.`] : []],
    ['non-verifie', [...(facts.masquage === null ? [] : [facts.masquage]), ...nonRealises]],
  ]
  const [first] = reasons.filter(([, motifs]) => motifs.length > 0)
  return {
    indicePertinence: first ? first[0] : 'perimetre-reglementaire',
    motifs: [...new Set(reasons.flatMap(([, motifs]) => motifs))],
  }
}

const motifsOf = (constats: readonly Finding[], statut: Finding['statut']): string[] =>
  constats.filter(c => c.statut === statut).map(c => c.motif)

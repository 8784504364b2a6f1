import type { PageReading } from '../domain/reading.ts'
import { cuePlaces, type Place } from './cue-places.ts'
import type { Cue, Nature } from './kind.ts'

/** A cue found on a piece, with what it weighs there. */
export interface CueFound {
  readonly cue: Cue
  readonly page: number
  readonly weight: number
  /** The words stand alone near the top of the page, as a title does. */
  readonly title: boolean
}

export interface CueScore {
  readonly score: number
  /** From the heaviest to the lightest. */
  readonly found: readonly CueFound[]
}

/** Each further cue of a kind says less than the one before: words of one document come together. */
const FURTHER_CUE = 0.72
/** On a later page a title is often that of an annex or a chapter, and speaks neither for nor against much. */
const LATER_PAGE = { mention: 0.75, title: 0.4, veto: 0.1 } as const
/** A misread letter costs some trust, never more than the floor. */
const PER_EDIT = 0.06
const EDITED_FLOOR = 0.6

/** Finds cues on the pages of one piece and weighs them by the way they stand there. */
export class CueReader {
  readonly #pages: readonly PageReading[]

  constructor(pages: readonly PageReading[]) {
    this.#pages = pages
  }

  /** Score of a group of cues: the heaviest in full, each further one less, vetoes in full. */
  score(cues: readonly Cue[]): CueScore {
    const found = cues.flatMap(cue => this.#weigh(cue) ?? []).sort((a, b) => b.weight - a.weight)
    let factor = 1
    let score = 0
    for (const { weight } of found) {
      score += weight > 0 ? weight * factor : weight
      if (weight > 0) factor *= FURTHER_CUE
    }
    return { score, found }
  }

  /** The nature whose cues, with the common ones, score highest; `null` when no nature has a positive cue of its own. */
  bestNature(natures: readonly Nature[], common: readonly Cue[] = []): { nature: Nature; result: CueScore } | null {
    let best: { nature: Nature; result: CueScore } | null = null
    for (const nature of natures) {
      if (this.score(nature.cues).score <= 0) continue
      const result = this.score([...common, ...nature.cues])
      if (best === null || result.score > best.result.score) best = { nature, result }
    }
    return best
  }

  #weigh(cue: Cue): CueFound | null {
    let best: CueFound | null = null
    for (const [rank, page] of this.#pages.entries()) {
      for (const place of cuePlaces(page, cue.words)) {
        const trust = Math.max(EDITED_FLOOR, 1 - PER_EDIT * place.edits)
        const weight = cue.weight * prominence(cue, place) * (rank === 0 ? 1 : laterPage(cue)) * trust
        if (weight === 0) continue
        if (best === null || Math.abs(weight) > Math.abs(best.weight))
          best = { cue, page: page.page, weight, title: isTitle(place) }
      }
    }
    return best
  }
}

function laterPage(cue: Cue): number {
  if (cue.weight < 0) return LATER_PAGE.veto
  return cue.where === 'head' ? LATER_PAGE.title : LATER_PAGE.mention
}

const isTitle = ({ inHead, coverage, relativeHeight }: Place): boolean =>
  inHead && (coverage >= 0.45 || (coverage >= 0.2 && relativeHeight >= 1.35))

/**
 * How much of its weight a cue keeps by the way its words stand. Cues that may stand anywhere keep all of it; the title of
 * another document speaks against only when it stands as a title, since every document mentions others.
 */
function prominence(cue: Cue, { inHead, coverage, inSentence, relativeHeight }: Place): number {
  if (cue.where !== 'head') return 1
  const veto = cue.weight < 0
  if (!inHead) {
    if (coverage >= 0.45) return veto ? 0.3 : 0.5
    return veto ? 0 : 0.15
  }
  if (coverage >= 0.45) return relativeHeight >= 1.25 ? 1.25 : 1.15
  if (inSentence) return veto ? 0.15 : 0.3
  return coverage >= 0.2 ? 0.9 : 0.4
}

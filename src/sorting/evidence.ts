import { CueReader, type CueFound } from '../documents/cue-score.ts'
import type { DocumentKind } from '../documents/kind.ts'
import { codesOnPage } from '../documents/machine-codes.ts'
import type { PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { textsOf, typeFeatures } from './type-features.ts'
import type { TypeModel } from './type-model.ts'

/** What one source says for one type. Scores of several sources add up. */
export interface Vote {
  readonly type: TypePiece
  /** On the scale of cues: a clear title is about 8, a veto negative. */
  readonly score: number
  /** A title of the type stands in the head of one of the pages. */
  readonly titled: boolean
  /** French, strongest first; words of our own tables only, never words of the page. */
  readonly evidence: readonly string[]
}

/**
 * Something that knows how to tell types: cues, machine readable codes, the trained model. It sees the pages of one
 * piece in order.
 */
export type EvidenceSource = (pages: readonly PageReading[]) => readonly Vote[]

/** Words of each kind, weighed by the way they stand. Of a kind that gathers natures, the best nature counts. */
export const cueSource =
  (kinds: readonly DocumentKind[]): EvidenceSource =>
  pages => {
    const reader = new CueReader(pages)
    return kinds.flatMap(kind => {
      const plain = reader.score(kind.cues)
      const nature = kind.natures ? reader.bestNature(kind.natures, kind.cues) : null
      const { score, found } = nature && nature.result.score > plain.score ? nature.result : plain
      if (found.length === 0) return []
      const positive = found.filter(f => f.weight > 0)
      return [
        { type: kind.type, score, titled: positive.some(f => f.title && f.weight >= 4), evidence: said(positive) },
      ]
    })
  }

const said = (found: readonly CueFound[]): string[] =>
  found.slice(0, 4).map(f => `${f.title ? 'titre' : 'mention'} « ${f.cue.words} »`)

/** Barcodes and MRZ bands: made for one kind of document. */
export const codeSource: EvidenceSource = pages => {
  const best = new Map<TypePiece, Vote>()
  for (const page of pages) {
    for (const code of codesOnPage(page)) {
      if ((best.get(code.type)?.score ?? 0) >= code.weight) continue
      best.set(code.type, { type: code.type, score: code.weight, titled: false, evidence: [code.label] })
    }
  }
  return [...best.values()]
}

/** What the trained model thinks of the words, beside the cues: it knows wordings that no table lists. */
export const modelSource =
  (model: TypeModel): EvidenceSource =>
  pages => {
    const seen = typeFeatures(pages.map(textsOf))
    if (seen.size < FEW_FEATURES) return []
    const opinions = model.opinions(seen)
    const outside = opinions.find(o => o.type === 'hors-perimetre')?.logProbability ?? 0
    return opinions.flatMap(({ type, logProbability }, rank) => {
      if (type === 'hors-perimetre') return []
      const score = Math.max(-MODEL_TAKES, Math.min(MODEL_ADDS, MODEL_TRUST * (logProbability - outside)))
      const words = rank === 0 && score > 0 ? model.words(seen, type, WORDS_QUOTED) : []
      const evidence = words.length > 0 ? [`vocabulaire « ${words.join(' », « ')} »`] : []
      return [{ type, score, titled: false, evidence }]
    })
  }

/** Fewer features are a word or two, which any document may carry. */
const FEW_FEATURES = 12
/** On the scale of cues: what a difference of one in log-probability weighs, and the most that the model may add or take. */
const MODEL_TRUST = 2.2
const MODEL_ADDS = 6.5
const MODEL_TAKES = 8
const WORDS_QUOTED = 3

import { CueReader } from '../cue-score.ts'
import type { Nature } from '../kind.ts'
import { codesOnPage } from '../machine-codes.ts'
import type { PieceText } from '../piece-text.ts'

/** The nature of a document that a type gathers with others, and how sure it is (0..1); `null` when none is known. */
export function readNature<T extends Nature>(
  text: PieceText,
  natures: readonly T[],
): { nature: T; confiance: number } | null {
  for (const code of text.pages.flatMap(codesOnPage)) {
    const nature = natures.find(n => n.code === code.nature)
    if (nature) return { nature, confiance: 0.98 }
  }
  const reader = new CueReader(text.pages)
  const ranked = natures
    .map(nature => ({ nature, score: reader.score(nature.cues).score }))
    .filter(r => r.score > 0)
    .sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  if (!best || best.score < MINIMUM) return null
  // The gap to the next nature and the strength of the words alone both bound the trust.
  const confiance = Math.min(0.95, best.score / 10, 0.5 + (best.score - (next?.score ?? 0)) / 8)
  return { nature: best.nature, confiance: Math.round(confiance * 100) / 100 }
}

/** Less than one good title: the words are only mentions. */
const MINIMUM = 3.5

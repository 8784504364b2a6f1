import type { Raster } from '../domain/raster.ts'
import type { Orientation } from '../domain/reading.ts'
import { crop, greyOf } from '../page/grey.ts'
import { guessOrientation, type Pose } from '../page/orientation.ts'
import { textBand } from '../page/text-band.ts'
import { straighten, turn } from '../page/transform.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPicture } from './ocr-picture.ts'
import { readingScore } from './reading-score.ts'

/** A page made upright, and why this way. */
export interface Upright {
  readonly raster: Raster
  /** One channel, same size. */
  readonly grey: Raster
  readonly orientation: Orientation
}

/** One way up is believed when it reads this many times better than the others, and reads at all. */
const CLEARLY_BETTER = 1.5
const READS = 25
/** Text upside down never reads this well: no need to look at it the other way. */
const READS_WELL = 80

/**
 * Makes a picture upright. The ink tells most pages; a page of doubt is asked by reading one band of it each way.
 * @param rejected a way up that was read in full and made no sense: the others are compared
 */
export async function findUpright(picture: Raster, engine: OcrEngine, rejected?: Orientation): Promise<Upright> {
  const guess = guessOrientation(greyOf(picture))
  const [first] = guess.poses
  if (guess.sure && !rejected) return pose(picture, first, "lignes et sens de l'écriture nets")
  if (guess.bare) return pose(picture, { turns: 0, skew: 0 }, 'page sans écriture')

  const tried = new Set<number>()
  const trials: { upright: Upright; score: number }[] = []
  const all: Pose[] = [...guess.poses, ...([0, 1, 2, 3] as const).map(turns => ({ turns, skew: 0 }))]
  for (const candidate of all) {
    if (tried.has(candidate.turns)) continue
    // Without doubt about the axis, the other two ways are tried only when these two make no sense.
    if (tried.size >= guess.poses.length && trials.some(t => t.score >= READS)) break
    tried.add(candidate.turns)
    const upright = await pose(picture, candidate, "sens confirmé par la lecture d'une bande")
    trials.push({ upright, score: await bandScore(upright.grey, engine) })
    if (isDecided(trials, guess.poses.length)) break
  }
  trials.sort((a, b) => b.score - a.score)
  const [best] = trials
  if (best && best.score >= READS) return best.upright
  return pose(picture, first, 'sens supposé : aucune bande lisible')
}

/** Enough ways were read and one clearly wins. */
function isDecided(trials: readonly { score: number }[], doubtful: number): boolean {
  const [best = 0, second = 0] = trials.map(t => t.score).sort((a, b) => b - a)
  if (trials.length < doubtful) return best >= READS_WELL
  return best >= READS && best >= CLEARLY_BETTER * second
}

async function pose(picture: Raster, { turns, skew }: Pose, reason: string): Promise<Upright> {
  const raster = await straighten(await turn(picture, turns), skew)
  return { raster, grey: greyOf(raster), orientation: { quarterTurns: turns, skew, reason } }
}

async function bandScore(grey: Raster, engine: OcrEngine): Promise<number> {
  return readingScore(engine.recognise(await ocrPicture(crop(grey, textBand(grey))), {}))
}

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
/** Heights of the band, in parts of the page: enough on a page of text, then on a card or a page with a few words. */
const BAND = 0.08
const WIDE_BAND = 0.35

/**
 * Makes a picture upright. The ink tells most pages; a page of doubt is asked by reading one band of it each way.
 * @param rejected a way up that was read in full and made no sense: the others are compared
 */
export async function findUpright(picture: Raster, engine: OcrEngine, rejected?: Orientation): Promise<Upright> {
  const guess = guessOrientation(greyOf(picture))
  const [first] = guess.poses
  if (guess.sure && !rejected) return pose(picture, first, "lignes et sens de l'écriture nets")
  if (guess.bare) return pose(picture, { turns: 0, skew: 0 }, 'page sans écriture')

  // Without doubt about the axis, the other two ways are looked at only when these two make no sense.
  const likely = guess.poses
  const unlikely = ([0, 1, 2, 3] as const)
    .filter(t => !likely.some(p => p.turns === t))
    .map(turns => ({ turns, skew: 0 }))
  for (const [poses, share] of [
    [likely, BAND],
    [likely, WIDE_BAND],
    [[...likely, ...unlikely], WIDE_BAND],
  ] as const) {
    const best = await bestByBand(picture, poses, share, engine)
    if (best) return best
  }
  return pose(picture, first, 'sens supposé : aucune bande lisible')
}

/** The way up whose band reads clearly best; `null` when none reads. */
async function bestByBand(
  picture: Raster,
  poses: readonly Pose[],
  share: number,
  engine: OcrEngine,
): Promise<Upright | null> {
  const trials: { upright: Upright; score: number }[] = []
  for (const candidate of poses) {
    const upright = await pose(picture, candidate, "sens confirmé par la lecture d'une bande")
    const band = await ocrPicture(crop(upright.grey, textBand(upright.grey, share)))
    const score = readingScore(engine.recognise(band, {}))
    if (score >= READS_WELL) return upright
    trials.push({ upright, score })
  }
  const [best, second] = trials.sort((a, b) => b.score - a.score)
  const clear = best && best.score >= READS && best.score >= CLEARLY_BETTER * (second?.score ?? 0)
  return clear ? best.upright : null
}

async function pose(picture: Raster, { turns, skew }: Pose, reason: string): Promise<Upright> {
  const raster = await straighten(await turn(picture, turns), skew)
  return { raster, grey: greyOf(raster), orientation: { quarterTurns: turns, skew, reason } }
}

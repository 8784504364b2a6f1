import { turnZone, zoneHeight, zonesMeet, zoneWidth, zoneWithin, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Word } from '../domain/reading.ts'
import type { SourcePage } from '../domain/source-page.ts'
import { crop } from '../page/grey.ts'
import type { QuarterTurns } from '../page/orientation.ts'
import { textSaysWhatIsSeen } from './layer-sample.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPicture } from './ocr-picture.ts'
import { meanConfidence } from './reading-score.ts'
import { standTurnedWords } from './turned-words.ts'
import { areaOf, unwordedInk } from './unworded-ink.ts'

/** Pictures of a PDF page smaller than this part of the page are looked at as its other ink. */
const MIN_PICTURE = 0.04
/** A page that pictures cover so far is a scan: what little text it has of its own was stamped on it. */
const SCANNED = 0.8
const SURE = 0.5
/** Writing found outside the text is often a logo or a signature: kept when it reads well as a whole. */
const WELL_READ = 0.8
/** Bound for pages made to exhaust; honest ones have none to seven. */
const MAX_LINES = 30
/** A pixel word with so much of its zone under words of the text was given by them. */
const SAME_PLACE = 0.3

/**
 * What a PDF page says: its own words, and what is drawn on it without being said (a scanned card pasted into a letter,
 * a line pasted as a picture or drawn as outlines).
 * @param grey the upright page
 * @returns words on the upright page; `null` when its text cannot stand for the page: it says other than what is seen,
 * or most of the writing is not in it
 */
export async function readOwnText(
  source: SourcePage,
  own: readonly Word[],
  grey: Raster,
  engine: OcrEngine,
): Promise<Word[] | null> {
  const turns = source.textTurns
  const turned = turns === 0 ? own : own.map(w => ({ ...w, zone: turnZone(w.zone, turns) }))
  const ways = (source.wordTurns ?? []).map(t => (t === null ? null : (((t - turns + 4) % 4) as QuarterTurns)))
  const words = standTurnedWords(turned, ways, grey.width / grey.height)
  if (!textSaysWhatIsSeen(grey, words, engine)) return null
  const zones = words.map(w => w.zone)
  const pictures = source.imageZones
    .filter(z => zoneWidth(z) * zoneHeight(z) >= MIN_PICTURE)
    .map(z => turnZone(z, turns))
  const unsaid = unwordedInk(grey, zones, source.imageShare >= SCANNED ? [] : pictures)
  if (areaOf(unsaid) > areaOf(zones)) return null
  const pictured = await wordsIn(grey, pictures, engine)
  const drawn: Word[] = []
  for (const line of unsaid.filter(z => !pictures.some(p => zonesMeet(p, z))).slice(0, MAX_LINES)) {
    const read = await wordsIn(grey, [line], engine)
    if (meanConfidence(read) >= WELL_READ) drawn.push(...read)
  }
  return [...words, ...[...pictured, ...drawn].filter(w => underShare(w.zone, zones) < SAME_PLACE)]
}

async function wordsIn(grey: Raster, zones: readonly Zone[], engine: OcrEngine): Promise<Word[]> {
  const found: Word[] = []
  for (const zone of zones) {
    for (const word of engine.recognise(await ocrPicture(crop(grey, zone)), {})) {
      if (word.confidence >= SURE) found.push({ ...word, zone: zoneWithin(zone, word.zone) })
    }
  }
  return found
}

/** Part of a zone that lies under the others. */
function underShare(zone: Zone, others: readonly Zone[]): number {
  let shared = 0
  for (const other of others) {
    if (!zonesMeet(zone, other)) continue
    const width = Math.min(zone[2], other[2]) - Math.max(zone[0], other[0])
    shared += width * (Math.min(zone[3], other[3]) - Math.max(zone[1], other[1]))
  }
  return shared / Math.max(1e-9, zoneWidth(zone) * zoneHeight(zone))
}

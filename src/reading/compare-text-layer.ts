import { distance } from 'fastest-levenshtein'
import { growZone, unionZones, zoneHeight, zonesMeet, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { LayerDisagreement, Word } from '../domain/reading.ts'
import { foldWords } from '../formats/text.ts'
import { crop, resample } from '../page/grey.ts'
import { plainSigns } from './look-alikes.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { ocrPicture } from './ocr-picture.ts'

/** Below this a reading proves nothing against a text. */
const SURE = 0.8
/** Fewer signs than this are a mark as often as a word. */
const MIN_SIGNS = 3
/** A word read as other than written shares less than this with it; OCR spoils fewer signs. */
const OTHER_WORD = 0.7
/** Part of the smaller of two zones that must lie in the other for both to be the same place. */
const SAME_PLACE = 0.4
/** Second reading: enlarged so, and bounded. */
const CLOSER = 1.5
const MAX_CLOSER = 40

/** Words of the text and words of the pixels that stand in one place. */
interface Place {
  readonly said: Word[]
  readonly seen: Word[]
}

/**
 * Where the text of a PDF page says other than its pixels. Nothing is told on one reading alone: each difference is
 * read again, enlarged, and kept only when both readings agree against the text, look-alikes (0 and O, 5 and S...) and
 * accents taken as equal. One figure in place of another is a difference; a word must differ in most of its letters.
 * About 1.5 s a page: for checks that ask for it.
 * @param grey the upright page
 * @param said the words of the text, hidden ones too when they are known; zones on that page
 * @returns differences, top to bottom; `pixels-seuls` holds logos and pasted pictures as well as painted words
 */
export async function compareTextLayer(
  grey: Raster,
  said: readonly Word[],
  engine: OcrEngine,
): Promise<LayerDisagreement[]> {
  const seen = engine.recognise(await ocrPicture(grey), {})
  const found: LayerDisagreement[] = []
  let closer = 0
  for (const place of placesOf(said, seen)) {
    const doubt = doubtOf(place)
    if (!doubt || closer >= MAX_CLOSER) continue
    const zone = unionZones([...place.said, ...place.seen].map(w => w.zone)) as Zone
    if (doubt.kind === 'texte-seul') {
      if (!hasInk(crop(grey, zone))) found.push({ ...doubt, zone })
      continue
    }
    closer++
    const again = await readCloser(grey, zone, engine)
    if (again && plainSigns(again) === plainSigns(doubt.pixels)) found.push({ ...doubt, zone })
  }
  return found.sort((a, b) => a.zone[1] - b.zone[1] || a.zone[0] - b.zone[0])
}

type Doubt = Pick<LayerDisagreement, 'kind' | 'texte' | 'pixels'>

function doubtOf({ said, seen }: Place): Doubt | null {
  const texte = textOf(said)
  const pixels = textOf(seen)
  const [a, b] = [plainSigns(texte), plainSigns(pixels)]
  if (Math.max(a.length, b.length) < MIN_SIGNS) return null
  if (seen.length === 0) return { kind: 'texte-seul', texte, pixels: '' }
  if (Math.min(...seen.map(w => w.confidence)) < SURE) return null
  if (said.length === 0) return b.length > MIN_SIGNS ? { kind: 'pixels-seuls', texte: '', pixels } : null
  if (said.some(w => plainSigns(w.text) === b)) return null
  // The single letters of a printed background lie under many words.
  const words = textOf(said.filter(w => plainSigns(w.text).length > 1))
  const other = [texte, words].every(t => areOther(t, pixels, plainSigns(t), b))
  return other ? { kind: 'autre', texte, pixels } : null
}

/** @param a and @param b their plain signs */
function areOther(texte: string, pixels: string, a: string, b: string): boolean {
  if (a === b) return false
  if (/\d/.test(texte) && /\d/.test(pixels)) return digitsDiffer(texte, pixels)
  return 1 - distance(a, b) / Math.max(a.length, b.length) < OTHER_WORD
}

/** A figure in the place of another; a letter for a figure (Z for 7) is how OCR errs. */
function digitsDiffer(texte: string, pixels: string): boolean {
  const [said, seen] = [texte, pixels].map(t => foldWords(t).replace(/ /g, '')) as [string, string]
  return (
    said.length === seen.length &&
    [...said].some((sign, i) => {
      const other = seen[i] ?? ''
      return /\d/.test(sign) && /\d/.test(other) && plainSigns(sign) !== plainSigns(other)
    })
  )
}

/** OCR joins and parts words: those that share a place, directly or through others, are compared as one. */
function placesOf(said: readonly Word[], seen: readonly Word[]): Place[] {
  const places: Place[] = said.map(word => ({ said: [word], seen: [] }))
  for (const word of seen) {
    const shared = places.filter(p => p.said.some(w => samePlace(w.zone, word.zone)))
    const [first, ...rest] = shared
    if (!first) {
      places.push({ said: [], seen: [word] })
      continue
    }
    first.seen.push(word)
    for (const other of rest) {
      first.said.push(...other.said.splice(0))
      first.seen.push(...other.seen.splice(0))
    }
  }
  return places.filter(p => p.said.length + p.seen.length > 0)
}

function samePlace(a: Zone, b: Zone): boolean {
  if (!zonesMeet(a, b)) return false
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const smaller = Math.min(zoneWidth(a) * zoneHeight(a), zoneWidth(b) * zoneHeight(b))
  return width * height >= SAME_PLACE * smaller
}

async function readCloser(grey: Raster, zone: Zone, engine: OcrEngine): Promise<string | null> {
  const room = zoneHeight(zone) / 3
  const cut = await resample(crop(grey, growZone(zone, (room * grey.height) / grey.width, room)), CLOSER)
  const words = engine.recognise(cut, { layout: 'line' })
  return words.length > 0 && words.every(w => w.confidence >= SURE) ? words.map(w => w.text).join(' ') : null
}

const MIN_CONTRAST = 24
function hasInk({ data }: Raster): boolean {
  let [low, high] = [255, 0]
  for (const v of data) {
    if (v < low) low = v
    if (v > high) high = v
  }
  return high - low >= MIN_CONTRAST
}

const textOf = (words: readonly Word[]): string =>
  [...words]
    .sort((a, b) => a.zone[0] - b.zone[0])
    .map(w => w.text)
    .join(' ')

import { distance } from 'fastest-levenshtein'
import { zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import type { Word } from '../domain/reading.ts'
import { crop } from '../page/grey.ts'
import { plainSigns } from './look-alikes.ts'
import type { OcrEngine } from './ocr-engine.ts'

/** Words read again, of each sort: enough to tell a page whose text lies, few enough to cost nothing. */
const SAMPLE = 5
const MIN_LETTERS = 6
const MIN_DIGITS = 3
/** Fewer words than this prove nothing. */
const MIN_READ = 3
/** Of the sample, what is read first: where these all agree, the other two cannot make a lie of it. */
const FIRST = [0, 2, 4]
/** OCR of clean print gives nine signs of ten; text that has nothing to do with the page gives two. */
const SAME = 0.5
/** Share of a sort that must be other than read for it to be a lie and not a smudge. */
const MOST = 0.6
/** Height of a row of the sample, in pixels, and room around its word. */
const ROW = 32
const ROOM = 12

/**
 * Whether the text of a page says what its picture shows: a few of its words and a few of its numbers are read in the
 * pixels. A font whose table maps its signs to others, or a layer laid elsewhere, is found so; a small edit is not.
 * @param grey the upright page
 */
export function textSaysWhatIsSeen(grey: Raster, words: readonly Word[], engine: OcrEngine): boolean {
  const numbers = spread(words.filter(w => digitsOf(w.text).length >= MIN_DIGITS && isLarge(w.zone, grey)))
  const letters = spread(
    words.filter(w => /^\p{L}+$/u.test(w.text) && w.text.length >= MIN_LETTERS && isLarge(w.zone, grey)),
  )
  if (numbers.length + letters.length < MIN_READ) return true
  const first = readSample(grey, firstOf(numbers), firstOf(letters), engine)
  if (first.numbers.every(agrees(digitsOf)) && first.letters.every(agrees(plainSigns))) return true
  const all = readSample(grey, numbers, letters, engine)
  return !mostDiffer(all.numbers, digitsOf) && !mostDiffer(all.letters, plainSigns)
}

/** A word with what was read in its place. */
type Seen = readonly [said: string, seen: string]
type Form = (text: string) => string

function readSample(
  grey: Raster,
  numbers: readonly Word[],
  letters: readonly Word[],
  engine: OcrEngine,
): { numbers: Seen[]; letters: Seen[] } {
  const sample = [...numbers, ...letters]
  const read = readEach(grey, sample, engine)
  const seen = sample.map((word, i): Seen => [word.text, read[i] ?? ''])
  return { numbers: seen.slice(0, numbers.length), letters: seen.slice(numbers.length) }
}

const firstOf = (words: readonly Word[]): readonly Word[] =>
  words.length < MIN_READ ? words : FIRST.flatMap(i => words[i] ?? words[1] ?? [])

const agrees =
  (form: Form) =>
  ([said, seen]: Seen): boolean => {
    const [a, b] = [form(said), form(seen)]
    return b !== '' && 1 - distance(a, b) / Math.max(a.length, b.length) >= SAME
  }

function mostDiffer(pairs: readonly Seen[], form: Form): boolean {
  const read = pairs.filter(([, seen]) => form(seen) !== '')
  if (read.length < MIN_READ) return false
  return read.filter(pair => !agrees(form)(pair)).length >= MOST * read.length
}

/** The words set one under the other on white, read as one block; what was read of each, in their order. */
function readEach(grey: Raster, words: readonly Word[], engine: OcrEngine): string[] {
  const cuts = words.map(w => crop(grey, around(w.zone, grey)))
  const pitch = Math.max(...cuts.map(c => c.height)) + ROOM
  const width = Math.max(...cuts.map(c => c.width)) + 2 * ROOM
  const data = new Uint8Array(width * (pitch * cuts.length + ROOM)).fill(255)
  cuts.forEach((cut, i) => {
    for (let y = 0; y < cut.height; y++) {
      const at = (i * pitch + ROOM + y) * width + ROOM
      data.set(cut.data.subarray(y * cut.width, (y + 1) * cut.width), at)
    }
  })
  const height = data.length / width
  const read = words.map(() => '')
  for (const { text, zone } of engine.recognise(
    { width, height, channels: 1, data, dpi: grey.dpi },
    { layout: 'block' },
  )) {
    const row = Math.min(words.length - 1, Math.floor((((zone[1] + zone[3]) / 2) * height - ROOM / 2) / pitch))
    read[row] += text
  }
  return read
}

/** Up to `SAMPLE` of them, from top to bottom of the page. */
function spread(words: readonly Word[]): Word[] {
  const step = Math.max(1, words.length / SAMPLE)
  return Array.from({ length: Math.min(SAMPLE, words.length) }, (_, i) => words[Math.floor(i * step)] as Word)
}

function around(zone: Zone, { width, height }: Raster): Zone {
  return [zone[0] - 2 / width, zone[1] - 2 / height, zone[2] + 2 / width, zone[3] + 2 / height]
}

const isLarge = (zone: Zone, { width, height }: Raster): boolean =>
  zoneHeight(zone) * height >= 8 && zoneHeight(zone) * height <= 3 * ROW && zoneWidth(zone) * width >= 16

const digitsOf = (text: string): string => text.replace(/\D/g, '')

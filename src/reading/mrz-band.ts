import { growZone, unionZones, zoneHeight, zoneWidth, type Zone } from '../domain/geometry.ts'
import type { Raster } from '../domain/raster.ts'
import { lineText, type Line, type MrzBand } from '../domain/reading.ts'
import { flattenLight } from '../page/flatten-light.ts'
import { crop, resample } from '../page/grey.ts'
import { vote, type MrzLineReading } from './mrz-vote.ts'
import type { OcrCharacter, OcrEngine } from './ocr-engine.ts'

/** Characters of a machine readable zone (ICAO Doc 9303 part 3, 4.3). */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
/** The shortest line has 30 characters; OCR may lose a few fillers. */
const MIN_LENGTH = 24
const MAX_LINES = 3
/** Part of a line that must be letters of the alphabet, and fillers that it must hold, to be one by itself. */
const MIN_SHARE = 0.85
const MIN_FILLERS = 2
/** Widths in pixels at which one line is read again: what one scale misreads, the other rarely misreads alike. */
const LINE_WIDTHS = [1250, 900]
/** White kept around a line, in heights of the line. */
const MARGIN = 0.7

/** The machine readable zones among the lines of a page, as the text layer of a PDF gives them. */
export function mrzBandsInText(lines: readonly Line[]): MrzBand[] {
  return findBands(lines).map(band => ({
    lines: band.map(compact),
    confidences: band.map(line => Array.from(compact(line), () => 1)),
    zone: unionZones(band.map(l => l.zone)) as Zone,
    source: 'texte-pdf',
  }))
}

/**
 * The machine readable zones of a page: found among its lines, each line read again, enlarged, with the alphabet of the
 * MRZ only.
 * @param grey the upright page
 */
export function readMrzBands(grey: Raster, lines: readonly Line[], engine: OcrEngine): Promise<MrzBand[]> {
  return Promise.all(findBands(lines).map(band => readBand(grey, band, engine)))
}

async function readBand(grey: Raster, band: readonly Line[], engine: OcrEngine): Promise<MrzBand> {
  const zone = unionZones(band.map(l => l.zone)) as Zone
  const read: MrzLineReading[] = []
  for (const line of band) {
    const height = zoneHeight(line.zone)
    // All lines of a band begin and end at the same place: a line cut short by the first reading is read whole.
    const wide: Zone = [zone[0], line.zone[1], zone[2], line.zone[3]]
    const part = crop(grey, growZone(wide, (height * grey.height * MARGIN) / grey.width, height * MARGIN * 0.6))
    const readings: MrzLineReading[] = [{ text: compact(line), confidences: pageConfidences(line) }]
    for (const width of LINE_WIDTHS) {
      const picture = flattenLight(await resample(part, width / part.width))
      const words = engine.recognise(picture, { layout: 'line', whitelist: ALPHABET, characters: true })
      readings.push(joined(words.flatMap(word => word.characters ?? [])))
    }
    read.push(vote(readings))
  }
  return { lines: read.map(r => r.text), confidences: read.map(r => r.confidences), zone, source: 'ocr' }
}

function pageConfidences(line: Line): number[] {
  const signs = line.words.flatMap(w => Array.from(w.text.replace(/\s/g, ''), () => w.confidence))
  return Array.from(compact(line), (_, i) => signs[i] ?? 0)
}

function joined(characters: readonly OcrCharacter[]): MrzLineReading {
  let text = ''
  const confidences: number[] = []
  for (const character of characters) {
    for (const sign of character.text.toUpperCase()) {
      if (!ALPHABET.includes(sign)) continue
      text += sign
      confidences.push(character.confidence)
    }
  }
  return { text, confidences }
}

/** Groups of lines that make a band: one that speaks for itself, and its neighbours of the same extent. */
function findBands(lines: readonly Line[]): Line[][] {
  const candidates = lines.filter(isPlausible)
  const taken = new Set<Line>()
  const bands: Line[][] = []
  for (const seed of candidates.filter(isMrzLine)) {
    if (taken.has(seed)) continue
    const band = [seed]
    for (let grew = true; grew && band.length < MAX_LINES;) {
      const next = candidates.find(l => !taken.has(l) && !band.includes(l) && band.some(b => areNeighbours(b, l)))
      grew = next !== undefined
      if (next) band.push(next)
    }
    for (const line of band) taken.add(line)
    bands.push(band.sort((a, b) => a.zone[1] - b.zone[1]))
  }
  return bands
}

const compact = (line: Line): string => lineText(line).toUpperCase().replace(/[«‹≤]/g, '<').replace(/\s/g, '')

const share = (text: string): number => Array.from(text).filter(c => ALPHABET.includes(c)).length / text.length

/** No lower case, long enough: may be a line of a band beside a surer one. */
const isPlausible = (line: Line): boolean => {
  const text = compact(line)
  return text.length >= MIN_LENGTH && share(text) >= MIN_SHARE && !/\p{Ll}{3}/u.test(lineText(line))
}

const isMrzLine = (line: Line): boolean => (compact(line).match(/</g)?.length ?? 0) >= MIN_FILLERS

/** Same left edge and width, one just above the other. */
function areNeighbours(a: Line, b: Line): boolean {
  const width = Math.max(zoneWidth(a.zone), zoneWidth(b.zone))
  const overlap = Math.min(a.zone[2], b.zone[2]) - Math.max(a.zone[0], b.zone[0])
  const gap = Math.max(a.zone[1], b.zone[1]) - Math.min(a.zone[3], b.zone[3])
  const height = Math.max(zoneHeight(a.zone), zoneHeight(b.zone))
  return overlap >= 0.75 * width && gap > -0.5 * height && gap < 2 * height
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { centreX, centreY, zoneHeight, zonesMeet, type Zone } from '../../src/domain/geometry.ts'
import type { Raster } from '../../src/domain/raster.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import { openWritten } from '../../src/intake/pdf/pdf-file.ts'
import { bytesHoldNir } from '../../src/masking/residue.ts'
import { decodedStreams } from '../../src/output/pdf-bytes.ts'
import type { ReadPage } from '../../src/pipeline/read-pages.ts'
import { StoredRasters } from '../../src/sandbox/stored-raster.ts'
import { drifted, liesInPlace, numbersOf, onUpright } from './nir-truth.ts'
import type { Truth, TruthPage } from './truth.ts'

/** What became of one number of a page in the file that was delivered. */
export interface Burnt {
  readonly page: number
  /** On the upright page. */
  readonly zone: Zone
  /** Share of its ink that lies under black; `null` when no ink is seen there, or no file was delivered. */
  readonly covered: number | null
}

export interface DeliveredNirs {
  readonly numbers: readonly Burnt[]
  /** Delivered files in whose decompressed bytes a number of theirs stands. */
  readonly filesHoldingOne: number
}

const LIMITS = { maxBytes: 2_000_000_000, maxPages: 10_000, maxPixelsPerPage: 200_000_000 }

/**
 * Opens the files that a result delivered and looks where the numbers stood: at their pixels, on the picture that was read
 * and on the page that was written, and at every byte.
 * @param pages as read, their pictures still in place
 */
export async function deliveredNirs(
  truth: Truth,
  pages: readonly ReadPage[],
  resultat: Resultat,
  outDir: string,
): Promise<DeliveredNirs> {
  const numbers: Burnt[] = []
  let filesHoldingOne = 0
  const rasters = new StoredRasters()
  for (const piece of resultat.pieces) {
    const bearing = truth.pages.filter(p => piece.pages.includes(p.numero) && p.nirZones.length > 0)
    if (bearing.length === 0 || piece.fichier.nom === '') continue
    const pdf = await readFile(join(outDir, piece.fichier.nom))
    const known = bearing.flatMap(p => numbersOf(p).map(n => n.body))
    if (decodedStreams(pdf).some(bytes => bytesHoldNir(bytes, known))) filesHoldingOne++
    const inFile = pages.filter(p => p.raster !== null && piece.pages.includes(p.reading.page))
    const written = await openWritten(pdf, LIMITS)
    for (const [i, { reading, raster }] of inFile.entries()) {
      const page = bearing.find(p => p.numero === reading.page)
      if (!page || !raster) continue
      const before = await rasters.load(raster)
      const after = written.picture(i + 1)
      for (const drawn of page.nirZones) {
        const zone = onUpright(drawn, page, reading)
        const masks = piece.nir.occurrences.flatMap(o => (o.page === page.numero && o.zone ? [o.zone] : []))
        const places = liesInPlace(page) ? [zone] : [zone, ...masks.flatMap(m => movedOnto(zone, m, page))]
        const shares = places.flatMap(place => inkCovered(before, after, place, liesInPlace(page)) ?? [])
        numbers.push({ page: page.numero, zone, covered: shares.length > 0 ? Math.max(...shares) : null })
      }
    }
    written.close()
  }
  return { numbers, filesHoldingOne }
}

/** On a photograph the number is where its mask is, when that is near enough; it keeps its own size. */
function movedOnto(zone: Zone, mask: Zone, page: TruthPage): Zone[] {
  if (!zonesMeet(mask, drifted(zone, page))) return []
  const [dx, dy] = [centreX(mask) - centreX(zone), centreY(mask) - centreY(zone)]
  return [[zone[0] + dx, zone[1] + dy, zone[2] + dx, zone[3] + dy]]
}

/** Less between ink and paper is no print. */
const FEWEST_TONES = 40
/** Runs of ink longer than this, in heights of the line, are rules and borders of boxes, not figures. */
const RULE = { along: 0.6, across: 0.85 } as const
/** Where the page may lie otherwise than it was drawn, in heights of the line: the number is where the most ink is. */
const SHIFTS = [0, -0.1, 0.1, -0.2, 0.2, -0.3, 0.3, -0.4, 0.4]
/** A pixel is burnt when all around it is black, further than a stroke is wide, in mm. */
const AROUND_MM = 0.3
const BLACK = 70

/** Share of the ink of a number that is burnt on the written page. */
function inkCovered(before: Raster, after: Raster, zone: Zone, inPlace: boolean): number | null {
  let ink: readonly (readonly [number, number])[] = []
  for (const shift of inPlace ? [0] : SHIFTS) {
    const dy = shift * zoneHeight(zone)
    const seen = inkOf(before, [zone[0], zone[1] + dy, zone[2], zone[3] + dy])
    if (seen.length > ink.length * 1.05) ink = seen
  }
  if (ink.length === 0) return null
  const radius = Math.max(1, Math.round((AROUND_MM * after.dpi) / 25.4))
  return ink.filter(([x, y]) => isBurnt(after, x, y, radius)).length / ink.length
}

/** Middles of the inked pixels of a zone, in fractions of the page. */
function inkOf(picture: Raster, zone: Zone): (readonly [number, number])[] {
  const { width, height } = picture
  const x0 = Math.max(0, Math.floor(zone[0] * width))
  const y0 = Math.max(0, Math.floor(zone[1] * height))
  const w = Math.min(width, Math.ceil(zone[2] * width)) - x0
  const h = Math.min(height, Math.ceil(zone[3] * height)) - y0
  if (w <= 0 || h <= 0) return []
  const tones = Array.from({ length: w * h }, (_, i) => tone(picture, x0 + (i % w), y0 + Math.floor(i / w)))
  const sorted = [...tones].sort((a, b) => a - b)
  const darkest = sorted[Math.floor(0.02 * sorted.length)] ?? 0
  const paper = sorted[Math.floor(0.8 * sorted.length)] ?? 0
  if (paper - darkest < FEWEST_TONES) return []
  const dark = tones.map(t => t < (paper + darkest) / 2)
  const rule = new Set<number>()
  const runs = (lines: number, length: number, at: (line: number, i: number) => number, longest: number): void => {
    for (let line = 0; line < lines; line++) {
      let from = 0
      for (let i = 0; i <= length; i++) {
        if (i < length && dark[at(line, i)] === true) continue
        if (i - from > longest) for (let j = from; j < i; j++) rule.add(at(line, j))
        from = i + 1
      }
    }
  }
  runs(h, w, (y, x) => y * w + x, RULE.along * h)
  runs(w, h, (x, y) => y * w + x, RULE.across * h)
  return dark.flatMap((d, i) =>
    d && !rule.has(i) ? [[(x0 + (i % w) + 0.5) / width, (y0 + Math.floor(i / w) + 0.5) / height] as const] : [],
  )
}

function isBurnt(page: Raster, u: number, v: number, radius: number): boolean {
  const [cx, cy] = [Math.floor(u * page.width), Math.floor(v * page.height)]
  for (let y = Math.max(0, cy - radius); y <= Math.min(page.height - 1, cy + radius); y++) {
    for (let x = Math.max(0, cx - radius); x <= Math.min(page.width - 1, cx + radius); x++) {
      if (tone(page, x, y) > BLACK) return false
    }
  }
  return true
}

function tone({ width, channels, data }: Raster, x: number, y: number): number {
  const at = (y * width + x) * channels
  if (channels === 1) return data[at] ?? 0
  return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
}

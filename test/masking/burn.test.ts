import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { pageText } from '../../src/domain/reading.ts'
import { burn, maskReading } from '../../src/masking/burn.ts'
import { signsZone } from '../../src/masking/char-zones.ts'
import { at, page, zonesOf } from './page-builder.ts'

const white = (width: number, height: number, channels: 1 | 3, dpi: number): Raster => ({
  width,
  height,
  channels,
  dpi,
  data: new Uint8Array(width * height * channels).fill(255),
})

/** Columns and rows that hold black. */
function blackBox({ width, height, channels, data }: Raster): [number, number, number, number] {
  let box: [number, number, number, number] = [width, height, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = data.subarray((y * width + x) * channels, (y * width + x + 1) * channels)
      if (pixel.every(v => v === 0))
        box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1)]
    }
  }
  return box
}

describe('burning zones out of the pixels', () => {
  it('covers the zone with a margin of at least two pixels, and nothing far from it', () => {
    const source = white(1000, 1000, 1, 200)
    const burnt = burn(source, [[0.2, 0.3, 0.5, 0.32]])
    expect(blackBox(burnt)).toEqual([196, 296, 504, 324])
    expect(source.data.every(v => v === 255)).toBe(true)
  })

  it('the margin grows with the resolution', () => {
    const [x0] = blackBox(burn(white(1000, 1000, 3, 400), [[0.2, 0.3, 0.5, 0.32]]))
    expect(x0).toBe(194)
    const [low] = blackBox(burn(white(1000, 1000, 1, 72), [[0.2, 0.3, 0.5, 0.32]]))
    expect(low).toBe(196)
  })

  it('a zone at the edge stays inside the page', () => {
    expect(
      blackBox(
        burn(white(100, 100, 3, 200), [
          [0, 0, 0.1, 0.1],
          [0.95, 0.95, 1, 1],
        ]),
      ),
    ).toEqual([0, 0, 100, 100])
  })

  it('without zones the pixels are the same, in another buffer', () => {
    const source = white(10, 10, 1, 200)
    const copy = burn(source, [])
    expect(copy.data).toEqual(source.data)
    expect(copy.data).not.toBe(source.data)
  })
})

describe('dropping the words under the zones', () => {
  const reading = page()
    .line('N° SS', '2 69 05 49 588 157 80', 'Emploi')
    .line('NIR:2690549588157', at(0.5, 'Agent'))
    .barcode('x')
    .build()

  it('words covered go, the others keep their zones, other lines are untouched', () => {
    const zones = ['2', '69', '05', '49', '588', '157', '80'].flatMap(g => zonesOf(reading, g).slice(0, 1))
    const masked = maskReading(reading, zones)
    expect(pageText(masked).split('\n')[0]).toBe('N° SS Emploi')
    expect(masked.lines[1]).toEqual(reading.lines[1])
    expect(masked.barcodes).toHaveLength(1)
  })

  it('a word that holds label and number keeps its label and the place of it', () => {
    const masked = maskReading(reading, zonesOf(reading, '2690549588157'))
    const [word] = masked.lines[1]?.words ?? []
    expect(word?.text).toMatch(/^NIR:?$/)
    expect(word?.zone[2]).toBeLessThan(zonesOf(reading, '2690549588157')[0]?.[2] ?? 0)
  })

  it('a symbol under a zone goes with its content', () => {
    expect(maskReading(reading, [[0.78, 0, 0.92, 0.1]]).barcodes).toEqual([])
  })

  it('a line all of whose words are covered goes', () => {
    const alone = page().line('269054958815780').line('Suite').build()
    expect(pageText(maskReading(alone, zonesOf(alone, '269054958815780')))).toBe('Suite')
  })

  it('without zones the reading is the same', () => {
    expect(maskReading(reading, [])).toBe(reading)
  })
})

describe('a word on a card that lies sideways', () => {
  it('is dropped whole when a mask covers it, label and all: it cannot be cut along its letters', () => {
    const reading = page().line('Immatriculation', 'NIR:269054958815780').build()
    const lines = reading.lines.map(l => ({
      ...l,
      words: l.words.map(w => ({ ...w, upright: w.zone, zone: [0.4, 0.2, 0.42, 0.4] as const })),
    }))
    const masked = maskReading({ ...reading, lines }, [[0.4, 0.2, 0.42, 0.4]])
    expect(pageText(masked)).toBe('')
    const [word] = lines[0]?.words ?? []
    expect(word && signsZone(word, 4, 8)).toEqual([0.4, 0.2, 0.42, 0.4])
  })
})

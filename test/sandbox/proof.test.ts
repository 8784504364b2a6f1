import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Zone } from '../../src/domain/geometry.ts'
import type { Raster } from '../../src/domain/raster.ts'
import type { Line, Word } from '../../src/domain/reading.ts'
import { writePiecePdf } from '../../src/output/write-pdf.ts'
import { createOcrEngine, type OcrEngine, type OcrWord } from '../../src/reading/ocr-engine.ts'
import { proveMasking } from '../../src/sandbox/proof.ts'
import type { ProducePage, ProduceRequest, Residue } from '../../src/sandbox/protocol.ts'
import { drawnText } from '../drawn-text.ts'
import { blank, line, pageOf } from '../output/pages.ts'

const NIR = '269054958815780'
const SPACED = '2 69 05 49 588 157 80'
const MASK: Zone = [0.1, 0.5, 0.45, 0.52]

/** Reads what it is told to read, and keeps the pictures that it was shown. */
class ScriptedEngine implements OcrEngine {
  readonly seen: Raster[] = []
  readonly #lines: Line[]
  constructor(...lines: Line[]) {
    this.#lines = lines
  }
  recognise(grey: Raster): OcrWord[] {
    this.seen.push(grey)
    return this.#lines.flatMap(l => l.words.map((w): OcrWord => ({ ...w, source: 'ocr' })))
  }
  close(): void {}
}

/** A page with a rule from top to bottom: it has no white band, and is read as it stands. */
const RULED = withInk(blank(), [[0.97, 0, 0.98, 1]])

interface Written {
  readonly raster?: Raster
  readonly lines?: readonly Line[]
  readonly masks?: readonly Zone[]
}

/** Writes the pages as a piece is written, and proves them. */
async function prove(
  pages: readonly Written[],
  engine: OcrEngine,
  { secrets = [NIR], titre = 'Bulletin de paie', type = 'bulletin-de-paie' }: Partial<ProduceRequest> = {},
): Promise<Residue[]> {
  const requested = pages.map(({ raster, lines = [], masks = [] }): ProducePage => {
    const { width, height, channels, dpi } = raster ?? blank()
    return { raster: { path: 'page.raw', width, height, channels, dpi }, lines, masks, keepDetail: true }
  })
  const pdf = await writePiecePdf(
    pages.map(({ raster = blank(), lines = [] }) => ({ raster, lines, keepDetail: true })),
    { titre },
  )
  return proveMasking(pdf, { pages: requested, secrets, type }, engine)
}

describe('a file whose number is gone everywhere', () => {
  it('is proven, and its masked page was read again, coarser than the first time', async () => {
    const engine = new ScriptedEngine(line('Bulletin de paie', 0.1))
    expect(await prove([{ raster: RULED, lines: [line('Bulletin de paie', 0.1)], masks: [MASK] }], engine)).toEqual([])
    expect(engine.seen.map(({ width, height, dpi }) => [width, height, dpi])).toEqual([[600, 600, 150]])
  })

  it('costs no second reading where nothing was masked', async () => {
    const engine = new ScriptedEngine(line(`NIR ${SPACED}`, 0.5))
    expect(await prove([{ lines: [line('Quittance', 0.1)] }], engine, { secrets: [] })).toEqual([])
    expect(engine.seen).toEqual([])
  })
})

describe('a file that still holds the number', () => {
  const engine = new ScriptedEngine()

  it('in the words that can be copied from it is not proven', async () => {
    const text = { where: 'text', pageIndex: null, zones: [] }
    expect(await prove([{ lines: [line(`Salarié ${SPACED}`, 0.2)] }], engine)).toEqual([text])
    const bytes = { where: 'bytes', pageIndex: null, zones: [] }
    expect(await prove([{ lines: [line(`Salarié ${NIR}`, 0.2)] }], engine)).toEqual([bytes, text])
  })

  it('in words of the file that the pages did not ask for is not proven', async () => {
    const pdf = await writePiecePdf([pageOf(blank(), [line(`Salarié ${SPACED}`, 0.2)])], { titre: 'Bulletin' })
    const request = { pages: [], secrets: [NIR], type: 'bulletin-de-paie' }
    expect(await proveMasking(pdf, request, engine)).toEqual([{ where: 'text', pageIndex: null, zones: [] }])
  })

  it('in its properties is not proven', async () => {
    expect(await prove([{}], engine, { titre: `Bulletin ${NIR}` })).toContainEqual({
      where: 'bytes',
      pageIndex: null,
      zones: [],
    })
  })

  it('in words where no page had shown it before is not proven either: its label gives it away', async () => {
    const residues = await prove([{ lines: [line('N° de sécurité sociale 2 69 05 49 588 157', 0.2)] }], engine, {
      secrets: [],
    })
    expect(residues).toEqual([{ where: 'text', pageIndex: null, zones: [] }])
  })
})

describe('a masked page that still shows a number', () => {
  it('is named with the place to burn, and pages without mask are not read', async () => {
    const left = line(SPACED, 0.3)
    const engine = new ScriptedEngine(line('N° de sécurité sociale', 0.27), left)
    const residues = await prove([{}, { raster: RULED, masks: [MASK] }], engine)
    expect(engine.seen).toHaveLength(1)
    expect(residues.map(r => [r.where, r.pageIndex])).toEqual([['pixels', 1]])
    for (const word of left.words) {
      const middle = (word.zone[0] + word.zone[2]) / 2
      expect(residues[0]?.zones.some(z => z[0] <= middle && middle <= z[2] && z[1] <= 0.31 && z[3] >= 0.31)).toBe(true)
    }
  })

  it('is judged by what its type may carry: a bare number is not one on a rent receipt', async () => {
    const engine = (): ScriptedEngine => new ScriptedEngine(line(NIR, 0.3))
    expect(await prove([{ masks: [MASK] }], engine())).toHaveLength(1)
    expect(await prove([{ masks: [MASK] }], engine(), { type: 'quittance-de-loyer', secrets: [] })).toEqual([])
  })

  it('is read where a word was doubtful; what was surely a word is painted out', async () => {
    const sure = line('Cotisations', 0.1)
    const [first] = line('Cotisations', 0.8).words
    const doubtful: Word = { ...(first as Word), confidence: 0.4 }
    const inked = withInk(RULED, [sure.zone, doubtful.zone])
    const engine = new ScriptedEngine()
    await prove([{ raster: inked, lines: [sure, { words: [doubtful], zone: doubtful.zone }], masks: [MASK] }], engine)
    const [seen] = engine.seen
    expect(seen && greyAt(seen, sure.zone)).toBe(255)
    expect(seen && greyAt(seen, doubtful.zone)).toBeLessThan(40)
  })
})

describe('with the engine that reads pages', () => {
  let engine: OcrEngine
  beforeAll(async () => {
    engine = await createOcrEngine()
  })
  afterAll(() => engine.close())

  const TEXT = ['Bulletin de paie', `N° SS ${SPACED}`, 'Net à payer 1 512,40']

  it('a number that stands beside the black bar, not under it, is found in the pixels', async () => {
    const raster = await drawnText(TEXT)
    const [residue, ...others] = await prove([{ raster, masks: [[0.05, 0.7, 0.6, 0.8]] }], engine)
    expect(others).toEqual([])
    expect(residue).toMatchObject({ where: 'pixels', pageIndex: 0 })
    const [x0 = 1, y0 = 1, x1 = 0, y1 = 0] = residue?.zones[0] ?? []
    expect([x0 < 0.3, x1 > 0.5, y0 < 0.5, y1 > 0.4]).toEqual([true, true, true, true])
  })

  it('an empty row of boxes under the label of a number is no number', async () => {
    const raster = await drawnText(["Numéro d'immatriculation", '', 'Net à payer 1 512,40'])
    const { width, height } = raster
    const borders = Array.from({ length: 16 }, (_, i): Zone => {
      const x = (430 + 27 * i) / width
      return [x, 30 / height, x + 2 / width, 64 / height]
    })
    const row = (y: number): Zone => [430 / width, y / height, (432 + 27 * 15) / width, (y + 2) / height]
    const boxed = withInk(raster, [...borders, row(30), row(62)])
    expect(await prove([{ raster: boxed, masks: [[0.05, 0.7, 0.6, 0.8]] }], engine)).toEqual([])
  })

  it('a number left in a margin, along the page, is found as it lies', async () => {
    const text = await drawnText([`N° SS ${SPACED}`])
    const part = quarterTurned(text)
    const raster = withPart(blankOf(1654, 2339), part, 40, 700)
    const lying = { ...(line('Emploi', 0.1).words[0] as Word), upright: [0, 0, 0.1, 0.1] as Zone }
    const lines: Line[] = [{ words: [lying], zone: lying.zone }]
    const [residue] = await prove([{ raster, lines, masks: [[0.5, 0.05, 0.8, 0.07]] }], engine)
    expect(residue).toMatchObject({ where: 'pixels', pageIndex: 0 })
    const [x0 = 1, y0 = 1, x1 = 0, y1 = 0] = residue?.zones[0] ?? []
    expect([x0 < 0.08, x1 < 0.12, y1 - y0 > 0.1]).toEqual([true, true, true])
  })

  it('the same page without that line is proven', async () => {
    const raster = await drawnText([TEXT[0] as string, '', TEXT[2] as string])
    expect(await prove([{ raster, masks: [[0.05, 0.7, 0.6, 0.8]] }], engine)).toEqual([])
  })
})

it('a written file that does not open again is no proof: the work fails', async () => {
  const pages: ProducePage[] = [
    {
      raster: { path: 'page.raw', width: 8, height: 8, channels: 1, dpi: 200 },
      lines: [],
      masks: [MASK],
      keepDetail: true,
    },
  ]
  const request = { pages, secrets: [NIR], type: 'bulletin-de-paie' }
  await expect(proveMasking(Buffer.from('%PDF-1.7 cut short'), request, new ScriptedEngine())).rejects.toThrow(
    'does not open again',
  )
})

function withInk(page: Raster, zones: readonly Zone[]): Raster {
  const { width, height } = page
  const data = page.data.slice()
  for (const [x0, y0, x1, y1] of zones) {
    for (let y = Math.round(y0 * height); y < y1 * height; y++) {
      data.fill(0, y * width + Math.round(x0 * width), y * width + Math.round(x1 * width))
    }
  }
  return { ...page, data }
}

const blankOf = (width: number, height: number): Raster => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height).fill(255),
  dpi: 200,
})

/** A quarter turn anticlockwise: read from the foot to the head. */
function quarterTurned({ width, height, data, ...rest }: Raster): Raster {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[(width - 1 - x) * height + y] = data[y * width + x] as number
  return { ...rest, width: height, height: width, data: turned }
}

function withPart(page: Raster, part: Raster, left: number, top: number): Raster {
  const data = page.data.slice()
  for (let y = 0; y < part.height; y++)
    data.set(part.data.subarray(y * part.width, (y + 1) * part.width), (top + y) * page.width + left)
  return { ...page, data }
}

const greyAt = ({ width, height, data }: Raster, [x0, y0, x1, y1]: Zone): number =>
  data[Math.floor(((y0 + y1) / 2) * height) * width + Math.floor(((x0 + x1) / 2) * width)] as number

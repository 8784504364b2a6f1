import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Zone } from '../../src/domain/geometry.ts'
import { handle } from '../../src/sandbox/handlers.ts'
import type { PictureAnswer, ProduceAnswer, ReadAnswer, RereadAnswer } from '../../src/sandbox/protocol.ts'
import { drawnText } from '../drawn-text.ts'
import { LIMITS, tiffOf } from '../intake/drawings.ts'
import { line, textOf } from '../output/pages.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numeriseur-handlers-'))
})
afterEach(() => rm(folder, { recursive: true }))

const TEXT = ['Bulletin de paie', 'N° SS 2 69 05 49 588 157 80', 'Net à payer 1 512,40']
const NUMBER: Zone = [0.13, 0.37, 0.53, 0.51]
const BESIDE: Zone = [0.6, 0.37, 0.9, 0.51]

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Writes a payslip with `mask` burnt. */
async function produce(mask: Zone): Promise<ProduceAnswer & { readonly path: string }> {
  const { data, ...shape } = await drawnText(TEXT)
  const path = join(folder, 'page.raw')
  await writeFile(path, data)
  const outPath = join(folder, 'piece.pdf')
  const page = { raster: { path, ...shape }, lines: [line('Bulletin de paie', 0.1)], masks: [mask], keepDetail: false }
  const answer = await handle({
    kind: 'produce',
    pages: [page],
    titre: 'Bulletin de paie',
    outPath,
    secrets: ['269054958815780'],
    type: 'bulletin-de-paie',
  })
  return { ...(answer as ProduceAnswer), path: outPath }
}

describe('a line of a page', () => {
  it('is read again on the picture that was left of the page', async () => {
    const { data, ...shape } = await drawnText(['1 512,40'])
    const path = join(folder, 'page.raw')
    await writeFile(path, data)
    const answer = await handle({ kind: 'reread', raster: { path, ...shape }, zone: [0.03, 0.2, 0.2, 0.5] })
    const texts = (answer as RereadAnswer).readings.map(r => r.text.replace(/ /g, ''))
    expect(texts.length).toBeGreaterThanOrEqual(3)
    expect(new Set(texts)).toEqual(new Set(['1512,40']))
  })
})

describe('the file of a piece', () => {
  it('is written when its masking is proven, and is what the digest says', async () => {
    const answer = await produce(NUMBER)
    expect(answer.residues).toEqual([])
    const pdf = await readFile(answer.path)
    expect(answer.octets).toBe(pdf.length)
    expect(answer.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
    expect((await textOf(pdf))[0]?.trim()).toBe('Bulletin de paie')
  })

  it('is shown page by page as it was written, its number burnt', async () => {
    const { path } = await produce(NUMBER)
    const shown = (await handle({ kind: 'picture', path, limits: LIMITS, page: 1 })) as PictureAnswer
    if (!shown.ok) throw new Error('there is no picture')
    const { data, info } = await sharp(shown.jpeg).greyscale().raw().toBuffer({ resolveWithObject: true })
    const [x0, y0, x1, y1] = NUMBER
    const at = (x: number, y: number): number =>
      data[Math.round(y * info.height) * info.width + Math.round(x * info.width)] ?? 255
    expect(at((x0 + x1) / 2, (y0 + y1) / 2)).toBeLessThan(40)
    expect(at(0.95, 0.95)).toBeGreaterThan(200)
    expect(await handle({ kind: 'picture', path, limits: LIMITS, page: 2 })).toEqual({ ok: false })
  })

  it('is not even written when its number can still be read', async () => {
    const answer = await produce(BESIDE)
    expect(answer.residues).toMatchObject([{ where: 'pixels', pageIndex: 0 }])
    expect(await exists(answer.path)).toBe(false)
  })

  it('of an earlier run is taken away when the number can be read this time', async () => {
    expect(await exists((await produce(NUMBER)).path)).toBe(true)
    expect(await exists((await produce(BESIDE)).path)).toBe(false)
  })

  it('is written under another name first: a stop leaves no half file', async () => {
    await produce(NUMBER)
    expect((await readdir(folder)).sort()).toEqual(['page.raw', 'piece.pdf'])
  })
})

describe('a page of a file', () => {
  /** Reads one page of a file. */
  async function read(bytes: Uint8Array, page: number): Promise<ReadAnswer & { readonly rasterPath: string }> {
    const path = join(folder, 'recu')
    const rasterPath = join(folder, 'page.raw')
    await writeFile(path, bytes)
    return { ...((await handle({ kind: 'read', path, limits: LIMITS, page, rasterPath })) as ReadAnswer), rasterPath }
  }

  it('is read, and its upright picture left as raw pixels', async () => {
    const night = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#0a0a0a' } })
      .png()
      .toBuffer()
    const answer = await read(night, 1)
    if (!answer.ok) return expect.unreachable()
    expect(answer.reading.quality.state).toBe('unreadable')
    expect(answer.raster).toMatchObject({ path: answer.rasterPath, width: 300, height: 400 })
    expect((await readFile(answer.rasterPath)).length).toBe(300 * 400 * answer.raster.channels)
  })

  it('that the file does not have, or of what is no document, is lost; the process goes on', async () => {
    expect(await read(await tiffOf(1), 2)).toMatchObject({ ok: false })
    expect(await read(Buffer.from('Bonjour'), 1)).toMatchObject({ ok: false })
    expect(await exists(join(folder, 'page.raw'))).toBe(false)
  })
})

describe('a file put in the place of another', () => {
  it('is opened anew: the pages of one person are never read for another', async () => {
    const path = join(folder, 'recu.tiff')
    const counts: unknown[] = []
    for (const pages of [3, 2, 2]) {
      await writeFile(path, await tiffOf(pages))
      counts.push(await handle({ kind: 'inspect', path, limits: LIMITS }))
    }
    expect(counts).toMatchObject([{ pageCount: 3 }, { pageCount: 2 }, { pageCount: 2 }])
  })
})

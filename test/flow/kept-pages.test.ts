import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/flow/house.ts'
import { SealedPages, withKeptPages } from '../../src/flow/kept-pages.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { startWorkers } from '../../src/flow/workers.ts'
import { EngineUnavailable } from '../../src/sandbox/engine-process.ts'
import type { Engines } from '../../src/sandbox/pool.ts'
import type { EngineRequest } from '../../src/sandbox/protocol.ts'
import { page } from '../documents/page-builder.ts'
import { deposit, newWorkDir, openEmptyHouse, quickProcess, until } from './house.ts'

const LIMITS = { maxBytes: 1, maxPages: 50, maxPixelsPerPage: 1 }

/** Reads as many pages as are there; the machine fails at the page named, once. */
class Reader implements Engines {
  readonly read: number[] = []
  failAt: number | null = null
  readonly #pages: number
  constructor(pages: number) {
    this.#pages = pages
  }

  run = (async (request: EngineRequest) => {
    if (request.kind !== 'read')
      return { ok: true, format: 'pdf', pageCount: this.#pages, hiddenTexts: [], rssBytes: 1 }
    if (request.page === this.failAt) {
      this.failAt = null
      throw new EngineUnavailable('')
    }
    this.read.push(request.page)
    await writeFile(request.rasterPath, `image ${request.page}`)
    const raster = { path: request.rasterPath, width: 4, height: 2, channels: 1, dpi: 200 }
    return { ok: true, reading: { ...page('Loyer'), page: request.page }, raster, timings: { lecture: 5 }, rssBytes: 1 }
  }) as Engines['run']
}

describe('a bundle whose reading was interrupted', () => {
  let house: House
  beforeAll(async () => {
    house = await openEmptyHouse()
  })
  afterAll(() => house.close())

  /** Deposits a file of so many pages, of which the reading fails once at one page, and waits for its result. */
  async function interrupted(text: string, reader: Reader): Promise<{ seen: string[]; id: string }> {
    const seen: string[] = []
    const process: ProcessFile = async (path, options, run) => {
      if (!run.kept) throw new Error('nothing keeps the pages')
      const engines = withKeptPages(reader, run.kept)
      const opened = await engines.run({ kind: 'inspect', path, limits: LIMITS })
      seen.length = 0
      for (let n = 1; opened.ok && n <= opened.pageCount; n++) {
        const rasterPath = `${path}.${n}.raw`
        const answer = await engines.run({ kind: 'read', path, limits: LIMITS, page: n, rasterPath })
        if (!answer.ok) continue
        expect(answer).toMatchObject({ reading: { page: n }, raster: { path: rasterPath, width: 4 } })
        seen.push(await readFile(answer.raster.path, 'utf8'))
      }
      return quickProcess(path, options, run)
    }
    const received = await deposit(house, text)
    const id = received.kind === 'created' ? received.id : ''
    const workers = startWorkers(house, {
      process,
      workDir: await newWorkDir(),
      files: 1,
      retention: { afterProof: 7, withoutProof: 30 },
      onError: () => undefined,
    })
    await until(async () => (await house.receptions.find(id, null))?.etat === 'verse')
    await workers.close()
    return { seen, id }
  }

  it('is gone on with: no page read before is read again, and nothing of them is left in the end', async () => {
    const reader = new Reader(14)
    reader.failAt = 12
    const { seen, id } = await interrupted('une liasse', reader)
    expect(reader.read).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
    expect(seen).toEqual(Array.from({ length: 14 }, (_, i) => `image ${i + 1}`))
    const travail = { depotId: id, etape: 'traitement', revision: 1 } as const
    expect(await house.pages.find(travail, 1)).toBeNull()
    expect(await new SealedPages(house, travail).find(1, '/nulle/part')).toBeNull()
  })

  it('is read again whole when it is short', async () => {
    const reader = new Reader(3)
    reader.failAt = 3
    await interrupted('un fichier court', reader)
    expect(reader.read).toEqual([1, 2, 1, 2, 3])
  })
})

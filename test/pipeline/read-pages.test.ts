import { describe, expect, it } from 'vitest'
import { readPages } from '../../src/pipeline/read-pages.ts'
import { EngineCrash, EngineFailure, EngineUnavailable } from '../../src/sandbox/engine-process.ts'
import type { ReadAnswer, ReadRequest, StoredRaster } from '../../src/sandbox/protocol.ts'
import { page } from '../masking/page-builder.ts'
import { contextOn, LIMITS } from './context-builder.ts'
import { RSS, ScriptedPool } from './scripted-pool.ts'

const rasterOf = ({ rasterPath }: ReadRequest): StoredRaster => ({
  path: rasterPath,
  width: 10,
  height: 10,
  channels: 1,
  dpi: 200,
})

const readable = (request: ReadRequest): ReadAnswer => ({
  ok: true,
  reading: page(request.page).line(`Page ${request.page}`).build(),
  raster: rasterOf(request),
  timings: { lecture: 7 },
})

let pool: ScriptedPool

/** Reads five pages; page 3 answers as told. */
function readFive(third: (request: ReadRequest) => ReadAnswer) {
  pool = new ScriptedPool({ read: request => (request.page === 3 ? third : readable)(request) })
  const context = contextOn(pool, '/travail')
  return { pages: readPages('/recu/dossier.pdf', 5, context), events: context.events }
}

const crash = (): never => {
  throw new EngineCrash('timeout', 'no answer in 120000 ms')
}

describe('the pages of a file', () => {
  it('are all asked for at once, each with a place of its own for its picture, and come back in their order', async () => {
    const { pages } = readFive(readable)
    expect(pool.asked.map(r => r.kind === 'read' && [r.page, r.path])).toEqual(
      [1, 2, 3, 4, 5].map(n => [n, '/recu/dossier.pdf']),
    )
    const read = await pages
    expect(read.map(p => p.reading.page)).toEqual([1, 2, 3, 4, 5])
    expect(new Set(read.map(p => p.raster?.path)).size).toBe(5)
    expect(read.every(p => p.raster?.path.startsWith('/travail/'))).toBe(true)
    expect(pool.asked[0]).toMatchObject({ limits: LIMITS, compareLayer: false })
  })

  it.each<[string, (request: ReadRequest) => ReadAnswer]>([
    ['kills the process that reads it', crash],
    [
      'makes the reader fail',
      () => {
        throw new EngineFailure('RangeError: offset')
      },
    ],
    ['cannot be decoded', () => ({ ok: false })],
  ])('are read without the one that %s: it alone is lost, and says what to do', async (_, third) => {
    const read = await readFive(third).pages
    expect(read.map(p => p.raster !== null)).toEqual([true, true, false, true, true])
    expect(read[2]?.reading).toMatchObject({
      page: 3,
      lines: [],
      quality: { state: 'unreadable', motif: expect.stringMatching(/numérisez-la de nouveau/) as string },
    })
    expect(read[4]?.reading.lines).toHaveLength(1)
  })

  it('are never called damaged when the reader is not installed: that stops the work', async () => {
    const missing = (): never => {
      throw new EngineUnavailable('tsx not found')
    }
    await expect(readFive(missing).pages).rejects.toThrow(EngineUnavailable)
    await expect(
      readFive(() => {
        throw new TypeError('a bug of ours')
      }).pages,
    ).rejects.toThrow('a bug of ours')
  })

  it('are told one by one to whoever watches, lost ones without figures', async () => {
    const { pages, events } = readFive(crash)
    await pages
    const told = [...events].sort((a, b) => (a.kind === 'page-read' && b.kind === 'page-read' ? a.page - b.page : 0))
    expect(told[1]).toEqual({ kind: 'page-read', page: 2, of: 5, timings: { lecture: 7 }, rssBytes: RSS })
    expect(told[2]).toEqual({ kind: 'page-read', page: 3, of: 5, timings: {} })
    expect(told).toHaveLength(5)
  })
})

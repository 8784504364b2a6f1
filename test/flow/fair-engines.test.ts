import { describe, expect, it } from 'vitest'
import { FairEngines } from '../../src/flow/fair-engines.ts'
import { EngineCrash } from '../../src/sandbox/engine-process.ts'
import type { Engines } from '../../src/sandbox/pool.ts'
import type { EngineRequest } from '../../src/sandbox/protocol.ts'

const LIMITS = { maxBytes: 1, maxPages: 1, maxPixelsPerPage: 1 }
const read = (path: string, page = 1): EngineRequest => ({
  kind: 'read',
  path,
  limits: LIMITS,
  page,
  rasterPath: `/travail/${page}`,
})

/** One process that fails as told, and keeps the order in which it was asked. */
function scripted(failures: readonly Error[] = []): { pool: Engines & { size: number }; asked: EngineRequest[] } {
  const asked: EngineRequest[] = []
  const left = [...failures]
  const run = async (request: EngineRequest): Promise<unknown> => {
    asked.push(request)
    await Promise.resolve()
    const failure = left.shift()
    if (failure) throw failure
    return { ok: true }
  }
  return { pool: { size: 1, run: run as Engines['run'] }, asked }
}
const killed = new EngineCrash('exit', 'SIGKILL')

describe('a page whose process is killed', () => {
  it('is read again, for the file may not be to blame', async () => {
    const { pool, asked } = scripted([killed, killed])
    await expect(new FairEngines(pool).share(true).run(read('/a'))).resolves.toEqual({ ok: true })
    expect(asked).toHaveLength(3)
  })

  it('is given up after the third time', async () => {
    const { pool, asked } = scripted([killed, killed, killed, killed])
    await expect(new FairEngines(pool).share(true).run(read('/a'))).rejects.toBe(killed)
    expect(asked).toHaveLength(3)
  })

  it('is not read again when it took too long, nor while the worker stops', async () => {
    const late = scripted([new EngineCrash('timeout', 'late')])
    await expect(new FairEngines(late.pool).share(true).run(read('/a'))).rejects.toMatchObject({ reason: 'timeout' })
    const stopping = scripted([killed])
    const engines = new FairEngines(stopping.pool)
    engines.close()
    await expect(engines.share(true).run(read('/a'))).rejects.toBe(killed)
    expect(late.asked).toHaveLength(1)
    expect(stopping.asked).toHaveLength(1)
  })
})

describe('files read at the same time', () => {
  it('have one page of each in turn, and the short file passes before the bundle', async () => {
    const { pool, asked } = scripted()
    const engines = new FairEngines(pool)
    const bundle = engines.share(false)
    const photo = engines.share(true)
    const pages = [1, 2, 3, 4].map(page => bundle.run(read('/liasse', page)))
    await Promise.all([...pages, photo.run(read('/photo'))])
    expect(asked.map(r => r.kind === 'read' && r.path)).toEqual(['/liasse', '/photo', '/liasse', '/liasse', '/liasse'])
  })
})

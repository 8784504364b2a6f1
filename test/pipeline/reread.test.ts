import { describe, expect, it } from 'vitest'
import { rereadOf } from '../../src/pipeline/reread.ts'
import { EngineCrash, EngineUnavailable } from '../../src/sandbox/engine-process.ts'
import type { StoredRaster } from '../../src/sandbox/protocol.ts'
import type { Engines } from '../../src/sandbox/pool.ts'
import { page } from '../masking/page-builder.ts'
import { ScriptedPool } from './scripted-pool.ts'

const RASTER: StoredRaster = { path: '/tmp/page-2.raw', width: 10, height: 10, channels: 1, dpi: 200 }
const PAGES = [
  { reading: page(1).build(), raster: null },
  { reading: page(2).build(), raster: RASTER },
]
const failing = (error: Error): Engines => ({ run: () => Promise.reject(error) })

describe('lines read again for the checks of a piece', () => {
  it('are asked of the confined process, on the picture of their page', async () => {
    const pool = new ScriptedPool({})
    expect(await rereadOf(PAGES, pool)(2, [0.1, 0.2, 0.3, 0.4])).toEqual([])
    expect(pool.asked).toEqual([{ kind: 'reread', raster: RASTER, zone: [0.1, 0.2, 0.3, 0.4] }])
  })

  it('a page without a picture is not asked for', async () => {
    const pool = new ScriptedPool({})
    expect(await rereadOf(PAGES, pool)(1, [0, 0, 1, 1])).toEqual([])
    expect(await rereadOf(PAGES, pool)(7, [0, 0, 1, 1])).toEqual([])
    expect(pool.asked).toEqual([])
  })

  it('a process that dies on it has read nothing; one that never starts is our fault', async () => {
    expect(await rereadOf(PAGES, failing(new EngineCrash('exit', 'SIGKILL')))(2, [0, 0, 1, 1])).toEqual([])
    await expect(rereadOf(PAGES, failing(new EngineUnavailable('')))(2, [0, 0, 1, 1])).rejects.toThrow()
  })
})

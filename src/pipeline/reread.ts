import type { Reread } from '../domain/check.ts'
import { EngineCrash, EngineFailure } from '../sandbox/engine-process.ts'
import type { Engines } from '../sandbox/pool.ts'
import type { ReadPage } from './read-pages.ts'

/** Reads lines of a piece's pages again for its checks; a process that dies on it has read nothing. */
export const rereadOf =
  (pages: readonly ReadPage[], pool: Engines): Reread =>
  async (page, zone) => {
    const raster = pages.find(p => p.reading.page === page)?.raster
    if (!raster) return []
    try {
      return (await pool.run({ kind: 'reread', raster, zone })).readings
    } catch (error) {
      if (error instanceof EngineCrash || error instanceof EngineFailure) return []
      throw error
    }
  }

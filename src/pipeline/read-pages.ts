import { WHOLE } from '../domain/geometry.ts'
import { join } from 'node:path'
import type { PageReading } from '../domain/reading.ts'
import { EngineCrash, EngineFailure } from '../sandbox/engine-process.ts'
import type { Measured, ReadAnswer, StoredRaster } from '../sandbox/protocol.ts'
import type { PipelineContext } from './context.ts'

/** A page as read, with its upright picture; no picture when the page could not even be decoded. */
export interface ReadPage {
  readonly reading: PageReading
  readonly raster: StoredRaster | null
}

/** Reads every page of a file, as many at once as the pool has processes; a page that fails costs only itself. */
export async function readPages(path: string, pageCount: number, context: PipelineContext): Promise<ReadPage[]> {
  const numbers = Array.from({ length: pageCount }, (_, i) => i + 1)
  return Promise.all(
    numbers.map(async page => {
      const rasterPath = join(context.workDir, `page-${page}.raw`)
      const { limits, compareLayer = false } = context
      const answer = await attempt(context.pool.run({ kind: 'read', path, limits, page, rasterPath, compareLayer }))
      const { rssBytes } = answer
      context.onEvent?.({
        kind: 'page-read',
        page,
        of: pageCount,
        timings: answer.ok ? answer.timings : {},
        ...(rssBytes === undefined ? {} : { rssBytes }),
      })
      return answer.ok ? { reading: answer.reading, raster: answer.raster } : { reading: lostPage(page), raster: null }
    }),
  )
}

/** A page that kills its process or fails in it is lost alone; an engine that never starts is nobody's page. */
async function attempt(reading: Promise<ReadAnswer & Measured>): Promise<ReadAnswer & Partial<Measured>> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof EngineCrash || error instanceof EngineFailure) return { ok: false }
    throw error
  }
}

function lostPage(page: number): PageReading {
  return {
    page,
    widthPx: 1,
    heightPx: 1,
    dpi: 72,
    orientation: { quarterTurns: 0, skew: 0, reason: 'page non décodée' },
    received: WHOLE,
    quality: {
      state: 'unreadable',
      motif: "Cette page est abîmée et ne s'affiche pas : numérisez-la de nouveau.",
      sharpness: 0,
      meanGrey: 0,
      meanConfidence: 0,
    },
    lines: [],
    barcodes: [],
    mrzBands: [],
    source: 'ocr',
  }
}

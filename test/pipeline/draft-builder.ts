import type { PageReading } from '../../src/domain/reading.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { kindOf } from '../../src/documents/registry.ts'
import type { Draft } from '../../src/pipeline/draft.ts'
import type { ReadPage } from '../../src/pipeline/read-pages.ts'

/** A page as the confined process left it: its reading, and its picture in the working folder. */
export const readPage = (reading: PageReading): ReadPage => ({
  reading,
  raster: { path: `/travail/page-${reading.page}.raw`, width: 1654, height: 2339, channels: 1, dpi: 200 },
})

/** A piece as sorted, all of its pages read, unless said otherwise. */
export const draft = (type: TypePiece, readings: readonly PageReading[], other: Partial<Draft> = {}): Draft => ({
  range: {
    type,
    confiance: 0.9,
    second: null,
    evidence: [],
    pages: readings.map(p => p.page),
    coupureIncertaine: false,
  },
  kind: kindOf(type),
  pages: readings.map(readPage),
  champs: {},
  failed: null,
  ...other,
})

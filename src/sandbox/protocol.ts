import type { CodeErreurDepot } from '../domain/erreurs.ts'
import type { Rereading } from '../domain/check.ts'
import type { Zone } from '../domain/geometry.ts'
import type { Line, PageReading } from '../domain/reading.ts'

/** What the process that may touch untrusted bytes is asked, and what it answers. One request at a time. */

export interface FileLimits {
  readonly maxBytes: number
  readonly maxPages: number
  readonly maxPixelsPerPage: number
}

export interface InspectRequest {
  readonly kind: 'inspect'
  readonly path: string
  readonly limits: FileLimits
}
export type InspectAnswer =
  | {
      readonly ok: true
      readonly format: string
      readonly pageCount: number
      readonly hiddenTexts: readonly string[]
      readonly timings: PageTimings
    }
  | { readonly ok: false; readonly code: CodeErreurDepot }

export interface ReadRequest {
  readonly kind: 'read'
  readonly path: string
  readonly limits: FileLimits
  readonly page: number
  /** File where the upright picture is left as raw pixels for {@link ProduceRequest}. */
  readonly rasterPath: string
  /** Also compares the text of a PDF page with its pixels, for about the cost of an OCR page. */
  readonly compareLayer?: boolean
}
export type ReadAnswer =
  | { readonly ok: true; readonly reading: PageReading; readonly raster: StoredRaster; readonly timings: PageTimings }
  /** The page cannot be decoded; the others can. */
  | { readonly ok: false }

/** Milliseconds of CPU of each step, as the process that did it measured them. */
export type PageTimings = Readonly<Record<string, number>>

/** A page of a piece that was written, as a picture. */
export interface PictureRequest {
  readonly kind: 'picture'
  readonly path: string
  readonly limits: FileLimits
  /** From 1. */
  readonly page: number
}
export type PictureAnswer = { readonly ok: true; readonly jpeg: Uint8Array } | { readonly ok: false }

/** Raw pixels left in a file of the private working folder. */
export interface StoredRaster {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly dpi: number
}

/** A line of a page that was read, to be read again closely. */
export interface RereadRequest {
  readonly kind: 'reread'
  readonly raster: StoredRaster
  readonly zone: Zone
}
export interface RereadAnswer {
  readonly readings: readonly Rereading[]
}

export interface ProducePage {
  readonly raster: StoredRaster
  /** Words that may be written: none that a NIR covers. */
  readonly lines: readonly Line[]
  /** Zones to burn. */
  readonly masks: readonly Zone[]
  readonly keepDetail: boolean
}

export interface ProduceRequest {
  readonly kind: 'produce'
  readonly pages: readonly ProducePage[]
  readonly titre: string
  readonly outPath: string
  /** Numbers that must not be found in what was written. They live in memory only and are never logged. */
  readonly secrets: readonly string[]
  /** A NIR is expected on this kind of piece: the proof reads for a labelled number too. */
  readonly type: string
}
export interface ProduceAnswer {
  readonly octets: number
  readonly sha256: string
  /** What the second reading of the written file still found; empty when the masking is proven. */
  readonly residues: readonly Residue[]
  readonly timings: PageTimings
}
export interface Residue {
  readonly where: 'text' | 'pixels' | 'bytes'
  /** Rank of the page in the piece, from 0; `null` when only the bytes tell. */
  readonly pageIndex: number | null
  /** Where it can still be read, to be burnt too; empty when only the bytes tell. */
  readonly zones: readonly Zone[]
}

export type EngineRequest = InspectRequest | ReadRequest | RereadRequest | ProduceRequest | PictureRequest
/** Resident memory of the process, in bytes, once the request was answered. */
export interface Measured {
  readonly rssBytes: number
}
export type AnswerTo<R extends EngineRequest> = R extends InspectRequest
  ? InspectAnswer
  : R extends ReadRequest
    ? ReadAnswer
    : R extends RereadRequest
      ? RereadAnswer
      : R extends PictureRequest
        ? PictureAnswer
        : ProduceAnswer

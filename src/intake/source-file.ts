import type { CodeErreurDepot } from '../domain/erreurs.ts'
import type { SourcePage } from '../domain/source-page.ts'

export interface IntakeLimits {
  readonly maxBytes: number
  readonly maxPages: number
  /** Checked on the announced size, before anything is decoded. */
  readonly maxPixelsPerPage: number
}

export type SourceFormat = 'pdf' | 'tiff' | 'jpeg' | 'png' | 'webp' | 'heic'

/** A deposited file, opened. Its pages are decoded one at a time. */
export interface SourceFile {
  readonly format: SourceFormat
  readonly pageCount: number
  /**
   * @param n from 1
   * @throws PageUnreadable when that page cannot be decoded
   */
  page(n: number): Promise<SourcePage>
  /**
   * Texts of the file that no page shows: properties, annotations, form values, bookmarks, attachments, earlier revisions,
   * EXIF...
   */
  hiddenTexts(): Promise<readonly string[]>
  /** Frees the memory of the decoder; the file gives no page afterwards. */
  close(): void
}

export type OpenOutcome =
  { readonly ok: true; readonly file: SourceFile } | { readonly ok: false; readonly code: CodeErreurDepot }

export const refused = (code: CodeErreurDepot): OpenOutcome => ({ ok: false, code })

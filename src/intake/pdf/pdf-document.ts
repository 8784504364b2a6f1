import type { CodeErreurDepot } from '../../domain/erreurs.ts'
import type { Raster } from '../../domain/raster.ts'
import type { SourcePage } from '../../domain/source-page.ts'
import { PageUnreadable } from '../page-unreadable.ts'
import { documentTexts, pageTexts } from './hidden-texts.ts'
import { drawPdfPage, readPdfPage } from './pdf-page.ts'
import type { Pdfium } from './pdfium.ts'

/** FPDF_GetLastError: the file asks for a password, or for a security handler that PDFium does not have. */
const ERROR_PASSWORD = 4
const ERROR_SECURITY = 5
/** FPDF_FORMFILLINFO: its version, then callbacks that stay null: no script of the file ever runs. */
const FORM_INFO_BYTES = 256
const FORM_INFO_VERSION = 2
const FLATTEN_FOR_DISPLAY = 0
const FLATTEN_DONE = 1

/** Against files made to exhaust. */
const MAX_CHARS = 30_000

/** An opened document and the memory that belongs to it. */
export class PdfDocument {
  readonly #pdfium: Pdfium
  readonly #data: number
  readonly #handle: number
  readonly failure: CodeErreurDepot | null
  #formInfo = 0
  #form = 0
  /** Texts of the annotations by page, read before they are flattened into the page. */
  readonly #pageTexts = new Map<number, readonly string[]>()
  #closed = false

  constructor(pdfium: Pdfium, bytes: Uint8Array) {
    this.#pdfium = pdfium
    this.#data = pdfium.put(bytes)
    let handle = 0
    let failure: CodeErreurDepot | null = null
    try {
      handle = pdfium.call('FPDF_LoadMemDocument', this.#data, bytes.length, 0)
      if (handle === 0) {
        const error = pdfium.call('FPDF_GetLastError')
        failure = error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'fichier-protege' : 'fichier-illisible'
      }
    } catch {
      // The WebAssembly trapped on a hostile file.
      failure = 'fichier-illisible'
    }
    this.#handle = handle
    this.failure = failure
  }

  get pageCount(): number {
    return this.#pdfium.call('FPDF_GetPageCount', this.#handle)
  }

  /** False when PDFium had to rebuild the cross-reference table. */
  get tableIsWhole(): boolean {
    return this.#pdfium.call('FPDF_DocumentHasValidCrossReferenceTable', this.#handle) === 1
  }

  /** @param n from 1 */
  page(n: number, maxPixels: number): SourcePage {
    if (this.#closed) throw new PageUnreadable(n)
    try {
      return this.#withPage(n - 1, page => readPdfPage(this.#pdfium, page, maxPixels))
    } catch (cause) {
      throw new PageUnreadable(n, { cause })
    }
  }

  /**
   * What a page of a file of ours shows, in grey, see {@link drawPdfPage}.
   * @param n from 1
   */
  picture(n: number, maxPixels: number): Raster {
    return this.#withPage(n - 1, page => drawPdfPage(this.#pdfium, page, maxPixels))
  }

  /** A page that cannot be loaded hides its texts: it gives none. */
  hiddenTexts(): string[] {
    if (this.#closed) return []
    const texts = documentTexts(this.#pdfium, this.#handle)
    for (let index = 0; index < this.pageCount; index++) {
      const known = this.#pageTexts.get(index)
      if (known) {
        texts.push(...known)
        continue
      }
      const page = this.#pdfium.call('FPDF_LoadPage', this.#handle, index)
      if (page === 0) continue
      texts.push(...this.#rememberTexts(index, page))
      this.#pdfium.call('FPDF_ClosePage', page)
    }
    return [...new Set(texts)]
  }

  /** The lines of text of its first pages, spaces made one; none of a page that does not load. */
  shownLines(mostPages: number): string[] {
    if (this.#closed) return []
    const pdfium = this.#pdfium
    const lines: string[] = []
    try {
      for (let index = 0; index < Math.min(this.pageCount, mostPages); index++) {
        const page = pdfium.call('FPDF_LoadPage', this.#handle, index)
        if (page === 0) continue
        const text = pdfium.call('FPDFText_LoadPage', page)
        if (text !== 0) {
          const count = Math.min(pdfium.call('FPDFText_CountChars', text), MAX_CHARS)
          const written = pdfium.text((buffer, size) =>
            buffer === 0
              ? 2 * (count + 1)
              : 2 * pdfium.call('FPDFText_GetText', text, 0, Math.min(count, size), buffer),
          )
          lines.push(...written.split(/[\r\n]+/).map(l => l.replace(/\s+/g, ' ').trim()))
          pdfium.call('FPDFText_ClosePage', text)
        }
        pdfium.call('FPDF_ClosePage', page)
      }
    } catch {
      // The WebAssembly trapped on a hostile file: what was read until then is what there is.
    }
    return lines.filter(line => line !== '')
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    try {
      if (this.#form !== 0) this.#pdfium.call('FPDFDOC_ExitFormFillEnvironment', this.#form)
      if (this.#formInfo !== 0) this.#pdfium.free(this.#formInfo)
      if (this.#handle !== 0) this.#pdfium.call('FPDF_CloseDocument', this.#handle)
      this.#pdfium.free(this.#data)
    } catch {
      // An instance that trapped cannot tidy up; its memory goes with it.
    }
  }

  /**
   * Loads a page with its annotations and filled form fields flattened into it, so that what they show is both drawn
   * and read as text.
   */
  #withPage<T>(index: number, run: (page: number) => T): T {
    const pdfium = this.#pdfium
    let page = pdfium.call('FPDF_LoadPage', this.#handle, index)
    if (page === 0) throw new Error('page cannot be loaded')
    try {
      if (pdfium.call('FPDFPage_GetAnnotCount', page) > 0) {
        this.#rememberTexts(index, page)
        pdfium.call('FORM_OnAfterLoadPage', page, this.#formHandle())
        const outcome = pdfium.call('FPDFPage_Flatten', page, FLATTEN_FOR_DISPLAY)
        pdfium.call('FORM_OnBeforeClosePage', page, this.#formHandle())
        if (outcome === FLATTEN_DONE) {
          pdfium.call('FPDF_ClosePage', page)
          page = pdfium.call('FPDF_LoadPage', this.#handle, index)
          if (page === 0) throw new Error('page cannot be loaded')
        }
      }
      return run(page)
    } finally {
      if (page !== 0) pdfium.call('FPDF_ClosePage', page)
    }
  }

  #rememberTexts(index: number, page: number): readonly string[] {
    const known = this.#pageTexts.get(index)
    if (known) return known
    const hasAny = this.#pdfium.call('FPDFPage_GetAnnotCount', page) > 0
    const texts = hasAny ? pageTexts(this.#pdfium, page, this.#formHandle()) : []
    this.#pageTexts.set(index, texts)
    return texts
  }

  #formHandle(): number {
    if (this.#formInfo === 0) {
      this.#formInfo = this.#pdfium.put(new Uint8Array(FORM_INFO_BYTES))
      this.#pdfium.view().setUint32(this.#formInfo, FORM_INFO_VERSION, true)
      this.#form = this.#pdfium.call('FPDFDOC_InitFormFillEnvironment', this.#handle, this.#formInfo)
    }
    return this.#form
  }
}
